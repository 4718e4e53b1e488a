"""Read the answers to the statements of a scale."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import isnan, nan

import numpy as np

from lederlib.answers.intake.replies import Replies, answer_code
from lederlib.answers.intake.sentences import shown
from lederlib.answers.intake.sheets import Column, Sheet
from lederlib.answers.intake.steps import Read, Steps, read_steps
from lederlib.answers.intake.words import answer_scales, clean, number_of, own_words
from lederlib.answers.scales import Scale
from lederlib.text import Phrase

_HAIR = 1e-9


def read_statements(
    columns: Sequence[Column], sheet: Sheet, scale: Scale, coding: Mapping[str, float]
) -> list[Read]:
    """Return the answers to items as shares of the way up, not reversed.

    Raises
    ------
    AnswersError
        If a cell is no answer of the scale, or the order of its codes is not certain.
    """
    span = scale.high - scale.low

    def bare(number: float) -> float | None:
        fits = scale.low <= number <= scale.high and number == round(number)
        return (number - scale.low) / span if fits else None

    def code(cell: str) -> float | None:
        number = answer_code(cell) if sheet.layout == "limesurvey" else None
        return None if number is None else scale.low + number - 1

    told = {key: _share(value, bare) for key, value in coding.items()}
    steps = Steps(
        known=(own_words(scale), *answer_scales()),
        count=(span + 1,),
        bare=bare,
        exact=lambda _: None,
        coding={key: value for key, value in told.items() if value is not None},
        code=code,
        refuse=lambda cell: _reason(cell, scale),
    )
    return read_steps(columns, sheet, steps)


def in_units(replies: Replies, scale: Scale) -> Replies:
    """Return shares of the way up as answers in the scale's units."""
    units = scale.low + replies.meant * (scale.high - scale.low)
    whole = np.round(units)
    # A step that lies on the scale is the whole number itself, whatever the division.
    meant = np.where(np.abs(units - whole) < _HAIR, whole, units)
    return replace(replies, meant=meant)


def _share(value: float, bare: Callable[[float], float | None]) -> float | None:
    return nan if isnan(value) else bare(value)


def _reason(cell: str, scale: Scale) -> tuple[str, dict[str, object]]:
    key = "item_text" if number_of(clean(cell)) is None else "item_range"
    ends = scale.labels[0], scale.labels[-1]
    return key, {
        "low": scale.low,
        "high": scale.high,
        "first": Phrase(shown(ends[0].da), shown(ends[0].en)),
        "last": Phrase(shown(ends[1].da), shown(ends[1].en)),
    }
