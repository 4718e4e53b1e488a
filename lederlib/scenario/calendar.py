"""A leader's calendar: what its numbers lead to, by formula and case by case."""

from dataclasses import dataclass

import numpy as np

from lederlib._checks import Floats, require_number, seed_of
from lederlib.catalogue import Stamp
from lederlib.model import (
    cascade,
    focus_wait,
    simulate_cascade,
    simulate_focus_wait,
    simulate_turnaround,
    turnaround,
)
from lederlib.text import Lang, format_short, label

CALENDAR_RUNS = 1_000
# Rarer undisturbed blocks would take longer to simulate than a reader waits.
_MOST_INTERRUPTIONS = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One result: the formula's mean, and how single cases fall around it.

    Attributes
    ----------
    formula : float
        The mean, by formula; may be infinite.
    simulated, low, high : float
        Mean of the simulated cases, and the range of the middle eight in ten;
        missing where cases are too rare to simulate.
    """

    formula: float
    simulated: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """What a leader's week is like.

    Attributes
    ----------
    booked : float
        Share of the hours that is booked, 0 to 1.
    gives_way : float
        Chance that a meeting gives way to one that was moved onto it, 0 to 1.
    interruptions : float
        Per hour, 0 to 10.
    block : float
        Undisturbed hours that are needed, 0 to 8.
    urgent, important : float
        Share of the working time that each would fill, 0 to 1.

    Raises
    ------
    ValueError
        If one of them lies outside its range.
    """

    booked: float = 0.65
    gives_way: float = 0.75
    interruptions: float = 2.0
    block: float = 1.0
    urgent: float = 0.4
    important: float = 0.3

    def __post_init__(self) -> None:
        for key in ("booked", "gives_way", "urgent", "important"):
            require_number(getattr(self, key), 0, 1, name=key)
        require_number(self.interruptions, 0, 10, name="interruptions")
        require_number(self.block, 0, 8, name="block")


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarOutcome:
    """Where a calendar leads.

    Attributes
    ----------
    calendar : Calendar
        What it is like.
    branching : float
        Meetings that each moved one displaces on average.
    moved, focus, turnaround : Answer
        Meetings that move when one is cancelled; hours until an undisturbed block is
        had; time until an important piece of work is done, in units of its own length.
    stamp : Stamp
        What remakes the simulated cases.
    """

    calendar: Calendar
    branching: float
    moved: Answer
    focus: Answer
    turnaround: Answer
    stamp: Stamp


def run_calendar(
    calendar: Calendar | None = None,
    *,
    draws: int = CALENDAR_RUNS,
    rng: int | np.random.Generator = 0,
) -> CalendarOutcome:
    """Return what a calendar leads to, by formula and case by case.

    Parameters
    ----------
    calendar : Calendar, optional
        What it is like; a full one by default.
    draws : int, default 1,000
        Cases to simulate for each answer.
    rng : int or numpy.random.Generator, default 0
        A seed, or a generator from which one seed is taken.

    Examples
    --------
    >>> found = run_calendar(Calendar(booked=0.8, gives_way=0.75))
    >>> round(found.moved.formula, 2), round(found.moved.simulated, 1)
    (2.5, 2.5)
    """
    week = Calendar() if calendar is None else calendar
    seed = seed_of(rng)
    branching = week.booked * week.gives_way
    shares = {"urgent": week.urgent, "important": week.important}
    return CalendarOutcome(
        calendar=week,
        branching=branching,
        moved=_answer(
            cascade(branching), simulate_cascade(branching, runs=draws, rng=seed)
        ),
        focus=_focus(week, draws, seed),
        turnaround=_answer(
            turnaround(**shares), simulate_turnaround(**shares, runs=draws, rng=seed)
        ),
        stamp=Stamp(seed=seed, draws=draws),
    )


def _focus(week: Calendar, draws: int, seed: int) -> Answer:
    formula = focus_wait(week.block, interruptions=week.interruptions)
    if week.block * week.interruptions > _MOST_INTERRUPTIONS:
        missing = float("nan")
        return Answer(
            formula=float(formula), simulated=missing, low=missing, high=missing
        )
    waits = simulate_focus_wait(
        week.block, interruptions=week.interruptions, runs=draws, rng=seed
    )
    return _answer(formula, waits)


def _answer(formula: Floats, cases: Floats) -> Answer:
    # By whole cases, since between a number and infinity there is none.
    low, high = np.quantile(cases, [0.1, 0.9], method="nearest")
    return Answer(
        formula=float(formula),
        simulated=float(cases.mean()),
        low=float(low),
        high=float(high),
    )


def hours_in_words(hours: float, lang: Lang) -> str:
    """Return a number of hours as a reader says it.

    Examples
    --------
    >>> hours_in_words(1, "da"), hours_in_words(1.5, "en")
    ('1 time', '1.5 hours')
    """
    key = "hours_one" if hours == 1 else "hours_many"
    return label(f"calendar.{key}", lang, number=format_short(hours, lang))
