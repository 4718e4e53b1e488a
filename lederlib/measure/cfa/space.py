"""Where estimates may lie if sums of them are equal, or less than a bound."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NoReturn

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.expression import Expression

NEGLIGIBLE = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Space:
    """Where the estimates may lie: everywhere unless there is a basis.

    Attributes
    ----------
    origin : numpy.ndarray, shape (estimates,)
        One point.
    basis : numpy.ndarray, shape (estimates, directions)
        Directions in which one may go from there, orthonormal.
    """

    origin: Floats
    basis: Floats

    @property
    def size(self) -> int:
        """Return in how many directions the estimates may move."""
        return int(self.basis.shape[1])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rows:
    """Sums of estimates and their bounds."""

    weights: Floats
    bounds: Floats
    texts: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.bounds)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rules:
    """What a model asks of its labels.

    Attributes
    ----------
    equal : Rows
        Sums of the estimates that equal a bound.
    most : Rows
        Sums that are at most as large as one.
    labels : mapping of str to int
        For each label the place of a parameter that has it.
    defined : mapping of str to Expression
        What is worked out from labels.
    """

    equal: Rows
    most: Rows
    labels: Mapping[str, int] = field(default_factory=dict)
    defined: Mapping[str, Expression] = field(default_factory=dict)

    def space(self, active: Sequence[int] = ()) -> Space | None:
        """Return where the estimates may lie if some inequalities bind; None: anywhere.

        Raises
        ------
        ValueError
            If the constraints contradict each other.
        """
        weights = np.vstack([self.equal.weights, self.most.weights[list(active)]])
        bounds = np.concatenate([self.equal.bounds, self.most.bounds[list(active)]])
        if not len(bounds):
            return None
        origin = np.linalg.lstsq(weights, bounds, rcond=None)[0]
        if np.abs(weights @ origin - bounds).max() > NEGLIGIBLE * (
            1 + np.abs(bounds).max()
        ):
            contradict(self.equal.texts)
        _, sizes, turned = np.linalg.svd(weights)
        rank = int(np.sum(sizes > NEGLIGIBLE * max(sizes.max(), 1.0)))
        return Space(origin=origin, basis=turned[rank:].T)

    def nearest(self, point: Floats) -> Floats | None:
        """Return the nearest point that is allowed, in the sum of what is moved.

        None where nothing is.
        """
        from scipy.optimize import linprog  # noqa: PLC0415 - slow to load

        if not len(self.most):
            return point
        size, whole = len(point), np.eye(len(point))
        still = np.zeros((len(self.equal), size))
        found = linprog(
            np.concatenate([np.zeros(size), np.ones(size)]),
            A_ub=np.block(
                [
                    [self.most.weights, np.zeros((len(self.most), size))],
                    [whole, -whole],
                    [-whole, -whole],
                ]
            ),
            b_ub=np.concatenate([self.most.bounds, point, -point]),
            A_eq=np.hstack([self.equal.weights, still]) if len(still) else None,
            b_eq=self.equal.bounds if len(still) else None,
            bounds=(None, None),
        )
        return np.asarray(found.x[:size]) if found.status == 0 else None


def no_rules(estimates: int) -> Rules:
    """Return the rules of a model that asks nothing."""
    none = Rows(weights=np.zeros((0, estimates)), bounds=np.zeros(0))
    return Rules(equal=none, most=none)


def contradict(texts: Sequence[str]) -> NoReturn:
    """Raise, naming the constraints.

    Raises
    ------
    ValueError
        Always.
    """
    msg = f"No estimates can fulfil {' and '.join(map(repr, texts))}; change one."
    raise ValueError(msg)
