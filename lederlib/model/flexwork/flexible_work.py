"""Flexible work: what a week's rules do to two factors, and by two paths to staying."""

from functools import cache

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats, require_between, require_whole
from lederlib.model.flexwork.copresence import (
    MOST_DAYS,
    alone_or_agreed,
    pair_days,
    team_days,
)
from lederlib.model.flexwork.copresence import freedom as week_freedom


def flexible_work(
    *,
    home: npt.ArrayLike,
    anchor: npt.ArrayLike = 0,
    agreement: npt.ArrayLike = 0.0,
    team: npt.ArrayLike = 12,
    days: int = 5,
    frontline: bool = False,
    shift_wishes: npt.ArrayLike = 0.0,
    four_day: npt.ArrayLike = 0,
    hours: npt.ArrayLike = 0.0,
    content: npt.ArrayLike = 0.0,
    contract: npt.ArrayLike = 0.0,
    community: npt.ArrayLike = 0.5,
    flexibility: npt.ArrayLike = 0.5,
    home_now: npt.ArrayLike = 1,
    anchor_now: npt.ArrayLike = 0,
    agreement_now: npt.ArrayLike = 0.0,
    shift_wishes_now: npt.ArrayLike = 0.0,
    four_day_now: npt.ArrayLike = 0,
    team_time_weight: npt.ArrayLike = 0.3,
    contact_enough: npt.ArrayLike = 1.25,
    contact_reach: npt.ArrayLike = 0.5,
    isolation_early: npt.ArrayLike = 0.01,
    isolation_late: npt.ArrayLike = 0.08,
    isolation_boundary: npt.ArrayLike = 2.5,
    isolation_to_retention: npt.ArrayLike = 0.45,
    autonomy_to_retention: npt.ArrayLike = 0.22,
    autonomy_days: npt.ArrayLike = 3.16,
    autonomy_path: npt.ArrayLike = 1,
    freedom_reach: npt.ArrayLike = 0.4,
    freedom_scale: npt.ArrayLike = 2.0,
    shift_wish_reach: npt.ArrayLike = 0.3,
    four_day_reach: npt.ArrayLike = 0.2,
    choice_reach: npt.ArrayLike = 0.15,
    poolable_share: npt.ArrayLike = 0.15,
) -> dict[str, Floats]:
    r"""Return contact, choice and the two factors that they feed.

    .. math::

        x_{11} &= x_{11}^0 + \rho_c (z - z^0) - (\iota - \iota^0) \\
        x_{12} &= x_{12}^0 + \rho_f \left(e^{-F^0/F_0} - e^{-F/F_0}\right)
                  + \rho_v (v - v^0) + \rho_4 (u - u^0) + \rho_j (h + j + e) \\
        z &= \min\left(1, (C + \omega_t T) / C^*\right), \qquad
        \iota = i_1 k + i_2 \max(0, k - k^*) \\
        \eta &= \sigma_a \beta_a (A - A^0) + \beta_i (x_{11} - x_{11}^0), \qquad
        A = \frac{1 - e^{-k / k_a}}{1 - e^{-D / k_a}}

    with :math:`C` from `pair_days`, :math:`T` from `team_days` and :math:`F` from
    `freedom`, and both factors kept within 0 to 1. A four-day week (:math:`u = 1`)
    takes one more day away from contact, but isolates nobody. Staying has two paths:
    autonomy :math:`A`, which needs no days together, and isolation, which is what the
    week takes from community; without the first (:math:`\sigma_a = 0`) only contact
    reaches it.

    Parameters
    ----------
    home, anchor : array-like
        Days per week at home :math:`k` and fixed days at work.
    agreement : array-like
        How far the team agrees on its home days, 0 (alone) to 1 (the same days).
    team : array-like
        People in the team.
    days : int, default 5
        Working days of a full week :math:`D`, 1 to 7.
    frontline : bool, default False
        Whether work is done with citizens: then home days are capped by the share of
        tasks that can be pooled, and choice is interpolated between whole days.
    shift_wishes : array-like
        Share of shifts placed by wish :math:`v`, 0 to 1.
    four_day : array-like
        1 for a four-day week, else 0.
    hours, content, contract : array-like, default 0
        Share of the staff who, unlike today, choose their number of hours :math:`h`,
        shape what the job consists of :math:`j`, or choose the form of employment
        :math:`e`; 0 to 1 each. With place and timing these are what flexibility
        comprises in the model of the 15.
    community, flexibility : array-like
        Factors 11 and 12 before the change, 0 to 1.
    home_now, anchor_now, agreement_now, shift_wishes_now, four_day_now : array-like
        The same levers at the status quo.
    team_time_weight, contact_enough, contact_reach : array-like
        :math:`\omega_t` (0–1), :math:`C^*` (days per week) and :math:`\rho_c` (factor
        units).
    isolation_early, isolation_late, isolation_boundary : array-like
        :math:`i_1, i_2` in factor units per home day and :math:`k^*` in home days.
    isolation_to_retention, autonomy_to_retention, autonomy_days : array-like
        :math:`\beta_i` (log units per factor unit), :math:`\beta_a` (log units for a
        whole week at home) and :math:`k_a` (home days).
    autonomy_path : array-like
        Whether autonomy is a path at all :math:`\sigma_a`, 1 or 0: a structure.
    freedom_reach, freedom_scale, shift_wish_reach, four_day_reach : array-like
        :math:`\rho_f` (factor units), :math:`F_0` (bits), :math:`\rho_v` and
        :math:`\rho_4` (factor units).
    choice_reach : array-like
        :math:`\rho_j`, in factor units for each of hours, content and contract.
    poolable_share : array-like
        Share of the front line's working week that can be pooled into home days.

    Returns
    -------
    dict of str to numpy.ndarray
        `home_days` (those asked for, or at the front line as many as can be pooled),
        `pair_days` and `team_days` (days per week), `freedom` (bits), `community` and
        `flexibility` (0–1, exactly as given at the status quo), and `staying`, what
        both paths add to retention (log units, 0 at the status quo).

    Raises
    ------
    ValueError
        If the days do not fit into the week, or a share lies outside 0 to 1.

    Notes
    -----
    Own teaching model; every size is an assumption. That relations suffer beyond 2.5
    days, and not generally before, is a meta-analysis's [1]_; its boundary divides
    studies and is no measured kink. The two paths and their signs are another's [2]_.

    References
    ----------
    .. [1] Gajendran & Harrison (2007). Journal of Applied Psychology, 92(6),
       1524–1541. https://doi.org/10.1037/0021-9010.92.6.1524
    .. [2] Gajendran et al. (2024). Personnel Psychology.
       https://doi.org/10.1111/peps.12641

    Examples
    --------
    >>> two, three = (flexible_work(home=k) for k in (2, 3))
    >>> round(float(two["community"]), 2), round(float(three["community"]), 2)
    (0.49, 0.26)
    """
    most_home = np.asarray(
        days * require_between(poolable_share, 0, 1, name="poolable_share")
    )

    def week(
        at_home: npt.ArrayLike,
        fixed: npt.ArrayLike,
        agreed: npt.ArrayLike,
        off: npt.ArrayLike,
    ) -> tuple[Floats, Floats, Floats, Floats]:
        away = _home_days(at_home, most_home, frontline=frontline)
        gone = away + require_between(off, 0, 1, name="four_day")
        rule: dict[str, npt.ArrayLike] = {"anchor": fixed, "home": gone}
        rule |= {"agreement": agreed}
        pairs, whole = pair_days(days, **rule), team_days(days, **rule, team=team)
        return away, pairs, whole, _choice(days, fixed, away, agreed)

    def togetherness(away: Floats, pairs: Floats, whole: Floats) -> Floats:
        felt = _contact(pairs, whole, team_time_weight, contact_enough)
        lonely = _isolation(away, isolation_early, isolation_late, isolation_boundary)
        return np.asarray(np.asarray(contact_reach) * felt - lonely)

    after, before = (
        week(home, anchor, agreement, four_day),
        week(home_now, anchor_now, agreement_now, four_day_now),
    )
    closer = togetherness(*after[:3]) - togetherness(*before[:3])
    moved = _shifted(community, closer, name="community")
    apart = _autonomy(after[0], autonomy_days, days) - _autonomy(
        before[0], autonomy_days, days
    )
    takes = require_whole(autonomy_path, 0, 1, name="autonomy_path")
    freer = (
        _gain(after[3], before[3], freedom_reach, freedom_scale)
        + _step(shift_wishes, shift_wishes_now, shift_wish_reach, name="shift_wishes")
        + _step(four_day, four_day_now, four_day_reach, name="four_day")
        + _step(hours, 0, choice_reach, name="hours")
        + _step(content, 0, choice_reach, name="content")
        + _step(contract, 0, choice_reach, name="contract")
    )
    return {
        "home_days": after[0],
        "pair_days": after[1],
        "team_days": after[2],
        "freedom": after[3],
        "community": moved,
        "flexibility": _shifted(flexibility, freer, name="flexibility"),
        "staying": np.asarray(
            np.asarray(autonomy_to_retention) * takes * apart
            + np.asarray(isolation_to_retention) * (moved - np.asarray(community))
        ),
    }


def _home_days(home: npt.ArrayLike, most_home: Floats, *, frontline: bool) -> Floats:
    wished = require_between(home, 0, MOST_DAYS, name="home")
    return np.asarray(np.minimum(wished, most_home)) if frontline else wished


def _choice(
    days: int, anchor: npt.ArrayLike, home: Floats, agreement: npt.ArrayLike
) -> Floats:
    """Return freedom in bits, on a straight line between whole home days."""
    fixed = require_whole(anchor, 0, days, name="anchor")
    below = np.floor(home).astype(int)
    part = home - below
    table = _choices(days)
    low, high = table[fixed, below], table[fixed, below + (part > 0)]
    return alone_or_agreed(low + part * (high - low), home, agreement)


@cache
def _choices(days: int) -> Floats:
    """Return freedom by fixed and home days, counted once and not in every draw."""
    fixed, home = np.indices((days + 1, days + 1))
    fits = fixed + home <= days
    table = np.full(fits.shape, np.nan)
    table[fits] = week_freedom(days, anchor=fixed[fits], home=home[fits])
    return table


def _contact(
    pairs: Floats,
    whole: Floats,
    team_time_weight: npt.ArrayLike,
    enough: npt.ArrayLike,
) -> Floats:
    weight = require_between(team_time_weight, 0, 1, name="team_time_weight")
    need = require_between(enough, 1e-9, MOST_DAYS, name="contact_enough")
    return np.asarray(np.minimum(1, (pairs + weight * whole) / need))


def _autonomy(home: Floats, saturation: npt.ArrayLike, days: int) -> Floats:
    soon = require_between(saturation, 1e-9, 1000, name="autonomy_days")
    return np.asarray(np.expm1(-home / soon) / np.expm1(-days / soon))


def _isolation(
    home: Floats, early: npt.ArrayLike, late: npt.ArrayLike, boundary: npt.ArrayLike
) -> Floats:
    beyond = np.maximum(0, home - np.asarray(boundary))
    return np.asarray(np.asarray(early) * home + np.asarray(late) * beyond)


def _gain(
    after: Floats, before: Floats, reach: npt.ArrayLike, scale: npt.ArrayLike
) -> Floats:
    bits = require_between(scale, 1e-9, 100, name="freedom_scale")
    gained = np.expm1(-before / bits) - np.expm1(-after / bits)
    return np.asarray(np.asarray(reach) * gained)


def _step(
    after: npt.ArrayLike, before: npt.ArrayLike, reach: npt.ArrayLike, *, name: str
) -> Floats:
    moved = require_between(after, 0, 1, name=name) - require_between(
        before, 0, 1, name=name
    )
    return np.asarray(np.asarray(reach) * moved)


def _shifted(today: npt.ArrayLike, change: Floats, *, name: str) -> Floats:
    start = require_between(today, 0, 1, name=name)
    return np.asarray(np.clip(start + change, 0, 1))
