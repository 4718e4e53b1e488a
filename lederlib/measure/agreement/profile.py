"""How sure a mixed model is of its variances: intervals from the likelihood's profile.

An interval reaches as far as the deviance can be kept within the 95 % point of a χ² of
its lowest, whatever the other parameters are. It need not be symmetric, and begins at 0
where a model without the variance is not rejected.
"""

from collections.abc import Callable
from functools import lru_cache

import numpy as np

from lederlib._checks import NORMAL_95, Floats
from lederlib.measure.agreement.mixed import Peak, Point, peak, point

_RISE = NORMAL_95**2
_CLOSE = 1e-4
_MOST_STEPS = 100
_FLOOR, _FLAT = 1e-3, 1e-6
_MOVE = 1e-5
_REACHES = (1.0, 0.5, 0.1, 2.0)

#: A quantity of theta and log σ².
Quantity = Callable[[Floats], float]


def quantities(highest: Peak) -> dict[str, Quantity]:
    """Return what a model is asked for, by name: variances are told as logarithms.

    `icc` is the log odds of the share of the variance between groups.
    """

    def variance(place: Floats, row: int) -> float:
        root = point(given, place[:-1]).root[row]
        return float(place[-1] + np.log(root @ root) - 2 * np.log(given.units[row]))

    def covariance(place: Floats) -> float:
        root = point(given, place[:-1]).root
        return float(np.exp(place[-1]) * (root[0] @ root[1]) / np.prod(given.units))

    given = highest.at.given
    found: dict[str, Quantity] = {"intercept": lambda place: variance(place, 0)}
    if given.random > 1:
        found |= {"slope": lambda place: variance(place, 1), "covariance": covariance}
    found |= {"residual": lambda place: float(place[-1])}
    return found | {"icc": lambda place: 2 * float(np.log(abs(place[0])))}


def profile_intervals(highest: Peak) -> dict[str, tuple[float, float]]:
    """Return the ends of the 95 % interval of each variance, and of the ICC."""
    limit = highest.deviance + _RISE
    gone = _without(highest, limit)
    found = {}
    for name, quantity in quantities(highest).items():
        low, high = (
            -np.inf if sign < 0 and name in gone else _end(highest, quantity, sign)
            for sign in (-1, 1)
        )
        found[name] = _told(name, low), _told(name, high)
    return found


def _told(name: str, end: float) -> float:
    """Return an end on the scale of the variances, or of the ICC."""
    if name == "covariance":
        return float(end)
    return float(1 / (1 + np.exp(-end)) if name == "icc" else np.exp(end))


def _without(highest: Peak, limit: float) -> set[str]:
    """Return the quantities without which the deviance keeps within the limit."""
    given = highest.at.given
    if given.random == 1:
        rest = {"intercept": point(given, np.zeros(1))}
    else:
        rest = {
            "intercept": peak(given.only([1])).at,
            "slope": peak(given.only([0])).at,
        }
    gone = {
        name
        for name, at in rest.items()
        if at.deviance(float(np.log(at.within))) < limit
    }
    return gone | ({"icc"} if "intercept" in gone else set())


def _end(highest: Peak, quantity: Quantity, sign: int) -> float:
    """Return the smallest (sign −1) or largest value that the limit lets through.

    The search goes by axes along which the deviance rises alike, where its limit is
    nearly a ball.
    """
    from scipy.optimize import minimize  # noqa: PLC0415 - slow to load

    given, limit = highest.at.given, highest.deviance + _RISE
    centre, axes = _round(highest)

    @lru_cache(maxsize=1)
    def at(steps: bytes) -> tuple[Point, float]:
        place = centre + axes @ np.frombuffer(steps)
        return point(given, place[:-1]), float(place[-1])

    def room(steps: Floats) -> float:
        here, log_within = at(steps.tobytes())
        return limit - here.deviance(log_within)

    def fall(steps: Floats) -> Floats:
        here, log_within = at(steps.tobytes())
        return np.asarray(-axes.T @ here.slopes(log_within))

    def aim(steps: Floats) -> float:
        return -sign * quantity(centre + axes @ steps)

    def ascent(steps: Floats) -> Floats:
        moves = np.eye(len(steps)) * _MOVE
        return np.array([aim(steps + m) - aim(steps - m) for m in moves]) / 2 / _MOVE

    def reached(share: float) -> float:
        first = ascent(np.zeros(len(centre)))
        found = minimize(
            aim,
            -first / np.linalg.norm(first) * share * NORMAL_95,
            jac=ascent,
            method="SLSQP",
            constraints={"type": "ineq", "fun": room, "jac": fall},
            options={"maxiter": _MOST_STEPS, "ftol": 1e-9},
        )
        along, across = ascent(found.x), fall(found.x)
        parallel = along @ across / np.linalg.norm(along) / np.linalg.norm(across)
        held = abs(room(found.x)) < _CLOSE and parallel > 1 - _CLOSE
        return -sign * aim(found.x) if held else np.nan

    # A step that goes too far is a failed one, and the next start is nearer.
    with np.errstate(all="ignore"):
        ends = (reached(share) for share in _REACHES)
        return next((end for end in ends if np.isfinite(end)), np.nan)


def _round(highest: Peak) -> tuple[Floats, Floats]:
    """Return the peak, off the edge, and axes along which the deviance rises by 1."""
    diagonal = np.append(highest.at.given.diagonal, False)
    centre = np.where(diagonal, np.maximum(highest.place, _FLOOR), highest.place)
    roots, axes = np.linalg.eigh(highest.curve / 2)
    return centre, axes / np.sqrt(np.maximum(roots, roots[-1] * _FLAT))
