"""Draw people again, many times at once, where only sums over people matter."""

from collections.abc import Iterator

import numpy as np
from scipy.special import ndtr, ndtri

from lederlib._checks import Floats, generator_of

# A block of counts of this many cells fits into the processor's nearest memory.
_BLOCK_CELLS = 1_500_000
LEVEL = 0.95


def resample_sums(
    table: Floats, *, draws: int, rng: np.random.Generator
) -> Iterator[Floats]:
    """Yield the sums of each column over people drawn with replacement, block by block.

    A sample is a count of how often each person was drawn, so all samples of a block
    are one product of matrices.

    Parameters
    ----------
    table : numpy.ndarray, shape (people, columns)
        What to sum.
    draws : int
        Samples in all.
    rng : numpy.random.Generator
        Where chance comes from.

    Yields
    ------
    numpy.ndarray, shape (samples of the block, columns)
    """
    people = len(table)
    size = max(1, _BLOCK_CELLS // people)
    for start in range(0, draws, size):
        block = min(size, draws - start)
        drawn = rng.integers(0, people, (block, people), dtype=np.int32)
        drawn += np.arange(block, dtype=np.int32)[:, None] * people
        counts = np.bincount(drawn.ravel(), minlength=block * people)
        yield counts.reshape(block, people).astype(float) @ table


def resample_alpha(
    values: Floats, *, draws: int, rng: int | np.random.Generator
) -> Floats:
    """Return raw alpha in each of `draws` samples; NaN where all sums are alike.

    Only the sums of each item, of the squares and of the squared total are needed.
    """
    chance = generator_of(rng)
    people, items = values.shape
    centred = values - values.mean(axis=0)
    squares = (centred**2).sum(axis=1)
    totals = centred.sum(axis=1)
    table = np.column_stack([centred, squares, totals**2])
    results = []
    for sums in resample_sums(table, draws=draws, rng=chance):
        apart = sums[:, items] - (sums[:, :items] ** 2).sum(axis=1) / people
        together = sums[:, items + 1] - sums[:, :items].sum(axis=1) ** 2 / people
        share = np.divide(
            apart, together, out=np.full_like(apart, np.nan), where=together > 0
        )
        results.append(items / (items - 1) * (1 - share))
    return np.concatenate(results)


def resample_moments(
    values: Floats, *, draws: int, rng: int | np.random.Generator
) -> Iterator[tuple[Floats, Floats]]:
    """Yield the items' means and covariances in samples of people, block by block.

    Yields
    ------
    tuple of numpy.ndarray, shapes (samples of the block, items) and (…, items, items)
        Covariances are divided by the number of people.
    """
    people, items = values.shape
    origin = values.mean(axis=0)
    centred = values - origin
    first, second = np.triu_indices(items)
    table = np.column_stack([centred, centred[:, first] * centred[:, second]])
    chance = generator_of(rng)
    for sums in resample_sums(table, draws=draws, rng=chance):
        means, products = sums[:, :items] / people, sums[:, items:] / people
        covariances = np.empty((len(sums), items, items))
        covariances[:, first, second] = products
        covariances[:, second, first] = products
        covariances -= means[:, :, None] * means[:, None, :]
        yield origin + means, covariances


def resample_covariances(
    values: Floats, *, draws: int, rng: int | np.random.Generator
) -> Iterator[Floats]:
    """Yield the items' covariances in samples of people, block by block.

    Yields
    ------
    numpy.ndarray, shape (samples of the block, items, items)
        Divided by the number of people.
    """
    for _, covariances in resample_moments(values, draws=draws, rng=rng):
        yield covariances


def interval_of(draws: Floats, value: float, kind: str) -> tuple[float, float]:
    """Return the ends of the 95 % interval of a figure, from its draws.

    Between two draws the end lies as on the scale of the normal distribution (Davison &
    Hinkley, 1997, https://doi.org/10.1017/CBO9780511802843, equation 5.8). The
    corrected kind (Efron, 1981, https://doi.org/10.2307/3314608) moves both ends by how
    many draws lie below the estimate.

    Examples
    --------
    >>> [round(end, 6) for end in interval_of(np.arange(1.0, 40), 20, "percentile")]
    [1.0, 39.0]
    """
    if np.ptp(draws) == 0:
        return float(draws[0]), float(draws[0])
    levels = np.array([(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    if kind == "bc":
        shift = ndtri(np.mean(draws < value))
        levels = ndtr(2 * shift + ndtri(levels))
    ordered, count = np.sort(draws), len(draws)
    place = (count + 1) * levels
    below = np.clip(np.floor(place + 1e-9).astype(int), 1, count - 1)
    first, second = ndtri(below / (count + 1)), ndtri((below + 1) / (count + 1))
    part = np.clip((ndtri(levels) - first) / (second - first), 0, 1)
    low, high = ordered[below - 1] + part * (ordered[below] - ordered[below - 1])
    return float(low), float(high)
