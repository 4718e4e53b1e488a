"""Explore a leader's calendar: what cancellations, interruptions and urgency cost."""

from functools import partial
from math import isinf, isnan

import numpy as np

from lederlib._checks import seed_of
from lederlib.plot import plot_calendar_curves, plot_calendar_week
from lederlib.scenario import (
    CALENDAR_RUNS,
    Answer,
    Calendar,
    CalendarOutcome,
    hours_in_words,
    run_calendar,
)
from lederlib.text import (
    Lang,
    format_number,
    format_range,
    format_share,
    format_short,
    wording,
)
from lederlib.widget.controls import Control, Span, slider, sliders
from lederlib.widget.description import Description, Values, View
from lederlib.widget.explorer import Explorer

_word = wording("calendar.")

#: Each lever's lowest and highest position, and its step.
RANGES: dict[str, tuple[float, float, float]] = {
    "booked": (0, 1, 0.05),
    "gives_way": (0, 1, 0.05),
    "interruptions": (0, 4, 0.25),
    "block": (0.25, 3, 0.25),
    "urgent": (0, 0.95, 0.05),
    "important": (0.05, 0.95, 0.05),
}
_WEEKS = 40
# A week whose chain is worth looking at.
_FIRST_WEEK = 9


def explore_calendar(
    *,
    lang: Lang = "da",
    draws: int = CALENDAR_RUNS,
    rng: int | np.random.Generator = 0,
) -> Explorer:
    """Return the levers of a calendar above a week and three curves.

    Parameters
    ----------
    lang : {"da", "en"}
        Language of every word.
    draws : int, default 1,000
        Simulated cases of each kind at every move.
    rng : int or numpy.random.Generator
        A seed, or a generator from which one seed is taken.

    Examples
    --------
    >>> explorer = explore_calendar(lang="en", draws=100)
    >>> explorer.said("block")
    'Calm that the task takes: 1 hour'
    """
    return Explorer(calendar_description(lang, draws=draws, rng=rng))


def calendar_description(
    lang: Lang, *, draws: int = CALENDAR_RUNS, rng: int | np.random.Generator = 0
) -> Description:
    """Return what the explorer of a leader's calendar is."""
    seed = seed_of(rng)
    return Description(
        name="calendar",
        lesson="10",
        lang=lang,
        controls=calendar_controls(lang),
        first=("booked", "gives_way", "week"),
        tours={
            "tour1": {"week": 10.0},
            "tour2": {"booked": 1.0},
            "tour3": {"interruptions": 2.0, "block": 1.0},
            "tour4": {"important": 0.3, "urgent": 0.6},
        },
        find=lambda values, _: run_calendar(calendar_of(values), draws=draws, rng=seed),
        pictures=(
            View(
                name="week",
                plot=partial(plot_calendar_week, lang=lang),
                data=lambda values, outcome: {
                    "booked": outcome.calendar.booked,
                    "gives_way": outcome.calendar.gives_way,
                    "rng": seed + int(values["week"]) - 1,
                },
            ),
            View(
                name="curves",
                plot=partial(plot_calendar_curves, lang=lang),
                data=lambda _, outcome: {"outcome": outcome},
            ),
        ),
        sentence=lambda _, outcome: calendar_words(outcome, lang),
    )


def calendar_controls(lang: Lang) -> tuple[Control, ...]:
    """Return the levers: the reader's own numbers, and which week is drawn."""
    start = Calendar()
    spans = {key: Span(*span, getattr(start, key)) for key, span in RANGES.items()}
    levers = sliders("calendar", spans, lang, said=partial(_said, lang))
    week = slider(
        "week",
        _word("lever_week", lang),
        low=1,
        high=_WEEKS,
        step=1,
        start=_FIRST_WEEK,
        words=lambda number: _word("week_number", lang, number=int(number)),
    )
    return (*levers, week)


def calendar_of(values: Values) -> Calendar:
    """Return the levers as a calendar."""
    # A browser sends back a position as a number next to it.
    return Calendar(**{key: round(float(values[key]), 6) for key in RANGES})


def calendar_words(outcome: CalendarOutcome, lang: Lang) -> str:
    """Return the three answers in words, formula and simulated cases side by side.

    Examples
    --------
    >>> from lederlib.scenario import run_calendar
    >>> calendar_words(run_calendar(draws=100), "en")[:41]
    'One cancellation moves 2.0 meetings in al'
    """
    block = hours_in_words(outcome.calendar.block, lang)
    answers = {
        "moved": (outcome.moved, "_never" if isinf(outcome.moved.formula) else ""),
        "focus": (outcome.focus, "_rare" if isnan(outcome.focus.simulated) else ""),
        "turnaround": (
            outcome.turnaround,
            "_never" if isinf(outcome.turnaround.formula) else "",
        ),
    }
    return " ".join(
        _say(f"words_{name}{special}", answer, lang, block=block)
        for name, (answer, special) in answers.items()
    )


def _say(key: str, answer: Answer, lang: Lang, **values: object) -> str:
    return _word(
        key,
        lang,
        formula=format_number(answer.formula, lang, digits=1),
        simulated=format_number(answer.simulated, lang, digits=1),
        range=format_range(answer.low, answer.high, lang, digits=1),
        **values,
    )


def _said(lang: Lang, key: str, value: float) -> str:
    if key == "block":
        return hours_in_words(value, lang)
    if key == "interruptions":
        return _word("per_hour", lang, number=format_short(value, lang))
    unit = {"booked": "of_hours", "gives_way": "of_times"}.get(key, "of_time")
    return _word(unit, lang, share=format_share(value, lang))
