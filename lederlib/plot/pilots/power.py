"""How many teams a small test takes before it can show anything."""

from typing import Any, Final

import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.text import Text

from lederlib._checks import require_between, require_count
from lederlib.model import change_power, pilot_power
from lederlib.plot.drawing.colours import BLUE, GREY, PAPER, RUST
from lederlib.plot.drawing.theme import (
    Drawing,
    house_style,
    new_figure,
    place_axes,
    share_ticks,
)
from lederlib.text import Lang, format_share, wording

_word = wording("pilots.power_")

TEAMS: Final = np.arange(2, 41)
#: Beside its mark on a rising curve: the higher share of the two above it to the left,
#: the lower one below it to the right, so that both are clear of both curves.
_ABOVE: Final = (0.0, 0.035, {"ha": "right", "va": "bottom"})
_BELOW: Final = (0.8, -0.03, {"ha": "left", "va": "top"})


@house_style()
def plot_power(
    *,
    effect: float,
    spread: float,
    teams: int = 8,
    lang: Lang = "da",
    synthetic: bool = False,
) -> Drawing:
    """Plot the chance that a small test shows its effect, against the number of teams.

    ``update(effect=…, spread=…, teams=…)`` moves it.

    Parameters
    ----------
    effect, spread : float
        True change and how much teams change by themselves, as in `change_power`.
    teams : int, default 8
        Teams in each group, 2 to 40: the place that is marked.
    lang : {"da", "en"}
        Language of the words.
    synthetic : bool
        Whether the figure rests on made-up data.

    Raises
    ------
    ValueError
        If a number is out of range.

    Notes
    -----
    Beside it stands turnover, which happens to few: `pilot_power` with its defaults.

    Examples
    --------
    >>> plot_power(effect=10, spread=7, lang="en").alt[:49]
    'With 8 teams in each group the chance is 76% of s'
    """
    turnover = pilot_power(TEAMS)
    figure = _empty(lang, synthetic=synthetic)
    curve, marks, texts = _artists(figure.axes[0], turnover, lang)

    def update(*, effect: float, spread: float, teams: int = 8) -> str:
        change = require_between(effect, -1e6, 1e6, name="effect")
        own = change_power(TEAMS, effect=change, spread=spread)
        place = require_count(teams, TEAMS[0], TEAMS[-1], name="teams") - TEAMS[0]
        curve.set_data(TEAMS, own)
        shares = float(own[place]), float(turnover[place])
        sides = [_ABOVE, _BELOW] if shares[0] >= shares[1] else [_BELOW, _ABOVE]
        for mark, text, share, side in zip(marks, texts, shares, sides, strict=True):
            _place(mark, text, (TEAMS[place], share), side)
            text.set_text(format_share(share, lang))
        figure.alt = _alt(int(TEAMS[place]), *shares, lang)
        return figure.alt

    update(effect=effect, spread=spread, teams=teams)
    return figure.with_moving((curve, *marks, *texts), update)


def _place(
    mark: Line2D,
    text: Text,
    point: tuple[float, float],
    side: tuple[float, float, dict[str, str]],
) -> None:
    across, up, look = side
    mark.set_data([point[0]], [point[1]])
    text.set(position=(point[0] + across, point[1] + up), **look)


def _empty(lang: Lang, *, synthetic: bool) -> Drawing:
    figure = new_figure(
        _word("title", lang),
        lang=lang,
        height=4.2,
        note=_word("note", lang),
        synthetic=synthetic,
    )
    axes = place_axes(figure, 0.85, 1.45, 0.3, 0.6)
    axes.set(xlim=(-2, TEAMS[-1] + 3), ylim=(-0.12, 1.12), xticks=range(0, 41, 10))
    axes.yaxis.set_major_formatter(share_ticks(lang))
    axes.set_xlabel(_word("teams", lang))
    axes.set_ylabel(_word("chance", lang))
    axes.axhline(0.8, color=GREY, lw=0.8, ls=":", zorder=1)
    return figure


def _artists(
    axes: Axes, turnover: npt.NDArray[np.float64], lang: Lang
) -> tuple[Line2D, tuple[Line2D, ...], tuple[Text, ...]]:
    looks: list[dict[str, Any]] = [
        {"color": BLUE, "lw": 2.4, "ls": "-"},
        {"color": RUST, "lw": 2.0, "ls": (0, (4, 2))},
    ]
    axes.plot(TEAMS, turnover, zorder=2, **looks[1])
    (curve,) = axes.plot([], [], zorder=3, **looks[0])
    marks = tuple(
        axes.plot([], [], marker, color=look["color"], ms=8, zorder=3.1)[0]
        for look, marker in zip(looks, ("o", "s"), strict=True)
    )
    # The line at 80 % does not strike a share out.
    paper: dict[str, Any] = {"facecolor": PAPER, "edgecolor": "none", "pad": 0.5}
    texts = tuple(axes.text(0, 0, "", size=10.5, bbox=paper) for _ in marks)
    axes.legend(
        handles=[Line2D([], [], **look) for look in looks],
        labels=[_word(key, lang) for key in ("own", "turnover")],
        loc="upper center",
        bbox_to_anchor=(0.47, -0.2),
        ncols=2,
        frameon=False,
        fontsize=10,
        handlelength=2.6,
        columnspacing=1.2,
    )
    return curve, marks, texts


def _alt(teams: int, own: float, turnover: float, lang: Lang) -> str:
    facts = {"own": format_share(own, lang), "turnover": format_share(turnover, lang)}
    return _word("alt", lang, teams=teams, **facts)
