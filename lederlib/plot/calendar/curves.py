"""Three curves of a calendar, with the reader's own place on each."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D
from matplotlib.text import Text

from lederlib._checks import Floats
from lederlib.model import cascade, focus_wait, turnaround
from lederlib.plot.drawing.colours import BLUE, INK, PALE, RUST
from lederlib.plot.drawing.theme import (
    Drawing,
    house_style,
    new_figure,
    number_ticks,
    place_axes,
    share_ticks,
)
from lederlib.scenario import Answer, Calendar, CalendarOutcome, hours_in_words
from lederlib.text import Lang, format_number, wording

_word = wording("calendar.")

HEIGHT: Final = 8.3
POINTS: Final = 81
#: Panels from above: name, inches above and below, end of the axes across and up.
PANELS: Final = (
    ("moved", 0.75, 6.05, 1.0, 12.0),
    ("focus", 3.1, 3.7, 4.0, 16.0),
    ("turnaround", 5.45, 1.35, 1.0, 16.0),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Panel:
    across: float
    up: float
    curve: Line2D
    spread: LineCollection
    simulated: Line2D
    own: Line2D
    number: Text


@house_style()
def plot_calendar_curves(outcome: CalendarOutcome, *, lang: Lang = "da") -> Drawing:
    """Plot cascade, focus and turnaround as curves, and where a calendar lies.

    ``update(outcome=…)`` moves the place.

    Parameters
    ----------
    outcome : CalendarOutcome
        From `lederlib.scenario.run_calendar`.
    lang : {"da", "en"}
        Language of the words.

    Examples
    --------
    >>> from lederlib.scenario import run_calendar
    >>> plot_calendar_curves(run_calendar(draws=100), lang="en").alt[:44]
    'By formula one cancellation moves 2.0 meetin'
    """
    figure = _empty(outcome, lang)
    panels = {}
    for name, *_ in PANELS:
        panels[name] = _panel(_axes(figure, name, lang), name)
    title = _moving_title(figure.axes[1])

    def update(*, outcome: CalendarOutcome) -> str:
        week = outcome.calendar
        own = {
            "moved": outcome.branching,
            "focus": week.interruptions,
            "turnaround": week.urgent,
        }
        for name, panel in panels.items():
            across = np.linspace(0, panel.across, POINTS)
            panel.curve.set_data(across, _curve(name, across, week))
            _place(panel, own[name], getattr(outcome, name), lang)
        block = hours_in_words(week.block, lang)
        title.set_text(_word("curves_focus", lang, block=block))
        figure.alt = _alt(outcome, lang)
        return figure.alt

    update(outcome=outcome)
    moving: list[Artist] = [title]
    for panel in panels.values():
        moving += [panel.curve, panel.spread, panel.simulated, panel.own]
        moving.append(panel.number)
    return figure.with_moving(tuple(moving), update)


def _curve(name: str, across: Floats, week: Calendar) -> Floats:
    if name == "moved":
        return cascade(across)
    if name == "focus":
        return focus_wait(week.block, interruptions=across)
    return turnaround(urgent=across, important=week.important)


def _empty(outcome: CalendarOutcome, lang: Lang) -> Drawing:
    return new_figure(
        _word("curves_title", lang),
        lang=lang,
        height=HEIGHT,
        note=_word("curves_note", lang),
        caption=_word("curves_caption", lang),
        stamp=outcome.stamp,
    )


def _axes(figure: Drawing, name: str, lang: Lang) -> Axes:
    above, below, across, up = next(facts for key, *facts in PANELS if key == name)
    axes = place_axes(figure, 0.6, below, 1.75, above)
    axes.set(xlim=(0, across), ylim=(0, up), yticks=np.arange(0, up + 1, 4))
    # The title of the middle panel names the block and moves with it.
    if name != "focus":
        axes.set_title(_word(f"curves_{name}", lang), loc="left", size=11, pad=4)
    axes.set_xlabel(_word(f"curves_{name}_axis", lang), size=10, labelpad=2)
    ticks = share_ticks(lang) if name == "turnaround" else number_ticks(lang, 1)
    axes.xaxis.set_major_formatter(ticks)
    axes.yaxis.set_major_formatter(number_ticks(lang, 0))
    axes.grid(axis="y", color=PALE, linewidth=0.8)
    axes.set_axisbelow(True)
    if name == "moved":
        axes.legend(handles=_legend(lang), **_LEGEND)
    return axes


_LEGEND: Final[dict[str, Any]] = {
    "loc": "upper left",
    "bbox_to_anchor": (1.01, 1.05),
    "frameon": False,
    "fontsize": 9,
    "borderaxespad": 0.2,
    "handlelength": 1.4,
}
_OWN: Final[dict[str, Any]] = {"color": RUST, "marker": "D", "ms": 8, "ls": ""}
_SIMULATED: Final[dict[str, Any]] = {
    **{"color": INK, "marker": "o", "ms": 12, "ls": ""},
    **{"mfc": "none", "mew": 1.8},
}


def _legend(lang: Lang) -> list[Artist]:
    return [
        Line2D([], [], color=BLUE, lw=2.5, label=_word("curves_formula", lang)),
        Line2D([], [], **_OWN, label=_word("curves_you", lang)),
        Line2D([], [], **_SIMULATED, label=_word("curves_simulated", lang)),
        Line2D([], [], color=RUST, lw=4, alpha=0.4, label=_word("curves_range", lang)),
    ]


def _panel(axes: Axes, name: str) -> _Panel:
    across, up = next(facts[2:] for key, *facts in PANELS if key == name)
    (curve,) = axes.plot([], [], color=BLUE, lw=2.5, zorder=3)
    spread = LineCollection([], colors=RUST, linewidths=6, alpha=0.4, zorder=4)
    axes.add_collection(spread, autolim=False)
    (simulated,) = axes.plot([], [], **_SIMULATED, zorder=5)
    (own,) = axes.plot([], [], **_OWN, zorder=6, clip_on=False)
    return _Panel(
        across=across,
        up=up,
        curve=curve,
        spread=spread,
        simulated=simulated,
        own=own,
        number=axes.text(0, 0, "", size=11, va="center", zorder=7),
    )


def _moving_title(axes: Axes) -> Text:
    return axes.text(
        *(0, 1.04, ""), size=11, transform=axes.transAxes, zorder=2.5, va="bottom"
    )


def _place(panel: _Panel, x: float, answer: Answer, lang: Lang) -> None:
    """Put the reader where the calendar lies; beyond the edge only the number tells."""
    top = panel.up
    low, high = np.minimum([answer.low, answer.high], top)
    panel.spread.set_segments([] if np.isnan(low) else [[(x, low), (x, high)]])
    inside = answer.simulated <= top
    panel.simulated.set_data(*([[x], [answer.simulated]] if inside else [[], []]))
    height = min(answer.formula, top)
    panel.own.set_data([x], [height])
    right = x < 0.8 * panel.across
    panel.number.set_text(format_number(answer.formula, lang, digits=1))
    panel.number.set_horizontalalignment("left" if right else "right")
    shift = 0.03 * panel.across * (1 if right else -1)
    panel.number.set_position((x + shift, max(height, 0.08 * top)))


def _alt(outcome: CalendarOutcome, lang: Lang) -> str:
    numbers = {
        name: format_number(getattr(outcome, name).formula, lang, digits=1)
        for name, *_ in PANELS
    }
    block = hours_in_words(outcome.calendar.block, lang)
    return _word("curves_alt", lang, block=block, **numbers)
