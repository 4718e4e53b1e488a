"""Open a file of answers and tell from its first bytes what it is."""

from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path

from lederlib.answers.intake.answers import AnswersError
from lederlib.answers.intake.delimited import read_delimited
from lederlib.answers.intake.sentences import say
from lederlib.answers.intake.sheets import Sheet
from lederlib.answers.intake.spss import read_spss
from lederlib.answers.intake.workbooks import read_workbook

Progress = Callable[[float], None]
SIZE_LIMIT = 150_000_000
_WORKBOOK_STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_WORKBOOK_ENDINGS = {".xlsx", ".xlsm", ".xls"}
_SPSS_STARTS = (b"$FL2", b"$FL3")


def read_sheet(path: Path, progress: Progress | None = None) -> Sheet:
    """Return the cells of a text table, a workbook or an SPSS file.

    Raises
    ------
    AnswersError
        If there is no such file, or it holds no table.
    """
    _require_file(path)
    try:
        with path.open("rb") as stream:
            start = stream.read(8)
        ending = path.suffix.lower()
        if start.startswith(_SPSS_STARTS) or ending in {".sav", ".zsav"}:
            return read_spss(path, progress)
        if start.startswith(_WORKBOOK_STARTS) or ending in _WORKBOOK_ENDINGS:
            return read_workbook(path.read_bytes(), path.name, progress)
        return read_delimited(path.read_bytes(), path.name, progress)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise AnswersError(say("unreadable", file=path.name, reason=reason)) from None


def _require_file(path: Path) -> None:
    if path.is_dir():
        raise AnswersError(say("folder", file=path.name or str(path)))
    if not path.exists():
        raise _no_file(path)
    if not path.is_file():
        raise AnswersError(
            say("unreadable", file=path.name, reason="not a regular file")
        )
    size = path.stat().st_size
    if size == 0:
        raise AnswersError(say("empty", file=path.name))
    if size > SIZE_LIMIT:
        found, limit = (round(number / 1e6) for number in (size, SIZE_LIMIT))
        raise AnswersError(say("too_large", file=path.name, found=found, limit=limit))


def _no_file(path: Path) -> AnswersError:
    folder = path.parent
    names = [each.name for each in folder.iterdir()] if folder.is_dir() else []
    close = get_close_matches(path.name, names, n=1)
    if close:
        return AnswersError(say("no_file_near", file=str(path), nearest=close[0]))
    return AnswersError(say("no_file", file=str(path)))
