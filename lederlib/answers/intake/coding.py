"""Read what words in a file mean from a file of one's own."""

import csv
import tomllib
from io import StringIO
from pathlib import Path

from lederlib.answers.intake.answers import AnswersError
from lederlib.answers.intake.folding import fold
from lederlib.answers.intake.replies import COLOUR_WORDS, Coding
from lederlib.answers.intake.sentences import say, shown
from lederlib.answers.intake.words import is_no_answer, number_of

_LARGEST = 1_000_000


def read_coding(path: str | Path) -> dict[str, float | str | None]:
    r"""Return what words mean from a file: ``"word" = meaning`` a line, or two columns.

    A meaning is red, yellow or green in either language, a number, or nothing for no
    answer.

    Raises
    ------
    AnswersError
        If the file cannot be read; one sentence says why.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder) / "coding.toml"
    ...     _ = path.write_text('"1" = "green"\n"9" = ""\n', "utf-8")
    ...     read_coding(path)
    {'1': 'green', '9': None}
    """
    file = Path(path)
    text = _text(file)
    pairs = _toml(text, file) if file.suffix.lower() == ".toml" else _table(text, file)
    return {word: _meaning(word, value) for word, value in pairs.items()}


def coding_of(coding: Coding | str | Path | None) -> Coding | None:
    """Return a coding that was given as itself or as the path of its file."""
    return read_coding(coding) if isinstance(coding, (str, Path)) else coding


def _text(file: Path) -> str:
    try:
        if file.stat().st_size > _LARGEST:
            raise AnswersError(say("no_coding", file=file.name))
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise AnswersError(say("no_coding", file=file.name)) from None
    except FileNotFoundError:
        raise AnswersError(say("no_file", file=str(file))) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise AnswersError(say("unreadable", file=file.name, reason=reason)) from None


def _toml(text: str, file: Path) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise AnswersError(say("no_coding", file=file.name)) from None


def _table(text: str, file: Path) -> dict[str, object]:
    first = text.split("\n", 1)[0]
    separator = max(";\t,=", key=first.count)
    rows = [row for row in csv.reader(StringIO(text), delimiter=separator) if any(row)]
    if not rows or any(len(row) != 2 for row in rows):  # noqa: PLR2004 - word, meaning
        raise AnswersError(say("no_coding", file=file.name))
    return {word.strip(): value.strip() for word, value in rows}


def _meaning(word: str, value: object) -> float | str | None:
    if isinstance(value, str):
        if fold(value) in COLOUR_WORDS:
            return value
        if is_no_answer(value):
            return None
        value = number_of(value) if number_of(value) is not None else value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    raise AnswersError(say("coding", word=shown(word), found=shown(value)))
