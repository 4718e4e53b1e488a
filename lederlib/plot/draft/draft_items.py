"""Ten items of a draft: how each is answered, and how it goes with the others."""

from typing import Any, Final

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.colors import to_rgba
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.text import Text

from lederlib._checks import Bools, Floats
from lederlib.plot.drawing.colours import BLUE, GREY, INK, PALE, RUST, SAND, SKY
from lederlib.plot.drawing.theme import (
    Drawing,
    house_style,
    new_figure,
    number_ticks,
    place_axes,
    share_ticks,
)
from lederlib.scenario import DRAFT_ITEMS, DraftTrial
from lederlib.text import (
    Lang,
    format_number,
    format_range,
    format_share,
    wording,
)

_word = wording("draft.")

_ROWS: Final = np.arange(len(DRAFT_ITEMS))[::-1]
_COLOURS: Final = (RUST, SAND, PALE, SKY, BLUE)
_HATCHES: Final = ("////", "//", "", "", "")
_FAINT: Final = 0.22
_WEAK: Final = 0.3
_LOWEST: Final = -0.6
_TICKS: Final = (-0.5, 0, 0.5, 1)


@house_style()
def plot_draft_items(trial: DraftTrial, *, lang: Lang = "da") -> Drawing:
    """Plot the answers to each item of a draft, and its relation to the kept others.

    ``update(trial=…)`` moves it.

    Parameters
    ----------
    trial : DraftTrial
        A result of `lederlib.scenario.try_draft`.
    lang : {"da", "en"}
        Language of the words.

    Examples
    --------
    >>> from lederlib.scenario import DRAFT_ITEMS, draft_answers, try_draft
    >>> trial = try_draft(draft_answers(600), list(DRAFT_ITEMS))
    >>> plot_draft_items(trial, lang="en").alt[-46:]
    'Most answers at 5 has 9 important to me (74%).'
    """
    figure = _empty(lang)
    shares, related = figure.axes
    bands = [_band(shares, option) for option in range(len(_COLOURS))]
    numbers = [_number(shares, row) for row in _ROWS]
    reaches = LineCollection([], linewidths=2, zorder=5)
    related.add_collection(reaches, autolim=False)
    dots = {
        kept: related.plot([], [], zorder=6, **_dot(kept=kept))[0]
        for kept in (False, True)
    }

    def update(*, trial: DraftTrial) -> str:
        items = trial.items
        kept = items["kept"].to_numpy()
        _set_bands(bands, trial.shares, kept)
        for text, item in zip(numbers, items.itertuples(), strict=True):
            text.set_text(_figures(item, lang))
            text.set_color(INK if item.kept else GREY)
        ends = items[["low", "high"]].clip(lower=_LOWEST).to_numpy()
        reaches.set_segments(list(np.stack([ends, np.tile(_ROWS, (2, 1)).T], axis=2)))
        reaches.set_color([to_rgba(INK if one else GREY) for one in kept])
        for which, dot in dots.items():
            dot.set_data(items["rest"][kept == which], _ROWS[kept == which])
        figure.alt = _alt(trial, lang)
        return figure.alt

    update(trial=trial)
    moving = (*bands, *numbers, reaches, *dots.values())
    return figure.with_moving(moving, update)


def _band(axes: Axes, option: int) -> PolyCollection:
    look = _look(option)
    band = PolyCollection([], hatch=look.pop("hatch"), zorder=4, **look)
    axes.add_collection(band, autolim=False)
    return band


def _look(option: int) -> dict[str, Any]:
    return {
        "facecolor": _COLOURS[option],
        "hatch": _HATCHES[option],
        "edgecolor": "white",
        "linewidth": 0.8,
    }


def _number(axes: Axes, row: int) -> Text:
    return axes.text(1.05, row, "", size=9.5, ha="left", va="center", clip_on=False)


def _dot(*, kept: bool) -> dict[str, Any]:
    return {
        "linestyle": "none",
        "marker": "o",
        "markersize": 7,
        "markerfacecolor": RUST if kept else "white",
        "markeredgecolor": RUST if kept else GREY,
    }


def _set_bands(bands: list[PolyCollection], shares: Floats, kept: Bools) -> None:
    ends = np.cumsum(shares, axis=1)
    for option, band in enumerate(bands):
        right = ends[:, option]
        left = right - shares[:, option]
        across = np.stack([left, right, right, left], axis=1)
        up = _ROWS[:, None] + [-0.34, -0.34, 0.34, 0.34]
        band.set_verts(list(np.stack([across, up], axis=2)))
        strong = np.where(kept, 1, _FAINT)
        band.set_facecolor([to_rgba(_COLOURS[option], alpha) for alpha in strong])


def _figures(item: Any, lang: Lang) -> str:  # noqa: ANN401
    mean, spread = (format_number(x, lang, digits=1) for x in (item.mean, item.sd))
    floor, ceiling = (round(100 * share) for share in (item.floor, item.ceiling))
    # Figure spaces are as wide as digits, so that the numbers stand in columns.
    ends = f"{floor:>3}/{ceiling}".replace(" ", "\u2007")
    return f"{mean} ({spread}) {ends}"


def _empty(lang: Lang) -> Drawing:
    figure = new_figure(
        _word("items_title", lang),
        lang=lang,
        height=5.9,
        note=_word("items_note", lang),
        caption=_word("items_caption", lang),
        synthetic=True,
    )
    shares = place_axes(figure, 1.75, 1.6, 3.25, 0.85)
    shares.set(xlim=(0, 1), ylim=(-0.6, len(_ROWS) - 0.4))
    shares.set_yticks(_ROWS, labels=[_word(f"short_{k}", lang) for k in DRAFT_ITEMS])
    shares.set_xticks([0, 0.5, 1])
    shares.xaxis.set_major_formatter(share_ticks(lang))
    shares.set_xlabel(_word("items_share", lang), size=10)
    _head(shares, lang)
    related = place_axes(figure, 5.05, 1.6, 0.2, 0.85)
    related.set(xlim=(_LOWEST, 1.02), ylim=shares.get_ylim(), xticks=_TICKS)
    related.set_yticks([])
    related.spines["left"].set_visible(False)
    related.xaxis.set_major_formatter(number_ticks(lang, 1))
    related.set_xlabel(_word("items_rest", lang), size=10)
    related.axvline(0, color=GREY, linewidth=1)
    related.axvline(_WEAK, color=GREY, linewidth=1.2, linestyle="--")
    _legends(figure, lang)
    for axes in figure.axes:
        axes.tick_params(axis="y", length=0)
    return figure


def _head(axes: Axes, lang: Lang) -> None:
    for x, key in ((1.2, "items_mean"), (1.49, "items_ends")):
        axes.text(
            x,
            len(_ROWS) - 0.35,
            _word(key, lang),
            size=9,
            ha="center",
            va="bottom",
            clip_on=False,
        )


def _legends(figure: Drawing, lang: Lang) -> None:
    options: list[Artist] = [
        Patch(**_look(option), label=_word("items_option", lang, option=option + 1))
        for option in range(len(_COLOURS))
    ]
    dots: list[Artist] = [
        Line2D([], [], **_dot(kept=kept), label=_word(f"items_{key}", lang))
        for key, kept in (("kept", True), ("left", False))
    ]
    dots.append(
        Line2D(
            [],
            [],
            color=GREY,
            linewidth=1.2,
            linestyle="--",
            label=_word("items_weak", lang),
        )
    )
    shared: dict[str, Any] = {"frameon": False, "fontsize": 9.5, "loc": "lower left"}
    width, height = figure.get_size_inches()
    figure.legend(
        handles=options,
        ncols=5,
        columnspacing=1,
        bbox_to_anchor=(0.1 / width, 0.66 / height),
        **shared,
    )
    figure.legend(
        handles=dots,
        ncols=3,
        columnspacing=1,
        bbox_to_anchor=(3.5 / width, 0.66 / height),
        **shared,
    )


def _alt(trial: DraftTrial, lang: Lang) -> str:
    items, kept = trial.items, trial.items[trial.items["kept"]]
    crowded = str(items["ceiling"].idxmax())
    facts: dict[str, object] = {
        "people": format_number(trial.people, lang, digits=0),
        "kept": len(kept),
        "crowded": _word(f"short_{crowded}", lang),
        "ceiling": format_share(float(items["ceiling"].max()), lang),
    }
    if kept["rest"].isna().all():
        return _word("items_alt_none", lang, **facts)
    weakest = str(kept["rest"].idxmin())
    rest, low, high = map(float, kept.loc[weakest, ["rest", "low", "high"]])
    return _word(
        "items_alt",
        lang,
        weakest=_word(f"short_{weakest}", lang),
        rest=format_number(rest, lang),
        range=format_range(low, high, lang),
        **facts,
    )
