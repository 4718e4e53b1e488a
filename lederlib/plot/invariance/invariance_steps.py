"""The steps of a comparison: what each loses, against what chance alone would lose."""

from textwrap import fill
from typing import Any, Final

import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.lines import Line2D
from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator
from scipy.special import chdtri

from lederlib.measure import Invariance
from lederlib.plot.drawing.colours import BLUE, INK, PALE, RUST
from lederlib.plot.drawing.theme import (
    Drawing,
    house_style,
    new_figure,
    place_axes,
)
from lederlib.text import (
    Lang,
    format_number,
    format_p,
    format_share,
    label,
    wording,
)

_word = wording("invariance.steps_")

_HOLDS: Final[dict[str, Any]] = {"color": BLUE, "marker": "o", "markersize": 11}
_FAILS: Final[dict[str, Any]] = {"color": RUST, "marker": "X", "markersize": 13}
_LEAST, _MOST = 0.05, 60.0
_TICKS: Final = (0.1, 1, 10)
_SURE: Final = 1e-300
_ROW: Final = 0.62
_MARGIN: Final = 17
_SPACE: Final = 2.55


@house_style()
def plot_invariance_steps(
    found: Invariance, *, lang: Lang = "da", synthetic: bool = False
) -> Drawing:
    """Plot each step's loss of fit as a multiple of what chance rarely passes.

    ``update(found=…)`` moves it.
    The steps stay those of the first result.

    Parameters
    ----------
    found : Invariance
        A result of `lederlib.measure.invariance`.
    lang : {"da", "en"}
        Language of the words.
    synthetic : bool
        Whether the figure rests on made-up data.

    Examples
    --------
    >>> from lederlib.scenario import compare_professions, draw_professions
    >>> compared = compare_professions(draw_professions(shift=0.5, people=1000))
    >>> "The step equal intercepts: Δχ²(3) = " in plot_invariance_steps(
    ...     compared.found, lang="en"
    ... ).alt
    True
    """
    rate = format_share(found.limits.false_alarm, lang, digits=None)
    steps = [str(step) for step in found.table.index]
    figure = _empty(steps, rate, lang, synthetic=synthetic)
    axes = figure.axes[0]
    rows = len(found.table)
    holds, fails = (
        axes.plot([], [], linestyle="none", zorder=4, clip_on=False, **look)[0]
        for look in (_HOLDS, _FAILS)
    )
    words = [
        axes.text(_MOST * 1.35, place, "", size=9.5, va="center", clip_on=False)
        for place in range(rows)[::-1]
    ]

    def update(*, found: Invariance) -> str:
        tests = step_tests(found)
        places = np.arange(rows)[::-1]
        shown = np.clip(tests["times"].to_numpy(float), _LEAST * 1.2, _MOST)
        fine = (tests["times"] <= 1).to_numpy()
        worse = (tests["times"] > 1).to_numpy()
        holds.set_data(shown[fine], places[fine])
        fails.set_data(shown[worse], places[worse])
        for text, row in zip(words, tests.itertuples(), strict=True):
            text.set_text(_figures(row, lang))
        figure.alt = _alt(tests, lang)
        return figure.alt

    update(found=found)
    return figure.with_moving((holds, fails, *words), update)


def step_tests(found: Invariance) -> pd.DataFrame:
    """Return the test of each step, the first being that of the form itself.

    Columns chi2, df, p, delta_cfi and `times`: how far a χ² with the p that verdicts
    rest on lies, as a multiple of what chance alone passes; so that a step lies beyond
    1 if the verdict says that it does. NaN where there is nothing to test.
    """
    table = found.table.rename(columns={"delta_chi2": "test", "delta_df": "steps"})
    tests = table[["test", "steps", "p"]].join(found.told["delta_cfi"])
    tests.columns = pd.Index(["chi2", "df", "p", "delta_cfi"])
    first = found.fits[str(tests.index[0])]
    scaled = not np.isnan(first.scaled_chi2)
    chosen = (first.scaled_chi2, first.scaled_p) if scaled else (first.chi2, first.p)
    tests.iloc[0] = [chosen[0], first.df, chosen[1], np.nan]
    freedom = tests["df"].where(tests["df"] > 0)
    judged = np.maximum(found.table["p_judged"], _SURE)
    times = pd.Series(
        chdtri(freedom, judged) / chdtri(freedom, found.limits.false_alarm),
        index=tests.index,
    )
    if found.form_verdict == "holds":
        times.iloc[0] = min(times.iloc[0], 1.0)
    return tests.assign(times=times)


def _figures(row: Any, lang: Lang) -> str:  # noqa: ANN401 - a row of itertuples
    if np.isnan(row.times):
        return _word("nothing", lang)
    told = _word(
        "test",
        lang,
        df=int(row.df),
        chi2=format_number(row.chi2, lang, digits=1),
        p=format_p(row.p, lang),
    )
    if np.isnan(row.delta_cfi):
        return told.removeprefix("Δ")
    return f"{told}\nΔCFI = {format_number(row.delta_cfi, lang, digits=3)}"


def _empty(steps: list[str], rate: str, lang: Lang, *, synthetic: bool) -> Drawing:
    height = _SPACE + _ROW * (len(steps) - 0.5)
    figure = new_figure(
        _word("title", lang),
        lang=lang,
        height=height,
        note=_word("note", lang, rate=rate),
        caption=_word("caption", lang),
        synthetic=synthetic,
    )
    axes = place_axes(figure, 1.55, 1.75, 2.2, 0.55)
    axes.set_xscale("log")
    axes.set(xlim=(_LEAST, _MOST), ylim=(-0.5, len(steps) - 0.5))
    axes.axvspan(_LEAST, 1, color=PALE, alpha=0.7, linewidth=0, zorder=0)
    axes.axvline(1, color=INK, linewidth=1.2, linestyle="--", zorder=1)
    axes.xaxis.set_major_locator(FixedLocator(_TICKS))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_major_formatter(FuncFormatter(lambda times, _: _tick(times, lang)))
    axes.set_yticks(
        range(len(steps))[::-1], labels=[_lines(step, lang) for step in steps]
    )
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.set_xlabel(_word("axis", lang))
    handles: list[Artist] = [
        Line2D([], [], linestyle="none", **look, label=_word(key, lang))
        for key, look in (("holds", _HOLDS), ("fails", _FAILS))
    ]
    axes.legend(
        handles=handles,
        loc="upper left",
        bbox_to_anchor=(-0.4, -0.3 * 2.2 / (height - 2.3)),
        ncols=2,
        frameon=False,
        fontsize=9.5,
    )
    return figure


def _name(step: str, lang: Lang) -> str:
    return label(f"invariance.{step}", lang)


def _tick(times: float, lang: Lang) -> str:
    return format_number(times, lang, digits=0 if times >= 1 else 1)


def _lines(step: str, lang: Lang) -> str:
    """Return the step's name in lines that fit the margin."""
    return fill(_name(step, lang), _MARGIN, break_long_words=False)


def _alt(tests: pd.DataFrame, lang: Lang) -> str:
    said = [
        _word(
            "told",
            lang,
            step=_name(str(row.Index), lang),
            figures=_figures(row, lang).replace("\n", ", "),
        )
        for row in tests.itertuples()
    ]
    return " ".join(said)
