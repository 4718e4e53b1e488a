"""The register of evidence: a square for each figure, seen or only recalled."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch

from lederlib._checks import Bools, Floats
from lederlib.catalogue import EVIDENCE_KINDS, evidence, evidence_kind
from lederlib.plot.drawing.colours import BLUE, GREY, INK, PALE, PAPER, RUST
from lederlib.plot.drawing.shapes import boxes, one_path
from lederlib.plot.drawing.theme import Drawing, house_style, new_figure, place_axes
from lederlib.text import Lang, join_words, label

DEEP: Final = 2
_GAP: Final = 0.1
_ARM: Final = 0.07
#: A cross in a unit square, as one outline of twelve corners.
_CROSS: Final = np.array(
    [
        (0.5 + x * 0.5**0.5, 0.5 + y * 0.5**0.5)
        for x, y in (
            (0, _ARM * 2),
            (0.4, 0.4 + _ARM * 2),
            (0.4 + _ARM * 2, 0.4),
            (_ARM * 2, 0),
            (0.4 + _ARM * 2, -0.4),
            (0.4, -0.4 - _ARM * 2),
            (0, -_ARM * 2),
            (-0.4, -0.4 - _ARM * 2),
            (-0.4 - _ARM * 2, -0.4),
            (-_ARM * 2, 0),
            (-0.4 - _ARM * 2, 0.4),
            (-0.4, 0.4 + _ARM * 2),
        )
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Register:
    """What the picture needs of each row: its place, its kind, and whether seen."""

    left: Floats
    bottom: Floats
    kind: npt.NDArray[np.int64]
    seen: Bools


@house_style()
def plot_evidence(
    register: pd.DataFrame | None = None,
    *,
    chosen: npt.ArrayLike = True,
    lang: Lang = "da",
) -> Drawing:
    """Plot the register of evidence, a square for each figure.

    ``update(chosen=…)`` marks other rows.

    Parameters
    ----------
    register : DataFrame, optional
        As `lederlib.catalogue.evidence` returns, which it is unless given.
    chosen : array-like of bool
        Which rows stand out; all of them unless given.
    lang : {"da", "en"}
        Language of the words.

    Examples
    --------
    >>> plot_evidence(lang="en").alt[:62]
    'The register has 203 figures: 142 were seen in the source and '
    """
    placed = _placed(evidence() if register is None else register)
    figure = _empty(placed, lang)
    seen, recalled, crosses = _patches(figure.axes[0])

    def update(*, chosen: npt.ArrayLike = True) -> str:
        marks = np.broadcast_to(np.asarray(chosen, dtype=bool), placed.seen.shape)
        seen.set_path(one_path(_squares(placed, marks & placed.seen)))
        recalled.set_path(one_path(_squares(placed, marks & ~placed.seen)))
        crosses.set_path(one_path(_crosses(placed, marks & ~placed.seen)))
        figure.alt = _alt(placed, marks, lang)
        return figure.alt

    update(chosen=chosen)
    return figure.with_moving((seen, recalled, crosses), update)


def _placed(register: pd.DataFrame) -> _Register:
    """Return where each row's square lies: by kind, the seen ones first."""
    kinds = [evidence_kind(name) for name in register["estimate_type"]]
    kind = np.array([EVIDENCE_KINDS.index(name) for name in kinds], dtype=np.int64)
    seen = np.asarray(register["verified"] == "seen")
    order = np.lexsort([~seen, kind])
    rank = np.empty(len(kind), dtype=np.int64)
    first = np.searchsorted(kind[order], kind[order])
    rank[order] = np.arange(len(kind)) - first
    bottom = -(DEEP + 1.1) * kind - rank % DEEP - 1.0
    return _Register(
        left=(rank // DEEP).astype(float),
        bottom=np.asarray(bottom, dtype=float),
        kind=kind,
        seen=seen,
    )


def _empty(placed: _Register, lang: Lang) -> Drawing:
    figure = new_figure(
        label("evidence.title", lang),
        lang=lang,
        height=4.6,
        note=label("evidence.note", lang),
    )
    wide = placed.left.max(initial=0) + 1
    axes = place_axes(figure, 1.75, 1.15, 0.15, 0.5)
    axes.set(xlim=(-0.2, max(wide, 36) + 0.2), ylim=(-15.6, 0.2))
    axes.set_axis_off()
    every = np.ones(len(placed.seen), dtype=bool)
    axes.add_patch(
        PathPatch(
            one_path(_squares(placed, every)),
            facecolor=PAPER,
            edgecolor=PALE,
            linewidth=0.8,
        )
    )
    for place, kind in enumerate(EVIDENCE_KINDS):
        _name_kind(axes, placed, place, kind, lang)
    axes.legend(handles=_legend(lang), **_LEGEND)
    return figure


_LEGEND: Final[dict[str, Any]] = {
    "loc": "upper left",
    "bbox_to_anchor": (-0.02, 0.0),
    "ncols": 3,
    "frameon": False,
    "fontsize": 10.5,
    "handletextpad": 0.2,
    "columnspacing": 1.2,
    "borderaxespad": 0,
}


def _name_kind(
    axes: Axes, placed: _Register, place: int, kind: str, lang: Lang
) -> None:
    own = placed.kind == place
    counts = label(
        "evidence.counts",
        lang,
        seen=int((own & placed.seen).sum()),
        recalled=int((own & ~placed.seen).sum()),
    )
    top = -(DEEP + 1.1) * place
    look: dict[str, Any] = {"ha": "right", "va": "top"}
    axes.text(-0.8, top, label(f"evidence.kind_{kind}", lang), size=10.5, **look)
    axes.text(-0.8, top - 1.15, counts, size=8.5, color=GREY, **look)


def _patches(axes: Axes) -> tuple[PathPatch, PathPatch, PathPatch]:
    looks: tuple[dict[str, Any], ...] = (
        {"facecolor": BLUE, "edgecolor": INK, "linewidth": 0.8},
        {"facecolor": PAPER, "edgecolor": RUST, "linewidth": 1.2},
        {"facecolor": RUST, "linewidth": 0},
    )
    made = tuple(
        PathPatch(one_path(np.empty((0, 4, 2))), zorder=3 + place, **look)
        for place, look in enumerate(looks)
    )
    for patch in made:
        axes.add_patch(patch)
    return made[0], made[1], made[2]


def _squares(placed: _Register, which: Bools) -> Floats:
    left, bottom = placed.left[which] + _GAP, placed.bottom[which] + _GAP
    return boxes(left, bottom, left + 1 - 2 * _GAP, bottom + 1 - 2 * _GAP)


def _crosses(placed: _Register, which: Bools) -> Floats:
    corner = np.column_stack([placed.left[which], placed.bottom[which]])
    return np.asarray(corner[:, None, :] + _CROSS)


def _legend(lang: Lang) -> list[Line2D]:
    looks: dict[str, Any] = {
        "seen": {"marker": "s", "color": BLUE, "markeredgecolor": INK},
        "not_seen": {"marker": "X", "color": RUST, "markeredgecolor": PAPER},
        "outside": {"marker": "s", "color": PAPER, "markeredgecolor": PALE},
    }
    return [
        Line2D(
            [], [], linestyle="none", ms=9, label=label(f"evidence.{key}", lang), **look
        )
        for key, look in looks.items()
    ]


def _alt(placed: _Register, marks: Bools, lang: Lang) -> str:
    kinds = [
        label(
            "evidence.alt_kind",
            lang,
            kind=label(f"evidence.kind_{kind}", lang).lower(),
            seen=int((marks & placed.seen & (placed.kind == place)).sum()),
            recalled=int((marks & ~placed.seen & (placed.kind == place)).sum()),
        )
        for place, kind in enumerate(EVIDENCE_KINDS)
        if (marks & (placed.kind == place)).any()
    ]
    return label(
        "evidence.alt",
        lang,
        total=len(placed.seen),
        seen=int(placed.seen.sum()),
        recalled=int((~placed.seen).sum()),
        chosen=int(marks.sum()),
        chosen_seen=int((marks & placed.seen).sum()),
        kinds=join_words(kinds, lang) or label("evidence.alt_nothing", lang),
    )
