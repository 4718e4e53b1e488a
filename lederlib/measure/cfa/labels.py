"""Labels of parameters: those that are tied are made one, or fixed to a number."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from lederlib._checks import nearest
from lederlib.measure.cfa.parameters import Cell

Tie = tuple[str, str | float]


def tie_cells(cells: list[Cell], ties: Iterable[Tie]) -> list[Cell]:
    """Return the cells with tied labels made one label, or fixed to their number.

    A label that a fixed parameter has fixes all that share it.

    Raises
    ------
    ValueError
        If no parameter has a label that is tied, or one is fixed to two numbers.
    """
    names = {cell.label: cell.label for cell in cells if cell.label}
    numbers: list[tuple[str, float]] = []
    for label, other in ties:
        _require_label(label, names)
        if isinstance(other, str):
            _require_label(other, names)
            old, new = names[other], names[label]
            names = {key: new if held == old else held for key, held in names.items()}
        else:
            numbers.append((label, other))
    numbers += [
        (cell.label, cell.value)
        for cell in cells
        if cell.label and not cell.free and cell.value is not None
    ]
    fixed: dict[str, float] = {}
    for label, number in numbers:
        held = fixed.setdefault(names[label], number)
        if held != number:
            msg = f"model fixes the label {label!r} to both {held:g} and {number:g}."
            raise ValueError(msg)
    return [_labelled(cell, names, fixed) for cell in cells]


def _require_label(label: str, names: Mapping[str, str]) -> None:
    if label not in names:
        near = nearest(label, names)
        msg = f"model ties the label {label!r}, which no parameter has.{near}"
        raise ValueError(msg)


def _labelled(cell: Cell, names: Mapping[str, str], fixed: Mapping[str, float]) -> Cell:
    if not cell.label:
        return cell
    label = names[cell.label]
    if label in fixed:
        return replace(cell, label=label, free=False, value=fixed[label])
    return replace(cell, label=label)
