"""How long new colleagues stay, and how many positions that leaves vacant."""

import numpy as np
import numpy.typing as npt
from scipy.special import hyp1f1

from lederlib._checks import (
    WEEKS_PER_YEAR,
    Floats,
    as_floats,
    require_between,
    require_finite,
)


def newcomer_retention(
    t: npt.ArrayLike,
    *,
    eta: npt.ArrayLike = 0.0,
    newcomer_hazard: npt.ArrayLike = 0.12,
    newcomer_ratio: npt.ArrayLike = 3.0,
    onboarding_weeks: npt.ArrayLike = 26.0,
) -> Floats:
    r"""Return the share of new colleagues who have not quit after `t` years.

    .. math::

        S_{new}(\tau) = \exp\left(-h \left[\tau + (m_o - 1)\,\tau_o
        \left(1 - e^{-\tau/\tau_o}\right)\right]\right), \qquad h = h_0 e^{-\eta_R}

    They have a law of their own, and never that of `retention`: there the hazard
    falls because those who would leave have left, here because people settle.

    Parameters
    ----------
    t : array-like
        Years since the first day, at least 0.
    eta : array-like, default 0
        Retention :math:`\eta_R`, in log hazard; 0 is today.
    newcomer_hazard : array-like, default 0.12
        Hazard of quitting once settled :math:`h_0`, per year, 0 to 10.
    newcomer_ratio : array-like, default 3
        How many times higher it is on the first day :math:`m_o`, 0 to 20.
    onboarding_weeks : array-like, default 26
        Weeks in which the excess falls to 37 % :math:`\tau_o`, 1 to 520.

    Returns
    -------
    numpy.ndarray, shape of `t` followed by that of the draws
        Shares, without retirement.

    Raises
    ------
    ValueError
        If an input is out of range.

    Notes
    -----
    Own teaching model; every size is an assumption.

    Examples
    --------
    >>> newcomer_retention([0, 1, 5]).round(3).tolist()
    [1.0, 0.8, 0.487]
    """
    law = _law(eta, newcomer_hazard, newcomer_ratio, onboarding_weeks)
    return np.asarray(np.exp(-_added_up(t, *law)))


def newcomer_cumulative_hazard(
    t: npt.ArrayLike,
    *,
    newcomer_hazard: npt.ArrayLike = 0.12,
    newcomer_ratio: npt.ArrayLike = 3.0,
    onboarding_weeks: npt.ArrayLike = 26.0,
) -> Floats:
    r"""Return today's hazard of new colleagues, added up from their first day on.

    Parameters and errors as `newcomer_retention`, whose :math:`-\ln S_{new}` it is.

    Examples
    --------
    >>> newcomer_cumulative_hazard([0, 1]).round(3).tolist()
    [0.0, 0.224]
    """
    return _added_up(t, *_law(0, newcomer_hazard, newcomer_ratio, onboarding_weeks))


def vacancy_at_rest(
    fill_weeks: npt.ArrayLike,
    *,
    eta: npt.ArrayLike = 0.0,
    newcomer_hazard: npt.ArrayLike = 0.12,
    newcomer_ratio: npt.ArrayLike = 3.0,
    onboarding_weeks: npt.ArrayLike = 26.0,
    retirement: npt.ArrayLike = 0.025,
) -> Floats:
    r"""Return the share of positions that stand vacant in the long run.

    .. math::

        v = \frac{\tau_f}{\tau_f + T}, \qquad
        T = \int_0^\infty S_{new}(t)\, e^{-\delta t}\, dt
          = \frac{{}_1F_1(1;\, 1 + (h + \delta)\tau_o;\, -h (m_o - 1) \tau_o)}
                 {h + \delta}

    Parameters
    ----------
    fill_weeks : array-like
        Weeks to fill a position :math:`\tau_f`, at least 0; see `time_to_fill`.
    eta, newcomer_hazard, newcomer_ratio, onboarding_weeks : array-like
        As for `newcomer_retention`.
    retirement : array-like, default 0.025
        Share that retires each year :math:`\delta`, 0 to 1.

    Returns
    -------
    numpy.ndarray
        Shares, 0 to 1; 1 where a position is never filled.

    Raises
    ------
    ValueError
        If an input is out of range.

    Notes
    -----
    Renewal theory: a position alternates between vacant and filled. With a constant
    hazard it is :math:`h\tau_f / (1 + h\tau_f)`.

    Examples
    --------
    >>> round(float(vacancy_at_rest(12)), 3)
    0.036
    """
    waits = as_floats(fill_weeks, name="fill_weeks") / WEEKS_PER_YEAR
    require_between(waits, 0, np.inf, name="fill_weeks")
    hazard, ratio, settling = _law(
        eta, newcomer_hazard, newcomer_ratio, onboarding_weeks
    )
    leaving = hazard + require_between(retirement, 0, 1, name="retirement")
    stay = hyp1f1(1, 1 + leaving * settling, -hazard * (ratio - 1) * settling)
    # Shares of time, multiplied by the rate of leaving so that it may be zero.
    vacant = np.where(np.isfinite(waits), waits, 1) * leaving
    filled = np.where(np.isfinite(waits), stay, 0)
    total = vacant + filled
    return np.asarray(np.where(total > 0, vacant / np.where(total > 0, total, 1), 1))


def _added_up(
    t: npt.ArrayLike, hazard: Floats, ratio: Floats, settling: Floats
) -> Floats:
    years = require_between(t, 0, np.inf, name="t")
    shape = np.broadcast_shapes(hazard.shape, ratio.shape, settling.shape)
    years = years.reshape((*years.shape, *(1,) * len(shape)))
    excess = (ratio - 1) * settling * -np.expm1(-years / settling)
    return np.asarray(hazard * (years + excess))


def _law(
    eta: npt.ArrayLike,
    newcomer_hazard: npt.ArrayLike,
    newcomer_ratio: npt.ArrayLike,
    onboarding_weeks: npt.ArrayLike,
) -> tuple[Floats, Floats, Floats]:
    """Return hazard and its ratio on the first day, and the settling time in years."""
    base = require_between(newcomer_hazard, 0, 10, name="newcomer_hazard")
    settling = require_between(onboarding_weeks, 1, 520, name="onboarding_weeks")
    return (
        np.asarray(base * np.exp(-require_finite(eta, name="eta"))),
        require_between(newcomer_ratio, 0, 20, name="newcomer_ratio"),
        np.asarray(settling / WEEKS_PER_YEAR),
    )
