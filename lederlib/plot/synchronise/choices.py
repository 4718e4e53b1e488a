"""Which sets of interventions are best, how often, and what each costs in regret."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.text import Text

from lederlib._checks import Floats
from lederlib.catalogue import Stamp
from lederlib.plot.drawing.colours import BLUE, GREY, INK, PALE, PLUM, RUST
from lederlib.plot.drawing.shapes import boxes, one_path
from lederlib.plot.drawing.theme import Drawing, house_style, new_figure, place_axes
from lederlib.plot.synchronise._interventions import (
    PADLOCK,
    patch,
    places_of,
    row_names,
    shapes,
)
from lederlib.scenario.synchronise.words import POINTS, names_of, points
from lederlib.text import Lang, format_number, format_share, wording

SHOWN: Final = 8
OWN: Final = SHOWN + 0.6
ABOVE, BELOW = 4.4, 4.6  # rows of room for the bars
_SHARE: Final = 3.2  # rows for a share of one
_POINT: Final = 0.4  # rows for a point of regret
_LONGEST: Final = 3.2
_ANGLES: Final = np.linspace(0, 2 * np.pi, 16, endpoint=False)
_DISC: Final = np.column_stack([np.cos(_ANGLES), np.sin(_ANGLES)])
_DIAMOND: Final = np.array([(0, -1.15), (1.15, 0), (0, 1.15), (-1.15, 0)])
_word = wording("synchronise.choices_")

COLUMNS: Final = ("keys", "best", "regret")


@house_style()
def plot_choices(
    table: Sequence[str],
    sets: pd.DataFrame,
    *,
    chosen: Sequence[str] = (),
    locked: Sequence[str] = (),
    lang: Lang = "da",
    stamp: Stamp | None = None,
) -> Drawing:
    """Plot the best sets of interventions, how often each is best, and its regret.

    ``update(sets=…, chosen=…, locked=…)`` moves it.

    Parameters
    ----------
    table : sequence of str
        Keys of the interventions, in the order of the rows; at most 26.
    sets : DataFrame
        One row for each set, the least regretted first: keys (a tuple), best (share
        of the possible worlds) and regret (log units), as `best_sets` returns.
    chosen : sequence of str
        The reader's own set; one of `sets`, or empty.
    locked : sequence of str
        Those that cannot be chosen yet.
    lang : {"da", "en"}
        Language of the words.
    stamp : Stamp, optional
        What remakes the numbers.

    Raises
    ------
    ValueError
        If a column is missing, there is no set, or the own set is not among them.

    Examples
    --------
    >>> import pandas as pd
    >>> keys = ("home_days", "shared_breaks")
    >>> sets = pd.DataFrame({"keys": [keys], "best": [1.0], "regret": [0.0]})
    >>> plot_choices(keys, sets, chosen=keys, lang="en").alt[:46]
    'Least regretted is Home days and Breaks togeth'
    """
    figure = _empty(row_names(table, lang), lang, stamp)
    axes = figure.axes[0]
    width, height = axes.get_window_extent().size
    across, up = np.ptp(axes.get_xlim()), np.ptp(axes.get_ylim())
    artists = choice_artists(axes)
    stretch = np.array([(height / up) / (width / across), 1.0])

    def update(
        *, sets: pd.DataFrame, chosen: Sequence[str] = (), locked: Sequence[str] = ()
    ) -> str:
        own = _own_row(sets, chosen)
        mark_sets(artists, sets, own, table, stretch)
        measure_sets(artists, sets, own, len(table), lang)
        at = np.array(places_of(locked, table), dtype=float)
        away = np.full(len(at), -0.35)
        padlocks = shapes(PADLOCK * stretch, away, at + 0.5, 0.55)
        artists.locks.set_path(one_path(padlocks))
        figure.alt = _alt(sets, own, lang)
        return figure.alt

    update(sets=sets, chosen=chosen, locked=locked)
    marks = (artists.lines, artists.dots, artists.own, artists.locks)
    bars = (artists.best, artists.own_best, artists.regret)
    moving = (*marks, *bars, *artists.shares, *artists.points)
    return figure.with_moving(moving, update)


def _own_row(sets: pd.DataFrame, chosen: Sequence[str]) -> int | None:
    missing = [column for column in COLUMNS if column not in sets]
    if missing or sets.empty:
        found = ", ".join(map(str, sets.columns))
        msg = f"sets must have rows, and columns {', '.join(COLUMNS)}; got {found}."
        raise ValueError(msg)
    if not chosen:
        return None
    wanted = frozenset(chosen)
    for row, keys in enumerate(sets["keys"]):
        if wanted == frozenset(keys):
            return row
    msg = f"chosen must be one of the {len(sets)} sets; got {', '.join(chosen)}."
    raise ValueError(msg)


def _empty(names: list[str], lang: Lang, stamp: Stamp | None) -> Drawing:
    n = len(names)
    figure = new_figure(
        _word("title", lang),
        lang=lang,
        height=1.35 + 0.235 * (n + ABOVE + BELOW),
        note=_word("note", lang),
        stamp=stamp,
    )
    axes = place_axes(figure, 2.75, 0.85, 0.15, 0.5)
    axes.set(xlim=(-0.7, OWN + 1), ylim=(n + BELOW, -ABOVE), xticks=[])
    axes.set_yticks(np.arange(n) + 0.5, labels=names)
    axes.tick_params(length=0, pad=3)
    axes.spines[:].set_visible(False)
    columns = [*np.arange(SHOWN) + 0.5, OWN + 0.5]
    x, y = (part.ravel() for part in np.meshgrid(columns, np.arange(n) + 0.5))
    axes.plot(x, y, ".", color=PALE, ms=5, zorder=1)
    axes.axhline(-0.15, color=GREY, linewidth=0.8)
    axes.axhline(n + 0.15, color=GREY, linewidth=0.8)
    axes.axvline(OWN - 0.3, color=PALE, linewidth=1.2)
    side: dict[str, Any] = {
        "ha": "right",
        "va": "center",
        "size": 10.5,
        "color": INK,
    }
    axes.text(-0.75, -0.5 * ABOVE, _word("best", lang), **side)
    axes.text(-0.75, n + 0.42 * BELOW, _word("regret", lang), **side)
    foot: dict[str, Any] = {
        "ha": "center",
        "va": "bottom",
        "size": 10.5,
        "weight": "bold",
    }
    for place, x_ in enumerate(columns[:-1]):
        axes.text(x_, n + BELOW, f"{place + 1}", **foot)
    axes.text(columns[-1], n + BELOW, _word("own", lang), color=PLUM, **foot)
    return figure


def _alt(sets: pd.DataFrame, own: int | None, lang: Lang) -> str:
    best = sets["best"].to_numpy(dtype=float)
    often = int(best.argmax())
    most = {"keys": names_of(sets["keys"].iloc[often], lang)}
    often_words = (
        _word("often", lang, **most, share=format_share(best[often], lang))
        if often
        else _word("often_same", lang)
    )
    facts = {
        "first": names_of(sets["keys"].iloc[0], lang),
        "regret": points(float(sets["regret"].iloc[0]), lang),
        "share": format_share(best[0], lang),
    }
    return _word(
        "alt", lang, **facts, often=often_words, own=_own_words(sets, own, lang)
    )


def _own_words(sets: pd.DataFrame, own: int | None, lang: Lang) -> str:
    if own is None:
        return _word("none", lang)
    row = sets.iloc[own]
    facts = {
        "keys": names_of(row["keys"], lang),
        "share": format_share(float(row["best"]), lang),
        "regret": points(float(row["regret"]), lang),
    }
    return _word("chosen", lang, **facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceArtists:
    """All of the best sets that moves."""

    lines: PathPatch
    dots: PathPatch
    own: PathPatch
    best: PathPatch
    own_best: PathPatch
    regret: PathPatch
    locks: PathPatch
    shares: tuple[Text, ...]
    points: tuple[Text, ...]


def choice_artists(axes: Axes) -> ChoiceArtists:
    """Return the moving parts of the best sets, added to `axes`."""

    def numbers(va: str) -> tuple[Text, ...]:
        look: dict[str, Any] = {"ha": "center", "va": va, "size": 10}
        return tuple(axes.text(0, 0, "", **look) for _ in range(SHOWN + 1))

    return ChoiceArtists(
        lines=patch(axes, 2.9, facecolor=GREY, linewidth=0),
        dots=patch(axes, 3, facecolor=BLUE, linewidth=0),
        own=patch(axes, 3, facecolor=PLUM, linewidth=0),
        best=patch(axes, 3, facecolor=BLUE, linewidth=0),
        own_best=patch(axes, 3, facecolor=PLUM, linewidth=0),
        regret=patch(
            axes, 3, facecolor="none", edgecolor=RUST, hatch="////", linewidth=1.1
        ),
        locks=patch(axes, 3.2, facecolor=INK, linewidth=0),
        shares=numbers("bottom"),
        points=numbers("top"),
    )


def _columns(sets: pd.DataFrame, own: int | None) -> tuple[list[int], Floats]:
    """Return the rows that are shown, and where: the best ones, then the own."""
    rows = list(range(min(SHOWN, len(sets))))
    where = [row + 0.5 for row in rows]
    if own is not None:
        rows, where = [*rows, own], [*where, OWN + 0.5]
    return rows, np.array(where)


def mark_sets(
    artists: ChoiceArtists,
    sets: pd.DataFrame,
    own: int | None,
    table: Sequence[str],
    stretch: Floats,
) -> None:
    """Mark what is in each set, with shapes that `stretch` makes as wide as high."""
    rows, where = _columns(sets, own)
    places = [sorted(places_of(sets["keys"].iloc[row], table)) for row in rows]
    x = np.array([at for at, some in zip(where, places, strict=True) for _ in some])
    y = np.array([place + 0.5 for some in places for place in some])
    mine = x > OWN
    for artist, outline, here in (
        (artists.dots, _DISC, ~mine),
        (artists.own, _DIAMOND, mine),
    ):
        marks = shapes(outline * stretch, x[here], y[here], 0.3)
        artist.set_path(one_path(marks))
    ends = np.array([(some[0] + 0.5, some[-1] + 0.5) for some in places])
    lines = boxes(where - 0.04, ends[:, 0], where + 0.04, ends[:, 1])
    artists.lines.set_path(one_path(lines))


def measure_sets(
    artists: ChoiceArtists, sets: pd.DataFrame, own: int | None, n: int, lang: Lang
) -> None:
    """Draw how often each set is best above its column, and its regret below `n`."""
    rows, where = _columns(sets, own)
    best = sets["best"].to_numpy(dtype=float)[rows]
    regret = sets["regret"].to_numpy(dtype=float)[rows] * POINTS
    top = -0.15 - _SHARE * best
    bottom = n + 0.15 + np.minimum(_POINT * regret, _LONGEST)
    bars = boxes(where - 0.3, -0.15, where + 0.3, top)
    mine = where > OWN
    artists.best.set_path(one_path(bars[~mine]))
    artists.own_best.set_path(one_path(bars[mine]))
    artists.regret.set_path(one_path(boxes(where - 0.3, n + 0.15, where + 0.3, bottom)))
    for place in range(SHOWN + 1):
        there = place < len(rows)
        at = where[place] if there else 0.0
        share = format_share(best[place], lang) if there else ""
        point = format_number(regret[place], lang, digits=1) if there else ""
        _write(artists.shares[place], at, top[place] - 0.15 if there else 0, share)
        _write(artists.points[place], at, bottom[place] + 0.1 if there else 0, point)


def _write(text: Text, x: float, y: float, words: str) -> None:
    text.set_position((x, y))
    text.set_text(words)
