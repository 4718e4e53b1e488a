"""Fast fatigue and slow exhaustion: the strain a holiday cures, and the other kind."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats, require_between
from lederlib.model._memory import require_weeks
from lederlib.model.strain._steps import failing, follow, rate, row, slowed, week_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoStockPath:
    """Fatigue and exhaustion at the end of each week.

    Attributes
    ----------
    weeks : numpy.ndarray, shape (weeks + 1,)
        0 is the start.
    fatigue, exhaustion : numpy.ndarray, shape (weeks + 1, ...)
        The fast and the slow stock, 0 to 1.
    strain : numpy.ndarray, shape (weeks + 1, ...)
        What is felt: their weighted mean.
    """

    weeks: Floats
    fatigue: Floats
    exhaustion: Floats
    strain: Floats


def two_stock_path(
    load: npt.ArrayLike,
    resources: npt.ArrayLike,
    *,
    weeks: int = 52,
    fatigue: npt.ArrayLike = 0.3,
    exhaustion: npt.ArrayLike = 0.25,
    fatigue_drain: npt.ArrayLike = 0.8,
    fatigue_recovery: npt.ArrayLike = 2.0,
    exhaustion_drain: npt.ArrayLike = 0.06,
    exhaustion_recovery: npt.ArrayLike = 0.1,
    fatigue_weight: npt.ArrayLike = 0.5,
    half_point: npt.ArrayLike = 0.45,
    power: npt.ArrayLike = 4,
    tipping: npt.ArrayLike = True,
    reverse: npt.ArrayLike = 0.0,
    by_week: bool = False,
    steps_per_week: int = 7,
) -> TwoStockPath:
    r"""Return fast fatigue and the slow exhaustion that it feeds, week by week.

    .. math::

        \frac{df}{dt} &= d_f L (1 + ue)(1 - f) - r_f R f \\
        \frac{de}{dt} &= d_e f (1 - e) - \frac{r_e R e}{1 + (e/K)^n}, \qquad
        s = \omega f + (1 - \omega) e

    One stock cannot both lose what a holiday gave within weeks and carry exhaustion
    for months; two can.

    Parameters
    ----------
    load, resources, weeks, by_week, steps_per_week
        As for `strain_path`.
    fatigue, exhaustion : array-like, default 0.3 and 0.25
        Both stocks at the start, 0 to 1.
    fatigue_drain, fatigue_recovery, exhaustion_drain, exhaustion_recovery : array-like
        Rates :math:`d_f, r_f, d_e, r_e`, per week, at least 0.
    fatigue_weight : array-like, default 0.5
        Weight of fatigue in what is felt :math:`\omega`, 0 to 1.
    half_point, power, tipping : array-like
        How recovery from exhaustion fails, as for `strain_path`.
    reverse : array-like, default 0
        How much exhaustion adds to the load that is felt :math:`u`, at least 0.

    Returns
    -------
    TwoStockPath
        Arrays with time first.

    Raises
    ------
    ValueError
        If an input is out of range, the rows do not match the weeks, or the path
        would not fit into 4 GB.

    Notes
    -----
    Own teaching model; every rate is an assumption.

    Examples
    --------
    >>> load = [0.6] * 6 + [0.0] * 3
    >>> holiday = two_stock_path(load, [0.6] * 9, weeks=9, by_week=True)
    >>> holiday.fatigue[[6, 9]].round(2).tolist()
    [0.29, 0.01]
    >>> holiday.exhaustion[[6, 9]].round(2).tolist()
    [0.25, 0.22]
    """
    count = require_weeks(weeks)
    terms = failing(half_point, power, tipping)
    fast_in, fast_out, slow_in, slow_out, again = (
        rate(fatigue_drain, "fatigue_drain"),
        rate(fatigue_recovery, "fatigue_recovery"),
        rate(exhaustion_drain, "exhaustion_drain"),
        rate(exhaustion_recovery, "exhaustion_recovery"),
        rate(reverse, "reverse"),
    )
    share = require_between(fatigue_weight, 0, 1, name="fatigue_weight")
    tired = require_between(fatigue, 0, 1, name="fatigue")
    worn = require_between(exhaustion, 0, 1, name="exhaustion")
    burden, *sizes = week_rows(rate(load, "load"), count, by_week=by_week, name="load")
    support, *more = week_rows(
        rate(resources, "resources"), count, by_week=by_week, name="resources"
    )

    def rates(week: int, stocks: Floats) -> tuple[Floats, Floats]:
        fast, slow = stocks
        rested = row(support, week)
        felt = row(burden, week) * (1 + again * slow)
        filling = np.broadcast_arrays(fast_in * felt, slow_in * fast, fast)[:2]
        emptying = np.broadcast_arrays(
            fast_out * rested, slow_out * rested / slowed(slow, terms), fast
        )[:2]
        return np.stack(filling), np.stack(emptying)

    parameters = (fast_in, fast_out, slow_in, slow_out, again, tired, worn, terms.power)
    draws = np.broadcast_shapes(*sizes, *more, *(each.shape for each in parameters))
    start = np.stack([np.broadcast_to(each, draws) for each in (tired, worn)])
    fast, slow = follow(rates, start, count, steps_per_week)
    return TwoStockPath(
        weeks=np.arange(count + 1.0),
        fatigue=fast,
        exhaustion=slow,
        strain=np.asarray(share * fast + (1 - share) * slow),
    )
