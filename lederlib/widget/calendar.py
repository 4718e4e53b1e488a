"""Explore a leader's calendar: what cancellations, interruptions and urgency cost."""

from collections.abc import Callable, Mapping
from math import isinf, isnan

import numpy as np

from lederlib._checks import seed_of
from lederlib.plot import Picture, live_calendar_curves, live_calendar_week
from lederlib.plot.calendar.curves import hours_in_words, short_number
from lederlib.scenario import (
    CALENDAR_RUNS,
    Answer,
    Calendar,
    CalendarOutcome,
    run_calendar,
)
from lederlib.text import (
    Lang,
    format_number,
    format_range,
    format_share,
    wording,
)
from lederlib.widget.controls import Control, slider
from lederlib.widget.explorer import Explorer, Values
from lederlib.widget.pictures import scenes_of, still_html
from lederlib.widget.stage import Show

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
    >>> explorer.levers["block"].description
    'Calm that the task takes: 1 hour'
    """
    seed = seed_of(rng)
    pictures = {
        "week": live_calendar_week(rng=seed + _FIRST_WEEK - 1, lang=lang),
        "curves": live_calendar_curves(run_calendar(draws=draws, rng=seed), lang=lang),
    }
    return Explorer(
        name="calendar",
        controls=calendar_controls(lang),
        show=_shower(pictures, draws, seed, lang),
        still=lambda: still_html(list(pictures.values())),
        lang=lang,
    )


def calendar_controls(lang: Lang) -> tuple[Control, ...]:
    """Return the levers: the reader's own numbers, and which week is drawn."""
    start = Calendar()
    levers = [
        slider(
            key,
            _word(f"lever_{key}", lang),
            low=low,
            high=high,
            step=step,
            start=getattr(start, key),
            words=_spoken(key, lang),
        )
        for key, (low, high, step) in RANGES.items()
    ]
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


def _shower(
    pictures: Mapping[str, Picture], draws: int, seed: int, lang: Lang
) -> Callable[[Values, bool], Show]:
    make = {name: scenes_of(picture) for name, picture in pictures.items()}

    def show(values: Values, rest: bool) -> Show:  # noqa: ARG001 - nothing lags here
        outcome = run_calendar(calendar_of(values), draws=draws, rng=seed)
        week = make["week"](
            booked=outcome.calendar.booked,
            gives_way=outcome.calendar.gives_way,
            rng=seed + int(values["week"]) - 1,
        )
        curves = make["curves"](outcome=outcome)
        return Show(words=calendar_words(outcome, lang), scenes=(week, curves))

    return show


def _spoken(key: str, lang: Lang) -> Callable[[float], str]:
    """Return how a reader says the position of a lever."""
    if key == "block":
        return lambda hours: hours_in_words(hours, lang)
    if key == "interruptions":
        return lambda rate: _word("per_hour", lang, number=short_number(rate, lang))
    unit = {"booked": "of_hours", "gives_way": "of_times"}.get(key, "of_time")
    return lambda share: _word(unit, lang, share=format_share(share, lang))
