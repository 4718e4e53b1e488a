"""Sums over people that can be joined: how moments of pieces become those of all."""

from collections.abc import Iterable
from functools import reduce
from typing import NamedTuple

import numpy as np

from lederlib._checks import Floats


class Sums(NamedTuple):
    """Enough of some people to go on from.

    Their mean is `origin` (the answers of one of them) plus the small `offset`, kept
    apart so that digits are not lost; `scatter` is about that mean.
    """

    n: int
    dropped: int
    origin: Floats
    offset: Floats
    scatter: Floats


Part = tuple[tuple[str, ...], Sums]


def summed(values: Floats, dropped: int) -> Sums:
    """Return the sums of people without gaps, and how many had one."""
    if not len(values):
        nothing = np.zeros(values.shape[1])
        return Sums(0, dropped, nothing, nothing, np.outer(nothing, nothing))
    origin = values[0]
    near = values - origin
    offset = near.mean(axis=0)
    near -= offset
    return Sums(len(values), dropped, origin, offset, near.T @ near)


def folded(
    parts: Iterable[Part],
) -> Part:
    """Return all parts as one, joined in a tree so that errors do not pile up."""
    names: tuple[str, ...] | None = None
    levels: list[Sums | None] = []
    for own, part in parts:
        if names is not None and own != names:
            odd = sorted(set(own) ^ set(names)) or ["their order"]
            msg = f"Every piece must have the same items; they differ in {odd[0]}."
            raise ValueError(msg)
        names = own
        _carry(levels, part)
    if names is None:
        msg = "batches must hold at least one table; got none."
        raise ValueError(msg)
    return names, reduce(_merged, [level for level in levels if level is not None])


def _carry(levels: list[Sums | None], part: Sums) -> None:
    """Add a part as one adds 1 to a binary number: two of a size become one."""
    for place, level in enumerate(levels):
        if level is None:
            levels[place] = part
            return
        part, levels[place] = _merged(level, part), None
    levels.append(part)


def _merged(first: Sums, second: Sums) -> Sums:
    n, dropped = first.n + second.n, first.dropped + second.dropped
    if not (first.n and second.n):
        return (first if first.n else second)._replace(dropped=dropped)
    share = second.n / n
    apart = (second.origin - first.origin) + (second.offset - first.offset)
    return Sums(
        n,
        dropped,
        first.origin,
        first.offset + apart * share,
        first.scatter + second.scatter + np.outer(apart, apart) * (first.n * share),
    )
