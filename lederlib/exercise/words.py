"""How a task is said: its numbers, limits, levers and options, in one language."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lederlib.exercise.reading import number_or_none
from lederlib.exercise.tasks import Goal, Lever, Task, task
from lederlib.text import (
    Lang,
    Phrase,
    format_number,
    format_short,
    join_words,
    label,
    phrase,
)

_MOST_SHOWN = 40


@dataclass(frozen=True, kw_only=True, slots=True)
class Wording:
    """A task in one language."""

    task: Task
    lang: Lang

    def say(self, key: str, **values: object) -> str:
        """Return one of the general sentences in the learner's language."""
        return label(f"exercise.{key}", self.lang, **values)

    def phrase(self, key: str) -> Phrase:
        """Return one of the general sentences in every language."""
        return phrase(f"exercise.{key}")

    def joined(self, words: Sequence[str]) -> str:
        """Return words as a sentence joins them."""
        return join_words(words, self.lang)

    def heading(self) -> str:
        """Return the task's number, if it has one, and title."""
        return f"{self.task.number} {self.task.title.to(self.lang)}".strip()

    def number(self, value: float, *, digits: int | None = None) -> str:
        """Return a number as the task writes numbers, with its unit."""
        places = self.task.digits if digits is None else digits
        text = format_number(value, self.lang, digits=places)
        return f"{text}{self.task.unit_after(self.lang)}"

    def option(self, number: int) -> str:
        """Return the words of an option."""
        return self.task.options[number - 1].text.to(self.lang)

    def written(self, answer: object) -> str:
        """Write an answer as a sentence shows it."""
        if isinstance(answer, Mapping):
            known = [key for key in self.task.levers if key in answer]
            return self.joined([self._lever(key, answer[key]) for key in known])
        if self.task.kind == "text":
            return str(answer)
        options = range(1, len(self.task.options) + 1)
        if isinstance(answer, Sequence) and not isinstance(answer, str):
            known = [self.option(each) for each in answer if each in options]
            return " · ".join(known)
        number = None if isinstance(answer, str) else number_or_none(answer)
        if number is None:
            return str(answer)
        return self.option(int(number)) if number in options else self.number(number)

    def _lever(self, key: str, value: object) -> str:
        name = self.task.levers[key].name.to(self.lang)
        number = number_or_none(value)
        return name if number is None else f"{name} {format_short(number, self.lang)}"

    def outcomes(self, model: Mapping[str, float]) -> str:
        """Say what levers gave, each number with what it has to reach."""
        said = [
            self._outcome(goal, model[name])
            for name, goal in self.task.goal.items()
            if name in model
        ]
        return self.joined(said)

    def _outcome(self, goal: Goal, value: float) -> str:
        number = format_number(value, self.lang, digits=goal.digits)
        aim = aim_words(goal, self.lang)
        return f"{goal.name.to(self.lang)} {number} ({aim})"

    def limits(self) -> str:
        """Say how far each lever reaches, or where an answer can lie; '' if nowhere."""
        if self.task.levers:
            said = [
                self.say(
                    "lever_limits",
                    lever=lever.name.to(self.lang),
                    **limit_words(lever, self.lang),
                )
                for lever in self.task.levers.values()
            ]
            return self.say("limits_levers", limits="; ".join(said))
        if self.task.kind not in ("number", "slider"):
            return ""
        if not math.isfinite(self.task.low) or not math.isfinite(self.task.high):
            return ""
        ends = {
            "low": format_short(self.task.low, self.lang),
            "high": self.number(self.task.high, digits=0),
        }
        return self.say("limits_number", **ends)


def task_text(key: str, lang: Lang) -> str:
    """Return a task as Markdown: its heading, its question, options and limits.

    Examples
    --------
    >>> task_text("04.2", "en").splitlines()[0]
    '## 4.2 One fixed day'
    """
    asked = task(key)
    words = Wording(task=asked, lang=lang)
    lines = [
        f"{number}. {option.text.to(lang)}"
        for number, option in enumerate(asked.options, start=1)
    ]
    heading = f"## {words.heading()}"
    parts = [asked.question.to(lang), "\n".join(lines), words.limits()]
    return "\n".join([heading, "\n\n".join(filter(None, parts))])


def aim_words(goal: Goal, lang: Lang) -> str:
    """Say what an outcome has to reach.

    Examples
    --------
    >>> both = Phrase(da="a", en="b")
    >>> aim_words(Goal(name=both, hint=both, least=0.43), "da")
    'mindst 0,43'
    """
    ends = {
        name: format_number(value, lang, digits=goal.digits)
        for name, value in (("least", goal.least), ("most", goal.most))
        if math.isfinite(value)
    }
    key = "aim_between" if len(ends) > 1 else f"aim_{next(iter(ends))}"
    return label(f"exercise.{key}", lang, **ends)


def limit_words(lever: Lever, lang: Lang) -> dict[str, str]:
    """Return the ends of a lever's span as written."""
    return {
        "low": format_short(lever.low, lang),
        "high": format_short(lever.high, lang),
    }


def shown(value: object) -> str:
    """Return what was given, no longer than a line."""
    return f"{value if isinstance(value, str) else repr(value):.{_MOST_SHOWN}}"
