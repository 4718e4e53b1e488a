"""How many leave in one profession, against what staff expect."""

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats, require_between

_NONE, _ALL = 1e-9, 1 - 1e-9


def exit_ratio(
    observed: npt.ArrayLike, *, gone_in_one_year: npt.ArrayLike = 0.18
) -> Floats:
    r"""Return the hazard ratio at which an observed share is gone after one year.

    .. math:: S(t) = S_0(t)^r, \qquad r = \frac{\ln(1 - p)}{\ln(1 - p_1)}

    How leaving spreads over time stays what staff expect; how many leave is what was
    observed. As :math:`\eta = -\ln r` it means the same in every family of `retention`.

    Parameters
    ----------
    observed : array-like
        Share that left within a year :math:`p`, above 0 and below 1.
    gone_in_one_year : array-like, default 0.18
        Share that expects to be gone :math:`p_1`, above 0 and below 1.

    Returns
    -------
    numpy.ndarray
        1 where as many leave as expect to, above 1 where more do.

    Raises
    ------
    ValueError
        If a share is out of range.

    Notes
    -----
    Own teaching model. A register counts who left a position, whatever for; a survey
    asks who expects to.

    Examples
    --------
    >>> from lederlib.model import retention
    >>> eta = -np.log(exit_ratio(0.195))
    >>> retention([1, 5], eta=eta).round(3).tolist()
    [0.805, 0.51]
    """
    gone = require_between(observed, _NONE, _ALL, name="observed")
    expected = require_between(gone_in_one_year, _NONE, _ALL, name="gone_in_one_year")
    return np.asarray(np.log1p(-gone) / np.log1p(-expected))
