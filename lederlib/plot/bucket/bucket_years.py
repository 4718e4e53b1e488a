"""Ten years of the bucket: vacancies, newcomers and those who were here at first."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from lederlib._checks import Floats
from lederlib.catalogue import Stamp, ledger
from lederlib.model import FAMILIES, retention
from lederlib.plot.drawing.colours import BLUE, GREY, INK, PALE, RUST
from lederlib.plot.drawing.shapes import Fan, fan, fan_key, fan_of
from lederlib.plot.drawing.theme import (
    Drawing,
    house_style,
    new_figure,
    place_axes,
    share_ticks,
)
from lederlib.text import (
    Lang,
    format_number,
    format_range,
    format_share,
    wording,
)

_word = wording("bucket.years_")

MEDIAN: Final = 2
HEIGHT: Final = 7.3
#: Panels from above: name, space above and below it in inches, top of its axis.
PANELS: Final = (
    ("vacancies", 0.75, 5.05, 0.25),
    ("newcomers", 2.65, 3.45, 0.25),
    ("present", 4.25, 1.3, 1.0),
)
STYLES: Final = {"gamma": "-", "mover_stayer": (0, (5, 2)), "weibull": (0, (1, 1.5))}
SPACING: Final = 0.075
#: Above all that stands still, below the fan.
DASHED: Final = 2.6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Panel:
    fan: Fan
    year: Line2D
    today: Line2D


@house_style()
def plot_bucket_years(
    table: pd.DataFrame,
    *,
    today: pd.DataFrame | None = None,
    year: float = 5,
    lang: Lang = "da",
    stamp: Stamp | None = None,
    synthetic: bool = False,
) -> Drawing:
    """Plot how a bucket's levels go over the years, with their uncertainty.

    ``update(table=…, year=…)`` moves the fans and the mark; ``today=…`` as well, if
    that changed.

    Parameters
    ----------
    table, today : DataFrame
        From `lederlib.scenario.bucket_table`: shares with columns outcome, years,
        q05, q25, q50, q75 and q95; `today` is drawn dashed.
    year : float
        Where a line marks the year that is looked at.
    lang : {"da", "en"}
        Language of the words.
    stamp : Stamp, optional
        What remakes the numbers.
    synthetic : bool
        Whether the figure rests on made-up data.

    Examples
    --------
    >>> from lederlib.scenario import bucket_table, run_bucket
    >>> table = bucket_table(run_bucket(draws=20))
    >>> plot_bucket_years(table, lang="en").alt[:15]
    'After 10 years '
    """
    figure = _empty(lang, stamp, synthetic=synthetic)
    dashed = table if today is None else today
    panels = {
        name: _panel(_axes(figure, name, lang), top) for name, _, _, top in PANELS
    }

    def update(
        *, table: pd.DataFrame, year: float, today: pd.DataFrame | None = None
    ) -> str:
        nonlocal dashed
        dashed = dashed if today is None else today
        for name, panel in panels.items():
            years, usual = fan_of(dashed, name)
            panel.today.set_data(years, usual[MEDIAN])
            _move(panel, *fan_of(table, name), year)
        figure.alt = _alt(table, dashed, lang)
        return figure.alt

    update(table=table, year=year)
    moving: list[Artist] = []
    for panel in panels.values():
        moving += [panel.year, panel.today, *panel.fan.artists]
    moving.append(_survey(figure.axes[-1]))
    return figure.with_moving(tuple(moving), update)


def _empty(lang: Lang, stamp: Stamp | None, *, synthetic: bool) -> Drawing:
    return new_figure(
        _word("title", lang),
        lang=lang,
        height=HEIGHT,
        note=_word("note", lang),
        caption=_word("caption", lang),
        stamp=stamp,
        synthetic=synthetic,
    )


def _axes(figure: Drawing, name: str, lang: Lang) -> Axes:
    above, below, top = next(facts for key, *facts in PANELS if key == name)
    axes = place_axes(figure, 0.7, below, 1.75, above)
    axes.set(xlim=(0, 10), ylim=(0, top), xticks=range(0, 11, 2))
    axes.set_title(_word(name, lang), loc="left", size=11, pad=4)
    axes.yaxis.set_major_formatter(share_ticks(lang))
    axes.grid(axis="y", color=PALE, linewidth=0.8)
    axes.set_axisbelow(True)
    if name == "vacancies":
        axes.legend(handles=_legend(lang), **_LEGEND)
    axes.tick_params(labelbottom=name == "present")
    if name == "present":
        axes.set_xlabel(_word("axis", lang))
        _families(axes, lang)
    return axes


_LEGEND: Final[dict[str, Any]] = {
    "loc": "upper left",
    "bbox_to_anchor": (1.01, 1.05),
    "frameon": False,
    "fontsize": 9,
    "borderaxespad": 0.2,
    "handlelength": 1.4,
}


def _legend(lang: Lang) -> list[Artist]:
    return [
        Line2D([], [], color=BLUE, lw=2.5, label=_word("median", lang)),
        fan_key(_word("most", lang)),
        Line2D([], [], color=RUST, ls="--", lw=1.8, label=_word("today", lang)),
        Line2D([], [], color=INK, marker="D", ls="", label=_word("survey", lang)),
    ]


def _families(axes: Axes, lang: Lang) -> None:
    """Draw the three shapes that fit the survey's two numbers, and name them.

    Retirement is part of the two numbers, and goes on at its own rate.
    """
    years = np.linspace(0, 10, 41)
    ends: dict[str, float] = {}
    gone, retiring = _expected()
    for family in FAMILIES:
        quit_ = {name: 1 - left * np.exp(retiring * when) for name, left, when in gone}
        share = retention(years, family=family, **quit_) * np.exp(-retiring * years)
        axes.plot(years, share, color=INK, ls=STYLES[family], lw=1.1, zorder=1.6)
        ends[_word(f"family_{family}", lang)] = float(share[-1])
    for name, y in _apart(ends).items():
        axes.text(10.15, y, name, size=9, va="center", clip_on=False)


def _expected() -> tuple[list[tuple[str, float, int]], float]:
    """Return who expects to be left after 1 and 5 years, and how many retire a year."""
    known = {"gone_in_one_year": 1, "gone_in_five_years": 5}
    left = [(name, 1 - ledger()[name].value, when) for name, when in known.items()]
    return left, ledger()["retirement"].value


def _survey(axes: Axes) -> Line2D:
    left = [share for _, share, _ in _expected()[0]]
    (line,) = axes.plot([1, 5], left, color=INK, marker="D", ms=6, ls="", zorder=6)
    return line


def _apart(heights: Mapping[str, float]) -> dict[str, float]:
    """Return the heights, the highest first, moved apart so that words do not meet."""
    order = sorted(heights, key=lambda name: -heights[name])
    middle = heights[order[1]]
    return {name: middle + SPACING * (1 - place) for place, name in enumerate(order)}


def _panel(axes: Axes, top: float) -> _Panel:
    paths = fan(axes, color=BLUE, linewidth=2.5, zorder=5)
    (year,) = axes.plot([0, 0], [0, top], color=GREY, linewidth=1, zorder=2)
    (today,) = axes.plot([], [], color=RUST, ls="--", lw=1.8, zorder=DASHED)
    return _Panel(fan=paths, year=year, today=today)


def _move(panel: _Panel, years: Floats, shares: Floats, year: float) -> None:
    panel.fan.move(years, shares[[0, 1, -2, -1]], shares[MEDIAN])
    panel.year.set_xdata([year, year])


def _alt(table: pd.DataFrame, today: pd.DataFrame, lang: Lang) -> str:
    years, vacant = fan_of(table, "vacancies")
    ends = {"vacancies": vacant, "present": fan_of(table, "present")[1]}
    ranges = {f"{name}_range": _range(fan, lang) for name, fan in ends.items()}
    return _word(
        "alt",
        lang,
        years=format_number(years[-1], lang, digits=0),
        vacancies=format_share(vacant[MEDIAN, -1], lang, digits=1),
        newcomers=format_share(fan_of(table, "newcomers")[1][MEDIAN, -1], lang),
        present=format_share(ends["present"][MEDIAN, -1], lang),
        today=format_share(fan_of(today, "vacancies")[1][MEDIAN, -1], lang, digits=1),
        **ranges,
    )


def _range(fan: Floats, lang: Lang) -> str:
    low, high = 100 * fan[[0, -1], -1]
    return format_range(low, high, lang, digits=0)
