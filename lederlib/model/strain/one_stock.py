"""How strain builds up and fades, week by week, and what it does to leadership."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats, require_between
from lederlib.model._memory import require_weeks
from lederlib.model.strain._steps import failing, follow, rate, row, slowed, week_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class StrainPath:
    """Strain at the end of each week.

    Attributes
    ----------
    weeks : numpy.ndarray, shape (weeks + 1,)
        0 is the start.
    strain : numpy.ndarray, shape (weeks + 1, ...)
        0 to 1.
    """

    weeks: Floats
    strain: Floats


def strain_path(
    load: npt.ArrayLike,
    resources: npt.ArrayLike,
    *,
    weeks: int = 52,
    start: npt.ArrayLike = 0.25,
    drain: npt.ArrayLike = 0.075,
    recovery: npt.ArrayLike = 0.25,
    half_point: npt.ArrayLike = 0.45,
    power: npt.ArrayLike = 4,
    tipping: npt.ArrayLike = True,
    reverse: npt.ArrayLike = 0.0,
    by_week: bool = False,
    steps_per_week: int = 7,
) -> StrainPath:
    r"""Return strain week by week under a load and with resources.

    .. math::

        \frac{ds}{dt} = d L (1 + us)(1 - s) - \frac{r R s}{1 + (s/K)^n}

    Each step is solved exactly for rates that stand still: those at its middle predict
    (exponential midpoint) and their mean on the way corrects (Magnus expansion), so
    that strain stays within 0 to 1 however long the step is.

    Parameters
    ----------
    load, resources : array-like
        Load :math:`L` and resources :math:`R`, at least 0; one per draw, or with
        `by_week` both with one row per week in front.
    weeks : int, default 52
        How long to follow, 1 to 5,200.
    start : array-like, default 0.25
        Strain at the start, 0 to 1.
    drain, recovery : array-like, default 0.075 and 0.25
        Rates :math:`d` and :math:`r`, per week, at least 0.
    half_point, power : array-like, default 0.45 and 4
        Strain :math:`K` that halves recovery (0.01 to 10), and how abruptly
        :math:`n` (1 to 20).
    tipping : bool or array of 0 and 1, default True
        Whether recovery fails under strain at all; without it the last term is
        :math:`rRs`.
    reverse : array-like, default 0
        How much strain adds to the load that is felt :math:`u`, at least 0.
    by_week : bool, default False
        Whether `load` and `resources` have one row per week.
    steps_per_week : int, default 7
        1 to 10,000. Against an adaptive solver daily steps err by less than 0.0001 for
        a `recovery` of up to 0.45 and less than 0.002 up to 1.2, at the folds too.

    Returns
    -------
    StrainPath
        Arrays with time first.

    Raises
    ------
    ValueError
        If an input is out of range, the rows do not match the weeks, or the path
        would not fit into 4 GB.

    See Also
    --------
    rest_points, strain_folds : where strain comes to rest, and where it tips.
    two_stock_path : fast fatigue and slow exhaustion kept apart.

    Notes
    -----
    Own teaching model: the tipping term is an assumption and therefore a switch. That
    strain adds more to load than load to strain is found over 48 studies [1]_ (n =
    26,319); they give a direction, the size here is an assumption.

    References
    ----------
    .. [1] Guthier, Dormann & Voelkle (2020). Psychological Bulletin, 146, 1146–1173.

    Examples
    --------
    >>> path = strain_path([0.6, 0.8, 0.9], 0.6, weeks=104)
    >>> path.strain[[0, 52, 104]].round(2).tolist()
    [[0.25, 0.25, 0.25], [0.25, 0.36, 0.5], [0.25, 0.36, 0.76]]
    """
    count = require_weeks(weeks)
    terms = failing(half_point, power, tipping)
    pace_in, pace_out = rate(drain, "drain"), rate(recovery, "recovery")
    again, first = (
        rate(reverse, "reverse"),
        require_between(start, 0, 1, name="start"),
    )
    burden, *sizes = week_rows(rate(load, "load"), count, by_week=by_week, name="load")
    support, *more = week_rows(
        rate(resources, "resources"), count, by_week=by_week, name="resources"
    )

    def rates(week: int, stocks: Floats) -> tuple[Floats, Floats]:
        felt = row(burden, week) * (1 + again * stocks)
        return pace_in * felt, pace_out * row(support, week) / slowed(stocks, terms)

    parameters = (pace_in, pace_out, again, first, terms.power)
    draws = np.broadcast_shapes(*sizes, *more, *(each.shape for each in parameters))
    path = follow(rates, np.broadcast_to(first, (1, *draws)), count, steps_per_week)
    return StrainPath(weeks=np.arange(count + 1.0), strain=path[0])


def leadership_quality(
    strain: npt.ArrayLike,
    *,
    quality: npt.ArrayLike = 0.5,
    leadership_reach: npt.ArrayLike = 0.3,
    strain_reference: npt.ArrayLike = 0.25,
) -> Floats:
    r"""Return the quality of leadership that strain leaves room for.

    .. math:: x_5 = x_5^0 - \rho_s (s - s_0) \quad\text{kept within 0 to 1}

    Parameters
    ----------
    strain : array-like
        The leader's strain :math:`s`, 0 to 1; of any shape, such as that of a path.
    quality : array-like, default 0.5
        Leadership quality at the reference :math:`x_5^0`, 0 to 1.
    leadership_reach : array-like, default 0.3
        How far strain can move it :math:`\rho_s`, in factor units, at least 0.
    strain_reference : array-like, default 0.25
        Strain at which `quality` was rated :math:`s_0`, 0 to 1.

    Returns
    -------
    numpy.ndarray
        The factor leadership quality, 0 to 1.

    Raises
    ------
    ValueError
        If an input is out of range.

    Notes
    -----
    Own teaching model. That stress and leadership go together is a meta-analytic
    finding [1]_; the size is an assumption, and which causes which is open.

    References
    ----------
    .. [1] Harms et al. (2017). The Leadership Quarterly, 28(1), 178–194.
       https://doi.org/10.1016/j.leaqua.2016.10.006

    Examples
    --------
    >>> leadership_quality([0.25, 0.75]).tolist()
    [0.5, 0.35]
    """
    worn = require_between(strain, 0, 1, name="strain") - require_between(
        strain_reference, 0, 1, name="strain_reference"
    )
    lost = require_between(leadership_reach, 0, 10, name="leadership_reach") * worn
    return np.asarray(
        np.clip(require_between(quality, 0, 1, name="quality") - lost, 0, 1)
    )
