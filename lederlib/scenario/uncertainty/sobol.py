"""First and total effects by the estimators of Saltelli and others, and how sure."""

import numpy as np

from lederlib._checks import Floats
from lederlib.scenario.uncertainty.evaluating import stands_still

# Numbers in one block of resamples: 16 MB, which stays near the processor.
_BLOCK = 2**21


def sobol_effects(first: Floats, second: Floats, mixed: Floats) -> Floats:
    r"""Return the first and the total effect of each input on an outcome.

    .. math::

        S_i = \frac{E[f(B)\,(f(A_B^i) - f(A))]}{V}, \qquad
        T_i = \frac{E[(f(A) - f(A_B^i))^2]}{2V}

    Parameters
    ----------
    first, second : numpy.ndarray, shape (draws,)
        The outcome in two independent samples A and B.
    mixed : numpy.ndarray, shape (inputs, draws)
        The outcome in A with one input at a time taken from B.

    Returns
    -------
    numpy.ndarray, shape (2, inputs)
        First and total effects, 0 where the outcome does not vary. Outcomes are
        centred at the mean of all of them, V is the variance over both samples, and
        first effects that are truly 0 may come out just below.

    Notes
    -----
    Saltelli et al. (2010), https://doi.org/10.1016/j.cpc.2009.09.018.

    Examples
    --------
    >>> a, b = np.random.default_rng(0).normal(size=(2, 2, 4000))
    >>> mixed = np.array([3 * b[0] + a[1], 3 * a[0] + b[1]])
    >>> sobol_effects(3 * a[0] + a[1], 3 * b[0] + b[1], mixed).round(1).tolist()
    [[0.9, 0.1], [0.9, 0.1]]
    """
    if stands_still(np.concatenate([first, second, mixed.ravel()])):
        return np.zeros((2, len(mixed)))
    return _effects(_moments(first, second, mixed).mean(axis=1))


def resampled_effects(
    first: Floats,
    second: Floats,
    mixed: Floats,
    *,
    resamples: int,
    rng: np.random.Generator,
) -> Floats:
    """Return the effects in bootstrap samples of the draws.

    Parameters
    ----------
    first, second, mixed
        As for `sobol_effects`.
    resamples : int
        How many bootstrap samples.
    rng : numpy.random.Generator
        Picks them.

    Returns
    -------
    numpy.ndarray, shape (2, inputs, resamples)
        First and total effects.
    """
    if stands_still(np.concatenate([first, second, mixed.ravel()])):
        return np.zeros((2, len(mixed), resamples))
    moments = _moments(first, second, mixed)
    draws = first.size
    size = max(1, _BLOCK // draws)
    starts = range(0, resamples, size)
    # A resample is a row of counts, so that all of its means are one product.
    means = [
        moments @ _counts(min(size, resamples - start), draws, rng).T / draws
        for start in starts
    ]
    return _effects(np.concatenate(means, axis=1))


def _counts(rows: int, draws: int, rng: np.random.Generator) -> Floats:
    """Return how often each draw is picked in each of `rows` resamples."""
    picked = rng.integers(draws, size=(rows, draws))
    picked += draws * np.arange(rows)[:, None]
    counts = np.bincount(picked.ravel(), minlength=rows * draws)
    return counts.reshape(rows, draws).astype(float)


def _moments(first: Floats, second: Floats, mixed: Floats) -> Floats:
    """Return what the effects are made of in each draw, shape (2 + 2 inputs, draws)."""
    everything = np.concatenate([first, second, mixed.ravel()])
    middle, spread = everything.mean(), everything.std()
    a, b, ab = ((part - middle) / spread for part in (first, second, mixed))
    both = [(a + b) / 2, (a * a + b * b) / 2]
    return np.concatenate([both, b * (ab - a), (a - ab) ** 2 / 2])


def _effects(means: Floats) -> Floats:
    """Return first and total effects, stacked, from the means of the moments."""
    variance = means[1] - means[0] ** 2
    parts = np.stack(np.split(means[2:], 2))
    nothing = np.zeros_like(parts)
    return np.asarray(np.divide(parts, variance, out=nothing, where=variance > 0))
