"""Fit a measurement or a structural model to a table of answers."""

from collections.abc import Sequence

import pandas as pd

from lederlib.measure.cfa.estimators import fit_model
from lederlib.measure.cfa.known_moments import (
    Known,
)
from lederlib.measure.cfa.options import (
    Estimator,
    Missing,
    Options,
)
from lederlib.measure.cfa.people_in_units import level_cfa, require_level_options
from lederlib.measure.cfa.result import Cfa
from lederlib.measure.cfa.syntax import (
    DERIVED,
    MEASURED,
    STRUCTURAL,
    read_syntax,
)
from lederlib.measure.cfa.two_level import has_levels
from lederlib.measure.has_items import HasItems
from lederlib.measure.item_matrix import named_table


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
    orthogonal: bool = False,
    group_equal: Sequence[str] = (),
    sampling_weights: str | None = None,
) -> Cfa:
    """Fit a measurement model, as lavaan's function of the same name does.

    `sem` with no regressions: the options, what is returned and what is raised are the
    same there, and more is said of them.

    Parameters
    ----------
    model : str
        In lavaan's language: `=~` measured by, `~~` variance or covariance, `~ 1`
        intercept, `==` equal, `<` and `>` limits and `:=` figures of labels; `number*`
        fixes, `NA*` frees, `label*` names, `start(number)*` says where to begin and
        `c(…)*` gives one of these per group. Factors correlate unless the model says
        otherwise. With a block ``level: 1`` and a block ``level: 2`` each level has a
        model of its own.
    data : pandas.DataFrame, Moments, mapping or a study
        Answers, a row a person; or for ML their moments, or the moments of each group
        by its name.
    estimator : {"ML", "MLR", "WLSMV"}
        Maximum likelihood; the same with errors and tests that do not rest on normal
        answers; or diagonally weighted least squares for ordered answers.
    group : str, optional
        A column of groups: each gets parameters of its own, and intercepts.
    missing : {"listwise", "fiml", "pairwise"}
        Leave out people with a gap among the model's own items, or use all that
        everyone answered (full information maximum likelihood; for WLSMV each pair of
        items from all who answered both).
    cluster : str, optional
        A column of clusters whose people are not independent; needs MLR or
        WLSMV, or a model of levels (with ML), whose units they are.
    ordered : sequence of str, optional
        With WLSMV, the items that are ordered; all of them unless told.
    std_lv : bool, default False
        Give factors variance 1 instead of a first loading of 1.
    orthogonal : bool, default False
        Let factors be unrelated unless the model says otherwise.
    group_equal : sequence of str
        Kinds of parameters that are the same in all groups, such as "loadings".
    sampling_weights : str, optional
        A column of how many people each row stands for.

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
    are those of the sandwich, and the test is scaled and shifted. With clusters the
    statistics' covariances, and so the weights, errors and tests, count each cluster as
    one (Asparouhov, 2005, https://doi.org/10.1207/s15328007sem1203_4); lavaan 0.6-14
    leaves clusters out here without a word.

    A model of two levels is fitted to people in units of any size by maximum likelihood
    (McDonald and Goldstein, 1989, https://doi.org/10.1111/j.2044-8317.1989.tb00911.x).
    An item at both levels has its mean at level 2; one at level 1 alone varies within
    units only, one at level 2 alone between them only. Errors come from the observed
    information. In `estimates` and `groups` the levels stand as groups; χ² holds the
    model against all covariances of both levels, which are held possible (positive
    semi-definite) where the model's own are; the SRMR is the sum of those of the
    levels' correlations, which `units` has.

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
    options = Options(
        estimator=estimator,
        group=group,
        missing=missing,
        cluster=cluster,
        ordered=ordered,
        std_lv=std_lv,
        orthogonal=orthogonal,
        group_equal=group_equal,
        sampling_weights=sampling_weights,
    )
    if has_levels(model):
        return level_cfa(model, named_table(data), require_level_options(options))
    return fit_model(read_syntax(model, (*MEASURED, *DERIVED)), data, options)


def sem(
    model: str,
    data: pd.DataFrame | Known | HasItems,
    estimator: Estimator = "ML",
    *,
    group: str | None = None,
    missing: Missing = "listwise",
    cluster: str | None = None,
    ordered: Sequence[str] | None = None,
    std_lv: bool = False,
    orthogonal: bool = False,
    group_equal: Sequence[str] = (),
    sampling_weights: str | None = None,
    fixed_x: bool = True,
) -> Cfa:
    """Fit a structural model: regressions of items and factors, as lavaan's `sem` does.

    Parameters
    ----------
    model : str
        As for `cfa`, and `y ~ a*x + factor` for regressions of observed variables and
        factors on each other; `name := a*b` works out a figure from labels, with an
        error; `a == b + c`, `a > 0` and `a < b` hold sums of labels equal or in order.
        A model of two levels measures only, as in `cfa`.
    data, estimator, group, cluster, ordered, std_lv
        As for `cfa`.
    missing : {"listwise", "fiml", "pairwise"}
        As for `cfa`; predictors that are given must be whole in any case.
    orthogonal : bool, default False
        Let factors be unrelated, and the residuals of factors that are outcomes only,
        unless the model says otherwise.
    group_equal : sequence of str
        What is the same in all groups: "loadings", "intercepts", "means",
        "thresholds", "regressions", "residuals", "residual.covariances",
        "lv.variances" or "lv.covariances".
    sampling_weights : str, optional
        A column of how many people each row stands for; errors and tests are then
        those of MLR.
    fixed_x : bool, default True
        Take observed predictors that nothing tells of as they are, so that their
        variances, covariances and means are no parameters. Without it they are
        estimated, and under full information predictors may have gaps.

    Returns
    -------
    Cfa
        As of `cfa`; `estimates` has rows for `~` and `:=` too, and `bootstrap` draws
        people anew.

    Raises
    ------
    ValueError
        As `cfa`; or if a label that is used stands nowhere, constraints contradict
        each other or are no sums, or defined figures rest on each other.

    Notes
    -----
    Conventions are those of lavaan's `sem`. A first loading is 1. Factors of which no
    regression or factor tells covary, and so do the residuals of outcomes that predict
    nothing; observed predictors are fixed (`fixed_x`) unless the model speaks of their
    variances, covariances or intercepts. Their part is left out of the number of
    parameters and the likelihood. There are intercepts where the model names one, in
    several groups, and by full information; the means of factors are 0, in further
    groups too unless `group_equal` has intercepts or thresholds and not means. With
    `std_lv` and equal loadings the variances of factors are free in further groups.

    With WLSMV ordered variables are conditional on such predictors: thresholds and
    slopes are those of ordered probits, correlations those of what is left, and the
    covariances of predictors are divided by n − 1. An ordered variable may depend on
    others but not predict any.

    Inequalities that bind are held equal for the errors and do not add to the degrees
    of freedom. A label that is written once for several groups holds in all of them. A
    standardised defined figure is worked out from standardised labels (of the first
    group), its error by the delta method.

    Examples
    --------
    >>> import numpy as np
    >>> rng = np.random.default_rng(1)
    >>> demands = rng.normal(size=500)
    >>> strain = 0.5 * demands + rng.normal(size=500)
    >>> leave = 0.4 * strain + rng.normal(size=500)
    >>> table = pd.DataFrame({"demands": demands, "strain": strain, "leave": leave})
    >>> model = "strain ~ a*demands; leave ~ b*strain; indirect := a*b"
    >>> found = sem(model, table)
    >>> found.df, found.estimates["est"].iloc[-1].round(2)
    (1, np.float64(0.24))
    """
    options = Options(
        estimator=estimator,
        group=group,
        missing=missing,
        cluster=cluster,
        ordered=ordered,
        std_lv=std_lv,
        orthogonal=orthogonal,
        group_equal=group_equal,
        sampling_weights=sampling_weights,
        fixed_x=fixed_x,
    )
    if has_levels(model):
        return level_cfa(model, named_table(data), require_level_options(options))
    allowed = (*MEASURED, *STRUCTURAL, *DERIVED)
    return fit_model(read_syntax(model, allowed), data, options)
