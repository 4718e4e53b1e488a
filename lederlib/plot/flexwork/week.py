"""A sample week of a team: who is at work, and who is at home."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, PathPatch
from matplotlib.path import Path
from matplotlib.text import Text

from lederlib._checks import Bools, Floats, require_count, require_number, seed_of
from lederlib.catalogue import Stamp
from lederlib.plot.drawing.colours import BLUE, INK, RUST, SAND
from lederlib.plot.drawing.shapes import boxes, one_path
from lederlib.plot.drawing.theme import Drawing, house_style, new_figure, place_axes
from lederlib.text import Lang, format_number, join_words, wording

_word = wording("flexwork.week_")

MOST_DAYS: Final = 5
MOST_PEOPLE: Final = 100
#: Fixed days fall in the middle of the week first: Tuesday, Thursday, Wednesday …
ANCHOR_ORDER: Final = (1, 3, 2, 0, 4)
GAP: Final = 0.03
HOUSE: Final = np.array(
    [(-0.4, -0.45), (0.4, -0.45), (0.4, 0.05), (0.0, 0.45), (-0.4, 0.05)]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Artists:
    work: PathPatch
    home: PathPatch
    houses: PathPatch
    fixed: PathPatch
    counts: tuple[Text, ...]


@house_style()
def plot_week(
    days: int = 5,
    *,
    anchor: int = 0,
    home: float = 2,
    team: int = 12,
    agreement: float = 0.0,
    rng: int | np.random.Generator = 0,
    lang: Lang = "da",
    synthetic: bool = False,
) -> Drawing:
    """Plot one week that a team's rules may lead to, drawn at random.

    ``update(days=…, anchor=…, …)`` moves it.

    Parameters
    ----------
    days, anchor, home : number
        Working days (1 to 5), fixed presence days and home days, per week; a home of
        1.5 gives some people one home day and others two.
    team : int
        People in the team, 1 to 100.
    agreement : float, default 0
        Probability with which each follows the team's plan of home days, 0 to 1.
    rng : int or numpy.random.Generator
        Which week; with the same seed, one more home day changes as little as it can.
    lang : {"da", "en"}
        Language of the words.
    synthetic : bool
        Whether the figure rests on made-up data.

    Examples
    --------
    >>> plot_week(5, anchor=5, home=0, team=8, lang="en").alt[:56]
    'In this sample week the whole team is together on 5 days'
    """
    figure = _empty(lang, rng, synthetic=synthetic)
    artists = _artists(figure.axes[0], lang)
    width, height = figure.axes[0].get_window_extent().size
    shape = MOST_DAYS * height / width

    def update(
        *,
        days: int = 5,
        anchor: int = 0,
        home: float = 2,
        team: int = 12,
        agreement: float = 0.0,
        rng: int | np.random.Generator = 0,
    ) -> str:
        present = sample_week(
            days, anchor=anchor, home=home, team=team, agreement=agreement, rng=rng
        )
        _move(artists, present, _fixed_days(int(days), int(anchor)), shape)
        _count(artists.counts, present, lang)
        figure.alt = _alt(present, lang)
        return figure.alt

    update(days=days, anchor=anchor, home=home, team=team, agreement=agreement, rng=rng)
    moving = (artists.work, artists.home, artists.houses, artists.fixed)
    return figure.with_moving((*moving, *artists.counts), update)


def sample_week(
    days: int,
    *,
    anchor: int,
    home: float,
    team: int,
    rng: int | np.random.Generator,
    agreement: float = 0.0,
) -> Bools:
    """Return who is at work when, in one week drawn at random.

    Parameters
    ----------
    days, anchor, home, team, rng, agreement
        As for `plot_week`.

    Returns
    -------
    numpy.ndarray of bool, shape (team, days)
        True at work.

    Raises
    ------
    ValueError
        If fixed days and home days exceed the working days, or a number is out of
        range.

    Examples
    --------
    >>> sample_week(5, anchor=1, home=2, team=3, rng=0).sum(axis=1).tolist()
    [3, 3, 3]
    """
    days = require_count(days, 1, MOST_DAYS, name="days")
    team = require_count(team, 1, MOST_PEOPLE, name="team")
    anchor = require_count(anchor, 0, days, name="anchor")
    home = require_number(home, 0, days - anchor, name="home")
    draw = np.random.default_rng(seed_of(rng))
    wish = draw.random((MOST_PEOPLE, MOST_DAYS))[:team, :days]
    extra = draw.random(MOST_PEOPLE)[:team] < home % 1
    follows = draw.random(MOST_PEOPLE)[:team] < require_number(
        agreement, 0, 1, name="agreement"
    )
    wish[follows] = draw.random(MOST_DAYS)[:days]
    extra[follows] = draw.random() < home % 1
    wish[:, _fixed_days(days, anchor)] = np.inf
    rank = wish.argsort(axis=1).argsort(axis=1)
    return np.asarray(rank >= (np.floor(home) + extra)[:, None])


def _fixed_days(days: int, anchor: int) -> list[int]:
    return [day for day in ANCHOR_ORDER if day < days][:anchor]


def _empty(lang: Lang, rng: int | np.random.Generator, *, synthetic: bool) -> Drawing:
    figure = new_figure(
        _word("title", lang),
        lang=lang,
        height=4.7,
        note=_word("note", lang),
        stamp=Stamp(seed=None if isinstance(rng, np.random.Generator) else rng),
        synthetic=synthetic,
    )
    axes = place_axes(figure, 0.95, 1.4, 0.2, 0.8)
    axes.set(xlim=(0, MOST_DAYS), ylim=(1, 0), yticks=[])
    names = [_word(f"day_{day}", lang) for day in range(MOST_DAYS)]
    axes.set_xticks(np.arange(MOST_DAYS) + 0.5, labels=names)
    axes.xaxis.tick_top()
    axes.tick_params(length=0, pad=2)
    axes.spines[:].set_visible(False)
    axes.set_ylabel(_word("people", lang))
    return figure


def _artists(axes: Axes, lang: Lang) -> _Artists:
    def patch(zorder: float, **look: Any) -> PathPatch:  # noqa: ANN401
        shape = PathPatch(one_path(np.empty((0, 4, 2))), zorder=zorder, **look)
        axes.add_patch(shape)
        return shape

    artists = _Artists(
        work=patch(3, facecolor=BLUE, linewidth=0),
        home=patch(3.1, facecolor=SAND, linewidth=0),
        houses=patch(3.2, facecolor=INK, linewidth=0),
        fixed=patch(
            3.3, facecolor="none", edgecolor=RUST, linewidth=3.5, clip_on=False
        ),
        counts=tuple(
            axes.text(day + 0.5, 1.03, "", ha="center", va="top", weight="bold")
            for day in range(MOST_DAYS)
        ),
    )
    axes.text(-0.03, 1.03, _word("count", lang), ha="right", va="top", size=10.5)
    house = Line2D([], [], marker=Path(HOUSE), color=INK, ms=8, linestyle="none")
    axes.legend(
        handles=[
            Patch(facecolor=BLUE),
            (Patch(facecolor=SAND), house),
            Patch(facecolor="none", edgecolor=RUST, linewidth=2.5),
        ],
        labels=[_word(key, lang) for key in ("work", "home", "fixed")],
        loc="upper center",
        bbox_to_anchor=(0.43, -0.13),
        ncols=3,
        frameon=False,
        fontsize=10.5,
    )
    return artists


def _move(artists: _Artists, present: Bools, fixed: list[int], shape: float) -> None:
    team = len(present)
    artists.work.set_path(one_path(_cells(present)))
    artists.home.set_path(one_path(_cells(~present)))
    size = 0.8 * min(1 / team, 0.09)
    rows, columns = np.nonzero(~present)
    middle = np.column_stack([columns + 0.5, (rows + 0.5) / team])
    scaled = HOUSE * (size * shape, -size)
    artists.houses.set_path(one_path(middle[:, None, :] + scaled))
    days = np.array(fixed, dtype=float)
    artists.fixed.set_path(one_path(boxes(days, 0, days + 1, 1)))


def _cells(which: Bools) -> Floats:
    """Return the corners of the cells, shape (cells, 4, 2)."""
    team = len(which)
    rows, columns = np.nonzero(which)
    gap = min(GAP, 0.1 / team)
    return boxes(
        columns + GAP, rows / team + gap, columns + 1 - GAP, (rows + 1) / team - gap
    )


def _count(texts: tuple[Text, ...], present: Bools, lang: Lang) -> None:
    at_work = present.sum(axis=0)
    for day, text in enumerate(texts):
        there = day < len(at_work)
        text.set_text(format_number(at_work[day], lang, digits=0) if there else "")


def _alt(present: Bools, lang: Lang) -> str:
    team = len(present)
    days = [
        _word("alt_day", lang, count=there, day=_word(f"day_{day}", lang))
        for day, there in enumerate(present.sum(axis=0))
    ]
    everyone = int(present.all(axis=0).sum())
    key = "alt_one_day" if everyone == 1 else "alt"
    return _word(key, lang, days=join_words(days, lang), everyone=everyone, team=team)
