"""How many of today's staff are still here after some years."""

from collections.abc import Callable
from typing import Literal, NamedTuple, get_args

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats, as_floats, require_between, require_known

PRECISION = 1e-13
_YEAR = np.ones(())
Family = Literal["gamma", "mover_stayer", "weibull"]
FAMILIES: tuple[Family, ...] = get_args(Family)
_FEW_STEPS = 80


def gamma(t: Floats, frailty: Floats, rate: Floats, hazard_ratio: Floats) -> Floats:
    """Return who is left where hazards differ by a gamma distribution."""
    # Frailty 0 is the exponential law; the floor reaches it to the last digit.
    frailty = np.maximum(frailty, PRECISION)
    return np.asarray(np.exp(np.log1p(t * (frailty * rate * hazard_ratio)) / -frailty))


def mover_stayer(
    t: Floats, movers: Floats, rate: Floats, hazard_ratio: Floats
) -> Floats:
    """Return who is left where some will never leave."""
    return np.asarray(1 + movers * np.expm1(-t * (rate * hazard_ratio)))


def weibull(t: Floats, power: Floats, rate: Floats, hazard_ratio: Floats) -> Floats:
    """Return who is left where the hazard changes with a power of time."""
    return np.asarray(np.exp(-(t**power) * (rate * hazard_ratio)))


LAWS = (gamma, mover_stayer, weibull)


def share_after_a_year(
    kind: npt.NDArray[np.int64], shape: Floats, rate: Floats
) -> Callable[[Floats], Floats]:
    """Return a function from a hazard ratio to the share left after one year.

    It sorts the draws by family once, for those who ask at every step.
    """
    groups = [
        (law, kind == number, shape[kind == number], rate[kind == number])
        for number, law in enumerate(LAWS)
        if (kind == number).any()
    ]

    def share_left(hazard_ratio: Floats) -> Floats:
        share = np.empty(hazard_ratio.shape)
        for law, chosen, form, pace in groups:
            share[chosen] = law(_YEAR, form, pace, hazard_ratio[chosen])
        return share

    return share_left


class RetentionParameters(NamedTuple):
    """Shape and rate of leaving, one of each per draw.

    Attributes
    ----------
    family : numpy.ndarray of int
        0 gamma frailty, 1 mover–stayer, 2 Weibull.
    shape : numpy.ndarray
        Frailty variance θ, share of movers m, or power k.
    rate : numpy.ndarray
        λ, μ (per year) or Λ (per year to the power k).
    """

    family: npt.NDArray[np.int64]
    shape: Floats
    rate: Floats


def retention(
    t: npt.ArrayLike,
    *,
    eta: npt.ArrayLike = 0.0,
    gone_in_one_year: npt.ArrayLike = 0.18,
    gone_in_five_years: npt.ArrayLike = 0.46,
    family: Family | npt.ArrayLike = "gamma",
) -> Floats:
    r"""Return the share of today's staff still employed after `t` years.

    .. math::

        S_\gamma = [1 + \theta \lambda t h]^{-1/\theta}, \quad
        S_m = 1 - m + m e^{-\mu t h}, \quad
        S_k = e^{-\Lambda t^k h}, \qquad h = e^{-\eta}

    Parameters
    ----------
    t : array-like
        Years from the survey, at least 0.
    eta : array-like, shape (...), default 0
        What a change adds to retention, in log hazard; 0 is today.
    gone_in_one_year, gone_in_five_years : array-like, default 0.18 and 0.46
        Shares that expect to be gone; shape and rate are solved from them.
    family : {"gamma", "mover_stayer", "weibull"} or array of 0, 1, 2
        How leaving spreads over time: unequal people, some who never leave, or a
        hazard that falls for all. One per draw where an array.

    Returns
    -------
    numpy.ndarray, shape of `t` followed by that of the draws
        Shares; 0.82 after one year and 0.54 after five at the defaults.

    Raises
    ------
    ValueError
        If a share or time is out of range, or the family cannot fit the two shares.

    Notes
    -----
    A constant hazard that fits 18 % after one year would predict 63 % after five and
    is rejected. Stated expectation is not turnover: 10.5 % of hospital staff left
    within a year [1]_. Gamma frailty after [2]_.

    References
    ----------
    .. [1] Mathisen et al. (2021). https://doi.org/10.5271/sjweh.3969
    .. [2] Vaupel, Manton & Stallard (1979). Demography, 16(3), 439–454.
       https://doi.org/10.2307/2061224

    Examples
    --------
    >>> retention([1, 5]).round(6).tolist()
    [0.82, 0.54]
    >>> [round(float(retention(10, family=f)), 2) for f in FAMILIES]
    [0.41, 0.48, 0.37]
    """
    parameters = retention_parameters(
        gone_in_one_year=gone_in_one_year,
        gone_in_five_years=gone_in_five_years,
        family=family,
    )
    return remaining_share(t, parameters, eta=eta)


def retention_parameters(
    *,
    gone_in_one_year: npt.ArrayLike = 0.18,
    gone_in_five_years: npt.ArrayLike = 0.46,
    family: Family | npt.ArrayLike = "gamma",
) -> RetentionParameters:
    r"""Solve shape and rate of leaving from two survey shares, in every draw.

    With :math:`a = -\ln(1-p_1)` and :math:`b = -\ln(1-p_5)`, frailty solves
    :math:`\ln(5e^{a\theta} - 4) = b\theta`, mover–stayer :math:`\sum_{j<5} x^j =
    p_5/p_1` for :math:`x = e^{-\mu}`, and Weibull :math:`k = \ln(b/a)/\ln 5`.

    Parameters
    ----------
    gone_in_one_year, gone_in_five_years, family
        As for `retention`; they broadcast.

    Returns
    -------
    RetentionParameters
        Arrays of one shape.

    Raises
    ------
    ValueError
        If a share lies outside 0 to 1, or `gone_in_five_years` is not larger than
        `gone_in_one_year`, or (gamma, mover–stayer) larger than a constant hazard
        would give.

    Examples
    --------
    >>> _, frailty, hazard = retention_parameters()
    >>> round(float(frailty), 2), round(float(hazard), 3)
    (2.01, 0.244)
    """
    one, five, kind = np.broadcast_arrays(
        require_between(gone_in_one_year, 0, 1, name="gone_in_one_year"),
        require_between(gone_in_five_years, 0, 1, name="gone_in_five_years"),
        _family_numbers(family),
    )
    _require_a_fit(one, five, kind)
    shape, rate = np.empty(one.shape), np.empty(one.shape)
    for number, solve in enumerate((_solve_gamma, _solve_mover_stayer, _solve_weibull)):
        chosen = kind == number
        shape[chosen], rate[chosen] = solve(one[chosen], five[chosen])
    return RetentionParameters(kind, shape, rate)


def remaining_share(
    t: npt.ArrayLike, parameters: RetentionParameters, *, eta: npt.ArrayLike = 0.0
) -> Floats:
    """Return the share still employed after `t` years, for parameters solved before.

    Parameters
    ----------
    t : array-like
        Years from the survey, at least 0.
    parameters : RetentionParameters
        From `retention_parameters`.
    eta : array-like, default 0
        What a change adds to retention, in log hazard.

    Returns
    -------
    numpy.ndarray, shape of `t` followed by that of the draws
        Shares, 1 at time 0.

    Raises
    ------
    ValueError
        If a time is negative.

    Examples
    --------
    >>> remaining_share([0, 1], retention_parameters()).round(6).tolist()
    [1.0, 0.82]
    """
    years = require_between(t, 0, np.inf, name="t")
    kind, shape, rate, effect = np.broadcast_arrays(
        *parameters, as_floats(eta, name="eta")
    )
    share = np.empty((*years.shape, *kind.shape))
    flat = share.reshape(years.size, kind.size)
    hazard_ratio = np.exp(-effect)
    for number, law in enumerate(LAWS):
        chosen = np.flatnonzero(kind == number)
        if chosen.size:
            flat[:, chosen] = law(
                years.reshape(-1, 1),
                shape.ravel()[chosen],
                rate.ravel()[chosen],
                hazard_ratio.ravel()[chosen],
            )
    return share


def _solve_gamma(one: Floats, five: Floats) -> tuple[Floats, Floats]:
    """Return frailty and hazard by Newton's method.

    The equation is concave with one positive root, and the start lies beyond it, so
    that every step stays on the same side.
    """
    near, far = -np.log1p(-one), -np.log1p(-five)
    frailty = np.log(5) / (far - near)
    for _ in range(_FEW_STEPS):
        grown = 5 * np.expm1(near * frailty)
        value = np.log1p(grown) - far * frailty
        slope = near * (5 + grown) / (1 + grown) - far
        step = np.where(slope < 0, value / slope, 0)
        frailty = np.maximum(frailty - step, 0)
        if np.all(np.abs(step) <= PRECISION * (1 + frailty)):
            break
    floor = np.maximum(frailty, PRECISION)
    return frailty, np.expm1(near * floor) / floor


def _solve_mover_stayer(one: Floats, five: Floats) -> tuple[Floats, Floats]:
    """Return share and hazard of the movers by Newton's method from above."""
    wanted = five / one
    stay = np.ones_like(one)
    for _ in range(_FEW_STEPS):
        value = 1 + stay * (1 + stay * (1 + stay * (1 + stay))) - wanted
        slope = 1 + stay * (2 + stay * (3 + stay * 4))
        step = value / slope
        stay = stay - step
        if np.all(np.abs(step) <= PRECISION):
            break
    return one / (1 - stay), -np.log(stay)


def _solve_weibull(one: Floats, five: Floats) -> tuple[Floats, Floats]:
    near, far = -np.log1p(-one), -np.log1p(-five)
    return np.log(far / near) / np.log(5), near


def _family_numbers(family: Family | npt.ArrayLike) -> npt.NDArray[np.int64]:
    if isinstance(family, str):
        return np.asarray(
            FAMILIES.index(require_known(family, FAMILIES, name="family"))
        )
    numbers = require_between(family, 0, 2, name="family")
    if (numbers != np.round(numbers)).any():
        msg = f"family must be one of {', '.join(FAMILIES)}, or 0, 1 or 2 per draw."
        raise ValueError(msg)
    return numbers.astype(np.int64)


def _require_a_fit(one: Floats, five: Floats, kind: npt.NDArray[np.int64]) -> None:
    most = np.where(kind == FAMILIES.index("weibull"), 1.0, 1 - (1 - one) ** 5)
    broken = ~((one > 0) & (one < five) & (five < 1) & (five <= most))
    if broken.any():
        place = np.flatnonzero(broken)[0]
        msg = (
            "gone_in_five_years must lie above gone_in_one_year "
            f"({one.flat[place]:.3g}, itself above 0) and be at most "
            f"{most.flat[place]:.3g}, for the family "
            f"{FAMILIES[kind.flat[place]]}; got {five.flat[place]:.3g}."
        )
        raise ValueError(msg)
