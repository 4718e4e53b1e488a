"""Find few people about whom whole-number tables that fit what is shown say too much.

People who lie in the same shown cells form a *block*. Whoever exchanges answers within
a block changes no shown number, so any exchange leads to a table that fits. A few
people of a block can all be freed of a colour where at least as many others in it gave
another. This is sufficient, not necessary: exchanges across blocks are not counted,
and what they would protect is hidden all the same.
"""

from dataclasses import dataclass

import numpy as np

from lederlib._checks import Bools, Ints

_NONE = np.empty(0, dtype=np.int64)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Exchanges:
    """Who may have exchanged answers without a shown number changing.

    Attributes
    ----------
    place : numpy.ndarray of int, shape (atoms, cuts)
        The cell of each cut in which an atom lies; -1 where it lies in none.
    counts : numpy.ndarray of int, shape (atoms, 3)
        Red, yellow and green answers in each atom.
    told : numpy.ndarray of bool, shape (cells,)
        Of which cells anything is shown; the first is everyone.
    people : numpy.ndarray of int, shape (cells,)
        People in each cell.
    limit : int
        Smallest number of people that may be told about.
    """

    place: Ints
    counts: Ints
    told: Bools
    people: Ints
    limit: int


def open_blocks(table: Exchanges) -> Ints:
    """Return the cells to hide so that every few people share a block with others.

    Where several cuts cross, the cut with the most cells gives way; everyone's row is
    hidden only where nothing else is shown and it alone says too much.

    Examples
    --------
    >>> table = Exchanges(
    ...     place=np.array([[1], [2], [3]]), counts=np.array([[1, 1, 1]] * 3) * 3,
    ...     told=np.array([True, True, True, True]), people=np.array([27, 9, 9, 9]),
    ...     limit=5,
    ... )
    >>> open_blocks(table)
    array([], dtype=int64)
    """
    if not table.place.shape[1]:
        return _NONE
    keys, block = _blocks(table)
    bad = np.flatnonzero(_says_too_much(table, keys, block))
    if not bad.size:
        return _NONE
    neighbours = _neighbours(table, keys)
    finest = np.argsort([-len(np.unique(cells)) for cells in table.place.T])
    chosen = {_to_hide(keys[place], finest, neighbours) for place in bad}
    cells = chosen - {0} or chosen
    return np.array(sorted(cells), dtype=np.int64)


def _blocks(table: Exchanges) -> tuple[Ints, Ints]:
    """Return each block's shown cells, -1 where none is, and the block of each atom."""
    shown = np.append(table.told, False)[table.place]
    cells = np.where(shown, table.place, -1)
    keys, block = np.unique(cells, axis=0, return_inverse=True)
    return keys, block.ravel()


def _says_too_much(table: Exchanges, keys: Ints, block: Ints) -> Bools:
    """Return in which blocks few people cannot all be freed of some colour."""
    counts = np.zeros((len(keys), 3), dtype=np.int64)
    np.add.at(counts, block, table.counts)
    others = counts.sum(axis=1) - counts.max(axis=1)
    bound = table.told[0] | (keys >= 0).any(axis=1)
    return np.asarray(bound & (_most_few(table, block, len(keys)) > others))


def _most_few(table: Exchanges, block: Ints, blocks: int) -> Ints:
    """Return how many people a union of atoms of a block can have under the limit."""
    sizes = table.counts.sum(axis=1)
    reached = np.ones(blocks, dtype=np.int64)
    for size in range(1, table.limit):
        atoms = np.bincount(block[sizes == size], minlength=blocks)
        for number in range(1, (table.limit - 1) // size + 1):
            reached |= np.where(atoms >= number, reached << size, 0)
    return np.asarray(np.log2(reached & ((1 << table.limit) - 1)).astype(np.int64))


def _neighbours(table: Exchanges, keys: Ints) -> dict[tuple[int, ...], int]:
    """Return the smallest cell of a cut that would join each block, were it hidden.

    The key of a block is the cut, then its shown cells with that cut left out. Under
    the cut alone stands its smallest shown cell.
    """
    smallest: dict[tuple[int, ...], int] = {}
    for key in keys.tolist():
        for cut, cell in enumerate(key):
            if cell >= 0:
                for place in ((cut, *key[:cut], -1, *key[cut + 1 :]), (cut,)):
                    known = smallest.get(place, cell)
                    if table.people[cell] <= table.people[known]:
                        smallest[place] = cell
    return smallest


def _to_hide(key: Ints, finest: Ints, neighbours: dict[tuple[int, ...], int]) -> int:
    """Return the cell that joins a block to another when hidden, else everyone's."""
    cells = key.tolist()
    for cut in finest.tolist():
        if cells[cut] >= 0:
            return int(cells[cut])
        if (cut, *cells) in neighbours:
            return neighbours[(cut, *cells)]
    shown = [neighbours[(cut,)] for cut in finest.tolist() if (cut,) in neighbours]
    return shown[0] if shown else 0


def whole_blocks(table: Exchanges, cells: Bools) -> Bools:
    """Return which cells are made up of whole blocks, as a computable cell must be.

    Examples
    --------
    >>> table = Exchanges(
    ...     place=np.array([[1], [2], [3]]), counts=np.full((3, 3), 2),
    ...     told=np.array([True, True, False, False]), people=np.array([18, 6, 6, 6]),
    ...     limit=5,
    ... )
    >>> first, second = [True, False, False], [False, True, False]
    >>> whole_blocks(table, np.array([first, second])).tolist()
    [True, False]
    """
    keys, block = _blocks(table)
    inside = cells.astype(np.int64) @ (block[:, None] == np.arange(len(keys)))
    size = np.bincount(block, minlength=len(keys))
    return np.asarray(((inside == 0) | (inside == size)).all(axis=1))
