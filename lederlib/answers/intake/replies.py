"""Turn the words and numbers in a column's cells into answers."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import isnan, nan

import numpy as np

from lederlib._checks import Bools, Floats, Ints
from lederlib.answers.intake.answers import AnswersError
from lederlib.answers.intake.folding import fold
from lederlib.answers.intake.sentences import listed, say, shown
from lederlib.answers.intake.sheets import Column, LeftOut, Sheet
from lederlib.answers.intake.words import (
    answer_scales,
    clean,
    code_and_word,
    is_missing_code,
    is_no_answer,
    number_of,
)
from lederlib.text import Phrase

Coding = Mapping[str, float | str | None]
Understand = Callable[[str], float | None]
Refuse = Callable[[str], tuple[str, dict[str, object]]]
HIGHEST_RATING = 10
_ANSWER_CODE = re.compile(r"^AO?0*(\d+)$")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Replies:
    """A column's answers as numbers, and how many of its cells said "don't know".

    Attributes
    ----------
    meant : array of float
        What each different cell stands for, NaN for no answer.
    codes : array of int
        Which of them stands in each row.
    left_out : tuple of LeftOut
        Who gave no answer in so many words.
    """

    meant: Floats
    codes: Ints
    left_out: tuple[LeftOut, ...]

    @property
    def values(self) -> Floats:
        """The answer in each row."""
        return self.meant[self.codes]

    @property
    def answered(self) -> Bools:
        """Whether there is an answer in each row."""
        known: Bools = ~np.isnan(self.meant)[self.codes]
        return known


def cell_key(word: object) -> str:
    """Return the form in which a cell and a key of `coding` are compared."""
    number = number_of(clean(str(word)))
    return fold(str(word)) if number is None else f"{number:g}"


def answer_code(word: str) -> float | None:
    """Return the number in a LimeSurvey answer code such as A3 or AO03."""
    match = _ANSWER_CODE.match(clean(word))
    return float(match[1]) if match else None


def read_replies(
    column: Column, sheet: Sheet, understand: Understand, refuse: Refuse
) -> Replies:
    """Return a column's answers; each different cell is understood once.

    Raises
    ------
    AnswersError
        If a cell is not understood; the message names its row.
    """
    words = [str(word) for word in column.cells.categories]
    understood = [_understood(word, understand) for word in words]
    refused = [code for code, value in enumerate(understood) if value is None]
    if refused:
        raise _unknown_cell(column, sheet, refused, refuse)
    meant = np.array(understood, dtype=float)
    silent = np.isnan(meant) & (np.array(words, dtype=object) != "")
    count = int(silent[column.cells.codes].sum()) if silent.any() else 0
    left_out = LeftOut(reason="no_opinion", where=column.name, count=count)
    return Replies(
        meant=meant, codes=column.cells.codes, left_out=(left_out,) if count else ()
    )


def _understood(word: str, understand: Understand) -> float | None:
    value = understand(word)
    if value is None and is_no_answer(code_and_word(word)[1] or word):
        return nan
    return value


def _unknown_cell(
    column: Column, sheet: Sheet, refused: Sequence[int], refuse: Refuse
) -> AnswersError:
    first = int(np.flatnonzero(np.isin(column.cells.codes, refused))[0])
    word = str(column.cells[first])
    key, values = refuse(word)
    return AnswersError(
        say(
            key,
            file=sheet.source,
            row=sheet.rows[first],
            column=shown(column.name),
            found=shown(word),
            **values,
        )
    )


def read_rating(column: Column, sheet: Sheet, coding: Mapping[str, float]) -> Replies:
    """Return a column's ratings of a balance item, typed 0–10, as 0 to 1.

    Raises
    ------
    AnswersError
        If a cell is no rating, or words beside the numbers say that more is less.
    """
    _require_rising(column, sheet, coding)

    def understand(cell: str) -> float | None:
        number, word = code_and_word(cell)
        if is_no_answer(word) and word:
            return None
        if cell in column.codes:
            number = number_of(column.codes[cell])
        value = coding.get(cell_key(cell), number)
        if value is None or isnan(value):
            return value
        if is_missing_code(value):
            return nan
        return value / HIGHEST_RATING if 0 <= value <= HIGHEST_RATING else None

    def refuse(cell: str) -> tuple[str, dict[str, object]]:
        key = "rating_text" if number_of(clean(cell)) is None else "rating_range"
        return key, {}

    return read_replies(column, sheet, understand, refuse)


def _require_rising(column: Column, sheet: Sheet, coding: Mapping[str, float]) -> None:
    """Refuse ratings whose words, on a scale that is known, do not rise with them."""
    rated: dict[str, float] = {}
    words: dict[str, str] = {}
    for cell in [*column.codes, *map(str, column.cells.categories)]:
        number, word = code_and_word(cell)
        number = number_of(column.codes[cell]) if cell in column.codes else number
        told = cell_key(cell) in coding or is_no_answer(word)
        if number is not None and fold(word) and not told:
            rated[fold(word)], words[fold(word)] = number, word
    ordered = sorted(rated, key=lambda word: rated[word])
    fit = [each for each in answer_scales() if each.places.keys() >= rated.keys()]
    steps = [[each.places[word] for word in ordered] for each in fit]
    if len(rated) > 1 and fit and not any(all(np.diff(each) > 0) for each in steps):
        raise AnswersError(
            say(
                "unsure_codes",
                file=sheet.source,
                column=shown(column.name),
                found=listed(list(words.values())),
                codes=", ".join(f"{number:g}" for number in rated.values()),
            )
        )


def split_coding(coding: Coding | None) -> tuple[dict[str, float], dict[str, float]]:
    """Return the colours and the numbers that `coding` gives words.

    Colours hold in factor columns, numbers in item and balance columns, and None,
    which means no answer, in all of them.

    Raises
    ------
    AnswersError
        If a value is neither a colour, a number nor None.
    """
    colours: dict[str, float] = {}
    numbers: dict[str, float] = {}
    for word, value in (coding or {}).items():
        if value is None:
            colours[cell_key(word)] = numbers[cell_key(word)] = nan
        elif isinstance(value, str) and fold(value) in COLOUR_WORDS:
            colours[cell_key(word)] = COLOUR_WORDS[fold(value)]
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            numbers[cell_key(word)] = float(value)
        else:
            raise AnswersError(say("coding", word=shown(word), found=shown(value)))
    return colours, numbers


COLOUR_WORDS = {
    "roed": 0.0,
    "red": 0.0,
    "gul": 0.5,
    "yellow": 0.5,
    "groen": 1.0,
    "green": 1.0,
}


def low_ratings_note(values: Floats) -> tuple[Phrase, ...]:
    """Return a note if no rating exceeds 1 of 10, since 0–1 may have been meant."""
    known = values[~np.isnan(values)]
    many = len(np.unique(known)) > 2  # noqa: PLR2004 - more than 0 and 1
    low = many and known.max(initial=0.0) <= 1 / HIGHEST_RATING
    return (say("note_low_ratings"),) if low else ()
