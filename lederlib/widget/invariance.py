"""Explore invariance: whether two professions may be compared on one measure."""

from dataclasses import dataclass
from functools import partial
from typing import Final

import numpy as np

from lederlib._checks import seed_of
from lederlib.plot import plot_invariance_steps, plot_statement_means
from lederlib.scenario import (
    Compared,
    Gap,
    StatementMeans,
    compare_professions,
    draw_professions,
    statement_means,
)
from lederlib.text import Lang, format_number, format_range, wording
from lederlib.widget.controls import Span, sliders
from lederlib.widget.description import Description, Values, View
from lederlib.widget.explorer import Explorer

_word = wording("invariance.")

_SLIDERS: Final = {
    "people": Span(50, 1000, 50, 300, 0),
    "gap": Span(0, 1, 0.1, 0.5, 1),
    "shift": Span(0, 1, 0.1, 0, 1),
    "loading": Span(0.2, 0.8, 0.1, 0.8, 1),
    "draw": Span(1, 10, 1, 1, 0),
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
    >>> explorer.said("people")
    'Answers in each profession: 300 people'
    """
    return Explorer(invariance_description(lang, rng=rng))


def invariance_description(
    lang: Lang, *, rng: int | np.random.Generator = 0
) -> Description:
    """Return what the explorer of invariance is."""
    seed = seed_of(rng)
    return Description(
        name="invariance",
        lesson="15",
        lang=lang,
        controls=sliders("invariance", _SLIDERS, lang),
        first=("gap", "shift", "people"),
        tours={
            "tour1": {"shift": 0.0, "gap": 1.0},
            "tour2": {"gap": 0.0, "shift": 0.6},
            "tour3": {"shift": 0.2, "people": 50.0, "draw": 5.0},
            "tour4": {"shift": 0.0, "loading": 0.3},
        },
        find=lambda values, rest: _found(values, seed, rest=rest),
        pictures=(
            View(
                name="means",
                plot=partial(plot_statement_means, lang=lang),
                data=lambda _, found: {"means": found.means},
            ),
            View(
                name="steps",
                plot=partial(plot_invariance_steps, lang=lang, synthetic=True),
                data=lambda _, found: {"found": found.compared.found},
                at_rest=True,
            ),
        ),
        sentence=lambda _, found: raw_words(found.means, lang),
        how_sure=lambda values, found: verdict_words(found.compared, values, lang),
        waiting=_word("moving", lang),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """The professions' means; at rest, the models that compare them too."""

    means: StatementMeans
    compared: Compared | None


def _found(values: Values, seed: int, *, rest: bool) -> _Found:
    answers = draw_professions(
        people=int(values["people"]),
        gap=values["gap"],
        shift=values["shift"],
        loading=values["loading"],
        rng=seed + int(values["draw"]) - 1,
    )
    compared = compare_professions(answers) if rest else None
    return _Found(means=statement_means(answers), compared=compared)


def raw_words(means: StatementMeans, lang: Lang) -> str:
    """Return the plain difference between the professions' scores, in words."""
    raw = float((means.second - means.first).mean())
    return _word("raw", lang, raw=format_number(raw, lang))


def verdict_words(compared: Compared, values: Values, lang: Lang) -> str:
    """Return whether the professions may be compared, or what it depends on."""
    found = compared.found
    key = _verdict(compared)
    facts = {"truth": format_number(values["gap"], lang, digits=1)}
    facts |= _told(compared.gap, "gap", "interval", lang)
    facts["seen"] = found.seen(lang)
    facts["step"] = _word(found.failed or "scalar", lang)
    if compared.freed_gap:
        facts["item"] = compared.let_go.removeprefix("q")
        facts |= _told(compared.freed_gap, "freed", "freed_interval", lang)
    said = [_word(key, lang, **facts)]
    if compared.freed and compared.freed.verdict == "fails":
        said.append(_word("still", lang))
    return " ".join(said)


def _verdict(compared: Compared) -> str:
    """Return the phrase that the steps have earned."""
    found = compared.found
    if found.verdict == "fails":
        return f"verdict_{found.failed}" if compared.let_go else "verdict_some"
    if found.verdict == "holds" and found.failed:
        return "verdict_residuals"
    return f"verdict_{found.verdict}"


def _told(gap: Gap, value: str, interval: str, lang: Lang) -> dict[str, str]:
    return {
        value: format_number(gap.value, lang),
        interval: format_range(gap.low, gap.high, lang),
    }
