"""Is it the match of the two that matters? The checklist of Humberg and colleagues."""

from typing import Final

import pandas as pd

ALPHA: Final = 0.05
_BROAD: Final = ("curved", "along_the_line", "not_shifted", "not_rotated")
_STRICT: Final = ("level", "straight")


def checklist(surface: pd.DataFrame, cross: tuple[float, float]) -> pd.DataFrame:
    """Return each condition of a congruence effect, its figure and whether it holds.

    That the surface runs along the line where x equals y, we ask for by the sign of
    xy and its p value: a round dome has no direction, and would pass the others.

    Parameters
    ----------
    surface : DataFrame
        a1–a5 with `est` and `p`.
    cross : tuple of float
        The coefficient of xy and its p value.
    """
    figures = {
        "curved": ("a4", False),
        "not_shifted": ("a3", True),
        "not_rotated": ("a5", True),
        "level": ("a1", True),
        "straight": ("a2", True),
    }
    rows = {
        name: (figure, *_row(surface, figure, wants_zero=wants_zero))
        for name, (figure, wants_zero) in figures.items()
    }
    against = cross[0] * float(surface["est"]["a4"]) < 0 and cross[1] < ALPHA
    rows["along_the_line"] = ("xy", *cross, against)
    order = [*_BROAD, *_STRICT]
    table = pd.DataFrame.from_dict(
        rows, orient="index", columns=["figure", "est", "p", "holds"]
    )
    return table.loc[order].rename_axis("condition")


def verdict(table: pd.DataFrame) -> str:
    """Return "strict", "broad" or "none"."""
    holds = table["holds"]
    if not holds[list(_BROAD)].all():
        return "none"
    return "strict" if holds[list(_STRICT)].all() else "broad"


def _row(
    surface: pd.DataFrame, figure: str, *, wants_zero: bool
) -> tuple[float, float, bool]:
    est, p = float(surface["est"][figure]), float(surface["p"][figure])
    return est, p, (p >= ALPHA) == wants_zero
