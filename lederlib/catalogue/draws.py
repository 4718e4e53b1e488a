"""Draw values of a quantity, always by the quantiles of one uniform stream."""

import numpy as np
from scipy.special import ndtri

from lederlib._checks import NORMAL_95, Floats, generator_of
from lederlib.catalogue.quantities import Quantity


def values_at(quantity: Quantity, share: Floats) -> Floats:
    """Return the values of a single number below which those shares of it lie.

    Parameters
    ----------
    quantity : Quantity
        A number with any distribution but `ranks`.
    share : numpy.ndarray
        From 0 up to 1; uniform shares give draws of the quantity.
    """
    low, value, high = quantity.low, quantity.value, quantity.high
    match quantity.distribution:
        case "uniform":
            return np.asarray(low + (high - low) * share)
        case "loguniform":
            return np.asarray(low * (high / low) ** share)
        case "normal":
            sd = (high - low) / (2 * NORMAL_95)
            drawn = np.asarray(value + sd * ndtri(share))
            return np.asarray(np.clip(drawn, 2 * low - value, 2 * high - value))
        case "choice":
            return np.asarray(low + np.floor(share * (high - low + 1)))
        case _:
            return np.full(share.shape, value)


def draw_weights(
    keys: tuple[str, ...],
    order: tuple[tuple[str, ...], ...],
    n: int,
    rng: int | np.random.Generator,
) -> Floats:
    """Return weights uniform on the simplex that respects a ranking with ties.

    Parameters
    ----------
    keys : tuple of str
        Every factor, in the order of the rows returned.
    order : tuple of tuple of str
        The heaviest group first; keys that no group names share the last place.

    Returns
    -------
    numpy.ndarray, shape (keys, n)
        Weights that sum to 1 in every column.
    """
    chance = generator_of(rng)
    named = [key for group in order for key in group]
    rest = tuple(key for key in keys if key not in named)
    drawn = chance.standard_exponential((n, len(keys)))
    drawn = np.sort(drawn, axis=1)[:, ::-1]
    drawn /= drawn.sum(axis=1, keepdims=True)
    weights = np.empty((len(keys), n))
    start = 0
    for group in (*order, rest):
        block = chance.permuted(drawn[:, start : start + len(group)], axis=1)
        weights[[keys.index(key) for key in group]] = block.T
        start += len(group)
    return weights
