"""A measurement model of people in units, written as in lavaan: a block a level.

Level 1 tells of the differences between people within units, level 2 of those between
units. The two are the groups of one model whose matrices stay apart: an item or factor
that a level does not name has nothing but zeros there.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

from lederlib.measure.cfa.frame import Frame
from lederlib.measure.cfa.labels import tie_cells
from lederlib.measure.cfa.matrices import Model, build_model
from lederlib.measure.cfa.modifiers import Modifier
from lederlib.measure.cfa.parameter_table import parameter_table
from lederlib.measure.cfa.parameters import Cell, make_cell
from lederlib.measure.cfa.syntax import Syntax, Term, read_syntax

#: The levels in order, as the estimates number them.
LEVELS: Final = ("within", "between")
_BLOCK = re.compile(r"^\s*level\s*:\s*(\S*)\s*$", re.IGNORECASE | re.MULTILINE)
_NUMBERS: Final = {"1": "within", "2": "between"}


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoLevels:
    """What a model says of each level.

    Attributes
    ----------
    parts : tuple of Syntax
        Of level 1 and of level 2.
    """

    parts: tuple[Syntax, Syntax]

    @property
    def inner(self) -> tuple[str, ...]:
        """Return the items of level 1."""
        return self.parts[0].items()

    @property
    def outer(self) -> tuple[str, ...]:
        """Return the items of level 2."""
        return self.parts[1].items()

    @property
    def items(self) -> tuple[str, ...]:
        """Return all items, those of level 1 first."""
        return tuple(dict.fromkeys((*self.inner, *self.outer)))

    def moments(self) -> int:
        """Return how many variances, covariances and means the levels have."""
        counts = [len(self.inner), len(self.outer)]
        return sum(count * (count + 1) // 2 for count in counts) + len(self.items)

    def plain(self, *, related: bool) -> "TwoLevels":
        """Return levels without factors, where all items covary or no two of them."""
        inner, outer = (
            Syntax(terms=_pairs(names, related=related), ties=())
            for names in (self.inner, self.outer)
        )
        return TwoLevels(parts=(inner, outer))


def _pairs(items: Sequence[str], *, related: bool) -> tuple[Term, ...]:
    pairs = [(name, name) for name in items]
    pairs += list(combinations(items, 2)) if related else []
    return tuple(Term(lhs=a, op="~~", rhs=b, modifiers=()) for a, b in pairs)


def has_levels(model: str) -> bool:
    """Return whether a model is written in blocks of levels.

    Examples
    --------
    >>> has_levels("level: 1; f =~ a + b; level: 2; g =~ a + b")
    True
    """
    return isinstance(model, str) and bool(_BLOCK.search(_lines(model)))


def _lines(model: str) -> str:
    return re.sub(r"[#!][^\n]*", "", model).replace(";", "\n")


def read_levels(model: str) -> TwoLevels:
    """Return what a model says of each level.

    Raises
    ------
    ValueError
        If it has other blocks than one of level 1 (or within) and one of level 2 (or
        between), something stands before them, a block cannot be read, or a name is a
        factor at one level and an item at the other.
    """
    before, *blocks = _BLOCK.split(_lines(model))
    if before.strip():
        line = before.strip().splitlines()[0].strip()
        msg = f"In a model of levels all must stand in one of them; got {line!r} first."
        raise ValueError(msg)
    names = [_NUMBERS.get(name, name.lower()) for name in blocks[::2]]
    if sorted(names) != sorted(LEVELS):
        told = ", ".join(blocks[::2])
        msg = (
            "A model of levels needs one block 'level: 1' (or within) and one "
            f"'level: 2' (or between); got {told}."
        )
        raise ValueError(msg)
    found = dict(zip(names, blocks[1::2], strict=True))
    inner, outer = (_read(found[name], name) for name in LEVELS)
    for one, other in ((inner, outer), (outer, inner)):
        mixed = sorted(set(one.factors()) & set(other.items()))
        if mixed:
            msg = f"{mixed[0]!r} must be a factor, or an item, at both levels alike."
            raise ValueError(msg)
    return TwoLevels(parts=(inner, outer))


def _read(block: str, name: str) -> Syntax:
    try:
        return read_syntax(block, enough=("=~", "~~"))
    except ValueError as error:
        msg = f"At the level {name}: {error}"
        raise ValueError(msg) from None


def level_model(
    levels: TwoLevels, *, std_lv: bool = False, orthogonal: bool = False
) -> Model:
    """Return the model of both levels, ready for numbers.

    The means of items that stand at both levels belong to level 2.
    """
    inner, outer = levels.parts
    frame = Frame(
        items=levels.items,
        factors=tuple(dict.fromkeys((*inner.factors(), *outer.factors()))),
        groups=len(LEVELS),
        means=True,
        std_lv=std_lv,
        orthogonal=orthogonal,
        levels={},
    )
    cells = [
        cell
        for number in range(len(LEVELS))
        for cell in _level_cells(levels, number, frame)
    ]
    return build_model(frame, tie_cells(cells, (*inner.ties, *outer.ties)))


def _level_cells(levels: TwoLevels, number: int, frame: Frame) -> list[Cell]:
    """Return one level's parameters, placed in the matrices of both."""
    syntax = levels.parts[number]
    own = replace(frame, items=syntax.items(), factors=syntax.factors(), groups=1)
    spoken = {term.lhs for term in syntax.terms if term.op == "~1"}
    above = set(levels.outer) - spoken if number == 0 else set()
    found = []
    for cell in parameter_table(replace(syntax, ties=()), own):
        settled = cell.op == "~1" and cell.lhs in above
        modifier = Modifier(
            fixed=0.0 if settled else None if cell.free else cell.value,
            start=cell.value if cell.free else None,
            label=cell.label or None,
        )
        name = (cell.lhs, cell.op, cell.rhs)
        found.append(make_cell(frame, name, number, modifier))
    return found
