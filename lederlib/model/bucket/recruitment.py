"""Applicants for a vacant position, and how long it takes to fill it."""

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats, require_between

_FAR = 100  # log units; no attraction is e¹⁰⁰ times today's


def applicants(eta: npt.ArrayLike = 0.0, *, mean: npt.ArrayLike = 8.0) -> Floats:
    r"""Return the expected number of applicants per advert.

    .. math:: E = \mu_A e^{\eta_A}

    Parameters
    ----------
    eta : array-like, default 0
        Attraction :math:`\eta_A`, −100 to 100 log units; 0 is today.
    mean : array-like, default 8
        Applicants per advert today :math:`\mu_A`, at least 0: an assumption; put in
        your own number.

    Raises
    ------
    ValueError
        If `mean` is negative, or `eta` missing or out of range.

    Notes
    -----
    Own teaching model: a Poisson count with a log-linear mean.

    Examples
    --------
    >>> float(applicants(0.0, mean=8))
    8.0
    """
    today = require_between(mean, 0, np.inf, name="mean")
    return np.asarray(today * np.exp(require_between(eta, -_FAR, _FAR, name="eta")))


def no_applicant(eta: npt.ArrayLike = 0.0, *, mean: npt.ArrayLike = 8.0) -> Floats:
    r"""Return the risk that an advert draws nobody.

    .. math:: P(\text{none}) = \exp(-\mu_A e^{\eta_A})

    Parameters
    ----------
    eta, mean : array-like
        As for `applicants`.

    Returns
    -------
    numpy.ndarray
        A probability.

    Raises
    ------
    ValueError
        If `mean` is negative.

    Notes
    -----
    Own teaching model: no event of a Poisson count.

    Examples
    --------
    >>> round(float(no_applicant(0.0, mean=2)), 3)
    0.135
    """
    return np.asarray(np.exp(-applicants(eta, mean=mean)))


def time_to_fill(
    eta: npt.ArrayLike = 0.0,
    *,
    applicants_per_advert: npt.ArrayLike = 8.0,
    acceptance: npt.ArrayLike = 0.25,
    recruitment_weeks: npt.ArrayLike = 10.0,
    shortage: npt.ArrayLike = 0.0,
) -> Floats:
    r"""Return the weeks that a position can expect to stay vacant.

    .. math::

        \tau_f = \frac{\tau_r}{1 - \exp\left(-a (1 - m) \mu_A e^{\eta_A}\right)}

    Each round of recruitment ends with a new colleague if at least one applicant both
    fits and accepts; otherwise it starts again.

    Parameters
    ----------
    eta : array-like, default 0
        Attraction :math:`\eta_A`, in log applicants; 0 is today.
    applicants_per_advert : array-like, default 8
        Applicants per advert today :math:`\mu_A`, at least 0.
    acceptance : array-like, default 0.25
        Share of the applicants who fit and would accept :math:`a`, 0 to 1.
    recruitment_weeks : array-like, default 10
        Weeks from advert to first day at work :math:`\tau_r`, 0.1 to 520.
    shortage : array-like, default 0
        Share of today's applicants who are no longer there :math:`m`, 0 to 1.

    Returns
    -------
    numpy.ndarray
        Weeks; infinite where nobody would ever accept.

    Raises
    ------
    ValueError
        If an input is out of range.

    Notes
    -----
    Own teaching model: applicants come as a Poisson count, rounds are independent.

    Examples
    --------
    >>> time_to_fill(shortage=[0, 0.5]).round(1).tolist()
    [11.6, 15.8]
    """
    left = 1 - require_between(shortage, 0, 1, name="shortage")
    willing = left * require_between(acceptance, 0, 1, name="acceptance")
    today = require_between(
        applicants_per_advert, 0, np.inf, name="applicants_per_advert"
    )
    filled = 1 - no_applicant(eta, mean=today * willing)
    round_ = require_between(recruitment_weeks, 0.1, 520, name="recruitment_weeks")
    some = filled > 0
    return np.asarray(np.where(some, round_ / np.where(some, filled, 1), np.inf))
