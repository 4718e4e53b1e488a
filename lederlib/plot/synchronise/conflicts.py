"""A conflict matrix: which interventions help and which hinder each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from lederlib._checks import Floats
from lederlib.catalogue import Stamp, intervention
from lederlib.plot.drawing.colours import BLUE, INK, PALE, PAPER, RUST
from lederlib.plot.drawing.shapes import boxes, one_path
from lederlib.plot.drawing.theme import Drawing, house_style, new_figure, place_axes
from lederlib.plot.synchronise._interventions import (
    PADLOCK,
    patch,
    places_of,
    row_names,
    shapes,
)
from lederlib.scenario.synchronise.words import letter_of, points
from lederlib.text import Lang, join_words, label, wording

COLUMNS: Final = ("one", "other", "help", "positive")
LEAST: Final = 0.001
SURE: Final = 0.9
_word = wording("synchronise.conflicts_")

_FULL: Final = 0.03
_MINUS: Final = np.array([(-0.6, -0.15), (0.6, -0.15), (0.6, 0.15), (-0.6, 0.15)])
_ARM: Final = ((-0.15, -0.6), (0.15, -0.6), (0.15, -0.15), (0.6, -0.15), (0.6, 0.15))
_PLUS: Final = np.array([*_ARM, (0.15, 0.15), *(-np.array(_ARM)), (-0.15, -0.15)])
KINDS: Final = {
    "help": (_PLUS, BLUE, True),
    "hinder": (_MINUS, RUST, True),
    "maybe_help": (_PLUS, BLUE, False),
    "maybe_hinder": (_MINUS, RUST, False),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRows:
    """The pairs by the places of both, and which kind each is."""

    first: npt.NDArray[np.int64]
    second: npt.NDArray[np.int64]
    help: Floats
    kind: npt.NDArray[np.str_]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Artists:
    boxes: Mapping[str, PathPatch]
    signs: Mapping[str, PathPatch]
    frames: PathPatch
    locks: PathPatch


@house_style()
def plot_conflicts(
    table: Sequence[str],
    pairs: pd.DataFrame,
    *,
    chosen: Sequence[str] = (),
    locked: Sequence[str] = (),
    lang: Lang = "da",
    stamp: Stamp | None = None,
) -> Drawing:
    """Plot which interventions help and which hinder each other.

    ``update(pairs=…, chosen=…, locked=…)`` moves it.

    Parameters
    ----------
    table : sequence of str
        Keys of the interventions, in the order of the rows; at most 26.
    pairs : DataFrame
        One row for each pair: one, other (keys), help (log units) and positive (share
        of the possible worlds in which they help), as `pair_effects` returns.
    chosen, locked : sequence of str
        Those that are framed, and those that get a padlock.
    lang : {"da", "en"}
        Language of the words.
    stamp : Stamp, optional
        What remakes the numbers.

    Raises
    ------
    ValueError
        If a column is missing or an intervention is not in the table.

    Examples
    --------
    >>> import pandas as pd
    >>> pair = {"one": "home_days", "other": "fixed_presence_days"}
    >>> pairs = pd.DataFrame([{**pair, "help": -0.02, "positive": 0.05}])
    >>> plot_conflicts(["home_days", "fixed_presence_days"], pairs, lang="en").alt[:39]
    'Of 1 pairs, 0 help each other in at lea'
    """
    names = row_names(table, lang)
    figure = _empty(names, lang, stamp)
    artists = _artists(figure.axes[0], lang)

    def update(
        *, pairs: pd.DataFrame, chosen: Sequence[str] = (), locked: Sequence[str] = ()
    ) -> str:
        rows = pair_rows(pairs, table)
        _move(artists, rows)
        _frame(artists, places_of(chosen, table), places_of(locked, table))
        figure.alt = _alt(rows, table, places_of(chosen, table), lang)
        return figure.alt

    update(pairs=pairs, chosen=chosen, locked=locked)
    moving = (*artists.boxes.values(), *artists.signs.values())
    return figure.with_moving((*moving, artists.frames, artists.locks), update)


def _empty(names: list[str], lang: Lang, stamp: Stamp | None) -> Drawing:
    n = len(names)
    figure = new_figure(
        _word("title", lang),
        lang=lang,
        height=1.5 + 0.27 * n,
        note=_word("note", lang),
        stamp=stamp,
    )
    axes = place_axes(figure, 2.55, 0.85, 0.3, 0.65)
    axes.set(xlim=(0, n), ylim=(n, 0))
    axes.set_yticks(np.arange(n) + 0.5, labels=names)
    axes.set_xticks(np.arange(n) + 0.5, labels=[letter_of(p) for p in range(n)])
    axes.xaxis.tick_top()
    axes.tick_params(length=0, pad=3)
    axes.spines[:].set_visible(False)
    rows, columns = np.tril_indices(n, -1)
    grid = one_path(boxes(columns, rows, columns + 1, rows + 1))
    axes.add_patch(
        PathPatch(grid, facecolor="none", edgecolor=PALE, linewidth=0.8, zorder=1)
    )
    for place in range(n):
        middle = place + 0.5
        axes.text(middle, middle, letter_of(place), ha="center", va="center")
    return figure


def _artists(axes: Axes, lang: Lang) -> _Artists:
    artists = _Artists(
        boxes={
            kind: patch(
                axes,
                3,
                facecolor=colour if full else PAPER,
                edgecolor=colour,
                linewidth=1.1,
            )
            for kind, (_, colour, full) in KINDS.items()
        },
        signs={
            kind: patch(axes, 3.1, facecolor=PAPER if full else colour, linewidth=0)
            for kind, (_, colour, full) in KINDS.items()
        },
        frames=patch(axes, 3.3, facecolor="none", edgecolor=INK, linewidth=2.4),
        locks=patch(axes, 3.2, facecolor=INK, linewidth=0),
    )
    handles, labels = _legend(lang)
    axes.legend(
        handles=handles,
        labels=labels,
        loc="upper right",
        bbox_to_anchor=(1.06, 1.0),
        frameon=False,
        fontsize=10.5,
        labelspacing=0.7,
    ).set_zorder(2)
    return artists


def _legend(lang: Lang) -> tuple[list[Any], list[str]]:
    def mark(marker: Any, size: float, **look: Any) -> Line2D:  # noqa: ANN401
        return Line2D([], [], linestyle="none", marker=marker, ms=size, **look)

    handles: list[Any] = []
    for sign, colour, full in KINDS.values():
        face, ink = (colour, PAPER) if full else (PAPER, colour)
        box = mark("s", 13, mfc=face, mec=colour)
        handles.append((box, mark(Path(sign), 8, mfc=ink, mew=0)))
    handles.append(mark("s", 12, mfc="none", mec=INK, mew=2.2))
    handles.append(mark(Path(PADLOCK * (1, -1)), 11, mfc=INK, mew=0))
    return handles, [_word(key, lang) for key in (*KINDS, "chosen", "locked")]


def _move(artists: _Artists, rows: PairRows) -> None:
    size = 0.44 * np.sqrt(np.clip(np.abs(rows.help) / _FULL, 0.15, 1))
    for kind, (sign, _, _) in KINDS.items():
        here = rows.kind == kind
        x, y, half = rows.first[here] + 0.5, rows.second[here] + 0.5, size[here]
        square = boxes(x - half, y - half, x + half, y + half)
        artists.boxes[kind].set_path(one_path(square))
        artists.signs[kind].set_path(one_path(shapes(sign, x, y, half)))


def _frame(artists: _Artists, chosen: list[int], locked: list[int]) -> None:
    cells = [(place, place) for place in chosen]
    cells += [(min(pair), max(pair)) for pair in combinations(chosen, 2)]
    x, y = np.array(cells, dtype=float).reshape(-1, 2).T
    gap = 0.03
    frames = boxes(x + gap, y + gap, x + 1 - gap, y + 1 - gap)
    artists.frames.set_path(one_path(frames))
    at = np.array(locked, dtype=float)
    artists.locks.set_path(one_path(shapes(PADLOCK, at + 1.45, at + 0.5, 0.55)))


def _alt(rows: PairRows, table: Sequence[str], chosen: list[int], lang: Lang) -> str:
    names = [intervention(key).name.to(lang) for key in table]
    among = [
        place
        for place, ends in enumerate(zip(rows.first, rows.second, strict=True))
        if set(ends) <= set(chosen)
    ]
    said = join_words([pair_words(rows, place, names, lang) for place in among], lang)
    chosen_words = (
        _word("among", lang, pairs=said) if among else _word("none_chosen", lang)
    )
    return _word(
        "alt",
        lang,
        all=len(rows.help),
        help=int((rows.kind == "help").sum()),
        hinder=int((rows.kind == "hinder").sum()),
        most=" ".join(strongest_words(rows, names, lang)),
        chosen=chosen_words,
    )


def pair_rows(pairs: pd.DataFrame, table: Sequence[str]) -> PairRows:
    """Return the pairs by their rows in `table`; raise if a column is missing."""
    missing = [column for column in COLUMNS if column not in pairs]
    if missing:
        msg = f"pairs must have the columns {', '.join(COLUMNS)}; {missing[0]} is not."
        raise ValueError(msg)
    ends = np.array([places_of(list(pairs[name]), table) for name in ("one", "other")])
    helped = pairs["help"].to_numpy(dtype=float)
    often = pairs["positive"].to_numpy(dtype=float)
    sign = np.where(helped > 0, "help", "hinder")
    unsure = np.maximum(often, 1 - often) < SURE
    kind = np.where(unsure, np.char.add("maybe_", sign), sign)
    kind[np.abs(helped) < LEAST] = "nothing"
    return PairRows(
        first=ends.min(axis=0), second=ends.max(axis=0), help=helped, kind=kind
    )


def strongest_words(rows: PairRows, names: list[str], lang: Lang) -> list[str]:
    """Say which pair helps the most and which hinders the most, if any does."""
    found = []
    for key, sign in (("most_help", 1), ("most_hinder", -1)):
        place = int((sign * rows.help).argmax())
        if sign * rows.help[place] >= LEAST:
            facts = _facts(rows, place, names, lang)
            found.append(label(f"synchronise.conflicts_{key}", lang, **facts))
    return found


def pair_words(rows: PairRows, place: int, names: list[str], lang: Lang) -> str:
    """Say whether a pair helps or hinders, and how much."""
    kind = str(rows.kind[place]).removeprefix("maybe_")
    facts = _facts(rows, place, names, lang)
    return label(f"synchronise.pair_{kind}", lang, **facts)


def _facts(rows: PairRows, place: int, names: list[str], lang: Lang) -> dict[str, str]:
    return {
        "one": names[rows.first[place]],
        "other": names[rows.second[place]],
        "size": points(float(abs(rows.help[place])), lang),
    }
