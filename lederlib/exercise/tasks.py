"""The tasks of the exercises, as the files in `lessons` declare them."""

import base64
import math
import struct
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any, Literal, get_args

from lederlib._checks import require_known
from lederlib.text import Lang, Phrase, label

_NO_WORDS = Phrase(da="", en="")
Kind = Literal["number", "slider", "choice", "order", "levers", "text"]


def seal(key: str, value: float) -> str:
    """Return `value` as the text that a lesson's file keeps for the task `key`.

    Examples
    --------
    >>> unseal("03.2", seal("03.2", 0.25))
    0.25
    """
    return base64.b64encode(_masked(key, struct.pack("<d", value))).decode("ascii")


def unseal(key: str, text: str) -> float:
    """Return the number that `seal` hid for the task `key`."""
    (value,) = struct.unpack("<d", _masked(key, base64.b64decode(text)))
    return float(value)


def _masked(key: str, packed: bytes) -> bytes:
    mask = sha256(f"lederlib exercise {key}".encode()).digest()
    return bytes(byte ^ cover for byte, cover in zip(packed, mask, strict=False))


@dataclass(frozen=True, kw_only=True, slots=True)
class Mistake:
    """A typical wrong answer, as a range of numbers, with a hint of its own."""

    low: float
    high: float
    hint: Phrase


@dataclass(frozen=True, kw_only=True, slots=True)
class Lever:
    """One lever of a task: where it may stand, begins, and stands in one solution."""

    name: Phrase
    low: float
    high: float
    step: float
    start: float
    solution: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Goal:
    """One outcome that the levers have to bring within limits."""

    name: Phrase
    hint: Phrase
    least: float = -math.inf
    most: float = math.inf
    digits: int = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Option:
    """One thing to choose, or to place in order; `why` explains a wrong choice."""

    text: Phrase
    why: Phrase | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """One task.

    Attributes
    ----------
    kind
        How it is answered. A number or slider that has no sealed answer is a
        prediction: its outcome is the model's, and no guess is wrong.
    question
        What is asked, as Markdown.
    too_low, too_high
        What to say of a number on that side of the answer; of a prediction, what
        moves the outcome.
    hint
        The way to the answer: the second step of help.
    low, high
        What an answer can be at all.
    """

    key: str
    kind: Kind
    title: Phrase
    question: Phrase
    right: Phrase
    hint: Phrase = _NO_WORDS
    too_low: Phrase | None = None
    too_high: Phrase | None = None
    impossible: Phrase | None = None
    unit: str = "share"
    low: float = -math.inf
    high: float = math.inf
    step: float = 0.01
    digits: int = 2
    tolerance: float = 0.0
    whole: bool = False
    sealed: str = ""
    mistakes: tuple[Mistake, ...] = ()
    levers: Mapping[str, Lever] = field(default_factory=dict)
    goal: Mapping[str, Goal] = field(default_factory=dict)
    options: tuple[Option, ...] = ()
    words: int = 0

    @property
    def number(self) -> str:
        """What an exercise calls it, such as "4.2"; "" if the lesson itself asks."""
        return self.key.lstrip("0") if self.key.partition(".")[2].isdigit() else ""

    @property
    def prediction(self) -> bool:
        """Whether it asks for a guess that the model then stands beside."""
        return self.kind in ("number", "slider") and not self.sealed

    @property
    def start(self) -> dict[str, float]:
        """Where the levers begin."""
        return {name: lever.start for name, lever in self.levers.items()}

    @property
    def solution(self) -> dict[str, float]:
        """One way to set the levers that reaches the goal."""
        return {name: lever.solution for name, lever in self.levers.items()}

    def unit_after(self, lang: Lang) -> str:
        """Return what stands after a number of the task; '' after a share."""
        return "" if self.unit == "share" else label(f"units.{self.unit}", lang)

    def unit_words(self, lang: Lang) -> str:
        """Return what the answer is counted in, or ''."""
        return self.unit_after(lang).strip()


def task(key: str) -> Task:
    """Return the task of that key.

    Raises
    ------
    ValueError
        If there is no such task; the sentence lists those there are.

    Examples
    --------
    >>> task("03.2").kind
    'number'
    """
    known = _tasks()
    return known[require_known(key, known, name="task")]


def task_keys() -> tuple[str, ...]:
    """Return the key of every task, in order."""
    return tuple(_tasks())


@cache
def _tasks() -> dict[str, Task]:
    lessons = files(__package__).joinpath("lessons")
    tables: dict[str, Any] = {}
    for file in sorted(lessons.iterdir(), key=lambda each: each.name):
        tables |= tomllib.loads(file.read_text(encoding="utf-8"))
    return {key: read_task(key, table) for key, table in tables.items()}


def read_task(key: str, table: Mapping[str, Any]) -> Task:
    """Return the task that one table of a lesson's file describes."""
    require_known(table["kind"], get_args(Kind), name=f"kind of task {key}")
    facts = {name: _read_fact(name, value) for name, value in table.items()}
    return Task(key=key, **facts)


def _read_fact(name: str, value: Any) -> Any:  # noqa: ANN401 - as the file has it
    """Return one fact of a task as what it stands for."""
    readers = {"mistakes": _read_mistake, "options": _read_option}
    if name in readers:
        return tuple(readers[name](each) for each in value)
    if name == "levers":
        return {lever: _read_lever(table) for lever, table in value.items()}
    if name == "goal":
        return {aim: Goal(**_read_phrases(table)) for aim, table in value.items()}
    return Phrase(**value) if isinstance(value, dict) else value


def _read_phrases(table: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: Phrase(**value) if isinstance(value, dict) else value
        for name, value in table.items()
    }


def _read_mistake(table: Mapping[str, Any]) -> Mistake:
    low, high = table["between"]
    return Mistake(low=float(low), high=float(high), hint=Phrase(**table["hint"]))


def _read_option(table: Mapping[str, Any]) -> Option:
    return Option(**_read_phrases(table))


def _read_lever(table: Mapping[str, Any]) -> Lever:
    facts = _read_phrases(table)
    low, high = facts.pop("span")
    return Lever(low=float(low), high=float(high), **facts)
