"""Decide which cells of a table may be shown, so that no few people can be told about.

The attacker is taken to know who belongs to which group, who answered and the totals,
and that answers are whole people; people without a group form an unseen cell of the
cut. What might be guessed from the choice of the cells that are hidden is not counted.
Nothing may follow about a union of atoms of fewer people than the limit: for each
colour there must be whole-number tables, fitting all that is shown, in which none of
them gave it. See `lederlib.answers.exchanges` for the rule that ensures it.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lederlib._checks import Bools, Ints
from lederlib.answers.exchanges import Exchanges, open_blocks, whole_blocks

Status = npt.NDArray[np.str_]
SHOWN, FEW, PROTECT = "", "few", "protect"
#: All answers alike: told as "red or yellow" (no green) or "yellow or green" (no red).
NO_GREEN, NO_RED = "no green", "no red"
RED, YELLOW, GREEN = range(3)
#: The cells whose count of a colour is told, by their status.
_TELLS = {RED: (SHOWN, NO_RED), YELLOW: (SHOWN,), GREEN: (SHOWN, NO_GREEN)}
_TELLS_ANYTHING = (SHOWN, NO_RED, NO_GREEN)
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
    place : numpy.ndarray of int, shape (atoms, cuts)
        The cell of each cut in which an atom lies; -1 where it lies in none.
    counts : numpy.ndarray of int, shape (atoms, 3)
        Red, yellow and green answers in each atom, at least one.
    limit : int
        Smallest number of people that may be told about.
    """

    member: Bools
    cut: Ints
    place: Ints
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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Alike:
    """Which people share their group in every cut.

    Attributes
    ----------
    groups : numpy.ndarray of int, shape (atoms, cuts)
        The group of each atom, from 0; -1 where it is missing.
    atom : numpy.ndarray of int, shape (persons,)
        The atom of each person.
    sizes : numpy.ndarray of int, shape (cuts,)
        How many groups each cut has.
    """

    groups: Ints
    atom: Ints
    sizes: Ints


def alike(groups: Ints) -> Alike:
    """Return who shares their group in every cut.

    Parameters
    ----------
    groups : numpy.ndarray of int, shape (persons, cuts)
        Number of each person's group, from 0; -1 where it is missing.

    Examples
    --------
    >>> alike(np.array([[0, 1], [0, -1], [0, 1]])).atom.tolist()
    [1, 0, 1]
    """
    sizes = groups.max(axis=0, initial=-1) + 1
    atom = np.zeros(len(groups), dtype=np.int64)
    for size, codes in zip(sizes, groups.T, strict=True):
        atom = np.unique(atom * (size + 1) + codes + 1, return_inverse=True)[1]
    held = np.empty((atom.max(initial=-1) + 1, groups.shape[1]), dtype=groups.dtype)
    held[atom] = groups
    return Alike(groups=held, atom=atom, sizes=sizes)


def cross(people: Alike, colours: Ints, limit: int) -> Cells:
    """Return the cells of several one-way cuts of those who answered.

    Parameters
    ----------
    people : Alike
        Who shares their groups.
    colours : numpy.ndarray of int, shape (persons,)
        0 red, 1 yellow, 2 green, -1 not answered.
    limit : int
        Smallest number of people that may be told about.

    Examples
    --------
    >>> groups = np.array([[0], [0], [1], [-1]])
    >>> cross(alike(groups), np.array([0, 2, 2, 1]), 5).people
    array([4, 2, 1])
    """
    # A fourth count, the first, takes those who did not answer.
    given = np.bincount(people.atom * 4 + colours + 1, minlength=4 * len(people.groups))
    counts = given.reshape(-1, 4)[:, 1:]
    atoms = people.groups[counts.any(axis=1)]
    sizes = people.sizes
    members = [np.ones((1, len(atoms)), dtype=bool)]
    for size, codes in zip(sizes, atoms.T, strict=True):
        members.append(np.arange(size)[:, None] == codes)
    before = 1 + np.cumsum(sizes) - sizes
    return Cells(
        member=np.concatenate(members),
        cut=np.concatenate([[-1], np.repeat(np.arange(len(sizes)), sizes)]),
        place=np.where(atoms >= 0, atoms + before, -1),
        counts=counts[counts.any(axis=1)],
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
    for find in (_open_remainder, _open_blocks, _telltale, _open_alike):
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


def _open_blocks(cells: Cells, status: Status) -> Ints:
    """Return the cells to hide where whole numbers say too much of a few people."""
    return open_blocks(_exchanges(cells, status, _TELLS_ANYTHING))


def _open_alike(cells: Cells, status: Status) -> Ints:
    """Return the cells to hide where a hidden cell of one colour may be computed."""
    told = status == SHOWN
    by_colour = cells.member @ cells.counts
    alike = by_colour.max(axis=1) == cells.people
    hidden = cells.member[(status == PROTECT) & alike & (cells.people > 0)]
    if not len(hidden) or not told.any():
        return _NONE
    open_cells = hidden[whole_blocks(_exchanges(cells, status, (SHOWN,)), hidden)]
    if not len(open_cells):
        return _NONE
    near = _smallest(cells, told & (cells.member & open_cells[0]).any(axis=1))
    return near if near.size else _smallest(cells, told)


def _exchanges(cells: Cells, status: Status, telling: tuple[str, ...]) -> Exchanges:
    return Exchanges(
        place=cells.place,
        counts=cells.counts,
        told=np.isin(status, telling),
        people=cells.people,
        limit=cells.limit,
    )


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
