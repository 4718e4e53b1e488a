"""Kinds of parameters that are the same in all groups, as lavaan's `group.equal`."""

from collections.abc import Sequence
from dataclasses import replace

from lederlib._checks import require_known, require_names
from lederlib.measure.cfa.frame import Frame
from lederlib.measure.cfa.parameters import Cell

#: What `group_equal` can hold the same in all groups.
KINDS = (
    *("loadings", "intercepts", "means", "thresholds", "regressions"),
    *("residuals", "residual.covariances", "lv.variances", "lv.covariances"),
)


def equalised(cells: Sequence[Cell], frame: Frame) -> list[Cell]:
    """Return the cells, those of a kind that is the same in all groups with a label."""
    return [
        replace(cell, label=f"={cell.lhs} {cell.op} {cell.rhs}")
        if cell.free and not cell.label and kind_of(cell, frame) in frame.equal
        else cell
        for cell in cells
    ]


def kind_of(cell: Cell, frame: Frame) -> str:
    """Return which of `KINDS` a parameter is; '' of a scale."""
    latent = cell.lhs in frame.factors
    if cell.op == "~1":
        return "means" if latent else "intercepts"
    if cell.op == "~~" and cell.lhs == cell.rhs:
        return "lv.variances" if latent else "residuals"
    if cell.op == "~~":
        return "lv.covariances" if latent else "residual.covariances"
    kinds = {"=~": "loadings", "~": "regressions", "|": "thresholds"}
    return kinds.get(cell.op, "")


def require_equal(equal: Sequence[str], groups: int) -> tuple[str, ...]:
    """Return the kinds that are the same in all groups.

    Raises
    ------
    ValueError
        If a kind is unknown, or there is one group only.
    """
    if isinstance(equal, str):
        equal = (equal,)
    for name in require_names(equal, name="group_equal"):
        require_known(name, KINDS, name="group_equal")
    if equal and groups < 2:  # noqa: PLR2004
        msg = "group_equal needs groups; say which column holds them with group."
        raise ValueError(msg)
    return tuple(equal)
