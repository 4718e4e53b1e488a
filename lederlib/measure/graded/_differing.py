"""Tests of items that may work differently in groups, and which of them stand out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.special import chdtrc, fdtrc

from lederlib._checks import Floats, Ints
from lederlib.measure.graded._em import (
    TRAIT,
    Answers,
    Estimate,
    fit,
    likelihoods,
    normal_weights,
)
from lederlib.measure.multiple import FALSE_ALARM

ROUNDS: Final = 2000
CLOSE: Final = 3e-4
STAY: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """Groups that share items.

    Attributes
    ----------
    held : list of Answers
        By group.
    sets : numpy.ndarray, shape (groups, items)
        Which set of parameters each item has in each group.
    estimate : Estimate
        The fit.
    """

    held: list[Answers]
    sets: Ints
    estimate: Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class Letting:
    """The test of one item, let free in every group.

    Attributes
    ----------
    row : dict
        `chi2`, `df`, `p`, `p_judged` and `difference`; NaN where it cannot be tested.
    linked : Linked
        The groups without that link.
    """

    row: dict[str, float]
    linked: Linked


def link(held: list[Answers], sets: Ints, items: tuple[Floats, ...]) -> Linked:
    """Return groups that share all items."""
    return Linked(held=held, sets=sets, estimate=_fit(held, sets, items))


def let_go(linked: Linked, place: int) -> Letting:
    """Return the test of one item that is let free in every group.

    χ² runs too large in small groups, so that what is judged is held against F with as
    many second degrees of freedom as the smallest group has people.
    """
    held, base = linked.held, linked.estimate
    first, size = held[0].starts[place], held[0].sizes[place]
    chosen = [one.given[:, first : first + size].any(axis=0).all() for one in held]
    if not all(chosen):
        names = ("chi2", "df", "p", "p_judged", "difference")
        return Letting(row=dict.fromkeys(names, np.nan), linked=linked)
    sets, own = linked.sets.copy(), np.arange(1, len(held))
    sets[own, place] = len(base.items) + own - 1
    copies = [base.items[place]] * len(own)
    free = _fit(held, sets, (*base.items, *copies), (base.means, base.spreads))
    chi2, freedom = max(2 * (free.loglik - base.loglik), 0.0), size * len(own)
    people = min(int(one.people.sum()) for one in held)
    row = {
        "chi2": chi2,
        "df": freedom,
        "p": float(chdtrc(freedom, chi2)),
        "p_judged": float(fdtrc(freedom, people, chi2 / freedom)),
        "difference": _difference([free.items[one] for one in sets[:, place]]),
    }
    return Letting(row=row, linked=Linked(held=held, sets=sets, estimate=free))


def standing_out(tests: dict[int, Letting]) -> Iterator[tuple[int, Letting]]:
    """Yield the items that work differently, one after another, with their tests.

    The one that stands out most is let go, and the others are tested again beside it,
    until none stands out or two are left to link the groups.
    """
    while len(tests) > STAY:
        judged = {place: test.row["p_judged"] for place, test in tests.items()}
        told = {place: p for place, p in judged.items() if not np.isnan(p)}
        place = min(told, key=lambda one: told[one], default=None)
        if place is None or not told[place] * len(told) < FALSE_ALARM:
            return
        found = tests[place]
        yield place, found
        tests = {
            other: let_go(found.linked, other) for other in tests if other != place
        }


def _fit(
    held: list[Answers],
    sets: Ints,
    items: tuple[Floats, ...],
    shape: tuple[Floats, Floats] | None = None,
) -> Estimate:
    return fit(held, sets, items, rounds=ROUNDS, close=CLOSE, shape=shape)


def _difference(curves: list[Floats]) -> float:
    """Return the largest distance between expected answers, over the first group."""
    steps = np.arange(len(curves[0]))
    expected = np.array([steps @ likelihoods(item, TRAIT) for item in curves])
    apart = np.abs(expected[:, None] - expected[None, :]) @ normal_weights()
    return float(apart.max())
