"""One answer to one task, and what comes of it: verdict, words, and what to keep."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from lederlib.exercise.tasks import Task
from lederlib.exercise.words import Wording
from lederlib.text import Lang, Phrase

Verdict = Literal["right", "wrong", "kept", "waiting"]
ROUNDING = 1e-9
#: Wrong tries before the way is told, and before the solution.
WAY, SOLUTION = 1, 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Attempt:
    """One answer to one task, with what was kept of earlier ones."""

    words: Wording
    answer: object
    before: Mapping[str, Any]
    model: Callable[[Mapping[str, float]], dict[str, float]]

    @property
    def task(self) -> Task:
        """The task that is answered."""
        return self.words.task

    @property
    def lang(self) -> Lang:
        """The learner's language."""
        return self.words.lang

    @property
    def tries(self) -> int:
        """How often this task was answered before."""
        tries = self.before.get("tries", 0)
        return tries if isinstance(tries, int) else 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Judgement:
    """A verdict, what to say, and what to keep (nothing if `record` is empty).

    `missed` names the typical mistake, the side or the goal that a wrong answer missed.
    """

    verdict: Verdict
    message: str
    record: Mapping[str, Any] = field(default_factory=dict)
    missed: str = ""


def waiting(attempt: Attempt, key: str, **values: object) -> Judgement:
    """Ask for what is missing; nothing is kept."""
    return Judgement(verdict="waiting", message=attempt.words.say(key, **values))


def right(attempt: Attempt, answer: object, **record: object) -> Judgement:
    """Return that an answer is right, and what to keep of it."""
    message = attempt.task.right.to(attempt.lang)
    return Judgement(
        verdict="right", message=message, record={"answer": answer, **record}
    )


def wrong(
    attempt: Attempt,
    answer: object,
    missed: str,
    hints: Sequence[Phrase | str],
    solution: str,
    **record: object,
) -> Judgement:
    """Return a hint that grows: first where it went wrong, then the way, then all."""
    said = list(hints)
    if attempt.tries >= WAY:
        said.append(attempt.task.hint)
    if attempt.tries >= SOLUTION:
        said.append(attempt.words.say("solution", answer=solution))
    words = [one.to(attempt.lang) if isinstance(one, Phrase) else one for one in said]
    return Judgement(
        verdict="wrong",
        message=" ".join(dict.fromkeys(words)),
        record={"answer": answer, **record},
        missed=missed,
    )


def within(value: float, low: float, high: float) -> bool:
    """Whether a value lies between two ends, up to rounding."""
    return low - ROUNDING <= value <= high + ROUNDING


def near(value: float, target: float, tolerance: float) -> bool:
    """Whether a value lies within a tolerance of a target."""
    return within(value, target - tolerance, target + tolerance)
