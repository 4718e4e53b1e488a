"""Check one answer: judge it, keep it, and say what to look at next."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from html import escape
from typing import Any

from lederlib import __version__
from lederlib._checks import require_known
from lederlib.exercise.attempts import Attempt, Judgement, Verdict
from lederlib.exercise.judging import judge
from lederlib.exercise.keeping import answers_path, keep_answer, kept_answers
from lederlib.exercise.tasks import task
from lederlib.exercise.words import Wording
from lederlib.text import LANGS, Lang, label

_SYMBOLS: dict[Verdict, str] = {"right": "✓", "wrong": "↻", "kept": "✎", "waiting": "…"}


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
        """The verdict as a symbol and a word, with the task's number if it has one."""
        shown = self.task if task(self.task).number else ""
        word = label(f"exercise.verdict_{self.verdict}", self.lang, task=shown).strip()
        return f"{_SYMBOLS[self.verdict]} {word}"

    def __repr__(self) -> str:
        return f"{self.heading}: {self.message}"

    def _repr_html_(self) -> str:
        return (
            f'<div lang="{self.lang}" role="status"><strong>{escape(self.heading)}'
            f"</strong><br>{escape(self.message)}</div>"
        )


def check(
    key: str,
    answer: object = None,
    *,
    lang: Lang = "da",
    file: str | os.PathLike[str] | None = None,
) -> Feedback:
    """Check an answer to the task `key` and reply with a hint that teaches.

    Parameters
    ----------
    answer
        A number (text with a decimal comma will do), levers by name, the number of a
        choice, an order of numbers, or a text. None means not answered yet and shows
        what was kept earlier.
    file
        Where answers are kept; ``answers.json`` in the working folder unless given.

    Raises
    ------
    ValueError
        If there is no such task or language.

    Examples
    --------
    >>> check("03.2", "many", lang="en").correct
    False
    """
    require_known(lang, LANGS, name="lang")
    before = _kept_before(key, file)
    attempt = Attempt(
        words=Wording(task=task(key), lang=lang),
        answer=answer,
        before=before,
        model=partial(_model, key),
    )
    judged = judge(attempt)
    message = judged.message
    if judged.record and before.get("correct") and judged.verdict != "right":
        stands = attempt.words.written(before.get("answer"))
        message = f"{message} {attempt.words.say('right_stands', answer=stands)}"
    elif judged.record:
        note = _keep(key, _record(judged, attempt), file, lang)
        message = f"{message} {note}".rstrip()
    return Feedback(task=key, verdict=judged.verdict, message=message, lang=lang)


def _model(key: str, levers: Mapping[str, float]) -> dict[str, float]:
    from lederlib.scenario import outcome  # noqa: PLC0415 - loads every model

    return outcome(key, levers)


def _record(judged: Judgement, attempt: Attempt) -> dict[str, Any]:
    """Return what is kept of an answer; no guess and no text is right or wrong."""
    judges = judged.verdict in ("right", "wrong")
    missed = attempt.before.get("missed", [])
    known = missed if isinstance(missed, list) else []
    return {
        **judged.record,
        "correct": judged.verdict == "right" if judges else None,
        "tries": attempt.tries + 1,
        "missed": [*known, judged.missed] if judged.missed else known,
        "version": __version__,
        "lang": attempt.lang,
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def _kept_before(key: str, file: str | os.PathLike[str] | None) -> Mapping[str, Any]:
    """Return what was kept of this task; a file in trouble is dealt with on keeping."""
    try:
        before: Mapping[str, Any] = kept_answers(file).get(key, {})
    except (OSError, ValueError):
        return {}
    return before


def _keep(
    key: str,
    record: Mapping[str, Any],
    file: str | os.PathLike[str] | None,
    lang: Lang,
) -> str:
    """Keep the record; return a sentence if something was in the way, or ''."""
    name = answers_path(file).name
    try:
        moved = keep_answer(key, record, file)
    except OSError as error:
        return label("exercise.not_kept", lang, file=name, reason=error.strerror)
    if moved is None:
        return ""
    return label("exercise.damaged", lang, file=name, moved=moved.name)
