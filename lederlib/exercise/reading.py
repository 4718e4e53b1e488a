"""Read what a learner wrote as a number in the task's unit, or ask what was meant."""

import math
import re
from dataclasses import dataclass

import numpy as np

from lederlib.exercise.tasks import Task
from lederlib.text import LANGS

_SEPARATORS = {",", "."}
_NUMBER = re.compile(r"[+-]?[\d.,]*\d(?:e[+-]?\d+)?")
_PERCENT = {"%", "pct", "pct.", "procent", "percent", "percent."}
_POINTS = {
    "%-point",
    "pct.-point",
    "pct.point",
    "pp",
    "procentpoint",
    "percentagepoint",
    "percentagepoints",
}
#: Units in which a bare number below one could be a share of one instead.
_HUNDREDTHS = ("percent", "percentage_points")
_ROUNDING = 1e-6
_LETTERS = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """A number, or the name of the sentence that asks what was meant."""

    value: float | None = None
    ask: str = ""
    number: float = math.nan


def number_or_none(value: object) -> float | None:
    """Return `value` as a plain finite float, or None where it is no number.

    Text may have a decimal comma, blanks and a true minus. A truth value is no number.
    The result is always a built-in float, so that an object with comparison methods of
    its own has no say in how it is judged.

    Examples
    --------
    >>> number_or_none("0,42"), number_or_none("−3"), number_or_none("many")
    (0.42, -3.0, None)
    """
    if isinstance(value, bool | np.bool_):
        return None
    if isinstance(value, np.ndarray) and value.size == 1:
        value = value.item()
    try:
        number = _read_text(value) if isinstance(value, str) else _real(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def read_number(answer: object, asked: Task) -> Reading:
    """Return the number that was meant, in the task's unit, or what to ask.

    A unit that is not the task's is asked about and never turned into it; only a share
    may be written in per cent, since that is the same number.

    Examples
    --------
    >>> from lederlib.exercise import task
    >>> read_number("−5 %", task("03.2")).value
    -0.05
    >>> read_number("5 %", task("01.1")).ask, read_number("0,05", task("01.2")).ask
    ('ask_points', 'ask_hundredths')
    """
    text, suffix = _parted(answer) if isinstance(answer, str) else (answer, "")
    number = number_or_none(text)
    if number is None:
        return Reading(ask="no_number")
    unit = _unit_of(suffix, asked)
    if unit == asked.unit or not unit:
        return _bare(number, asked, named=bool(unit))
    if unit == "percent" and asked.unit == "share" and not asked.whole:
        return _bare(number / 100, asked, named=True)
    points = unit == "percent" and asked.unit == "percentage_points"
    return Reading(ask="ask_points" if points else "ask_unit", number=number)


def _bare(number: float, asked: Task, *, named: bool) -> Reading:
    """Return a number in the task's unit, unless it could be a share of one."""
    small = 0 < abs(number) < 1 and not asked.whole
    if small and asked.unit in _HUNDREDTHS and not named:
        return Reading(ask="ask_hundredths", number=number)
    near = round(number)
    whole = asked.whole and abs(number - near) < _ROUNDING
    return Reading(value=float(near) if whole else number)


def _parted(text: str) -> tuple[str, str]:
    """Return a number as written and what stands after it, without blanks."""
    bare = re.sub(r"\s", "", text).replace("−", "-").casefold()
    found = _NUMBER.match(bare)
    return (bare[: found.end()], bare[found.end() :]) if found else (bare, "")


def _unit_of(suffix: str, asked: Task) -> str:
    """Return the unit that was written: '' for none, '?' for one we do not know."""
    if not suffix:
        return ""
    if suffix in _PERCENT:
        return "percent"
    if suffix in _POINTS:
        return "percentage_points"
    own = {asked.unit_words(lang).casefold().replace(" ", "") for lang in LANGS}
    known = any(word and word[:_LETTERS] == suffix[:_LETTERS] for word in own)
    return asked.unit if known else "?"


def _real(value: object) -> float:
    return float(value) + 0.0  # type: ignore[arg-type]  # refused by float() itself


def _read_text(text: str) -> float:
    bare = re.sub(r"\s", "", text).replace("−", "-")
    return float(_with_decimal_point(bare))


def _with_decimal_point(text: str) -> str:
    """Return `text` with its last separator as the decimal point and no other."""
    if set(text) >= _SEPARATORS:
        thousands = min(_SEPARATORS, key=text.rindex)
        text = text.replace(thousands, "")
    return text.replace(",", ".")
