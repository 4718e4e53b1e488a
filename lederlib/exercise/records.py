"""One kept answer as it can be trusted: read from a file that anybody may have made."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from lederlib.exercise.reading import number_or_none
from lederlib.exercise.tasks import Task, task, task_keys

Answer = float | dict[str, float] | tuple[int, ...] | str
#: Letters of a text, and of a version: more than this nobody wrote.
MOST_LETTERS = 20_000
_VERSION = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """One kept answer to one task, checked for what each part can be."""

    task: Task
    answer: Answer
    model: Mapping[str, float] = field(default_factory=dict)
    correct: bool | None = None
    tries: int = 1
    missed: tuple[str, ...] = ()
    version: str = ""
    time: datetime | None = None

    @property
    def came(self) -> float | None:
        """What the model said to a guess; None if it was not shown."""
        values = list(self.model.values())
        return values[0] if self.task.prediction and len(values) == 1 else None


def read_given(answers: Mapping[str, Any]) -> dict[str, Given]:
    """Return the answers to tasks that we know, each part of them checked.

    What is no answer to its task is left out. Files of earlier versions lack the later
    parts, and need none of them.

    Examples
    --------
    >>> read_given({"04.2": {"answer": 2}, "04.1": {"answer": "many"}}).keys()
    dict_keys(['04.2'])
    """
    known = {key: _given(key, answers.get(key)) for key in task_keys()}
    return {key: given for key, given in known.items() if given is not None}


def _given(key: str, record: object) -> Given | None:
    if not isinstance(record, Mapping):
        return None
    asked = task(key)
    answer = _answer(asked, record.get("answer"))
    if answer is None:
        return None
    judged = not asked.prediction and asked.kind != "text"
    tries, version = record.get("tries"), record.get("version")
    right = record.get("correct") if judged else None
    return Given(
        task=asked,
        answer=answer,
        model=_numbers(record.get("model"), asked),
        correct=right if isinstance(right, bool) else None,
        tries=tries if isinstance(tries, int) and 0 < tries < MOST_LETTERS else 1,
        missed=_missed(record.get("missed"), asked),
        version=version[:_VERSION] if isinstance(version, str) else "",
        time=_time(record.get("time")),
    )


def _answer(asked: Task, found: object) -> Answer | None:
    """Return an answer of the task's own kind inside its limits, or None."""
    if asked.kind == "text":
        return found if isinstance(found, str) and found.strip() else None
    if asked.kind == "levers":
        levers = found if isinstance(found, Mapping) else {}
        if {*levers} != {*asked.levers}:
            return None
        numbers = {name: number_or_none(levers[name]) for name in asked.levers}
        return {
            name: value for name, value in numbers.items() if value is not None
        } or None
    if asked.kind == "order":
        order = found if isinstance(found, list) else []
        whole = list(range(1, len(asked.options) + 1))
        places = [each for each in order if isinstance(each, int)]
        return tuple(places) if sorted(places) == whole == sorted(order) else None
    number = None if isinstance(found, str) else number_or_none(found)
    if asked.kind == "choice":
        chosen = number in range(1, len(asked.options) + 1)
        return number if chosen else None
    inside = number is not None and asked.low <= number <= asked.high
    return number if inside else None


def _numbers(found: object, asked: Task) -> dict[str, float]:
    """Return what the model said, as far as it is the task's outcome."""
    model = found if isinstance(found, Mapping) else {}
    names = asked.goal or (list(model)[:1] if asked.prediction else ())
    numbers = {str(name): number_or_none(model.get(name)) for name in names}
    return {
        name: value
        for name, value in numbers.items()
        if value is not None and math.isfinite(value)
    }


def _missed(found: object, asked: Task) -> tuple[str, ...]:
    """Return the mistakes made on the way, each once, that the task knows."""
    names = found if isinstance(found, list) else []
    known = {*missed_names(asked)}
    return tuple(dict.fromkeys(n for n in names if isinstance(n, str) and n in known))


def missed_names(asked: Task) -> tuple[str, ...]:
    """Return every name that a wrong answer to the task can be kept under."""
    mistakes = [f"mistake_{place}" for place, _ in enumerate(asked.mistakes, start=1)]
    options = [f"option_{place}" for place, _ in enumerate(asked.options, start=1)]
    return (*mistakes, *asked.goal, *options, "too_low", "too_high", "order")


def _time(found: object) -> datetime | None:
    try:
        return datetime.fromisoformat(found) if isinstance(found, str) else None
    except ValueError:
        return None
