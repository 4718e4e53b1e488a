"""Whether a small test can show anything at all: its power, before it is made."""

import numpy as np
import numpy.typing as npt
from scipy.special import ndtr, ndtri

from lederlib._checks import Floats, require_between, require_count, seed_of

_MOST_SIMULATIONS = 100_000
_MOST_TEAMS = 20_000_000


def pilot_power(
    teams: npt.ArrayLike,
    *,
    team_size: npt.ArrayLike = 28.571428571428573,
    share_without: npt.ArrayLike = 0.18,
    share_with: npt.ArrayLike = 0.129,
    icc: npt.ArrayLike = 0.03,
    level: float = 0.95,
    simulations: int = 0,
    rng: int | np.random.Generator = 0,
) -> Floats:
    r"""Return the chance that a test with as many teams shows the effect it has.

    .. math::

        \Phi\left(\frac{|p_1 - p_0|}{\sigma} - z\right), \qquad
        \sigma^2 = \frac{[p_0(1 - p_0) + p_1(1 - p_1)]\,[1 + (m - 1)\rho]}{km}

    Parameters
    ----------
    teams : array-like
        Teams in each arm :math:`k`, at least 1.
    team_size : array-like, default 28.6
        People in a team :math:`m`, at least 1.
    share_without, share_with : array-like, default 0.18 and 0.129
        Share to whom it happens (such as leaving within a year), 0 to 1, without
        and with the effect: :math:`p_0, p_1`. The defaults are a third less hazard.
    icc : array-like, default 0.03
        How alike people in a team are :math:`\rho`, 0 to 0.99.
    level : float, default 0.95
        Of the interval that must leave out zero, 0.5 to 0.999.
    simulations : int, default 0
        Simulate as many tests instead of using the formula: teams differ by a beta
        distribution, and their people by chance.
    rng : int or numpy.random.Generator, default 0
        For the simulations.

    Returns
    -------
    numpy.ndarray
        A probability. Only signals in the right direction count.

    Raises
    ------
    ValueError
        If an input is out of range.

    Notes
    -----
    Textbook normal approximation with the design effect of clusters. It takes the
    spread between teams as known; where it has to be estimated from few teams, power
    is lower still.

    Examples
    --------
    >>> pilot_power([1, 10, 40]).round(2).tolist()
    [0.06, 0.24, 0.71]
    """
    seed = seed_of(rng)
    given = np.broadcast_arrays(
        require_between(teams, 1, 1e6, name="teams"),
        require_between(team_size, 1, 1e6, name="team_size"),
        require_between(share_without, 0, 1, name="share_without"),
        require_between(share_with, 0, 1, name="share_with"),
        require_between(icc, 0, 0.99, name="icc"),
    )
    limit = ndtri((1 + require_between(level, 0.5, 0.999, name="level")) / 2)
    many = require_count(simulations, 0, _MOST_SIMULATIONS, name="simulations")
    error = _standard_error(*given)
    if many:
        generator = np.random.default_rng(seed)
        cases = zip(*(each.flat for each in (*given, limit * error)), strict=True)
        shown = [_share_shown(many, generator, *case) for case in cases]
        return np.asarray(shown).reshape(error.shape)
    effect = np.abs(given[3] - given[2])
    certain = np.where(effect > 0, np.inf, 0)
    far = np.where(error > 0, effect / np.where(error > 0, error, 1), certain)
    return np.asarray(ndtr(far - limit))


def _standard_error(
    teams: Floats, size: Floats, without: Floats, with_: Floats, icc: Floats
) -> Floats:
    spread = without * (1 - without) + with_ * (1 - with_)
    return np.asarray(np.sqrt(spread * (1 + (size - 1) * icc) / (teams * size)))


def _share_shown(  # noqa: PLR0917 - one case of the broadcast arguments
    simulations: int,
    rng: np.random.Generator,
    teams: float,
    size: float,
    without: float,
    with_: float,
    icc: float,
    limit: float,
) -> float:
    """Return the share of simulated tests whose difference exceeds the limit."""
    arm = require_count(teams, 1, _MOST_TEAMS // simulations, name="teams")
    first, second = (
        _simulated_shares((simulations, arm), size, share, icc, rng)
        for share in (without, with_)
    )
    right_way = 1 if with_ > without else -1
    return float(np.mean(right_way * (second - first) > limit))


def _simulated_shares(
    shape: tuple[int, int],
    size: float,
    share: float,
    icc: float,
    rng: np.random.Generator,
) -> Floats:
    """Return the share to whom it happens in each simulated arm of a test."""
    # Whole people, with the right mean.
    people = np.floor(size + rng.random(shape)).astype(np.int64)
    chance = np.full(shape, share)
    if icc > 0 and 0 < share < 1:
        alike = 1 / icc - 1
        chance = rng.beta(share * alike, (1 - share) * alike, shape)
    happened = rng.binomial(people, chance).sum(axis=1)
    return np.asarray(happened / people.sum(axis=1))
