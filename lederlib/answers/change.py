"""Tell what moved from one time to the next, few people protected at both."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from lederlib._checks import Floats, Ints, require_count, require_known
from lederlib.answers.chance import paired_change, regression_to_mean, unpaired_change
from lederlib.answers.intake import Answers, AnswersError
from lederlib.answers.pairs import (
    Pairs,
    answered_twice,
    few_moved,
    may_be_told,
    pair_people,
)
from lederlib.answers.profile import factor_values, group_codes, profiles
from lederlib.catalogue import FACTOR_KEYS
from lederlib.measure.intervals import COVERAGE
from lederlib.text import both

Told = Mapping[Hashable, Any]
WORDS = ("up", "same", "down")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Change:
    """What moved, factor by factor, and on what that rests.

    Attributes
    ----------
    table : pandas.DataFrame, indexed by factor
        `how`: "paired", "totals" (two groups), "words" (no numbers, since fewer than
        `limit` came or left) or "hidden". `word`: "up" or "down" where the 90 %
        interval holds no zero, else "same"; "" where hidden. Where numbers are told:
        the means `before` and `now` of all who answered, the `change`, its ends `low`
        and `high` (all 0–1), and what regression to the mean alone lets one `expect`.
        `pairs`, the people behind a paired change; `chosen`, whether it was worked on.
    paired : bool
        Whether people could be paired at all.
    matched : int or None
        How many were, where that number tells of no fewer than `limit`.
    limit : int
        Fewest people about whom anything is told.
    """

    table: pd.DataFrame
    paired: bool
    matched: int | None
    limit: int

    @property
    def judged(self) -> int:
        """How many factors are said to be up, down or about the same."""
        return int(self.table["word"].ne("").sum())

    @property
    def expected_by_chance(self) -> float:
        """How many would at most be up or down on average if nothing had changed."""
        return self.judged * (1 - COVERAGE)

    @property
    def moved(self) -> int:
        """How many are up or down."""
        return int(self.table["word"].isin(("up", "down")).sum())


def change(
    now: Answers | pd.DataFrame,
    before: Answers | pd.DataFrame,
    by: str | None = None,
    min_group: int = 5,
    *,
    chosen: Sequence[str] = (),
) -> Change:
    """Return each factor's change with its 90 % interval, paired where people match.

    Parameters
    ----------
    now, before : Answers or pandas.DataFrame
        As for `profile`; a table names its people in the column `respondent`.
    by : str, optional
        The groups that are shown beside, which the protection then counts.
    min_group : int, default 5
        Fewest people that are told about, 5 to 10.
    chosen : sequence of str
        Keys of the factors that were worked on.

    Raises
    ------
    AnswersError
        If no factor was asked about at both times.
    ValueError
        If a chosen key is no factor, or as for `profile`.

    Notes
    -----
    A numbered row tells of sets of people of `min_group` or more only: those who
    answered twice, before only and now only. Where one of them is smaller, the row has
    a word alone, which follows from the two times' own profiles. So beside these,
    nothing more can be computed about few people; see `lederlib.answers.pairs`.

    Examples
    --------
    >>> old = pd.DataFrame({"respondent": range(8), "values": [0, 0, 0, 0.5] * 2})
    >>> new = pd.DataFrame({"respondent": range(8), "values": [1, 0.5, 0, 1] * 2})
    >>> change(new, old).table[["change", "word"]].round(2).values.tolist()
    [[0.5, 'up']]
    """
    limit = require_count(min_group, 5, 10, name="min_group")
    for key in chosen:
        require_known(key, FACTOR_KEYS, name="factor")
    old, new = factor_values(before), factor_values(now)
    keys = [key for key in FACTOR_KEYS if key in old and key in new]
    if not keys:
        raise AnswersError(both("change.no_common"))
    pairs = pair_people(now, before)
    groups = _groups(before, by, len(old)), _groups(now, by, len(new))
    told = [
        profiles(each, by if _has(each, by) else None, limit)[0].to_dict("index")
        for each in (before, now)
    ]
    rows = [
        _row(
            (old[key].to_numpy(), new[key].to_numpy()),
            (told[0][key], told[1][key]),
            groups,
            pairs,
            limit,
        )
        for key in keys
    ]
    table = pd.DataFrame(rows, index=pd.Index(keys, name="factor"))
    table["expect"] = _expected(table)
    table["chosen"] = table.index.isin(list(chosen))
    return Change(
        table=table.drop(columns="error").astype({"pairs": "Int64"}),
        paired=len(pairs.now) >= limit,
        matched=_matched(pairs, len(old), len(new), limit),
        limit=limit,
    )


def compare_chosen(found: Change) -> pd.DataFrame:
    """Return the chosen factors beside the others and beside what chance alone lets.

    Returns
    -------
    pandas.DataFrame, indexed by True (chosen) and False
        How many are `up`, `same` and `down`; and over those with numbers how many they
        are, `count`, and the means of `change` and of what one may `expect`.

    Examples
    --------
    >>> old = pd.DataFrame({"values": [0, 0, 0.5] * 3, "hiring": [1, 1, 0.5] * 3})
    >>> new = pd.DataFrame({"values": [1, 1, 0.5] * 3, "hiring": [1, 1, 0.5] * 3})
    >>> compare_chosen(change(new, old, chosen=["values"]))["up"].tolist()
    [1, 0]
    """
    table = found.table
    parts = [table[table["chosen"] == which] for which in (True, False)]
    return pd.DataFrame(
        [
            {
                **{word: int((part["word"] == word).sum()) for word in WORDS},
                "count": int(part["change"].count()),
                "change": part["change"].mean(),
                "expect": part["expect"].mean(),
            }
            for part in parts
        ],
        index=pd.Index([True, False], name="chosen"),
    )


def _row(
    values: tuple[Floats, Floats],
    told: tuple[Told, Told],
    groups: tuple[Ints, Ints],
    pairs: Pairs,
    limit: int,
) -> dict[str, object]:
    """Return one factor's row; `error` is the variance of chance in its first mean."""
    if any(each["hidden"] for each in told):
        return _filled("hidden")
    twice = answered_twice(values, pairs)
    once = [int(each["n"]) - len(twice.now) for each in told]
    old, new = ((each["mean"], each["spread"], int(each["n"])) for each in told)
    totals = unpaired_change(old, new)
    if few_moved(once[0], once[1], limit, named=pairs.named):
        return _filled("words", word=_word(totals))
    means = {"before": old[0], "now": new[0]}
    if len(twice.now) < limit or not may_be_told(values, groups, twice, limit):
        ends, facts = totals, {"error": old[1] ** 2 / old[2]}
        return _filled("totals", ends, **means, **facts)
    moves = values[1][twice.now] - values[0][twice.before]
    facts = {"error": moves.var(ddof=1) / 2 / len(moves), "pairs": len(moves)}
    return _filled("paired", paired_change(moves), **means, **facts)


def _filled(
    how: str, ends: tuple[Floats, Floats, Floats] | None = None, **facts: object
) -> dict[str, object]:
    names = ("change", "low", "high", "before", "now", "error")
    row: dict[str, object] = {"how": how, "word": "", **dict.fromkeys(names, np.nan)}
    if ends:
        numbers = map(float, ends)
        row |= dict(zip(names, numbers, strict=False)) | {"word": _word(ends)}
    return row | {"pairs": pd.NA} | facts


def _word(ends: tuple[Floats, Floats, Floats]) -> str:
    _, low, high = ends
    return "up" if low > 0 else "down" if high < 0 else "same"


def _expected(table: pd.DataFrame) -> pd.Series:
    numbered = table[table["change"].notna()]
    moves = regression_to_mean(numbered["before"], numbered["error"])
    return pd.Series(moves, index=numbered.index).reindex(table.index)


def _matched(pairs: Pairs, before: int, now: int, limit: int) -> int | None:
    count = len(pairs.now)
    if count < limit or few_moved(before - count, now - count, limit, named=True):
        return None
    return count


def _has(answers: Answers | pd.DataFrame, by: str | None) -> bool:
    held = answers.background if isinstance(answers, Answers) else answers
    return by is not None and by in held


def _groups(answers: Answers | pd.DataFrame, by: str | None, people: int) -> Ints:
    """Return each person's group; one for all where no groups are shown."""
    if by is None or not _has(answers, by):
        return np.zeros(people, dtype=np.int64)
    return group_codes(answers, [by])[0][:, 0]
