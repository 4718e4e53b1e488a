"""Find a few people about whom shown sums say too much, by linear algebra."""

import numpy as np

from lederlib._checks import Bools, Floats, Ints

SAME = 1e-9
MOST_STEPS = 4_000_000


def smallest_leak(shown: Bools, people: Ints, limit: int) -> Bools:
    """Return the atoms of a combination that the shown sums give away, or none.

    Sought is a combination, with weights plus and minus one, of fewer than `limit`
    people that is a weighted sum of the shown cells. Where there are too many
    combinations to try, all atoms that could take part are returned: the search then
    claims a leak rather than overlook one.

    Parameters
    ----------
    shown : numpy.ndarray of bool, shape (cells, atoms)
        Which atom belongs to which shown cell. An atom is a set of people who share
        their group in every cut.
    people : numpy.ndarray of int, shape (atoms,)
        People in each atom.
    limit : int
        Smallest number of people that may be told about.

    Returns
    -------
    numpy.ndarray of bool, shape (atoms,)

    Examples
    --------
    >>> everyone, all_but_two = [True, True], [True, False]
    >>> smallest_leak(np.array([everyone, all_but_two]), np.array([9, 2]), 5).tolist()
    [False, True]
    """
    merged, place = np.unique(shown, axis=1, return_inverse=True)
    sizes = np.bincount(place.ravel(), weights=people).astype(np.int64)
    within = _open_columns(merged, sizes, limit)
    found = np.zeros(len(sizes), dtype=bool)
    if within.size:
        sketch = np.random.default_rng(0).normal(size=(len(sizes), 3))
        unseen = _less(sketch, merged.T.astype(float))[within]
        found[within[_zero_sum(unseen, sizes[within], limit - 1)]] = True
    return np.asarray(found[place.ravel()])


def computable(shown: Bools, cells: Bools) -> Bools:
    """Return which cells' sums are weighted sums of the shown cells.

    Examples
    --------
    >>> everyone, men = [True, True], [True, False]
    >>> computable(np.array([everyone, men]), np.array([[False, True]])).tolist()
    [True]
    """
    if not len(cells):
        return np.zeros(0, dtype=bool)
    outside = _less(cells.T.astype(float), shown.T.astype(float))
    return np.asarray(np.abs(outside).max(axis=0) < SAME)


def _basis(columns: Floats) -> Floats:
    """Return an orthonormal basis of what the columns span, shape (rows, rank)."""
    from scipy.linalg import qr  # noqa: PLC0415 - slow to load

    basis, triangle, _ = qr(columns, mode="economic", pivoting=True)
    steps = np.abs(np.diag(triangle))
    return np.asarray(basis[:, : int((steps > SAME * max(1.0, steps.max())).sum())])


def _open_columns(shown: Bools, sizes: Ints, limit: int) -> Ints:
    """Return the atoms that could take part in a leak.

    A large atom never does, nor one whose cells large atoms span. The same holds where
    disjoint sets of atoms span the same cells, as many sets as there are people in
    reach: any leak leaves one of them untouched.
    """
    small = np.flatnonzero(sizes < limit)
    left = _less(shown[:, small].astype(float), shown[:, sizes >= limit].astype(float))
    while (sturdy := _sturdy(left, limit)).size:
        left = _less(left, left[:, sturdy])
    return np.asarray(small[np.abs(left).max(axis=0, initial=0.0) > SAME])


def _sturdy(columns: Floats, limit: int) -> Ints:
    """Return columns that hold `limit` disjoint bases of what they span, or none."""
    active = np.flatnonzero(np.abs(columns).max(axis=0, initial=0.0) > SAME)
    while active.size:
        rest = active
        for _ in range(limit - 1):
            rest = np.delete(rest, _pivots(columns[:, rest]))
        outside = np.abs(_less(columns[:, active], columns[:, rest])).max(axis=0)
        if (outside < SAME).all():
            return np.asarray(active)
        active = active[outside < SAME]
    return active


def _pivots(columns: Floats) -> Ints:
    """Return the places of columns that form a basis of what all of them span."""
    from scipy.linalg import qr  # noqa: PLC0415 - slow to load

    if not columns.size:
        return np.empty(0, dtype=np.int64)
    triangle, order = qr(columns, mode="r", pivoting=True)
    steps = np.abs(np.diag(triangle))
    return np.asarray(order[: int((steps > SAME * max(1.0, steps.max())).sum())])


def _less(columns: Floats, others: Floats) -> Floats:
    """Return what of the columns lies outside the span of the others."""
    if not others.size:
        return columns
    basis = _basis(others)
    return np.asarray(columns - basis @ (basis.T @ columns))


def _zero_sum(values: Floats, sizes: Ints, most: int) -> Ints:
    """Return the places of values that cancel, of at most `most` people in all."""
    tried = _sets(values, sizes, most)
    if tried is None:
        return np.arange(len(sizes))
    chosen, sums, people = tried
    alone = np.flatnonzero(np.abs(sums).max(axis=1, initial=0.0) < SAME)
    if alone.size:
        return np.flatnonzero(chosen[alone[0]])
    for run in _runs(sums * np.where(sums[:, :1] < 0, -1.0, 1.0)):
        pair = run[np.argsort(people[run], kind="stable")[:2]]
        if people[pair].sum() <= most:
            return np.flatnonzero(chosen[pair].any(axis=0))
    return np.empty(0, dtype=np.int64)


def _sets(values: Floats, sizes: Ints, most: int) -> tuple[Bools, Floats, Ints] | None:
    """Return every set of up to half as many atoms as a leak can have.

    Two of them, added or subtracted, make up every leak. None if there are too many.
    """
    chosen = np.zeros((1, len(sizes)), dtype=bool)
    newest = chosen
    for _ in range(-(-most // 2)):
        if len(newest) * len(sizes) > MOST_STEPS:
            return None
        newest = _one_more(newest, sizes, most)
        chosen = np.concatenate([chosen, newest])
        if chosen.size > MOST_STEPS:
            return None
    chosen = chosen[1:]
    return chosen, chosen @ values, chosen @ sizes


def _one_more(chosen: Bools, sizes: Ints, most: int) -> Bools:
    """Return the sets with one atom more, each atom after those already in it."""
    count = len(sizes)
    last = np.where(chosen.any(axis=1), count - 1 - chosen[:, ::-1].argmax(axis=1), -1)
    allowed = np.arange(count) > last[:, None]
    old, new = np.nonzero(allowed & ((chosen @ sizes)[:, None] + sizes <= most))
    grown = chosen[old]
    grown[np.arange(len(new)), new] = True
    return grown


def _runs(keys: Floats) -> list[Ints]:
    """Return the groups of rows whose keys agree."""
    order = np.argsort(keys[:, 0])
    same = np.abs(np.diff(keys[order], axis=0)).max(axis=1, initial=0.0) < SAME
    return [run for run in np.split(order, np.flatnonzero(~same) + 1) if len(run) > 1]
