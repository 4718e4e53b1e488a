"""Decide which cells of a table may be shown, so that no few people can be told about.

The attacker is taken to know who belongs to which group, who answered, this code, and
the totals; people without a group form an unseen cell of the cut. What may not follow
from the shown sums is a hidden cell, or any combination (added or subtracted) of fewer
people than the limit; people of whom a shown share of zero already says that none chose
the colour are counted as known. An attacker who also reasons that counts are whole and
never negative may still narrow a hidden count to a range.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lederlib._checks import Bools, Ints
from lederlib.answers.small_sets import computable, smallest_leak

Status = npt.NDArray[np.str_]
SHOWN, FEW, PROTECT = "", "few", "protect"
#: All answers alike: told as "red or yellow" (no green) or "yellow or green" (no red).
NO_GREEN, NO_RED = "no green", "no red"
RED, YELLOW, GREEN = range(3)
#: The cells whose count of a colour is told, by their status.
_TELLS = {RED: (SHOWN, NO_RED), YELLOW: (SHOWN,), GREEN: (SHOWN, NO_GREEN)}
_NONE = np.empty(0, dtype=np.int64)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cells:
    """Several one-way cuts of the same people, and what they answered.

    An atom is a set of people who share their group in every cut.

    Attributes
    ----------
    member : numpy.ndarray of bool, shape (cells, atoms)
        Whether an atom lies in a cell; the first cell is everyone.
    cut : numpy.ndarray of int, shape (cells,)
        The cut to which a cell belongs; -1 for everyone.
    counts : numpy.ndarray of int, shape (atoms, 3)
        Red, yellow and green answers in each atom, at least one.
    limit : int
        Smallest number of people that may be told about.
    """

    member: Bools
    cut: Ints
    counts: Ints
    limit: int

    @property
    def atom_people(self) -> Ints:
        """People in each atom."""
        return np.asarray(self.counts.sum(axis=1))

    @property
    def people(self) -> Ints:
        """People in each cell."""
        return np.asarray(self.member @ self.atom_people)

    @property
    def cuts(self) -> range:
        """The numbers of the cuts."""
        return range(int(self.cut.max()) + 1)


def cross(groups: Ints, colours: Ints, limit: int) -> Cells:
    """Return the cells of several one-way cuts of those who answered.

    Parameters
    ----------
    groups : numpy.ndarray of int, shape (persons, cuts)
        Number of each person's group, from 0; -1 where it is missing.
    colours : numpy.ndarray of int, shape (persons,)
        0 red, 1 yellow, 2 green, -1 not answered.
    limit : int
        Smallest number of people that may be told about.

    Examples
    --------
    >>> cross(np.array([[0], [0], [1], [-1]]), np.array([0, 2, 2, 1]), 5).people
    array([4, 2, 1])
    """
    sizes = groups.max(axis=0, initial=-1) + 1
    atoms, atom = np.unique(groups[colours >= 0], axis=0, return_inverse=True)
    members = [np.ones((1, len(atoms)), dtype=bool)]
    for size, codes in zip(sizes, atoms.T, strict=True):
        members.append(np.arange(size)[:, None] == codes)
    place = atom.ravel() * 3 + colours[colours >= 0]
    return Cells(
        member=np.concatenate(members),
        cut=np.concatenate([[-1], np.repeat(np.arange(len(sizes)), sizes)]),
        counts=np.bincount(place, minlength=3 * len(atoms)).reshape(-1, 3),
        limit=limit,
    )


def hide(cells: Cells, *, yellow_is: str) -> Status:
    """Return the status of each cell: shown, "few", "protect", or only coarsened.

    Parameters
    ----------
    cells : Cells
        Who is where, and what they answered.
    yellow_is : {"no green", "no red"}
        How a cell in which everyone answered yellow is coarsened. It must not be
        guessable, or it would tell yellow from its neighbour.
    """
    status = unprotected(cells, yellow_is=yellow_is)
    while (worst := _worst(cells, status)).size:
        status[worst] = PROTECT
    return status


def unprotected(cells: Cells, *, yellow_is: str) -> Status:
    """Return the status of each cell by itself, without regard to the others."""
    by_colour = cells.member @ cells.counts
    red, _, green = cells.counts.sum(axis=0)
    if bool(red) != bool(green):
        yellow_is = NO_GREEN if red else NO_RED
    status = np.full(len(by_colour), SHOWN, dtype="<U8")
    for colour, coarse in ((RED, NO_GREEN), (YELLOW, yellow_is), (GREEN, NO_RED)):
        status[by_colour[:, colour] == cells.people] = coarse
    status[cells.people < cells.limit] = FEW
    return status


def _worst(cells: Cells, status: Status) -> Ints:
    """Return the cells to hide next; none when the table is safe."""
    for find in (_open_remainder, _open_crossing, _telltale):
        worst = find(cells, status)
        if worst.size:
            return worst
    return _NONE


def _open_remainder(cells: Cells, status: Status) -> Ints:
    """Return the cell to hide where a total less the shown cells says too much."""
    for colour, tells in _TELLS.items():
        told = np.isin(status, tells)
        for cut in cells.cuts if told[0] else ():
            inside = cells.cut == cut
            rest = ~cells.member[told & inside].any(axis=0)
            if _says_too_much(cells, rest, inside & ~told, colour):
                return _smallest(cells, told & inside)
    return _NONE


def _says_too_much(cells: Cells, rest: Bools, untold: Bools, colour: int) -> bool:
    """Return whether what is left of a cut is few, one cell, or all alike."""
    if not rest.any():
        return False
    by_colour = cells.counts[rest].sum(axis=0)
    is_cell = (cells.member[untold] == rest).all(axis=1).any()
    alike = colour == YELLOW and by_colour.max() == by_colour.sum()
    return bool(by_colour.sum() < cells.limit or is_cell or alike)


def _open_crossing(cells: Cells, status: Status) -> Ints:
    """Return the cells to hide where several cuts together say too much."""
    seen: list[Bools] = []
    for colour, tells in _TELLS.items() if len(cells.cuts) > 1 else ():
        told = np.isin(status, tells)
        leak = np.zeros(cells.member.shape[1], dtype=bool)
        if told.any() and not any((told == earlier).all() for earlier in seen):
            leak = _leak(cells, told)
        if told.any() and not leak.any():
            leak = _leak_beside_zeros(cells, told, colour)
        if leak.any():
            near = _smallest(cells, told & (cells.member & leak).any(axis=1))
            return near if near.size else _smallest(cells, told)
        seen.append(told)
    return _NONE


def _leak(cells: Cells, told: Bools) -> Bools:
    """Return the atoms of a small set, or of a hidden cell, that can be computed."""
    shown = cells.member[told]
    leak = smallest_leak(shown, cells.atom_people, cells.limit)
    if not leak.any():
        hidden = cells.member[~told & (cells.people > 0)]
        open_cells = hidden[computable(shown, hidden)]
        leak = open_cells[0] if len(open_cells) else leak
    return leak


def _leak_beside_zeros(cells: Cells, told: Bools, colour: int) -> Bools:
    """Return the atoms of a small set, leaving out who is known not to be `colour`."""
    none_here = told & (cells.member @ cells.counts[:, colour] == 0)
    known = cells.member[none_here].any(axis=0)
    leak = np.zeros(len(known), dtype=bool)
    if known.any() and not known.all():
        leak[~known] = smallest_leak(
            cells.member[told][:, ~known], cells.atom_people[~known], cells.limit
        )
    return leak


def _smallest(cells: Cells, among: Bools) -> Ints:
    """Return the smallest cells, one in twenty, but never one that holds everyone."""
    people = cells.people
    able = np.flatnonzero(among & (people < people[0]) & (people > 0))
    order = able[np.argsort(people[able], kind="stable")]
    return np.asarray(order[: 1 + len(order) // 20])


def _telltale(cells: Cells, status: Status) -> Ints:
    """Return a coarsened cell whose colour the other cells give away.

    A cell told as red or yellow may stay only if every full sum it shares people with
    holds as many answers of the other colour as it has such people.
    """
    sums = _full_sums(cells, status)
    for place in np.flatnonzero(np.isin(status[1:], (NO_GREEN, NO_RED))) + 1:
        held = cells.member[place] @ cells.counts
        outer = RED if status[place] == NO_GREEN else GREEN
        other = YELLOW if held[outer] else outer
        shared = (sums & cells.member[place]) @ cells.atom_people
        if (sums @ cells.counts[:, other] < shared).any():
            return np.array([place])
    return _NONE


def _full_sums(cells: Cells, status: Status) -> Bools:
    """Return the shown cells and, where the total is shown, what each cut leaves."""
    told = status == SHOWN
    rests = [
        ~cells.member[told & (cells.cut == cut)].any(axis=0)
        for cut in (cells.cuts if told[0] else ())
    ]
    return np.vstack([cells.member[told], *rests])
