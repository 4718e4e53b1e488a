"""Fit a measurement model to a table of answers."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, get_args

import numpy as np
import pandas as pd

from lederlib._checks import Floats, require_known
from lederlib.measure.cfa.frame import Frame
from lederlib.measure.cfa.layout import build_model
from lederlib.measure.cfa.likelihood import fit_likelihood
from lederlib.measure.cfa.notices import Notice
from lederlib.measure.cfa.ordered import (
    OrderedSample,
    levels_of,
    ordered_sample,
    skipped_levels,
)
from lederlib.measure.cfa.people import People, read_people, where
from lederlib.measure.cfa.result import Cfa, make_result
from lederlib.measure.cfa.sample import (
    Sample,
    require_positive,
    sample_of,
    sample_of_moments,
)
from lederlib.measure.cfa.syntax import Syntax, read_syntax
from lederlib.measure.cfa.table import parameter_table
from lederlib.measure.cfa.weighted import fit_weighted
from lederlib.measure.moments import Moments

Estimator = Literal["ML", "MLR", "WLSMV"]
Missing = Literal["listwise", "fiml"]
ALIKE = 0.99


def cfa(
    model: str,
    data: pd.DataFrame | Moments,
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
    data : pandas.DataFrame or Moments
        Answers, a row a person; or for ML in one group their moments.
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
    if isinstance(data, Moments):
        if estimator != "ML" or full or group is not None:
            msg = "Moments serve the estimator ML in one group without gaps only."
            raise ValueError(msg)
        return fit_moments(syntax, data, std_lv=std_lv)
    people = read_people(data, syntax.items(), group=group, cluster=cluster, gaps=full)
    if estimator == "WLSMV":
        return fit_ordered(syntax, people, ordered=ordered, std_lv=std_lv)
    means = full or group is not None or cluster is not None
    frame = likelihood_frame(syntax, people, means=means, std_lv=std_lv)
    built = build_model(frame, parameter_table(syntax, frame))
    samples = likelihood_samples(people)
    fit = fit_likelihood(built, samples, robust=estimator == "MLR", full=full)
    return make_result(
        fit, estimator=estimator, people=people, notices=left_out(people)
    )


def fit_moments(syntax: Syntax, moments: Moments, *, std_lv: bool) -> Cfa:
    """Return the fit of a model to means and covariances.

    Raises
    ------
    ValueError
        If the model names an item that the moments lack.
    """
    items = syntax.items()
    for item in items:
        require_known(item, moments.names, name="model's items")
    places = [moments.names.index(item) for item in items]
    share = (moments.n - 1) / moments.n
    cov = moments.covariance[np.ix_(places, places)] * share
    require_positive(cov, items, "")
    nobody = People(
        items=items, parts=(), index=pd.RangeIndex(0), left_out=moments.dropped
    )
    frame = likelihood_frame(syntax, nobody, means=False, std_lv=std_lv)
    built = build_model(frame, parameter_table(syntax, frame))
    sample = sample_of_moments(moments.mean[places], cov, moments.n)
    fit = fit_likelihood(built, (sample,), robust=False)
    return make_result(fit, estimator="ML", people=nobody, notices=left_out(nobody))


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
    frame = ordered_frame(syntax, people, levels, std_lv=std_lv)
    built = build_model(frame, parameter_table(syntax, frame))
    samples = tuple(ordered_sample(part, people.items, levels) for part in people.parts)
    return make_result(
        fit_weighted(built, samples),
        estimator="WLSMV",
        people=people,
        notices=(*left_out(people), *ordered_notices(samples, levels)),
    )


def ordered_levels(people: People, ordered: Sequence[str] | None) -> dict[str, Floats]:
    """Return what each ordered item can be answered by: all items unless told.

    Raises
    ------
    ValueError
        If `ordered` names an item that the model has not.
    """
    for name in ordered or ():
        require_known(name, people.items, name="ordered")
    return levels_of(people, people.items if ordered is None else ordered)


def ordered_frame(
    syntax: Syntax,
    people: People,
    levels: Mapping[str, Floats],
    *,
    std_lv: bool,
    theta: bool = False,
) -> Frame:
    """Return what a model of ordered answers is about."""
    return Frame(
        items=people.items,
        factors=syntax.factors(),
        groups=len(people.parts),
        means=True,
        std_lv=std_lv,
        levels={name: len(answers) for name, answers in levels.items()},
        theta=theta,
    )


def ordered_notices(
    samples: Sequence[OrderedSample], levels: Mapping[str, Floats]
) -> Iterator[Notice]:
    """Yield what the reader must know of ordered answers."""
    skipped = skipped_levels(levels)
    if skipped:
        yield Notice(key="skipped", names=skipped)
    empty = sum(sample.empty for sample in samples)
    if empty:
        yield Notice(key="empty", counts={"count": empty})
    alike = tuple(dict.fromkeys(pair for part in samples for pair in _alike(part)))
    if alike:
        yield Notice(key="alike", names=alike)
    odd = [s.name for s in samples if np.linalg.eigvalsh(s.cov)[0] <= 0]
    if odd:
        yield Notice(key="not_positive", names=tuple(name for name in odd if name))


def _alike(sample: OrderedSample) -> Iterator[str]:
    """Yield the pairs of ordered items whose responses are nearly the same."""
    close = np.triu(np.abs(sample.cov) > ALIKE, 1)
    for row, column in zip(*np.nonzero(close), strict=True):
        names = [sample.items[place] for place in (int(row), int(column))]
        if all(sample.levels[int(place)] is not None for place in (row, column)):
            yield " – ".join(names)


def likelihood_frame(
    syntax: Syntax, people: People, *, means: bool, std_lv: bool
) -> Frame:
    """Return what a model for maximum likelihood is about."""
    spoken = any(term.op == "~1" for term in syntax.terms)
    return Frame(
        items=people.items,
        factors=syntax.factors(),
        groups=max(len(people.parts), 1),
        means=means or spoken,
        std_lv=std_lv,
        levels={},
    )


def likelihood_samples(people: People) -> tuple[Sample, ...]:
    """Return each group's moments.

    Raises
    ------
    ValueError
        If a group's covariances are not positive definite.
    """
    samples = tuple(
        sample_of(part.values, name=part.name, cluster=part.cluster)
        for part in people.parts
    )
    for part, sample in zip(people.parts, samples, strict=True):
        require_positive(sample.cov, people.items, where(part))
    return samples


def left_out(people: People) -> tuple[Notice, ...]:
    """Return a notice of the rows that were not used, if any."""
    if not people.left_out:
        return ()
    return (Notice(key="left_out", counts={"count": people.left_out}),)
