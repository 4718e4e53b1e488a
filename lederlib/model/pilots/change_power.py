"""Whether a small test can show a change in something that is measured all along."""

import numpy as np
import numpy.typing as npt
from scipy.special import nctdtr, stdtrit

from lederlib._checks import (
    Floats,
    require_between,
    require_count,
    require_number,
    seed_of,
)

_MOST_SIMULATIONS = 100_000
# Further from zero the chance is one to all digits, and the series gives up.
_FAR = 30.0


def change_power(
    teams: npt.ArrayLike,
    *,
    effect: npt.ArrayLike,
    spread: npt.ArrayLike,
    level: float = 0.95,
    simulations: int = 0,
    rng: int | np.random.Generator = 0,
) -> Floats:
    r"""Return the chance that a test with as many teams shows a change in a mean.

    .. math::

        P\left(T_{2k - 2}(\lambda) > t_{2k - 2}\right), \qquad
        \lambda = \frac{|\delta|}{s \sqrt{2 / k}}

    Parameters
    ----------
    teams : array-like
        Teams in each arm :math:`k`, at least 2; every team counts as one.
    effect : array-like
        True difference in change :math:`\delta`, in the unit of the measurements.
    spread : array-like
        Standard deviation of the teams' changes :math:`s`, above 0: how much a team
        shifts by itself.
    level : float, default 0.95
        Of the interval that must leave out zero, 0.5 to 0.999.
    simulations : int, default 0
        Simulate as many tests instead of using the formula.
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
    Textbook power of the two-sample t test on the teams' changes, by the noncentral t
    distribution. Unlike `pilot_power` it knows that the spread between teams has to be
    estimated too.

    Examples
    --------
    >>> change_power([2, 8, 20], effect=0.03, spread=0.03).round(2).tolist()
    [0.09, 0.46, 0.87]
    """
    seed = seed_of(rng)
    given = np.broadcast_arrays(
        require_between(teams, 2, 1e6, name="teams"),
        np.abs(require_between(effect, -1e9, 1e9, name="effect")),
        require_between(spread, 1e-9, 1e9, name="spread"),
    )
    confidence = require_number(level, 0.5, 0.999, name="level")
    many = require_count(simulations, 0, _MOST_SIMULATIONS, name="simulations")
    if many:
        generator = np.random.default_rng(seed)
        cases = zip(*(each.flat for each in given), strict=True)
        shown = [_share_shown(many, generator, confidence, *case) for case in cases]
        return np.asarray(shown).reshape(given[0].shape)
    size, change, apart = given
    free = 2 * size - 2
    far = np.minimum(change / (apart * np.sqrt(2 / size)), _FAR)
    return np.asarray(1 - nctdtr(free, far, stdtrit(free, (1 + confidence) / 2)))


def _share_shown(  # noqa: PLR0917 - one case of the broadcast arguments
    simulations: int,
    rng: np.random.Generator,
    level: float,
    teams: float,
    effect: float,
    spread: float,
) -> float:
    """Return the share of simulated tests whose interval lies above zero."""
    arm = require_count(teams, 2, 1000, name="teams")
    changes = rng.normal(0, spread, (2, simulations, arm))
    gap = effect + changes[0].mean(axis=1) - changes[1].mean(axis=1)
    pooled = changes.var(axis=2, ddof=1).mean(axis=0)
    limit = stdtrit(2 * arm - 2, (1 + level) / 2) * np.sqrt(2 * pooled / arm)
    return float(np.mean(gap > limit))
