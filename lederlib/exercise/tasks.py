"""The tasks of the exercise pages, as `tasks.toml` declares them."""

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
from lederlib.text import Phrase

Kind = Literal["number", "prediction", "goal", "reflection"]
Span = tuple[float, float]


def seal(key: str, value: float) -> str:
    """Return `value` as the text that `tasks.toml` keeps for the task `key`.

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
class Task:
    """One task. `low` and `high` bound what an answer can be at all."""

    key: str
    kind: Kind
    hint: Phrase
    right: Phrase
    low: float = -math.inf
    high: float = math.inf
    digits: int = 2
    percent: bool = False
    tolerance: float = 0.0
    sealed: str = ""
    mistakes: tuple[Mistake, ...] = ()
    levers: Mapping[str, Span] = field(default_factory=dict)
    start: Mapping[str, float] = field(default_factory=dict)
    goal: Mapping[str, Span] = field(default_factory=dict)
    goal_hints: Mapping[str, Phrase] = field(default_factory=dict)
    words: int = 0


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
    text = files(__package__).joinpath("tasks.toml").read_text(encoding="utf-8")
    return {key: read_task(key, table) for key, table in tomllib.loads(text).items()}


def read_task(key: str, table: Mapping[str, Any]) -> Task:
    """Return the task that one table of `tasks.toml` describes."""
    facts = dict(table)
    require_known(facts["kind"], get_args(Kind), name=f"kind of task {key}")
    for name in ("hint", "right"):
        facts[name] = Phrase(**facts[name])
    facts["mistakes"] = tuple(_read_mistake(each) for each in facts.get("mistakes", ()))
    for name in ("levers", "goal"):
        facts[name] = _read_spans(facts.get(name, {}))
    hints = facts.get("goal_hints", {})
    facts["goal_hints"] = {name: Phrase(**both) for name, both in hints.items()}
    return Task(key=key, **facts)


def _read_mistake(table: Mapping[str, Any]) -> Mistake:
    low, high = table["between"]
    return Mistake(low=float(low), high=float(high), hint=Phrase(**table["hint"]))


def _read_spans(table: Mapping[str, Any]) -> dict[str, Span]:
    return {name: (float(low), float(high)) for name, (low, high) in table.items()}
