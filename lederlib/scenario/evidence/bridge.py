"""From worlds of the ledger to worlds that also fit what was observed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from scipy.special import logsumexp, ndtr, ndtri

from lederlib._checks import Floats
from lederlib.scenario.evidence.prior import effective_worlds

Shares = Mapping[str, Floats]
#: Each step leaves at least this share of the worlds effective.
_KEPT = 0.5
#: Sweeps go on until no quantity remembers more than this of where it came from.
_MEMORY = 0.15
_MOST_SWEEPS = 200
_WANTED = 0.3
_WIDTHS = (0.02, 1.0)
_PACE = 0.7
#: Chance that a quantity is drawn anew in a sweep that refreshes.
_REFRESHED = 0.25
_EDGE = 1e-15


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Bridged:
    """Where the worlds arrived.

    Attributes
    ----------
    shares : mapping of str to numpy.ndarray
        How far up in its law each quantity lies; equally weighted worlds, last axis.
    log_likelihood : numpy.ndarray, shape (worlds,)
    exponents : tuple of float
        Powers of the likelihood on the way; the last is 1.
    effective : float
        How many independent worlds these are worth.
    """

    shares: Shares
    log_likelihood: Floats
    exponents: tuple[float, ...]
    effective: float


def bridge(
    shares: Shares,
    log_likelihood: Callable[[Shares], Floats],
    *,
    worlds: int,
    rng: np.random.Generator,
) -> Bridged:
    r"""Move worlds from the prior to the full likelihood.

    Adaptive sequential Monte Carlo [1]_: the likelihood is raised to a power that
    grows from 0 to 1 in steps that each leave half of the worlds effective; after a
    step the worlds are resampled and moved. Moves keep the prior by themselves: a
    normal score :math:`z` becomes :math:`\sqrt{1 - \beta^2}\, z + \beta \xi` with
    :math:`\xi \sim N(0, 1)` [2]_, or some quantities are drawn anew; they are accepted
    by the likelihood alone.

    Parameters
    ----------
    shares : mapping of str to numpy.ndarray
        Worlds of the prior, from `Ledger.shares`.
    log_likelihood : callable
        From shares to one number a world.
    worlds : int
        How many are carried on after the first step.
    rng : numpy.random.Generator

    References
    ----------
    .. [1] Del Moral, Doucet & Jasra (2006). Journal of the Royal Statistical Society
       B, 68(3), 411–436. https://doi.org/10.1111/j.1467-9868.2006.00553.x
    .. [2] Cotter, Roberts, Stuart & White (2013). Statistical Science, 28(3),
       424–446. https://doi.org/10.1214/13-STS421
    """
    now, fit = dict(shares), log_likelihood(shares)
    exponents: list[float] = []
    exponent, width, worth = 0.0, 0.5, float(worlds)
    while exponent < 1:
        later = _next_exponent(fit, exponent)
        chosen = _resampled((later - exponent) * fit, worlds, rng)
        now = {name: one[..., chosen] for name, one in now.items()}
        now, fit, width, memory = _moved(
            now, fit[chosen], log_likelihood, exponent=later, width=width, rng=rng
        )
        families = np.bincount(chosen)
        alike = float((families.astype(float) ** 2).sum() / worlds) - 1
        worth /= 1 + alike * memory
        exponent = later
        exponents.append(exponent)
    return Bridged(
        shares=now,
        log_likelihood=fit,
        exponents=tuple(exponents),
        effective=worth,
    )


def _next_exponent(fit: Floats, exponent: float) -> float:
    """Return the largest power up to 1 that leaves enough of the worlds effective."""
    enough = _KEPT * fit.size
    if effective_worlds((1 - exponent) * fit) >= enough:
        return 1.0
    low, high = exponent, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        if effective_worlds((middle - exponent) * fit) >= enough:
            low = middle
        else:
            high = middle
    return high if low == exponent else low


def _resampled(log_weights: Floats, worlds: int, rng: np.random.Generator) -> Floats:
    """Return which worlds go on, by systematic resampling."""
    edges = np.exp(np.logaddexp.accumulate(log_weights - logsumexp(log_weights)))
    places = (np.arange(worlds) + rng.random()) / worlds
    chosen = np.searchsorted(edges, places)
    return np.minimum(chosen, log_weights.size - 1)


def _moved(
    shares: dict[str, Floats],
    fit: Floats,
    log_likelihood: Callable[[Shares], Floats],
    *,
    exponent: float,
    width: float,
    rng: np.random.Generator,
) -> tuple[dict[str, Floats], Floats, float, float]:
    """Return the worlds moved about, the last width, and what they still remember."""
    start = {
        name: ndtri(np.clip(one, _EDGE, 1 - _EDGE)) for name, one in shares.items()
    }
    scores = {name: one.copy() for name, one in start.items()}
    memory = 1.0
    for sweep in range(_MOST_SWEEPS):
        refreshes = sweep % 2 == 1
        proposed = {
            name: _proposed(one, width, refreshes=refreshes, rng=rng)
            for name, one in scores.items()
        }
        found = log_likelihood({name: ndtr(one) for name, one in proposed.items()})
        taken = np.log(rng.random(fit.size)) < exponent * (found - fit)
        for name, one in scores.items():
            one[..., taken] = proposed[name][..., taken]
        fit = np.where(taken, found, fit)
        if not refreshes:
            faster = np.exp(_PACE * (taken.mean() - _WANTED))
            width = float(np.clip(width * faster, *_WIDTHS))
        memory = max(_remembered(start[name], one) for name, one in scores.items())
        if memory < _MEMORY:
            break
    return {name: ndtr(one) for name, one in scores.items()}, fit, width, memory


def _proposed(
    scores: Floats, width: float, *, refreshes: bool, rng: np.random.Generator
) -> Floats:
    fresh = rng.standard_normal(scores.shape)
    if refreshes:
        anew = rng.random(scores.shape[-1]) < _REFRESHED
        return np.where(anew, fresh, scores)
    return np.asarray(np.sqrt(1 - width**2) * scores + width * fresh)


def _remembered(before: Floats, after: Floats) -> float:
    """Return how far scores still follow from where they started, at most 1."""
    rows = [np.atleast_2d(one) for one in (before, after)]
    first, last = (one - one.mean(axis=-1, keepdims=True) for one in rows)
    spread = np.sqrt((first**2).sum(axis=-1) * (last**2).sum(axis=-1))
    return float(np.max((first * last).sum(axis=-1) / np.maximum(spread, 1e-300)))
