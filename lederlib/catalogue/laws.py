"""The laws by which a quantity is drawn, from how far up in them it lies."""

import numpy as np
from scipy.special import ndtri

from lederlib._checks import NORMAL_95, Floats


def normal_at(low: float, mean: float, high: float, share: Floats) -> Floats:
    """Return values of a normal law, none further out than twice its 95 % range.

    Where the range is longer on one side, so is the law, half to either side.

    Examples
    --------
    >>> normal_at(1, 2, 4, np.array([0.0, 0.5, 0.975])).tolist()
    [0.0, 2.0, 4.0]
    """
    steps = np.clip(ndtri(share) / NORMAL_95, -2, 2)
    return np.asarray(mean + np.where(steps < 0, mean - low, high - mean) * steps)


def weights_at(
    keys: tuple[str, ...], order: tuple[tuple[str, ...], ...], share: Floats
) -> Floats:
    """Return weights uniform on the simplex that respects a ranking with ties.

    Parameters
    ----------
    keys : tuple of str
        Every factor, in the order of the rows returned.
    order : tuple of tuple of str
        The heaviest group first; keys that no group names share the last place.
    share : numpy.ndarray, shape (keys, n)
        From 0 up to 1; uniform shares give uniform weights.

    Returns
    -------
    numpy.ndarray, shape (keys, n)
        Weights that sum to 1 in every column.

    Examples
    --------
    >>> weights_at(("a", "b", "c"), (("b",),), np.array([[0.9], [0.1], [0.5]])).round(2)
    array([[0.22],
           [0.74],
           [0.03]])
    """
    named = [key for group in order for key in group]
    rest = tuple(key for key in keys if key not in named)
    drawn = -np.log1p(-share)
    drawn /= drawn.sum(axis=0)
    heaviest = np.sort(drawn, axis=0)[::-1]
    weights = np.empty_like(drawn)
    start = 0
    for group in (*order, rest):
        rows = [keys.index(key) for key in group]
        # The group takes its share of the heaviest, each member by its own rank in it.
        places = np.argsort(-drawn[rows], axis=0)
        block = np.empty_like(drawn[rows])
        np.put_along_axis(block, places, heaviest[start : start + len(group)], axis=0)
        weights[rows] = block
        start += len(group)
    return weights
