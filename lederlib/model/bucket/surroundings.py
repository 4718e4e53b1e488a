"""What comes from outside the workplace: bad press, and people who are missing."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats, require_between


class Press(NamedTuple):
    """What bad press does.

    Attributes
    ----------
    meaning : numpy.ndarray
        Change of the factor meaning and influence, in factor units.
    eta_attraction, eta_retention : numpy.ndarray
        Change of attraction (log applicants) and retention (log hazard).
    """

    meaning: Floats
    eta_attraction: Floats
    eta_retention: Floats


def bad_press(
    press: npt.ArrayLike,
    *,
    press_to_applicants: npt.ArrayLike = 1.0,
    press_to_meaning: npt.ArrayLike = 0.3,
    meaning_to_retention: npt.ArrayLike = 1.0,
) -> Press:
    r"""Return what bad press does to applicants, to meaning and to staying.

    .. math::

        \eta_A = -\beta_P p, \qquad \Delta M = -\rho_P p, \qquad
        \eta_R = \beta_M \Delta M

    Parameters
    ----------
    press : array-like
        Bad press on top of today's :math:`p`, 0 (none) to 1 (from the best talk to the
        worst).
    press_to_applicants : array-like, default 1
        Log applicants lost :math:`\beta_P`, 0 to 10.
    press_to_meaning : array-like, default 0.3
        Meaning lost :math:`\rho_P`, in factor units, 0 to 1.
    meaning_to_retention : array-like, default 1
        Log hazard per factor unit of meaning :math:`\beta_M`, 0 to 10.

    Returns
    -------
    Press

    Raises
    ------
    ValueError
        If an input is out of range.

    Notes
    -----
    Own teaching model. That bad press wears on motivation and meaning, and that people
    then see themselves less in the job, is what 5,234 municipal employees tell [1]_;
    the sizes are assumptions.

    References
    ----------
    .. [1] Jørgensen (2025). Skab et godt omdømme og hold døren åben for tidligere
       medarbejdere. Offentlig Ledelse.

    Examples
    --------
    >>> found = bad_press([0, 0.5])
    >>> found.meaning.round(2).tolist(), found.eta_retention.round(2).tolist()
    ([0.0, -0.15], [0.0, -0.15])
    """
    worse = require_between(press, 0, 1, name="press")
    to_applicants = require_between(
        press_to_applicants, 0, 10, name="press_to_applicants"
    )
    lost = worse * require_between(press_to_meaning, 0, 1, name="press_to_meaning")
    staying = require_between(meaning_to_retention, 0, 10, name="meaning_to_retention")
    # Subtracted from nothing, so that no press is 0 and not -0.
    return Press(
        meaning=np.asarray(0 - lost),
        eta_attraction=np.asarray(0 - to_applicants * worse),
        eta_retention=np.asarray(0 - staying * lost),
    )


def shortage_of(
    missing: npt.ArrayLike,
    *,
    vacant: npt.ArrayLike = 0.04,
    applicants_per_advert: npt.ArrayLike = 8.0,
    acceptance: npt.ArrayLike = 0.25,
) -> Floats:
    r"""Return the share of applicants gone that leaves so many more positions vacant.

    .. math::

        1 - m = -\frac{1}{a \mu_A} \ln\left(1 - \frac{1 - e^{-a \mu_A}}{r}\right),
        \qquad r = \frac{(v_0 + x) / (1 - v_0 - x)}{v_0 / (1 - v_0)}

    In the long run vacancies per person in a position are as many as its quits times
    the weeks to fill it, so that they grow by the factor :math:`r` when
    `time_to_fill` does.

    Parameters
    ----------
    missing : array-like
        People missing as a share of all positions :math:`x`, 0 to 1.
    vacant : array-like, default 0.04
        Share of the positions vacant before that :math:`v_0`, above 0 to 1.
    applicants_per_advert, acceptance : array-like, default 8 and 0.25
        As for `time_to_fill`.

    Returns
    -------
    numpy.ndarray
        Share of today's applicants who are no longer there, 0 to 1; 0 where nobody is
        missing, 1 where more are missing than people hold positions.

    Raises
    ------
    ValueError
        If an input is out of range.

    Notes
    -----
    Own teaching model: every workplace lacks its share, all hire from outside, they
    quit as before, and today's vacancies are those of the long run. Former colleagues
    who return make up for some of it.

    See Also
    --------
    time_to_fill : what the shortage does to one position.

    Examples
    --------
    >>> shortage_of([0, 0.01, 0.03]).round(2).tolist()
    [0.0, 0.42, 0.67]
    """
    more = require_between(missing, 0, 1, name="missing")
    today = require_between(vacant, 1e-9, 1, name="vacant")
    fitting = require_between(
        applicants_per_advert, 1e-9, np.inf, name="applicants_per_advert"
    ) * require_between(acceptance, 1e-9, 1, name="acceptance")
    staffed = 1 - today
    held = np.maximum(staffed - more, 0)
    # The factor 1/r, which is exactly 1 where nobody is missing.
    slower = today / (today + more) * held / np.where(staffed > 0, staffed, 1)
    left = np.log1p(slower * np.expm1(-fitting)) / -fitting
    return np.asarray(np.where(more > 0, np.clip(1 - left, 0, 1), 0.0))
