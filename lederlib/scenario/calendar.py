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
from lederlib.scenario.worlds import Worlds, worlds_of
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
    worlds: Worlds | None = None,
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
    worlds : Worlds, optional
        From `Confrontation.worlds`: then one case is simulated in each world, with its
        own interruptions and its own meetings that each moved one displaces, in place
        of the calendar's; a formula's mean is taken over them. Where an undisturbed
        block is too rare to wait for, the formula stands for the case.

    Examples
    --------
    >>> found = run_calendar(Calendar(booked=0.8, gives_way=0.75))
    >>> round(found.moved.formula, 2), round(found.moved.simulated, 1)
    (2.5, 2.5)
    """
    week = Calendar() if calendar is None else calendar
    seed = seed_of(rng)
    shares = {"urgent": week.urgent, "important": week.important}
    if worlds is None:
        stamp, branching = (
            Stamp(seed=seed, draws=draws),
            np.asarray(week.booked * week.gives_way),
        )
        moved = simulate_cascade(branching, runs=draws, rng=seed)
        focus = _focus(week, draws, seed)
    else:
        held = worlds_of(worlds, None, draws=draws, rng=seed)
        stamp, draws = held.stamp, held.count
        branching = held.quantities["branching"]
        moved = simulate_cascade(branching, runs=1, rng=seed)[0]
        focus = _focus_by_world(week, held.quantities["interruptions"], seed)
    return CalendarOutcome(
        calendar=week,
        branching=float(branching.mean()),
        moved=_answer(cascade(branching).mean(), moved),
        focus=focus,
        turnaround=_answer(
            turnaround(**shares), simulate_turnaround(**shares, runs=draws, rng=seed)
        ),
        stamp=stamp,
    )


def _focus_by_world(week: Calendar, interruptions: Floats, seed: int) -> Answer:
    waits = focus_wait(week.block, interruptions=interruptions)
    often = week.block * interruptions <= _MOST_INTERRUPTIONS
    formula = waits.mean()
    waits[often] = simulate_focus_wait(
        week.block, interruptions=interruptions[often], runs=1, rng=seed
    )[0]
    return _answer(formula, waits)


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
