"""Explore invariance: whether two professions may be compared on one measure."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

import numpy as np

from lederlib._checks import seed_of
from lederlib.plot import Picture, live_invariance_steps, live_statement_means
from lederlib.scenario import (
    Compared,
    Gap,
    Professions,
    StatementMeans,
    compare_professions,
    draw_professions,
    statement_means,
)
from lederlib.text import Lang, format_number, format_range, wording
from lederlib.widget.controls import Control, slider
from lederlib.widget.explorer import Explorer, Values
from lederlib.widget.pictures import scenes_of, still_html
from lederlib.widget.stage import Scene, Show

_word = wording("invariance.")

_FEW: Final = 200
#: Sliders by key: lowest, highest, step, where they begin, and digits shown.
_SLIDERS: Final[Mapping[str, tuple[float, float, float, float, int]]] = {
    "people": (50, 1000, 50, 300, 0),
    "gap": (0, 1, 0.1, 0.5, 1),
    "shift": (0, 1, 0.1, 0, 1),
    "loading": (0.2, 0.8, 0.1, 0.8, 1),
    "draw": (1, 10, 1, 1, 0),
}


def explore_invariance(
    *, lang: Lang = "da", rng: int | np.random.Generator = 0
) -> Explorer:
    """Return levers of two professions above their means and the steps between them.

    The means follow the hand; the four models are fitted when a lever comes to rest.

    Parameters
    ----------
    lang : {"da", "en"}
        Language of every word.
    rng : int or numpy.random.Generator
        A seed, or a generator from which one seed is taken.

    Examples
    --------
    >>> explorer = explore_invariance(lang="en")
    >>> explorer.levers["people"].description
    'Answers in each profession: 300 people'
    """
    seed = seed_of(rng)
    controls = tuple(_slider(key, lang) for key in _SLIDERS)
    first = _answers({key: start[3] for key, start in _SLIDERS.items()}, seed)
    pictures = (
        live_statement_means(statement_means(first), lang=lang),
        live_invariance_steps(
            compare_professions(first).found, lang=lang, synthetic=True
        ),
    )
    return Explorer(
        name="invariance",
        controls=controls,
        show=_shower(pictures, seed, lang),
        still=lambda: still_html(pictures),
        lang=lang,
    )


def raw_words(means: StatementMeans, lang: Lang) -> str:
    """Return the plain difference between the professions' scores, in words."""
    raw = float((means.second - means.first).mean())
    return _word("raw", lang, raw=format_number(raw, lang))


def verdict_words(compared: Compared, values: Values, lang: Lang) -> str:
    """Return whether the professions may be compared, or what it depends on."""
    if not (compared.found.converged and compared.found.fits["scalar"].proper):
        return _word("unsure", lang)
    failed = compared.found.failed
    key = {"": "holds", "strict": "residuals"}.get(failed, failed)
    facts = {"truth": format_number(values["gap"], lang, digits=1)}
    facts |= _told(compared.gap, "gap", "interval", lang)
    if compared.freed_gap:
        facts["item"] = compared.let_go.removeprefix("q")
        facts |= _told(compared.freed_gap, "freed", "freed_interval", lang)
    said = [_word(f"verdict_{key}", lang, **facts)]
    if compared.freed and compared.freed.failed in ("metric", "scalar"):
        said.append(_word("still", lang))
    if key == "holds" and values["people"] < _FEW:
        said.append(_word("few", lang))
    return " ".join(said)


def _told(gap: Gap, value: str, interval: str, lang: Lang) -> dict[str, str]:
    return {
        value: format_number(gap.value, lang),
        interval: format_range(gap.low, gap.high, lang),
    }


def _answers(values: Values, seed: int) -> Professions:
    return draw_professions(
        people=int(values["people"]),
        gap=values["gap"],
        shift=values["shift"],
        loading=values["loading"],
        rng=seed + int(values["draw"]) - 1,
    )


def _shower(
    pictures: tuple[Picture, Picture], seed: int, lang: Lang
) -> Callable[[Values, bool], Show]:
    make_means, make_steps = (scenes_of(picture) for picture in pictures)
    steps: Scene | None = None

    def show(values: Values, rest: bool) -> Show:
        nonlocal steps
        answers = _answers(values, seed)
        means = statement_means(answers)
        said = [raw_words(means, lang)]
        if rest or steps is None:
            compared = compare_professions(answers)
            steps = make_steps(found=compared.found)
            said.append(verdict_words(compared, values, lang))
        else:
            steps = replace(steps, stale=True)
            said.append(_word("moving", lang))
        return Show(words=" ".join(said), scenes=(make_means(means=means), steps))

    return show


def _slider(key: str, lang: Lang) -> Control:
    low, high, step, start, digits = _SLIDERS[key]

    def words(value: float) -> str:
        number = format_number(value, lang, digits=digits)
        return _word(f"unit_{key}", lang, number=number)

    name = _word(f"lever_{key}", lang)
    return slider(key, name, low=low, high=high, step=step, start=start, words=words)
