"""Find the same people in two files, and whether so few moved that numbers tell."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from lederlib._checks import Floats, Ints
from lederlib.answers.intake import Answers
from lederlib.answers.intake.folding import fold

#: Headers under which survey systems count answers, not people.
_COUNTERS = frozenset({"id", "responseid", "svarid", "besvarelsesid", "respondentid"})
_NOBODY = "#"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pairs:
    """The rows of the same people in an earlier and a later table.

    Attributes
    ----------
    before, now : numpy.ndarray of int, shape (pairs,)
        Their rows, counted from 0.
    named : bool
        Whether names tell people apart at both times, so that the others are known to
        have answered one time only: where nobody is found again, they do not.
    """

    before: Ints
    now: Ints
    named: bool


def pair_people(now: Answers | pd.DataFrame, before: Answers | pd.DataFrame) -> Pairs:
    """Return who stands in both tables, by their names or numbers.

    Nobody is paired by the number of a row, by a name that says there is none, by the
    running number that a survey system gives each answer, or in a count of hands.

    Examples
    --------
    >>> old = pd.DataFrame({"respondent": ["Bo", "Ida"], "values": [0, 1]})
    >>> new = pd.DataFrame({"respondent": ["ida ", "Ole"], "values": [1, 1]})
    >>> pairs = pair_people(new, old)
    >>> pairs.before.tolist(), pairs.now.tolist()
    ([1], [0])
    """
    old, new = _names(before), _names(now)
    places = {name: row for row, name in enumerate(old) if name}
    both = [(places[name], row) for row, name in enumerate(new) if name in places]
    rows = np.array(both, dtype=np.int64).reshape(-1, 2)
    return Pairs(before=rows[:, 0], now=rows[:, 1], named=bool(both))


def _names(answers: Answers | pd.DataFrame) -> list[str]:
    """Return each person's name, "" where there is none to know them by."""
    if isinstance(answers, pd.DataFrame):
        if "respondent" not in answers:
            return [""] * len(answers)
        return [fold(str(name)) for name in answers["respondent"].fillna("")]
    roles = answers.columns["role"]
    heads = answers.columns["found"][roles == "respondent"]
    if answers.counted or heads.empty or _counts(heads, answers.respondents):
        return [""] * len(answers.respondents)
    return [
        "" if str(name).startswith(_NOBODY) else fold(str(name))
        for name in answers.respondents
    ]


def _counts(heads: pd.Series, people: pd.Series) -> bool:
    """Return whether the names are a survey system's running numbers."""
    if fold(str(heads.iloc[0])) not in _COUNTERS:
        return False
    numbers = pd.to_numeric(people, errors="coerce").to_numpy(dtype=float)
    return bool((np.diff(numbers) > 0).all() and not np.isnan(numbers).any())


def few_moved(only_before: int, only_now: int, limit: int, *, named: bool) -> bool:
    """Return whether fewer people than `limit`, but some, answered one time only.

    Where nobody is named, only the difference of the totals is known, and it is taken
    for the people who came or left.

    Examples
    --------
    >>> few_moved(0, 1, 5, named=True), few_moved(8, 9, 5, named=False)
    (True, True)
    >>> few_moved(0, 0, 5, named=True), few_moved(8, 8, 5, named=False)
    (False, False)
    """
    moved = (only_before, only_now) if named else (abs(only_now - only_before),)
    return any(0 < people < limit for people in moved)


def may_be_told(
    values: tuple[Floats, Floats],
    groups: tuple[Ints, Ints],
    pairs: Pairs,
    limit: int,
) -> bool:
    """Return whether the paired change of one factor tells about no few people.

    Sums of everyone at both times, less the paired change, give what those who answered
    one time only add up to. Hence every set of people that may be told apart must hold
    `limit` of them, and neither their answers nor their changes may all be alike: then
    the answers themselves are a table that fits what is shown in which they differ.

    Parameters
    ----------
    values : pair of numpy.ndarray
        One factor's answers before and now, NaN where there is none.
    groups : pair of numpy.ndarray of int
        The group of each person, before and now; all the same where none are shown.
    pairs : Pairs
        Who stands in both.
    limit : int
        Smallest number of people that may be told about.
    """
    both = answered_twice(values, pairs)
    old, new = values[0][both.before], values[1][both.now]
    moves = np.stack([groups[0][both.before], groups[1][both.now]], axis=1)
    sets = [
        part[(moves == move).all(axis=1)]
        for move in np.unique(moves, axis=0)
        for part in (old, new, new - old)
    ]
    for answers, own, paired in zip(
        values, groups, (both.before, both.now), strict=True
    ):
        alone = ~np.isnan(answers)
        alone[paired] = False
        sets += [answers[alone & (own == group)] for group in np.unique(own[alone])]
    return all(part.size >= limit and np.ptp(part) > 0 for part in sets)


def answered_twice(values: tuple[Floats, Floats], pairs: Pairs) -> Pairs:
    """Return the pairs of whom both answers are there."""
    there = ~np.isnan(values[0][pairs.before]) & ~np.isnan(values[1][pairs.now])
    return replace(pairs, before=pairs.before[there], now=pairs.now[there])
