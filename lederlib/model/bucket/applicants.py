"""How many apply for an advertised post."""

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
