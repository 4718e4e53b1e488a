"""Check one answer: judge it, keep it, and say what to look at next."""

import os
from collections.abc import Mapping
from typing import Any

from lederlib._checks import require_known
from lederlib.exercise.feedback import Feedback
from lederlib.exercise.judging import Attempt, judge
from lederlib.exercise.kept import answers_path, keep_answer, kept_answers
from lederlib.exercise.tasks import task
from lederlib.text import LANGS, Lang, label


def check(
    key: str,
    answer: object = None,
    *,
    measured: object = None,
    lang: Lang = "da",
    file: str | os.PathLike[str] | None = None,
) -> Feedback:
    """Check an answer to the task `key` and reply with a hint that teaches.

    Parameters
    ----------
    answer
        A number (text with a decimal comma will do), levers by name, or a text.
        None means not answered yet and shows what was kept earlier.
    measured
        What the model gave on the page: the outcome of a prediction, or of the
        levers in `answer` (by name if the goal has more than one).
    file
        Where answers are kept; ``answers.json`` in the working folder unless given.

    Raises
    ------
    ValueError
        If there is no such task or language, or `measured` is no number.

    Examples
    --------
    >>> check("03.2", "many", lang="en").correct
    False
    """
    require_known(lang, LANGS, name="lang")
    asked = task(key)
    before = _kept_before(key, file)
    attempt = Attempt(
        task=asked, answer=answer, measured=measured, before=before, lang=lang
    )
    judged = judge(attempt)
    reply = Feedback(
        task=key, verdict=judged.verdict, message=judged.message, lang=lang
    )
    if not judged.record:
        return reply
    tries = {"correct": reply.correct, "tries": _tries(before) + 1}
    note = _keep(key, {**judged.record, **tries}, file, lang)
    message = f"{judged.message} {note}".rstrip()
    return Feedback(task=key, verdict=judged.verdict, message=message, lang=lang)


def _tries(before: Mapping[str, Any]) -> int:
    tries = before.get("tries", 0)
    return tries if isinstance(tries, int) else 0


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
