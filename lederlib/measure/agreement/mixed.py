r"""People within groups: the likelihood of a mixed model, and its highest point.

For one person, :math:`y = x'\beta + z'b_g + e`, with
:math:`b_g \sim N(0, \sigma^2 TT')` and T lower triangular. Given T, the coefficients
and σ² are known in closed form, so that only T is searched for, as in lme4 (Bates,
Mächler, Bolker and Walker, 2015, https://doi.org/10.18637/jss.v067.i01). The people
enter through the products of each group's columns alone: a step costs as much for 100
people a group as for 10,000.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.agreement._products import Products

#: A diagonal of T below this is a zero, as for lme4's isSingular.
SINGULAR = 1e-4
FLAT = 1e-3
_MOST_STEPS = 30
_CLOSE = 1e-10
_DIFFERENCE = 1e-4


@dataclass(frozen=True, kw_only=True, eq=False)
class Point:
    """The likelihood at one T; the arrays are by group.

    Attributes
    ----------
    given : Products
        The people.
    root : numpy.ndarray, shape (random, random)
        T, lower triangular.
    """

    given: Products
    root: Floats

    @cached_property
    def inverse(self) -> Floats:
        """Return the inverse of each group's T'Z'ZT + 1."""
        inner = self.root.T @ self.given.varying @ self.root
        return np.asarray(np.linalg.inv(inner + np.eye(self.given.random)))

    @cached_property
    def across(self) -> Floats:
        """Return Z'V⁻¹ times the fixed columns and the outcome."""
        held = self.given.varying @ self.root @ self.inverse @ self.root.T
        return np.asarray(self.given.cross - held @ self.given.cross)

    @cached_property
    def weighted(self) -> Floats:
        """Return the products of the fixed columns and the outcome, through V⁻¹."""
        shared = self.root @ (self.root.T @ self.across)
        return np.asarray(self.given.total - _flat(self.given.cross).T @ _flat(shared))

    @cached_property
    def inverse_information(self) -> Floats:
        """Return the covariances of the coefficients, in units of σ²."""
        return np.asarray(np.linalg.inv(self.weighted[:-1, :-1]))

    @cached_property
    def fixed(self) -> Floats:
        """Return the coefficients."""
        return np.asarray(self.inverse_information @ self.weighted[:-1, -1])

    @cached_property
    def left(self) -> float:
        """Return what the model leaves of the outcome's sum of squares."""
        return float(self.weighted[-1, -1] - self.weighted[-1, :-1] @ self.fixed)

    @property
    def within(self) -> float:
        """Return σ², the variance within groups."""
        return self.left / self.given.freedom

    @property
    def between(self) -> Floats:
        """Return the covariances of the coefficients that differ between groups."""
        root = self.root / self.given.units[:, None]
        return np.asarray(self.within * root @ root.T)

    def deviance(self, log_within: float) -> float:
        """Return minus twice the log-likelihood at some log σ²."""
        size = -float(np.linalg.slogdet(self.inverse)[1].sum())
        if self.given.restricted:
            size += float(np.linalg.slogdet(self.weighted[:-1, :-1])[1])
        scatter = self.left * np.exp(-log_within)
        spread = self.given.freedom * (np.log(2 * np.pi) + log_within)
        return float(size + spread + scatter)

    def slopes(self, log_within: float) -> Floats:
        """Return the deviance's derivatives by T's lower triangle and by log σ²."""
        scatter = np.exp(-log_within)
        turn = np.append(-self.fixed, 1.0)
        pull = self.across @ turn
        square = pull.T @ pull * scatter
        if self.given.restricted:
            seen = self.across[:, :, :-1]
            sure = seen @ self.inverse_information
            square += (sure @ seen.transpose(0, 2, 1)).sum(axis=0)
        size = (self.given.varying @ self.root @ self.inverse).sum(axis=0)
        by_root = 2 * (size - square @ self.root)
        by_within = self.given.freedom - self.left * scatter
        return np.append(by_root[self.given.triangle], by_within)


def _flat(by_group: Floats) -> Floats:
    return by_group.reshape(-1, by_group.shape[-1])


def point(given: Products, theta: Floats) -> Point:
    """Return the likelihood at T's lower triangle, row by row."""
    root = np.zeros((given.random, given.random))
    root[given.triangle] = theta
    return Point(given=given, root=root)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Peak:
    """Where the likelihood is highest.

    Attributes
    ----------
    theta : numpy.ndarray
        T's lower triangle, row by row.
    at : Point
        The likelihood there.
    curve : numpy.ndarray
        Second derivatives of the deviance by theta and log σ².
    flat, curved : bool
        Whether no step makes it higher, and whether every long one makes it lower.
    """

    theta: Floats
    at: Point
    curve: Floats
    flat: bool
    curved: bool

    @property
    def place(self) -> Floats:
        """Return theta and log σ²."""
        return np.append(self.theta, np.log(self.at.within))

    @property
    def deviance(self) -> float:
        """Return minus twice the log-likelihood."""
        return self.at.deviance(float(np.log(self.at.within)))

    @property
    def singular(self) -> bool:
        """Return whether a variance between groups, or a mix of them, is zero."""
        diagonal = self.theta[self.at.given.diagonal]
        return bool(diagonal.min() < SINGULAR)


def peak(given: Products) -> Peak:
    """Return the highest point of the likelihood that is found from T = 1."""
    from scipy.optimize import minimize  # noqa: PLC0415 - slow to load

    def profile(theta: Floats) -> tuple[float, Floats]:
        at = point(given, theta)
        log_within = float(np.log(at.within))
        return at.deviance(log_within), at.slopes(log_within)[:-1]

    found = minimize(
        profile,
        given.diagonal.astype(float),
        jac=True,
        method="BFGS",
        options={"gtol": 1e-4},
    )
    return _polished(given, _snapped(given, _upright(given, found.x)))


def _upright(given: Products, theta: Floats) -> Floats:
    """Return theta with columns turned so that T's diagonal is not negative."""
    root = point(given, theta).root
    turned = root * np.where(np.diag(root) < 0, -1.0, 1.0)
    return np.asarray(turned[given.triangle])


def _snapped(given: Products, theta: Floats) -> Floats:
    """Return theta with its tiny diagonals 0, unless that fits worse."""
    tiny = given.diagonal & (theta < SINGULAR)
    moved = np.where(tiny, 0.0, theta)
    ends = [point(given, place) for place in (moved, theta)]
    there, here = (end.deviance(float(np.log(end.within))) for end in ends)
    return moved if there <= here + _CLOSE * abs(here) else theta


def _polished(given: Products, theta: Floats) -> Peak:
    """Return the peak after Newton's steps, which a diagonal at 0 takes no part in."""
    free = np.append(~given.diagonal | (theta > 0), True)
    for _ in range(_MOST_STEPS):
        place = np.append(theta, np.log(point(given, theta).within))
        gradient = slopes(given, place)[free]
        curve = curvature(lambda there: slopes(given, there), place)
        inner = curve[np.ix_(free, free)]
        curved = bool(np.linalg.eigvalsh(inner)[0] > 0)
        step = np.zeros_like(place)
        if curved:
            step[free] = np.linalg.solve(inner, -gradient)
        moved = theta + step[:-1]
        if np.abs(step).max() < _CLOSE or (moved[given.diagonal] < 0).any():
            break
        theta = moved
    return Peak(
        theta=theta,
        at=point(given, theta),
        curve=curve,
        flat=bool(np.abs(gradient).max() < FLAT),
        curved=curved,
    )


def slopes(given: Products, place: Floats) -> Floats:
    """Return the deviance's derivatives at theta and log σ²."""
    return point(given, place[:-1]).slopes(float(place[-1]))


def curvature(gradient: Callable[[Floats], Floats], place: Floats) -> Floats:
    """Return second derivatives as central differences of the first."""
    rows = []
    for step in np.eye(len(place)) * _DIFFERENCE:
        rows.append((gradient(place + step) - gradient(place - step)) / 2 / _DIFFERENCE)
    curve = np.array(rows)
    return np.asarray((curve + curve.T) / 2)
