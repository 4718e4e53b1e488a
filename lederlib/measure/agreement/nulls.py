"""What the answers of a group would look like if it had no view in common."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from lederlib._checks import (
    as_floats,
    require_between,
    require_count,
    require_known,
    require_number,
)

Null = str | float | Sequence[float]
MOST_OPTIONS: Final = 101
#: Shares of the five options under a response bias, after LeBreton and Senter (2008).
SKEWED: Final = {
    "slight": (0.05, 0.15, 0.20, 0.35, 0.25),
    "moderate": (0.00, 0.10, 0.15, 0.40, 0.35),
    "heavy": (0.00, 0.00, 0.10, 0.40, 0.50),
}
_NAMES: Final = ("uniform", *SKEWED)
_HAIR: Final = 1e-6


def null_variance(null: Null = "uniform", *, options: int = 5) -> float:
    r"""Return the variance of an item's answers where nobody agrees on anything.

    Parameters
    ----------
    null : str, float or sequence of float
        "uniform" (:math:`(A^2-1)/12` with A options); with five options "slight",
        "moderate" or "heavy" skew; a variance of your own; or the share of each
        option, from the first to the last, which must sum to 1.
    options : int, default 5
        Answer options of an item, 2 to 101.

    Raises
    ------
    ValueError
        If the null is unknown, its variance is not above 0, or the shares do not fit.

    Notes
    -----
    The skewed shares are those of LeBreton and Senter (2008),
    doi:10.1177/1094428106296642.

    Examples
    --------
    >>> null_variance(), round(null_variance("heavy"), 2)
    (2.0, 0.44)
    """
    count = require_count(options, 2, MOST_OPTIONS, name="options")
    if isinstance(null, str):
        return _named(require_known(null, _NAMES, name="null"), count)
    if np.ndim(null) == 0:
        most = ((count - 1) / 2) ** 2 * 2
        return require_number(null, _HAIR, most, name="null, a variance,")
    return _variance(_shares(null, count))


def _named(null: str, options: int) -> float:
    if null == "uniform":
        return (options**2 - 1) / 12
    shares = SKEWED[null]
    if options != len(shares):
        msg = (
            f"null {null!r} is known for {len(shares)} options only; with {options}, "
            "give the share of each option or a variance."
        )
        raise ValueError(msg)
    return _variance(np.array(shares))


def _shares(null: Sequence[float] | float, options: int) -> np.ndarray:
    shares = as_floats(null, name="null")
    if shares.shape != (options,):
        msg = (
            f"null must give a share for each of the {options} options; "
            f"got {shares.size}."
        )
        raise ValueError(msg)
    require_between(shares, 0, 1, name="null, a share,")
    if abs(shares.sum() - 1) > _HAIR:
        msg = f"null must be shares that sum to 1; they sum to {shares.sum():g}."
        raise ValueError(msg)
    if shares.max() > 1 - _HAIR:
        msg = "null must leave at least two options possible; one has all of it."
        raise ValueError(msg)
    return shares


def _variance(shares: np.ndarray) -> float:
    places = np.arange(len(shares))
    mean = shares @ places
    return float(shares @ (places - mean) ** 2)
