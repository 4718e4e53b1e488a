"""One judge for each kind of task: what was answered in, verdict and hint out."""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any, Literal

import numpy as np

from lederlib._checks import require_known
from lederlib.exercise.tasks import Kind, Task, unseal
from lederlib.text import Lang, format_number, join_words, label

Verdict = Literal["right", "wrong", "kept", "waiting"]
_SYMBOLS: dict[Verdict, str] = {"right": "✓", "wrong": "↻", "kept": "✎", "waiting": "…"}
_SEPARATORS = {",", "."}
_ROUNDING = 1e-9


@dataclass(frozen=True, kw_only=True, slots=True)
class Feedback:
    """The reply to one answer.

    `verdict` is ``right``, ``wrong``, ``kept`` (stored and not judged) or ``waiting``
    (nothing there yet that can be read as an answer).
    """

    task: str
    verdict: Verdict
    message: str
    lang: Lang = "da"

    @property
    def correct(self) -> bool:
        """Whether the answer is right or, where nothing is judged, kept."""
        return self.verdict in ("right", "kept")

    @property
    def heading(self) -> str:
        """The verdict as a symbol and a word, with the task's number."""
        word = label(f"exercise.verdict_{self.verdict}", self.lang, task=self.task)
        return f"{_SYMBOLS[self.verdict]} {word}"

    def __repr__(self) -> str:
        return f"{self.heading}: {self.message}"

    def _repr_html_(self) -> str:
        return (
            f'<div lang="{self.lang}" role="status"><strong>{escape(self.heading)}'
            f"</strong><br>{escape(self.message)}</div>"
        )


def number_or_none(value: object, *, percent: bool = False) -> float | None:
    """Return `value` as a plain finite float, or None where it is no number.

    Text may have a decimal comma, blanks, a true minus and a percent sign; a percent
    sign divides by 100 unless the answer is in percent already. A truth value is no
    number. The result is always a built-in float, so that an object with comparison
    methods of its own has no say in how it is judged.

    Examples
    --------
    >>> number_or_none("0,42"), number_or_none("−3 %"), number_or_none("many")
    (0.42, -0.03, None)
    """
    if isinstance(value, bool | np.bool_):
        return None
    if isinstance(value, np.ndarray) and value.size == 1:
        value = value.item()
    try:
        number = _read_text(value, percent) if isinstance(value, str) else _real(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def _real(value: object) -> float:
    return float(value) + 0.0  # type: ignore[arg-type]  # refused by float() itself


def _read_text(text: str, percent: bool) -> float:
    bare = re.sub(r"\s", "", text).replace("−", "-")
    number = float(_with_decimal_point(bare.removesuffix("%")))
    return number / 100 if bare.endswith("%") and not percent else number


def _with_decimal_point(text: str) -> str:
    """Return `text` with its last separator as the decimal point and no other."""
    if set(text) >= _SEPARATORS:
        thousands = min(_SEPARATORS, key=text.rindex)
        text = text.replace(thousands, "")
    return text.replace(",", ".")


@dataclass(frozen=True, kw_only=True, slots=True)
class Attempt:
    """One answer to one task, with what was kept of earlier ones."""

    task: Task
    answer: object
    measured: object
    before: Mapping[str, Any]
    lang: Lang

    def say(self, key: str, **values: object) -> str:
        """Return one of the general sentences in the learner's language."""
        return label(f"exercise.{key}", self.lang, **values)

    def number(self, value: float) -> str:
        """Return a number as the task writes numbers."""
        text = format_number(value, self.lang, digits=self.task.digits)
        return f"{text}\N{NO-BREAK SPACE}%" if self.task.percent else text


@dataclass(frozen=True, kw_only=True, slots=True)
class Judgement:
    """A verdict, what to say, and what to keep (nothing if `record` is empty)."""

    verdict: Verdict
    message: str
    record: Mapping[str, Any] = field(default_factory=dict)


def judge(attempt: Attempt) -> Judgement:
    """Judge an attempt; one that holds no answer yet is told what was kept."""
    if attempt.answer is not None and attempt.answer is not ...:
        return _JUDGES[attempt.task.kind](attempt)
    if attempt.task.kind == "prediction" and attempt.measured is not None:
        return _judge_prediction(attempt)
    return _recall(attempt)


def _recall(attempt: Attempt) -> Judgement:
    if "answer" not in attempt.before:
        return _waiting(attempt, f"empty_{attempt.task.kind}")
    message = attempt.say("again", answer=_written(attempt, attempt.before["answer"]))
    verdict: Verdict = "right" if attempt.before.get("correct") else "waiting"
    if attempt.task.kind in ("prediction", "reflection"):
        verdict = "kept"
    return Judgement(verdict=verdict, message=message)


def _written(attempt: Attempt, answer: object) -> str:
    """Write a kept answer as a sentence shows it."""
    if isinstance(answer, Mapping):
        pairs = [f"{name} {_written(attempt, each)}" for name, each in answer.items()]
        return join_words(pairs, attempt.lang)
    number = None if isinstance(answer, str) else number_or_none(answer)
    return str(answer) if number is None else attempt.number(number)


def _waiting(attempt: Attempt, key: str, **values: object) -> Judgement:
    return Judgement(verdict="waiting", message=attempt.say(key, **values))


def _judge_number(attempt: Attempt) -> Judgement:
    number = number_or_none(attempt.answer, percent=attempt.task.percent)
    if number is None:
        return _no_number(attempt, attempt.answer)
    if not _within(number, attempt.task.low, attempt.task.high):
        return _out_of_range(attempt, number)
    asked = attempt.task
    right = _near(number, unseal(asked.key, asked.sealed), asked.tolerance)
    hint = asked.right.to(attempt.lang) if right else _hint(attempt, number)
    return Judgement(
        verdict="right" if right else "wrong", message=hint, record={"answer": number}
    )


def _hint(attempt: Attempt, number: float) -> str:
    meant = (each for each in attempt.task.mistakes if each.low <= number <= each.high)
    mistake = next(meant, None)
    return (mistake.hint if mistake else attempt.task.hint).to(attempt.lang)


def _judge_prediction(attempt: Attempt) -> Judgement:
    """Keep a prediction until the outcome has been seen, then hold it against that."""
    guess = _guess(attempt)
    if isinstance(guess, Judgement):
        return guess
    if attempt.measured is None:
        key = "prediction_stands" if attempt.before.get("seen") else "prediction_kept"
        message = attempt.say(key, guess=attempt.number(guess))
        record = {**attempt.before, "answer": guess}
        return Judgement(verdict="kept", message=message, record=record)
    outcome = measured_number(attempt, attempt.measured)
    right = _near(guess, outcome, attempt.task.tolerance)
    lesson = attempt.task.right if right else attempt.task.hint
    beside = attempt.say(
        "prediction_shown", guess=attempt.number(guess), outcome=attempt.number(outcome)
    )
    return Judgement(
        verdict="right" if right else "wrong",
        message=f"{beside} {lesson.to(attempt.lang)}",
        record={"answer": guess, "seen": True},
    )


def _guess(attempt: Attempt) -> float | Judgement:
    kept = number_or_none(attempt.before.get("answer"))
    if kept is not None and (attempt.before.get("seen") or attempt.answer is None):
        return kept
    if attempt.answer is None or attempt.answer is ...:
        return _waiting(attempt, "prediction_first")
    number = number_or_none(attempt.answer, percent=attempt.task.percent)
    if number is None:
        return _no_number(attempt, attempt.answer)
    if not _within(number, attempt.task.low, attempt.task.high):
        return _out_of_range(attempt, number)
    return number


def _judge_goal(attempt: Attempt) -> Judgement:
    levers = _levers(attempt)
    if isinstance(levers, Judgement):
        return levers
    if levers == attempt.task.start:
        return _waiting(attempt, "empty_goal")
    missed = _missed_goal(attempt)
    hints = attempt.task.goal_hints
    lesson = hints.get(missed, attempt.task.hint) if missed else attempt.task.right
    return Judgement(
        verdict="wrong" if missed else "right",
        message=lesson.to(attempt.lang),
        record={"answer": levers},
    )


def _levers(attempt: Attempt) -> dict[str, float] | Judgement:
    """Return every lever as a number inside its span, or say what is wrong with one."""
    spans, found = attempt.task.levers, attempt.answer
    if not isinstance(found, Mapping) or {*map(str, found)} != {*spans}:
        return _waiting(attempt, "levers", levers=join_words([*spans], attempt.lang))
    levers = {name: number_or_none(found[name]) for name in spans}
    for name, (low, high) in spans.items():
        value = levers[name]
        if value is None or not _within(value, low, high):
            shown = _shown(found[name]) if value is None else attempt.number(value)
            ends = {"low": attempt.number(low), "high": attempt.number(high)}
            return _waiting(attempt, "lever_range", lever=name, found=shown, **ends)
    return {name: value for name, value in levers.items() if value is not None}


def _missed_goal(attempt: Attempt) -> str:
    """Return the first outcome that lies outside its goal, or ''."""
    goal, found = attempt.task.goal, attempt.measured
    outcomes = found if isinstance(found, Mapping) else dict.fromkeys(goal, found)
    for name, (low, high) in goal.items():
        require_known(name, map(str, outcomes), name="measured outcome")
        if not _within(measured_number(attempt, outcomes[name]), low, high):
            return name
    return ""


def _judge_reflection(attempt: Attempt) -> Judgement:
    """Thank for a text that is long enough, and judge nothing in it."""
    if not isinstance(attempt.answer, str) or not attempt.answer.strip():
        return _waiting(attempt, "empty_reflection")
    text = attempt.answer.strip()
    if len(text.split()) < attempt.task.words:
        message = attempt.say("short_reflection", words=attempt.task.words)
        hint = attempt.task.hint.to(attempt.lang)
        return Judgement(verdict="waiting", message=f"{message} {hint}")
    message = f"{attempt.say('thanks')} {attempt.task.right.to(attempt.lang)}"
    return Judgement(verdict="kept", message=message, record={"answer": text})


def measured_number(attempt: Attempt, value: object) -> float:
    """Return what the page measured, or raise: that is the page's fault.

    Raises
    ------
    ValueError
        If the page gave no finite number.
    """
    number = number_or_none(value)
    if number is None:
        msg = (
            f"Task {attempt.task.key} needs `measured` to be the model's number; "
            f"got {_shown(value)}."
        )
        raise ValueError(msg)
    return number


def _no_number(attempt: Attempt, found: object) -> Judgement:
    example = attempt.number(42.0 if attempt.task.percent else 0.42)
    return _waiting(attempt, "no_number", found=_shown(found), example=example)


def _out_of_range(attempt: Attempt, number: float) -> Judgement:
    ends = {"low": attempt.task.low, "high": attempt.task.high}
    shown = {name: attempt.number(end) for name, end in ends.items()}
    return _waiting(attempt, "out_of_range", found=attempt.number(number), **shown)


def _shown(value: object) -> str:
    return value[:40] if isinstance(value, str) else f"{value!r:.40}"


def _within(value: float, low: float, high: float) -> bool:
    return low - _ROUNDING <= value <= high + _ROUNDING


def _near(value: float, target: float, tolerance: float) -> bool:
    return _within(value, target - tolerance, target + tolerance)


_JUDGES: dict[Kind, Callable[[Attempt], Judgement]] = {
    "number": _judge_number,
    "prediction": _judge_prediction,
    "goal": _judge_goal,
    "reflection": _judge_reflection,
}
