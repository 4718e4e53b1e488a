"""Keep the rows that are people: no means, no sums, no footers, nobody twice."""

import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Literal

import numpy as np
import pandas as pd

from lederlib._checks import Bools
from lederlib.answers.intake.answers import AnswersError
from lederlib.answers.intake.columns import ANSWERED, Placed
from lederlib.answers.intake.folding import fold
from lederlib.answers.intake.known_words import word_list
from lederlib.answers.intake.sentences import say, shown
from lederlib.answers.intake.sheets import Column, Sheet, is_empty, keep_rows, where
from lederlib.answers.intake.words import number_of

Keep = Literal["first", "last"]
_END = re.compile(r"[\s:=]*[\d.,%]*\s*$")
_ANSWER_WORDS = frozenset({"middel"})
_FOOTER_WORDS = 2
_LEAST = 3
_ROUNDED = (0, 1, 2, 3)


def without_totals(
    sheet: Sheet, placed: Sequence[Placed], totals: frozenset[int]
) -> Sheet:
    """Return the sheet without rows of means and sums and without its footer."""
    answered = [each.column for each in placed if each.role in ANSWERED]
    others = [each.column for each in placed if each.role not in ANSWERED]
    named = _named_totals(sheet, answered, "totals")
    if totals:
        named |= np.isin(sheet.rows, list(totals))
    named = _beside(named, _named_totals(sheet, answered, "perhaps_totals"))
    named |= _computed(sheet, answered, others)
    footer = _footer(sheet, answered) & ~named
    if (named | footer).all():
        return sheet
    rest = keep_rows(sheet, ~named, "total_row")
    return keep_rows(rest, ~footer[~named], "footer_row")


def _named_totals(sheet: Sheet, answered: Sequence[Column], words: str) -> Bools:
    """Return which rows begin with a word for what is computed over people."""
    found = np.zeros(len(sheet.rows), dtype=bool)
    begun = np.zeros(len(sheet.rows), dtype=bool)
    for column in sheet.columns:
        spared = _ANSWER_WORDS if column in answered else frozenset()
        known = word_list(words) - spared
        found |= where(column, partial(_is_total, known=known)) & ~begun
        begun |= ~is_empty(column)
    return found


def _is_total(word: str, known: frozenset[str]) -> bool:
    text = fold(_END.sub("", word))
    return bool(text) and text in known


def _beside(sure: Bools, perhaps: Bools) -> Bools:
    """Return the rows that are sure, and those that stand in one run with them."""
    either = sure | perhaps
    run = np.cumsum(np.diff(either, prepend=False))
    found: Bools = either & (np.bincount(run, sure) > 0)[run]
    return found


def _footer(sheet: Sheet, answered: Sequence[Column]) -> Bools:
    """Return which last rows hold one line of words where an answer would stand."""
    found = np.zeros(len(sheet.rows), dtype=bool)
    if len(sheet.columns) < 2 or sheet.columns[0] not in answered:  # noqa: PLR2004
        return found
    first = sheet.columns[0].cells
    alone = np.bincount(first.codes) == 1
    for row in range(len(sheet.rows) - 1, -1, -1):
        text = str(first[row])
        told = len(text.split()) >= _FOOTER_WORDS and (
            ":" in text or any(map(str.isdigit, text))
        )
        filled = sum(column.cells[row] != "" for column in sheet.columns)
        if filled != 1 or not told or not alone[first.codes[row]]:
            break
        found[row] = True
    return found


def _computed(
    sheet: Sheet, answered: Sequence[Column], others: Sequence[Column]
) -> Bools:
    """Return whether the last row, of nobody, is the mean or the sum of those above."""
    found = np.zeros(len(sheet.rows), dtype=bool)
    if len(sheet.rows) <= _LEAST or len(answered) < 2:  # noqa: PLR2004
        return found
    named = [column for column in others if not is_empty(column)[:-1].any()]
    apart = sheet.rows[-1] - sheet.rows[-2] > 1
    if not (named or apart) or not all(is_empty(column)[-1] for column in others):
        return found
    for column in answered:
        words = [number_of(str(word)) for word in column.cells.categories]
        numbers = np.array(words, dtype=float)[column.cells.codes]
        above, last = numbers[:-1], numbers[-1]
        if np.isnan(last) or np.isnan(above).all():
            return found
        mean, total = np.nanmean(above), np.nansum(above)
        means = [np.round(mean, digits) for digits in _ROUNDED]
        if not np.isclose([*means, mean, total], last, atol=1e-6).any():
            return found
    found[-1] = True
    return found


def named_once(sheet: Sheet, placed: Sequence[Placed], keep: Keep | None) -> Sheet:
    """Return the sheet with one row for each person.

    Raises
    ------
    AnswersError
        If a person stands in two rows and `keep` does not say which counts.
    """
    for each in placed:
        if each.role != "respondent":
            continue
        names = pd.Series([fold(str(name)) for name in each.column.cells])
        known = (names != "") & ~names.isin(word_list("anonymous"))
        twice = np.asarray(known & names.duplicated(keep=keep or "first"))
        if not twice.any():
            return sheet
        if keep is None:
            second = int(np.flatnonzero(twice)[0])
            first = int(np.flatnonzero(np.asarray(names == names[second]))[0])
            raise AnswersError(
                say(
                    "same_respondent",
                    file=sheet.source,
                    column=shown(each.column.name),
                    found=shown(each.column.cells[second]),
                    row=sheet.rows[second],
                    first=sheet.rows[first],
                )
            )
        return keep_rows(sheet, ~twice, "second_row")
    return sheet


def is_anonymous(name: object) -> bool:
    """Return whether a name only says that there is none."""
    return fold(str(name)) in word_list("anonymous")


def placed_anew(sheet: Sheet, placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """Return what the columns stand for with the rows that the sheet has now."""
    kept: Mapping[int, Column] = {column.place: column for column in sheet.columns}
    return tuple(
        Placed(
            column=kept[each.column.place],
            meaning=each.meaning,
            nearest=each.nearest,
            wrapped=each.wrapped,
        )
        for each in placed
    )
