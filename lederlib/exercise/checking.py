"""Check one answer: judge it, keep it, and say what to look at next."""

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lederlib._checks import require_known
from lederlib.exercise.judging import Attempt, Feedback, judge
from lederlib.exercise.tasks import task
from lederlib.text import LANGS, Lang, label

FILE = "answers.json"
_HALF = "backslashreplace"  # half a character from a clipboard becomes a JSON escape
Answers = dict[str, Any]


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


def kept_answers(file: str | os.PathLike[str] | None = None) -> Answers:
    """Return what has been answered so far, by task; nothing if there is no file.

    `file` is ``answers.json`` in the folder that the page runs in unless given.

    Raises
    ------
    ValueError
        If the file holds something else than kept answers.
    OSError
        If the file cannot be read.
    """
    path = answers_path(file)
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError):
        found = None
    answers = found.get("answers") if isinstance(found, dict) else None
    if not isinstance(answers, dict) or not all(map(_is_record, answers.values())):
        msg = f"{path.name} must hold the answers that check() keeps; it is damaged."
        raise ValueError(msg)
    return answers


def keep_answer(
    key: str, record: Mapping[str, Any], file: str | os.PathLike[str] | None = None
) -> Path | None:
    """Add one record to the file; return where a damaged file was moved, if it was.

    The new file is complete before it takes the old one's place.

    Raises
    ------
    OSError
        If the folder cannot be written to.
    """
    path = answers_path(file)
    moved = None
    try:
        answers = kept_answers(path)
    except ValueError:
        answers, moved = {}, _put_aside(path)
    _write(path, {**answers, key: dict(record)})
    return moved


def answers_path(file: str | os.PathLike[str] | None) -> Path:
    """Return the file of answers."""
    return Path(FILE if file is None else file)


def _is_record(value: object) -> bool:
    return isinstance(value, dict)


def _put_aside(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.stem}.damaged-{number}.json")).exists():
        number += 1
    return path.rename(aside)


def _write(path: Path, answers: Answers) -> None:
    text = json.dumps(
        {"answers": answers}, ensure_ascii=False, indent=1, sort_keys=True
    )
    handle, name = tempfile.mkstemp(prefix=".answers-", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors=_HALF) as stream:
            stream.write(text + "\n")
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
