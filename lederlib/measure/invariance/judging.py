"""What has to hold before a step counts as worse, and what it could have seen.

All tests of one comparison, that of the form and one a step, share one false-alarm
rate by Holm's method: 5 %, or less where the comparison is one of several judgements.
Their χ² is shrunk by Bartlett's (1950,
https://doi.org/10.1111/j.2044-8317.1950.tb00285.x) factor for small groups and held
against F with as many second degrees of freedom as there are people (or clusters); of
MLR, whose scale is itself unsure in small groups, both that and the plain test must
speak against a step. Simulations of identical groups of 50, 200 and 1,000 hold it.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pandas as pd
from scipy.special import chdtrc, chdtri, chndtr, fdtrc

from lederlib._checks import Floats
from lederlib.measure.cfa.fit import Fit
from lederlib.measure.cfa.result import Cfa
from lederlib.measure.cfa.sample import Sample
from lederlib.measure.multiple import FALSE_ALARM, holm

POWER = 0.8
SINGULAR = 1e-9


def judged(table: pd.DataFrame, fits: Mapping[str, Cfa]) -> Floats:
    """Return each step's p for judging, the first being that of the form.

    Missing where there is nothing to test.
    """
    first = next(iter(fits.values()))
    plain, df, robust = (
        np.array(column, dtype=float)
        for column in (table["chi2"].diff(), table["delta_df"], table["delta_chi2"])
    )
    plain[0], df[0] = first.chi2, first.df
    robust[0] = first.chi2 if np.isnan(first.scaled_chi2) else first.scaled_chi2
    both = [robust] if first.estimator == "WLSMV" else [robust, plain]
    shrunk = shrinkage(first.fit)
    found = [_p_value(chi2 * shrunk, df, sum(units(first.fit))) for chi2 in both]
    return holm(np.max(found, axis=0))


def _p_value(chi2: Floats, df: Floats, people: int) -> Floats:
    told = (df > 0) & ~np.isnan(chi2)
    safe = np.where(told, df, 1)
    size = np.where(told, np.maximum(chi2, 0), 0) / safe
    return np.where(told, fdtrc(safe, people, size), np.nan)


def shrinkage(fit: Fit) -> float:
    """Return what χ² is multiplied by: less than 1 in small groups."""
    items, factors = len(fit.model.frame.items), len(fit.model.frame.factors)
    lost = 1 + (2 * items + 4 * factors + 5) / 6
    return max(1 - lost * float(np.mean([1 / size for size in units(fit)])), 0.1)


def units(fit: Fit) -> list[int]:
    """Return how many people answered in each group, or the clusters they sit in."""
    return [
        int(part.cluster.max()) + 1
        if isinstance(part, Sample) and part.cluster.size
        else part.n
        for part in fit.samples
    ]


def detectable(df: int, tests: int, false_alarm: float = FALSE_ALARM) -> float:
    """Return the non-centrality that one of `tests` tests sees with 80 % power.

    Examples
    --------
    >>> round(detectable(1, 1), 2)
    7.85
    """
    from scipy.optimize import brentq  # noqa: PLC0415 - slow to load

    limit = float(chdtri(df, false_alarm / tests))
    return float(brentq(lambda far: chndtr(limit, df, far) - 1 + POWER, 0, 1e4))


def smallest_changes(errors: Floats, needed: float, scale: float) -> Floats:
    """Return the smallest changes that a step's test would have seen, one at a time.

    `errors` are those of each parameter let go alone, `needed` is the non-centrality
    that is seen, and `scale` is what χ² is divided by.
    """
    return np.asarray(errors * np.sqrt(needed * scale))


def total_gain(slope: Floats, bend: Floats, chosen: Sequence[int]) -> float:
    """Return what χ² would fall by if all the chosen were let go; NaN if they cannot.

    Examples
    --------
    >>> total_gain(np.array([2.0, 1.0]), np.diag([1.0, 0.5]), [0, 1])
    6.0
    """
    own = bend[np.ix_(chosen, chosen)]
    roots = np.linalg.eigvalsh(own)
    if not chosen or roots[0] <= SINGULAR * roots[-1]:
        return np.nan if chosen else 0.0
    return float(slope[chosen] @ np.linalg.solve(own, slope[chosen]))


def ranks(
    slope: Floats,
    bend: Floats,
    allowed: Callable[[Sequence[int]], Sequence[int]],
    scale: float,
    false_alarm: float,
) -> Floats:
    """Return in which order to let go of what, from 1; 0 of what does not stand out.

    One after another: the one that gains most beside those already let go, as long as
    that is more than the best of so many gains by chance.

    Parameters
    ----------
    slope, bend : numpy.ndarray
        As `slope_and_bend` gives them.
    allowed : callable
        The rows that may still be let go beside those that were.
    scale : float
        What a gain is divided by.
    false_alarm : float
        How often the best gain may stand out by chance.
    """
    chosen: list[int] = []
    found = np.zeros(len(slope))
    while rest := allowed(chosen):
        before = total_gain(slope, bend, chosen)
        gained = [total_gain(slope, bend, [*chosen, row]) - before for row in rest]
        best = int(np.argmax(np.nan_to_num(gained, nan=-1)))
        if not chdtrc(1, max(gained[best] / scale, 0)) * len(rest) < false_alarm:
            break
        chosen.append(rest[best])
        found[rest[best]] = len(chosen)
    return found
