"""Read red, yellow and green in the columns of the factors."""

from collections.abc import Container, Iterable, Mapping

from lederlib.answers.intake.names import fold
from lederlib.answers.intake.replies import (
    COLOUR_WORDS,
    Replies,
    answer_code,
    cell_key,
    number_of,
    read_replies,
    words_after_number,
)
from lederlib.answers.intake.sentences import say
from lederlib.answers.intake.sheets import Column, Sheet
from lederlib.text import Phrase

_LETTERS = {"r": 0.0, "y": 0.5, "gu": 0.5, "gr": 1.0}
_NUMBERS = {1.0: 0.0, 2.0: 0.5, 3.0: 1.0}
_DOTS = {"🔴": "red", "🟡": "yellow", "🟢": "green"}
_ENGLISH = {"red", "yellow", "green", "y"}


def holds_english(columns: Iterable[Column]) -> bool:
    """Return whether any factor column holds an English colour word or a Y."""
    return any(
        fold(str(word)) in _ENGLISH
        for column in columns
        for word in column.cells.categories
    )


def holds_numbers(columns: Iterable[Column], coding: Container[str]) -> bool:
    """Return whether any factor is read by numbers that `coding` does not explain."""
    return any(
        number_of(str(word)) is not None
        or (word in column.codes and _colour(str(word), "", english=True) is None)
        for column in columns
        for word in column.cells.categories
        if cell_key(word) not in coding
    )


def read_colours(
    column: Column, sheet: Sheet, coding: Mapping[str, float], *, english: bool
) -> Replies:
    """Return red, yellow and green as 0, .5 and 1.

    Raises
    ------
    AnswersError
        If a cell is none of these, or a G that may be yellow or green.
    """

    def understand(word: str) -> float | None:
        if cell_key(word) in coding:
            return coding[cell_key(word)]
        return _colour(word, sheet.layout, english=english)

    def refuse(word: str) -> tuple[str, dict[str, object]]:
        return _reason(word), {}

    return read_replies(column, sheet, understand, refuse)


def number_notes(
    columns: Iterable[Column], coding: Container[str]
) -> tuple[Phrase, ...]:
    """Return the note that numbers were read as colours, if there are any."""
    return (say("note_numbers"),) if holds_numbers(columns, coding) else ()


def _colour(word: str, layout: str, *, english: bool) -> float | None:
    number = number_of(word)
    if number is None and layout == "limesurvey":
        number = answer_code(word)
    if number is not None:
        return _NUMBERS.get(number)
    name = _DOTS.get(word) or fold(words_after_number(word))
    if name == "g":
        return 1.0 if english else None
    return COLOUR_WORDS.get(name, _LETTERS.get(name))


def _reason(word: str) -> str:
    number = number_of(word)
    if fold(word) == "g":
        return "lone_g"
    if number is not None and 0 <= number < 1:
        return "share_in_factor"
    return "no_colour" if number is None else "colour_range"
