"""Read red, yellow and green in the columns of the factors."""

from collections.abc import Iterable, Mapping, Sequence

from lederlib.answers.intake.folding import fold
from lederlib.answers.intake.replies import COLOUR_WORDS, answer_code
from lederlib.answers.intake.sentences import say
from lederlib.answers.intake.sheets import Column, Sheet
from lederlib.answers.intake.steps import Read, Steps, read_steps
from lederlib.answers.intake.words import (
    answer_scales,
    clean,
    code_and_word,
    number_of,
)
from lederlib.text import Phrase

_LETTERS = {"r": 0.0, "y": 0.5, "gu": 0.5, "gr": 1.0}
_NUMBERS = {1.0: 0.0, 2.0: 0.5, 3.0: 1.0}
_DOTS = {"🔴": 0.0, "🟥": 0.0, "🟡": 0.5, "🟨": 0.5, "🟢": 1.0, "🟩": 1.0}
_ENGLISH = {"red", "yellow", "green", "y"}


def read_colours(
    columns: Sequence[Column], sheet: Sheet, coding: Mapping[str, float]
) -> list[Read]:
    """Return red, yellow and green as 0, .5 and 1.

    Raises
    ------
    AnswersError
        If a cell is none of these, or a G that may be yellow or green.
    """
    english = _holds_english(columns)
    steps = Steps(
        known=answer_scales(),
        count=(3,),
        bare=_NUMBERS.get,
        exact=lambda cell: _colour(cell, english=english),
        coding=coding,
        code=answer_code if sheet.layout == "limesurvey" else lambda _: None,
        refuse=lambda cell: (_reason(cell), {}),
    )
    return read_steps(columns, sheet, steps)


def number_notes(read: Iterable[Read]) -> tuple[Phrase, ...]:
    """Return the note that numbers were read as colours, if there are any."""
    return (say("note_numbers"),) if any(each.bare for each in read) else ()


def _holds_english(columns: Iterable[Column]) -> bool:
    """Return whether any factor column holds an English colour word or a Y."""
    return any(
        fold(str(word)) in _ENGLISH
        for column in columns
        for word in column.cells.categories
    )


def _colour(cell: str, *, english: bool) -> float | None:
    word = code_and_word(cell)[1]
    name = fold(word)
    if not name:
        return _DOTS.get(clean(word))
    if name == "g":
        return 1.0 if english else None
    return COLOUR_WORDS.get(name, _LETTERS.get(name))


def _reason(cell: str) -> str:
    number = number_of(clean(cell))
    if fold(cell) == "g":
        return "lone_g"
    if number is not None and 0 <= number < 1:
        return "share_in_factor"
    return "no_colour" if number is None else "colour_range"
