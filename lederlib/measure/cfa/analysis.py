"""Fit a measurement model to a table of answers."""

from collections.abc import Mapping, Sequence
from typing import Literal, get_args

import pandas as pd

from lederlib._checks import require_known
from lederlib.measure.cfa.likelihood import fit_likelihood
from lederlib.measure.cfa.notices import left_out, ordered_notices
from lederlib.measure.cfa.ordered import ordered_levels, ordered_sample
from lederlib.measure.cfa.parameters import build_model, parameter_table
from lederlib.measure.cfa.result import Cfa, make_result
from lederlib.measure.cfa.sample import (
    Known,
    People,
    frame_of,
    known_people,
    known_samples,
    likelihood_samples,
    read_people,
    require_known_options,
)
from lederlib.measure.cfa.syntax import Syntax, read_syntax
from lederlib.measure.cfa.weighted import fit_weighted
from lederlib.measure.has_items import HasItems, table_of
from lederlib.measure.moments import Moments

Estimator = Literal["ML", "MLR", "WLSMV"]
Missing = Literal["listwise", "fiml"]


def cfa(
    model: str,
    data: pd.DataFrame | Known | HasItems,
    estimator: Estimator = "ML",
    *,
    group: str | None = None,
    missing: Missing = "listwise",
    cluster: str | None = None,
    ordered: Sequence[str] | None = None,
    std_lv: bool = False,
) -> Cfa:
    """Fit a measurement model, as lavaan's function of the same name does.

    Parameters
    ----------
    model : str
        In lavaan's language: `=~` measured by, `~~` variance or covariance, `~ 1`
        intercept, `==` equal; `number*` fixes, `NA*` frees, `label*` names,
        `start(number)*` says where to begin and `c(…)*` gives one of these per group.
        Factors correlate unless the model says otherwise.
    data : pandas.DataFrame, Moments, mapping or a study
        Answers, a row a person; or for ML their moments, or the moments of each group
        by its name.
    estimator : {"ML", "MLR", "WLSMV"}
        Maximum likelihood; the same with errors and tests that do not rest on normal
        answers; or diagonally weighted least squares for ordered answers.
    group : str, optional
        A column of groups: each gets parameters of its own, and intercepts.
    missing : {"listwise", "fiml"}
        Leave out people with a gap among the model's own items, or use all that
        everyone answered (full information maximum likelihood).
    cluster : str, optional
        A column of clusters whose people are not independent; needs MLR.
    ordered : sequence of str, optional
        With WLSMV, the items that are ordered; all of them unless told.
    std_lv : bool, default False
        Give factors variance 1 instead of a first loading of 1.

    Returns
    -------
    Cfa

    Raises
    ------
    ValueError
        If the model cannot be read or names an unknown column, an item does not vary,
        the items' covariances are not positive definite, or a group lacks an answer to
        an ordered item.

    Notes
    -----
    Covariances divide by n. Errors of ML come from the expected information, of MLR and
    full information from the observed one. Ordered items have thresholds on the scale
    on which the response behind each has variance 1 (delta parameterisation); errors
    are those of the sandwich, and the test is scaled and shifted.

    A model that did not converge, is not
    identified or has impossible estimates is returned, and says so in `converged`,
    `proper`, `notices` and `summary`.

    Examples
    --------
    >>> import numpy as np
    >>> rng = np.random.default_rng(1)
    >>> ro = rng.normal(size=(200, 1))
    >>> answers = pd.DataFrame(ro + rng.normal(size=(200, 4)), columns=list("abcd"))
    >>> found = cfa("ro =~ a + b + c + d", answers)
    >>> found.df, found.converged
    (2, True)
    """
    require_options(estimator, missing, cluster, ordered)
    syntax, full = read_syntax(model), missing == "fiml"
    items = syntax.items()
    if isinstance(data, Moments | Mapping):
        require_known_options(estimator, full=full, group=group, cluster=cluster)
        people = known_people(data, items)
        samples = known_samples(data, people)
        means = isinstance(data, Mapping)
    else:
        people = read_people(
            table_of(data), items, group=group, cluster=cluster, gaps=full
        )
        samples = ()
        means = full or group is not None or cluster is not None
    if estimator == "WLSMV":
        return fit_ordered(syntax, people, ordered=ordered, std_lv=std_lv)
    frame = frame_of(syntax, people, means=means, std_lv=std_lv)
    built = build_model(frame, parameter_table(syntax, frame))
    samples = samples or likelihood_samples(people)
    fit = fit_likelihood(built, samples, robust=estimator == "MLR", full=full)
    return make_result(
        fit, estimator=estimator, people=people, notices=left_out(people)
    )


def require_options(
    estimator: str,
    missing: str,
    cluster: str | None,
    ordered: Sequence[str] | None,
) -> None:
    """Raise unless the options exist and go together.

    Raises
    ------
    ValueError
        If they do not.
    """
    require_known(estimator, get_args(Estimator), name="estimator")
    require_known(missing, get_args(Missing), name="missing")
    if cluster is not None and estimator != "MLR":
        msg = f"cluster needs the estimator MLR; got {estimator}."
        raise ValueError(msg)
    if ordered is not None and estimator != "WLSMV":
        msg = f"ordered items need the estimator WLSMV; got {estimator}."
        raise ValueError(msg)
    if estimator == "WLSMV" and missing == "fiml":
        msg = "WLSMV cannot use answers with gaps; missing must be listwise."
        raise ValueError(msg)


def fit_ordered(
    syntax: Syntax,
    people: People,
    *,
    ordered: Sequence[str] | None = None,
    std_lv: bool = False,
) -> Cfa:
    """Return the fit of a model to answers of which some or all are ordered."""
    levels = ordered_levels(people, ordered)
    frame = frame_of(syntax, people, levels, std_lv=std_lv)
    built = build_model(frame, parameter_table(syntax, frame))
    samples = tuple(ordered_sample(part, people.items, levels) for part in people.parts)
    return make_result(
        fit_weighted(built, samples),
        estimator="WLSMV",
        people=people,
        notices=(*left_out(people), *ordered_notices(samples, levels)),
    )
