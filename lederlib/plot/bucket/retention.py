"""Who stays: the share still there, year by year, with its uncertainty."""

from typing import Any, Final

import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.lines import Line2D

from lederlib._checks import Floats
from lederlib.catalogue import ledger
from lederlib.plot.drawing.colours import BLUE, INK, PALE, RUST
from lederlib.plot.drawing.shapes import HasTable, fan, fan_key, fan_of
from lederlib.plot.drawing.theme import (
    Drawing,
    house_style,
    new_figure,
    place_axes,
    share_ticks,
)
from lederlib.text import Lang, format_number, format_share, wording

_word = wording("bucket.retention_")

MEDIAN: Final = 2
_STATUS_QUO: Final[dict[str, Any]] = {
    "color": RUST,
    "linestyle": "--",
    "linewidth": 2,
    # Above all that stands still, below the fan.
    "zorder": 2.6,
}
_SURVEY: Final[dict[str, Any]] = {
    "color": INK,
    "marker": "D",
    "markersize": 7,
    "linestyle": "none",
    "zorder": 6,
}
_LEGEND: Final[dict[str, Any]] = {
    "loc": "lower left",
    "frameon": False,
    "fontsize": 10,
    "borderaxespad": 0.3,
}
Outcome = HasTable | pd.DataFrame


@house_style()
def plot_retention(
    outcome: Outcome,
    *,
    status_quo: Outcome | None = None,
    lang: Lang = "da",
    synthetic: bool = False,
) -> Drawing:
    """Plot the share of today's staff still there, year by year.

    ``update(outcome=…)`` moves the fan; ``status_quo=…`` as well, if that changed.

    Parameters
    ----------
    outcome, status_quo : Outcome or DataFrame
        A result of `lederlib.scenario.run`, or its table: columns years, q05, q25,
        q50, q75 and q95 (shares), and outcome if it holds more than retention.
    lang : {"da", "en"}
        Language of the words.
    synthetic : bool
        Whether the figure rests on made-up data.

    Examples
    --------
    >>> import pandas as pd
    >>> shares = pd.DataFrame({"years": [0, 10], "q05": [1, 0.3], "q25": [1, 0.35],
    ...                        "q50": [1, 0.4], "q75": [1, 0.45], "q95": [1, 0.5]})
    >>> plot_retention(shares, lang="en").alt
    'After 10 years 40% are still here (90% of the draws lie from 30% to 50%).'
    """
    figure = _empty(outcome, lang, synthetic=synthetic)
    axes = figure.axes[0]
    (usual,) = axes.plot([], [], **_STATUS_QUO)
    before: tuple[Floats, Floats] | None = None
    paths = fan(axes, color=BLUE, linewidth=2.5, zorder=5)
    (survey,) = axes.plot([1, 5], _survey_shares(), **_SURVEY)
    axes.legend(handles=_legend(lang, status_quo=status_quo), **_LEGEND)

    def update(*, outcome: Outcome, status_quo: Outcome | None = None) -> str:
        nonlocal before
        if status_quo is not None:
            before = _from_today(status_quo)
            usual.set_data(before[0], before[1][MEDIAN])
        years, shares = _from_today(outcome)
        paths.move(years, shares[[0, 1, -2, -1]], shares[MEDIAN])
        figure.alt = _alt(years, shares, before, lang)
        return figure.alt

    update(outcome=outcome, status_quo=status_quo)
    return figure.with_moving((usual, *paths.artists, survey), update)


def _empty(outcome: Outcome, lang: Lang, *, synthetic: bool) -> Drawing:
    figure = new_figure(
        _word("title", lang),
        lang=lang,
        height=4.5,
        note=_word("note", lang),
        caption=_word("caption", lang),
        stamp=None if isinstance(outcome, pd.DataFrame) else outcome.stamp,
        synthetic=synthetic,
    )
    axes = place_axes(figure, 0.75, 1.2, 0.2, 0.55)
    axes.set(xlim=(0, 10.1), ylim=(0, 1.02), xticks=range(11))
    axes.set_xlabel(_word("years", lang))
    axes.yaxis.set_major_formatter(share_ticks(lang))
    axes.grid(axis="y", color=PALE, linewidth=0.8)
    axes.set_axisbelow(True)
    return figure


def _from_today(outcome: Outcome) -> tuple[Floats, Floats]:
    years, shares = fan_of(outcome, "retention")
    if years[0] == 0:
        return years, shares
    return np.append(0.0, years), np.hstack([np.ones((len(shares), 1)), shares])


def _survey_shares() -> list[float]:
    gone = ("gone_in_one_year", "gone_in_five_years")
    return [1 - ledger()[name].value for name in gone]


def _legend(lang: Lang, *, status_quo: Outcome | None) -> list[Artist]:
    handles: list[Artist] = [
        Line2D([], [], color=BLUE, linewidth=2.5, label=_word("median", lang)),
        fan_key(_word("half", lang), half=True),
        fan_key(_word("most", lang)),
        Line2D([], [], **_SURVEY, label=_word("survey", lang)),
    ]
    if status_quo is not None:
        handles.append(Line2D([], [], **_STATUS_QUO, label=_word("status_quo", lang)))
    return handles


def _alt(
    years: Floats, shares: Floats, before: tuple[Floats, Floats] | None, lang: Lang
) -> str:
    low, middle, high = shares[[0, MEDIAN, -1], -1]
    text = _word(
        "alt",
        lang,
        years=format_number(years[-1], lang, digits=0),
        share=format_share(middle, lang),
        low=format_share(low, lang),
        high=format_share(high, lang),
    )
    if before is None:
        return text
    usual = float(np.interp(years[-1], before[0], before[1][MEDIAN]))
    return f"{text} {_word('alt_status_quo', lang, share=format_share(usual, lang))}"
