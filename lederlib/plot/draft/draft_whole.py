"""The scale that a draft makes: what its items share, and what they were to measure."""

from typing import Any, Final

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from lederlib.plot.drawing.colours import BLUE, INK, PALE, PLUM
from lederlib.plot.drawing.theme import (
    Drawing,
    house_style,
    new_figure,
    number_ticks,
    place_axes,
)
from lederlib.scenario import DRAFT_FACETS, DraftTrial
from lederlib.text import Lang, format_number, format_range, wording

_word = wording("draft.")

_LOWEST: Final = -0.2
_TICKS: Final = (-0.2, 0, 0.2, 0.4, 0.6, 0.8, 1)
_BAR: Final[dict[str, Any]] = {
    "color": BLUE,
    "linewidth": 9,
    "alpha": 0.35,
    "solid_capstyle": "butt",
}
_ALL: Final[dict[str, Any]] = {
    "color": INK,
    "marker": "|",
    "markersize": 22,
    "markeredgewidth": 2,
    "linestyle": "none",
}


@house_style()
def plot_draft_whole(trial: DraftTrial, *, lang: Lang = "da") -> Drawing:
    """Plot alpha of the kept items beside how well they follow what was meant.

    ``update(trial=…)`` moves it.

    Parameters
    ----------
    trial : DraftTrial
        A result of `lederlib.scenario.try_draft`.
    lang : {"da", "en"}
        Language of the words.

    Examples
    --------
    >>> from lederlib.scenario import draft_answers, try_draft
    >>> twins = try_draft(draft_answers(60), ["unbroken", "unbroken_again"])
    >>> plot_draft_whole(twins, lang="en").alt[-67:]
    'The scale correlates 0.55 with true room. 1 of 3 sides are covered.'
    """
    figure = _empty(lang)
    axes = figure.axes[0]
    (bar,) = axes.plot([], [], **_BAR)
    (everyone,) = axes.plot([], [], **_ALL)
    (dot,) = axes.plot([], [], color=BLUE, marker="o", markersize=10)
    (truth,) = axes.plot([], [], color=PLUM, marker="D", markersize=10)
    facets = axes.text(0, -1, "", size=10, ha="left", va="center", clip_on=False)

    def update(*, trial: DraftTrial) -> str:
        bar.set_data(np.clip([trial.alpha_low, trial.alpha_high], _LOWEST, 1), [1, 1])
        everyone.set_data([max(trial.true_alpha, _LOWEST)], [1])
        dot.set_data([max(trial.alpha, _LOWEST)], [1])
        truth.set_data([max(trial.truth, _LOWEST)], [0])
        facets.set_text(_facets(trial, lang))
        figure.alt = _alt(trial, lang)
        return figure.alt

    facets.set_transform(figure.transFigure)
    facets.set_position((0.12 / 7, 1.32 / figure.get_figheight()))
    update(trial=trial)
    return figure.with_moving((bar, everyone, dot, truth, facets), update)


def _facets(trial: DraftTrial, lang: Lang) -> str:
    told = [
        _word(
            "whole_with" if facet in trial.facets else "whole_without",
            lang,
            facet=_word(f"facet_{facet}", lang),
        )
        for facet in DRAFT_FACETS
    ]
    return _word("whole_facets", lang, facets="   ".join(told))


def _empty(lang: Lang) -> Drawing:
    figure = new_figure(
        _word("whole_title", lang),
        lang=lang,
        height=4.2,
        note=_word("whole_note", lang),
        caption=_word("whole_caption", lang),
        synthetic=True,
    )
    axes = place_axes(figure, 1.65, 2.1, 0.3, 0.6)
    axes.set(xlim=(_LOWEST, 1.02), ylim=(-0.6, 1.6), xticks=_TICKS)
    names = [_word(f"whole_{key}", lang) for key in ("alpha", "truth")]
    axes.set_yticks([1, 0], labels=names)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.set_xlabel(_word("whole_axis", lang))
    axes.xaxis.set_major_formatter(number_ticks(lang, 1))
    axes.grid(axis="x", color=PALE, linewidth=0.8)
    axes.set_axisbelow(True)
    _legend(figure, axes, lang)
    return figure


def _legend(figure: Drawing, axes: Axes, lang: Lang) -> None:
    handles: list[Artist] = [
        Line2D([], [], **_BAR, label=_word("whole_bar", lang)),
        Line2D([], [], **{**_ALL, "markersize": 13}, label=_word("whole_all", lang)),
    ]
    axes.legend(
        handles=handles,
        loc="lower left",
        bbox_to_anchor=(0, 0.78 / figure.get_figheight()),
        bbox_transform=figure.transFigure,
        ncols=2,
        frameon=False,
        fontsize=9.5,
    )


def _alt(trial: DraftTrial, lang: Lang) -> str:
    facts: dict[str, object] = {
        "all": format_number(trial.true_alpha, lang),
        "truth": format_number(trial.truth, lang),
        "facets": len(trial.facets),
    }
    if np.isnan(trial.alpha):
        return _word("whole_alt_none", lang, **facts)
    interval = format_range(trial.alpha_low, trial.alpha_high, lang)
    alpha = format_number(trial.alpha, lang)
    return _word("whole_alt", lang, alpha=alpha, range=interval, **facts)
