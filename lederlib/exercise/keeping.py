"""The file of kept answers: read it, add to it, and lose nothing."""

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FILE = "answers.json"
#: How the file is built; one that says more than this is from a later version.
FORMAT = 1
_HALF = "backslashreplace"  # half a character from a clipboard becomes a JSON escape
Answers = dict[str, Any]


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
        return read_answers_text(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except ValueError:
        msg = f"{path.name} must hold the answers that check() keeps; it is damaged."
        raise ValueError(msg) from None


def read_answers_text(text: str) -> Answers:
    """Return the answers, by task, that a kept file or a hand-in holds as text.

    Files of earlier versions, which say no format, are read as well.

    Raises
    ------
    ValueError
        If the text holds no answers, or is of a later format than ours.
    """
    try:
        found = json.loads(text)
    except RecursionError:
        found = None
    answers = found.get("answers") if isinstance(found, dict) else None
    if not isinstance(answers, dict) or not all(map(_is_record, answers.values())):
        msg = "The text must hold answers by task."
        raise ValueError(msg)
    if not isinstance(found.get("format", 0), int) or found.get("format", 0) > FORMAT:
        msg = f"The format of the answers must be at most {FORMAT}."
        raise LaterFormat(msg)
    return answers


class LaterFormat(ValueError):  # noqa: N818 - a reason, told to the reader as one
    """The answers were kept by a later version than this one."""


def answers_text(answers: Mapping[str, Any]) -> str:
    """Return answers as the text that `read_answers_text` reads.

    Examples
    --------
    >>> read_answers_text(answers_text({"04.2": {"answer": 2.0}}))
    {'04.2': {'answer': 2.0}}
    """
    held = {"format": FORMAT, "answers": answers}
    return json.dumps(held, ensure_ascii=False, indent=1, sort_keys=True)


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
    handle, name = tempfile.mkstemp(prefix=".answers-", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors=_HALF) as stream:
            stream.write(answers_text(answers) + "\n")
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
