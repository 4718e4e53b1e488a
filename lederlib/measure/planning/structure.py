"""How many people until a factor model's misfit would be seen."""

from typing import Final

from scipy.special import chdtri, chndtr, chndtrix

from lederlib._checks import require_count, require_number
from lederlib.measure.planning.plan import Plan, Progress, smallest

_MOST: Final = 100_000


def plan_cfa(
    df: int,
    *,
    null_rmsea: float = 0.05,
    true_rmsea: float = 0.08,
    power: float = 0.8,
    alpha: float = 0.05,
    progress: Progress | None = None,
) -> Plan:
    """Return how many people a confirmatory factor analysis needs, by a formula.

    The question is whether the test of fit would tell the true misfit from the
    borderline one. With a true RMSEA above the null's it rejects close fit; below it,
    it rejects that the fit is poor.

    Parameters
    ----------
    df : int
        Degrees of freedom of the model, 1 to 100,000.
    null_rmsea, true_rmsea : float
        RMSEA under the hypothesis and in truth, 0 to .5; they must differ.
    power : float, default 0.8
        Share of studies that shall reject the hypothesis.
    alpha : float, default 0.05
        Level of the test, one-sided.
    progress : callable, optional
        Called with the share of the work done.

    Raises
    ------
    ValueError
        If a number lies outside its range or the two RMSEA are alike.

    Notes
    -----
    The non-central χ² of MacCallum, Browne and Sugawara (1996),
    doi:10.1037/1082-989X.1.2.130, with (n − 1)·df·RMSEA² as non-centrality. It tells
    of the model as a whole, not whether each loading can be told.

    Examples
    --------
    >>> plan_cfa(51).needed
    211
    """
    freedom = require_count(df, 1, 100_000, name="df")
    null = require_number(null_rmsea, 0, 0.5, name="null_rmsea")
    true = require_number(true_rmsea, 0, 0.5, name="true_rmsea")
    target = require_number(power, 0.05, 0.99, name="power")
    tail = require_number(alpha, 0.0001, 0.5, name="alpha")
    if null == true:
        msg = f"true_rmsea must differ from null_rmsea; both are {null:g}."
        raise ValueError(msg)

    def chance(people: int) -> float:
        return cfa_power(
            people, df=freedom, null_rmsea=null, true_rmsea=true, alpha=tail
        )

    return smallest(
        "cfa",
        chance,
        fewest=5,
        most=_MOST,
        target=target,
        draws=0,
        asked={"df": freedom, "null": null, "true": true},
        progress=progress,
    )


def cfa_power(
    people: int, *, df: int, null_rmsea: float, true_rmsea: float, alpha: float
) -> float:
    """Return the chance that the test of fit rejects the null RMSEA.

    Examples
    --------
    >>> round(cfa_power(200, df=100, null_rmsea=0.05, true_rmsea=0.08, alpha=0.05), 3)
    0.955
    """
    null, true = ((people - 1) * df * misfit**2 for misfit in (null_rmsea, true_rmsea))
    upper = true_rmsea > null_rmsea
    limit = _limit(1 - alpha if upper else alpha, df, null)
    below = float(chndtr(limit, df, true))
    return 1 - below if upper else below


def _limit(share: float, df: int, centre: float) -> float:
    if centre == 0:
        return float(chdtri(df, 1 - share))
    return float(chndtrix(share, df, centre))
