"""Keep answers in a JSON file, so that they survive a restart."""

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FILE = "answers.json"
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
