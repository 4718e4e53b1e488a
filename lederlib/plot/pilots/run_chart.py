"""A run chart: a row of measurements around its median, before and after a change."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.text import Text

from lederlib._checks import Floats, as_floats, require_count
from lederlib.model import run_chart
from lederlib.model.pilots.run_charts import FEWEST_POINTS
from lederlib.plot.drawing.colours import BLUE, GREY, INK, RUST
from lederlib.plot.drawing.theme import Drawing, house_style, new_figure, number_ticks
from lederlib.plot.drawing.theme import place_axes as placed
from lederlib.text import Lang, format_number, label, wording

_WIDE = 15
_word = wording("pilots.chart_")

ROWS: Final = ("treated", "others")
LOOKS: Final[Mapping[str, dict[str, Any]]] = {
    "treated": {"color": BLUE, "marker": "o", "ms": 5, "lw": 1.6},
    "others": {"color": RUST, "marker": "s", "ms": 4.5, "lw": 1.1, "mfc": "white"},
}
_STYLES: Final = {"treated": "-", "others": (0, (4, 2))}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Artists:
    lines: Mapping[str, Line2D]
    before: Mapping[str, Line2D]
    after: Mapping[str, Line2D]
    numbers: Mapping[str, Text]
    curtain: Text


@house_style()
def plot_run_chart(
    values: npt.ArrayLike,
    others: npt.ArrayLike | None = None,
    *,
    start: int | None = None,
    shown: bool = True,
    limits: tuple[float, float] | None = None,
    unit: str = "",
    lang: Lang = "da",
    synthetic: bool = False,
) -> Drawing:
    """Plot measurements in order of time with their medians, read by Anhøj's rules.

    ``update(values=…, others=…, shown=…)`` moves it.

    Parameters
    ----------
    values : array-like, shape (points,)
        Measurements in order of time, missing ones as NaN.
    others : array-like, shape (points,), optional
        The same of those who did not take part.
    start : int, optional
        Points before a change that you state; after it the median is revised.
    unit : str
        What the numbers are; per cent of the usual unless given.
    shown : bool
        Whether what comes after the change is shown, or kept back.
    limits : tuple of float, optional
        Lowest and highest number that the axis has room for.
    lang : {"da", "en"}
        Language of the words.
    synthetic : bool
        Whether the figure rests on made-up data.

    Raises
    ------
    ValueError
        If the rows are no rows of numbers or the change leaves a part empty.

    Examples
    --------
    >>> weeks = [5, 6, 5, 7, 6, 5, 6, 7, 5, 6, 9, 8, 9, 8, 9, 10, 8, 9, 9, 8]
    >>> plot_run_chart(weeks, start=10, lang="en").alt[:50]
    'The measurement: median 6.0 before and 9.0 after. '
    """
    rows = _rows(values, others)
    points = len(rows["treated"])
    cut = None if start is None else require_count(start, 1, points - 1, name="start")
    figure = _empty(lang, unit, alone=others is None, synthetic=synthetic)
    axes = figure.axes[0]
    axes.set(xlim=(0.3, points + 0.7), ylim=limits or _limits(rows))
    artists = _artists(axes, list(rows), cut, lang)

    def update(
        *,
        values: npt.ArrayLike,
        others: npt.ArrayLike | None = None,
        shown: bool = True,
    ) -> str:
        found = _rows(values, others)
        for name, row in found.items():
            _move(artists, name, row, cut, lang, shown=shown)
        _part(artists.numbers)
        hidden = cut is not None and not shown
        artists.curtain.set_text(_word("hidden", lang) if hidden else "")
        figure.alt = chart_words(found, cut, lang, shown=shown)
        return figure.alt

    update(values=values, others=others, shown=shown)
    moving: list[Any] = []
    for part in (artists.before, artists.after, artists.lines, artists.numbers):
        moving += part.values()
    return figure.with_moving((*moving, artists.curtain), update)


def _rows(values: npt.ArrayLike, others: npt.ArrayLike | None) -> dict[str, Floats]:
    given = {"treated": values} | ({} if others is None else {"others": others})
    rows = {name: as_floats(row, name=name) for name, row in given.items()}
    for name, row in rows.items():
        if row.ndim != 1 or len(row) != len(rows["treated"]) or not len(row):
            msg = f"{name} must be one row of the same length; got shape {row.shape}."
            raise ValueError(msg)
    return rows


def _empty(lang: Lang, unit: str, *, alone: bool, synthetic: bool) -> Drawing:
    title = _word("title_alone" if alone else "title", lang)
    figure = new_figure(
        title, lang=lang, height=4.7, note=_word("note", lang), synthetic=synthetic
    )
    axes = placed(figure, 0.75, 1.5, 0.6, 0.75)
    axes.yaxis.set_major_formatter(number_ticks(lang, 0))
    axes.set_xlabel(_word("weeks", lang))
    axes.set_ylabel(unit or _word("level", lang))
    return figure


def _limits(rows: Mapping[str, Floats]) -> tuple[float, float]:
    every = np.concatenate(list(rows.values()))
    low, high = float(np.nanmin(every)), float(np.nanmax(every))
    room = 0.12 * (high - low) or 1.0
    return low - room, high + room


def _artists(axes: Axes, names: list[str], cut: int | None, lang: Lang) -> _Artists:
    def row(**look: Any) -> Line2D:  # noqa: ANN401
        (line,) = axes.plot([], [], **look)
        return line

    artists = _Artists(
        lines={name: row(ls=_STYLES[name], zorder=3, **LOOKS[name]) for name in names},
        before={name: row(**_median_look(name)) for name in names},
        after={name: row(**_median_look(name)) for name in names},
        numbers={
            name: axes.text(0, 0, "", size=10, va="center", color=_colour(name))
            for name in names
        },
        curtain=_curtain(axes, cut),
    )
    if cut is not None:
        axes.axvline(cut + 0.5, color=INK, lw=1, ls=":", zorder=1)
        top = axes.get_ylim()[1]
        axes.text(cut + 0.5, top, f" {_word('start', lang)}", size=10, va="bottom")
    if len(names) > 1:
        handles = [Line2D([], [], ls=_STYLES[name], **LOOKS[name]) for name in names]
        axes.legend(
            handles=handles,
            labels=[_word(name, lang) for name in names],
            loc="upper center",
            bbox_to_anchor=(0.5, -0.2),
            ncols=2,
            frameon=False,
            fontsize=10.5,
            handlelength=3.2,
        )
    return artists


def _curtain(axes: Axes, cut: int | None) -> Text:
    low, high = axes.get_ylim()
    x = 0.5 * ((cut or 0) + 0.5 + axes.get_xlim()[1])
    look: dict[str, Any] = {"ha": "center", "va": "center", "color": GREY}
    return axes.text(x, (low + high) / 2, "", **look)


def _median_look(name: str) -> dict[str, Any]:
    return {"color": _colour(name), "lw": 1.2, "ls": _STYLES[name], "zorder": 2.9}


def _colour(name: str) -> str:
    return str(LOOKS[name]["color"])


def _part(numbers: Mapping[str, Text]) -> None:
    """Write the higher median above its line and the lower one below it."""
    ordered = sorted(numbers.values(), key=lambda text: text.get_position()[1])
    for text in ordered:
        text.set_verticalalignment("center" if len(ordered) == 1 else "top")
    ordered[-1].set_verticalalignment("bottom" if len(ordered) > 1 else "center")


def _move(
    artists: _Artists,
    name: str,
    row: Floats,
    cut: int | None,
    lang: Lang,
    *,
    shown: bool,
) -> None:
    weeks = np.arange(1, len(row) + 1)
    stop = len(row) if shown or cut is None else cut
    artists.lines[name].set_data(weeks[:stop], row[:stop])
    early = row[:cut]
    before = float(np.nanmedian(early))
    artists.before[name].set_data([0.6, len(early) + 0.4], [before] * 2)
    last = before
    if cut is not None and shown:
        last = float(np.nanmedian(row[cut:]))
        artists.after[name].set_data([cut + 0.6, len(row) + 0.4], [last] * 2)
    else:
        artists.after[name].set_data([], [])
    artists.numbers[name].set_text(format_number(last, lang, digits=digits_for(early)))
    artists.numbers[name].set_position(((stop if shown else len(early)) + 0.6, last))


def chart_words(
    rows: Mapping[str, Floats], cut: int | None, lang: Lang, *, shown: bool
) -> str:
    """Return the medians before and after, and what the rules find, for each row."""
    if cut is not None and not shown:
        medians = [_median(row[:cut], row[:cut], lang) for row in rows.values()]
        facts = {"before": medians[0], "before_others": medians[-1]}
        return _word("alt_hidden", lang, **facts)
    said = []
    for key, row in rows.items():
        name = _upper(_word(key if len(rows) > 1 else "row", lang))
        facts = {"name": name, "before": _median(row[:cut], row[:cut], lang)}
        facts["rules"] = rule_words(row, cut, lang)
        if cut is None:
            said.append(_word("alt_whole", lang, **facts))
            continue
        after = _median(row[cut:], row[:cut], lang)
        said.append(_word("alt", lang, **facts, after=after))
    return " ".join(said)


def rule_words(row: npt.ArrayLike, start: int | None, lang: Lang) -> str:
    """Say what Anhøj's rules find when all points are held against those before.

    Examples
    --------
    >>> rule_words([1, 2] * 8, None, "en")[:14]
    'May be chance:'
    """
    chart = run_chart(row, baseline=start)
    if not chart.enough:
        facts = {"points": int(chart.points), "needed": FEWEST_POINTS}
        return label("pilots.rules_few", lang, **facts)
    counts = {
        "run": int(chart.longest_run),
        "most": int(chart.longest_expected),
        "crossings": int(chart.crossings),
        "fewest": int(chart.fewest_expected),
    }
    key = "signal" if chart.signal else "chance"
    return label(f"pilots.rules_{key}", lang, **counts)


def digits_for(row: Floats) -> int:
    """Return how many decimals its medians take: none where it spans more than 15."""
    return 0 if np.nanmax(row) - np.nanmin(row) > _WIDE else 1


def _median(part: Floats, early: Floats, lang: Lang) -> str:
    # Digits by what came first: what is kept back must not show in them.
    middle = float(np.nanmedian(part))
    return format_number(middle, lang, digits=digits_for(early))


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
