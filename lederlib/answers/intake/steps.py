"""Read answers that are steps of a scale, by words and by codes in sure order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import nan

import numpy as np

from lederlib.answers.intake.answers import AnswersError
from lederlib.answers.intake.folding import fold
from lederlib.answers.intake.replies import Replies, cell_key, read_replies
from lederlib.answers.intake.sentences import listed, say, shown
from lederlib.answers.intake.sheets import Column, Sheet
from lederlib.answers.intake.words import (
    AnswerScale,
    code_and_word,
    fitting,
    is_missing_code,
    is_no_answer,
    number_of,
)
from lederlib.text import Phrase

Pair = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """How answers of one kind are read.

    Attributes
    ----------
    known : tuple of AnswerScale
        The words they may be given in, their own first.
    count : tuple of int
        Numbers of steps that are likely, the likeliest first.
    bare : callable
        The share, 0 to 1, that a number without a word stands for, or None.
    exact : callable
        The share that a cell stands for whatever stands beside it, or None.
    coding : mapping
        What the reader of the file says that cells mean, as shares.
    code : callable
        The number in a survey system's own code for an answer, or None.
    refuse : callable
        Key and values of the sentence on a cell that is not understood.
    """

    known: tuple[AnswerScale, ...]
    count: tuple[int, ...]
    bare: Callable[[float], float | None]
    exact: Callable[[str], float | None]
    coding: Mapping[str, float]
    code: Callable[[str], float | None]
    refuse: Callable[[str], tuple[str, dict[str, object]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A column's replies, the way its codes point, and the words they came in.

    Attributes
    ----------
    replies : Replies
        Shares, 0 to 1.
    direction : int
        1 where higher codes mean more, −1 where they mean less, 0 without words.
    bare : tuple of float
        The numbers that were read though no word explains them.
    scale : AnswerScale or None
        The answer scale of its words.
    """

    replies: Replies
    direction: int
    bare: tuple[float, ...]
    scale: AnswerScale | None


def read_steps(columns: Sequence[Column], sheet: Sheet, steps: Steps) -> list[Read]:
    """Return the answers in columns of one kind as shares of the way up.

    Raises
    ------
    AnswersError
        If a cell is not understood, or it is not certain which way codes point.
    """
    pooled = {word for column in columns for word in _words(column, steps)}
    read = [_read(column, sheet, steps, pooled) for column in columns]
    _require_one_way(columns, read, sheet.source)
    _require_more_than_poles(columns, sheet, steps, read)
    return read


def _require_more_than_poles(
    columns: Sequence[Column], sheet: Sheet, steps: Steps, read: Sequence[Read]
) -> None:
    """Refuse numbers between two poles in words: they may count from either."""
    shares = {
        each.scale.share(word)
        for column, each in zip(columns, read, strict=True)
        if each.scale and not each.direction
        for word in _words(column, steps)
        if word in each.scale.places
    }
    numbers = sorted({number for each in read for number in each.bare})
    bare = {steps.bare(number) for number in numbers}
    inside = all(share is not None and 0 < share < 1 for share in bare)
    if shares == {0.0, 1.0} and bare and inside and bare != {1 / 2}:
        asked = zip(columns, read, strict=True)
        first = next(column for column, each in asked if each.bare)
        raise _unsure(first, sheet, [(number, 0) for number in numbers])


def _read(column: Column, sheet: Sheet, steps: Steps, pooled: set[str]) -> Read:
    scale = _scale_of(column, sheet, steps, pooled)
    line = _line(column, sheet, steps, scale)
    seen: list[float] = []

    def understand(cell: str) -> float | None:
        told = _told(cell, steps)
        if told is not None:
            return told
        number, word = _parts(column, cell, steps)
        if fold(word):
            return _share(word, steps, scale)
        if number is None:
            return None
        if is_missing_code(number):
            return nan
        seen.append(number)
        return line(number) if line else steps.bare(number)

    replies = read_replies(column, sheet, understand, steps.refuse)
    return Read(
        replies=replies,
        direction=_direction(column, steps, scale),
        bare=tuple(seen) if line is None else (),
        scale=scale,
    )


def _told(cell: str, steps: Steps) -> float | None:
    """Return what a cell means by the file's reader or by itself alone."""
    key = cell_key(cell)
    return steps.coding[key] if key in steps.coding else steps.exact(cell)


def _parts(column: Column, cell: str, steps: Steps) -> tuple[float | None, str]:
    """Return the code and the words of a cell, from its label where it has one."""
    number, word = code_and_word(cell)
    if cell in column.codes:
        return number_of(column.codes[cell]), word
    code = steps.code(cell)
    return (number, word) if code is None else (code, "")


def _all_cells(column: Column) -> list[str]:
    return list(dict.fromkeys([*column.codes, *map(str, column.cells.categories)]))


def _words(column: Column, steps: Steps) -> dict[str, str]:
    """Return the folded words of a column that its scale must explain."""
    found = {}
    for cell in _all_cells(column):
        word = _parts(column, cell, steps)[1]
        if fold(word) and not is_no_answer(word) and _told(cell, steps) is None:
            found[fold(word)] = word
    return found


def _scale_of(
    column: Column, sheet: Sheet, steps: Steps, pooled: set[str]
) -> AnswerScale | None:
    words = _words(column, steps)
    if not words:
        return None
    counts = (len(words), *steps.count) if column.codes else steps.count
    used = {
        fold(_parts(column, str(cell), steps)[1]) for cell in column.cells.categories
    }
    for some in (set(words), set(words) & used):
        if some:
            found = fitting(some, steps.known, beside=pooled, steps=counts)
            if found:
                return found
    known = {word for scale in steps.known for word in scale.places}
    if set(words) & known or column.codes:
        # The words that no scale knows come first: the likeliest to be misspelt.
        doubtful = sorted(words, key=known.__contains__)
        raise AnswersError(
            say(
                "unsure_words",
                file=sheet.source,
                column=shown(column.name),
                found=listed([words[word] for word in doubtful]),
            )
        )
    return None


def _share(word: str, steps: Steps, scale: AnswerScale | None) -> float | None:
    told = steps.exact(word)
    if told is not None:
        return told
    return scale.share(fold(word)) if scale and fold(word) in scale.places else None


def _pairs(column: Column, steps: Steps, scale: AnswerScale | None) -> list[Pair]:
    """Return codes that stand with words that are understood, and their shares."""
    pairs = set()
    for cell in _all_cells(column):
        number, word = _parts(column, cell, steps)
        if number is None or not fold(word) or is_no_answer(word):
            continue
        share = _told(cell, steps)
        share = _share(word, steps, scale) if share is None else share
        if share is not None:
            pairs.add((number, share))
    return sorted(pairs)


def _line(
    column: Column, sheet: Sheet, steps: Steps, scale: AnswerScale | None
) -> Callable[[float], float | None] | None:
    """Return what bare codes mean beside labelled ones, None where none is labelled."""
    pairs = _pairs(column, steps, scale)
    if not pairs:
        return None
    shares = [share for _, share in pairs]
    codes = [code for code, _ in pairs]
    rising = all(np.diff(shares) > 0) or all(np.diff(shares) < 0)
    if len(set(codes)) < len(codes) or not rising:
        raise _unsure(column, sheet, pairs)
    (first, low), (last, high) = pairs[0], pairs[-1]
    if len(pairs) == 1:
        # A single label is no direction unless it says what the number says already.
        return steps.bare if steps.bare(first) == low else lambda _: None
    slope = (high - low) / (last - first)
    even = np.allclose(low + slope * (np.array(codes) - first), shares, atol=1e-6)

    def meant(code: float) -> float | None:
        inside = even and first <= code <= last
        return low + slope * (code - first) if inside else None

    return meant


def _unsure(column: Column, sheet: Sheet, pairs: Sequence[Pair]) -> AnswersError:
    words = [cell for cell in _all_cells(column) if fold(code_and_word(cell)[1])]
    codes = [f"{code:g}" for code, _ in pairs]
    return AnswersError(
        say(
            "unsure_codes",
            file=sheet.source,
            column=shown(column.name),
            found=listed(words),
            codes=", ".join(codes[:8]),
        )
    )


def _direction(column: Column, steps: Steps, scale: AnswerScale | None) -> int:
    pairs = _pairs(column, steps, scale)
    if len(pairs) < 2:  # noqa: PLR2004 - a direction needs two
        return 0
    return 1 if pairs[-1][1] > pairs[0][1] else -1


def _require_one_way(
    columns: Sequence[Column], read: Sequence[Read], file: str
) -> None:
    """Refuse numbers without words beside numbers whose words turn them round."""
    turned = [c for c, each in zip(columns, read, strict=True) if each.direction < 0]
    bare = [c for c, each in zip(columns, read, strict=True) if each.bare]
    if turned and bare:
        raise AnswersError(
            say(
                "two_directions",
                file=file,
                first=shown(turned[0].name),
                second=shown(bare[0].name),
            )
        )


def step_notes(columns: Sequence[Column], read: Sequence[Read]) -> tuple[Phrase, ...]:
    """Return how words and codes were read, where they are not the scale's own."""
    scales = {id(each.scale): each.scale for each in read if each.scale}
    notes = [
        say("note_words", kind=say(f"kind_{scale.kind}"), steps=scale.steps)
        for scale in scales.values()
        if scale.kind != "own"
    ]
    turned = [
        column.name
        for column, each in zip(columns, read, strict=True)
        if each.direction < 0
    ]
    if turned:
        notes.append(say("note_turned", columns=listed(turned)))
    return tuple(notes)
