"""The files of a folder or an archive, each with its bytes or why it is skipped."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from lederlib.answers import AnswersError
from lederlib.report.handin.envelope import MOST_BYTES, TooLarge, read_member
from lederlib.text import both

#: Files, and bytes in all, that are looked at; a year's class is a tenth of it.
MOST_FILES, MOST_IN_ALL = 3_000, 500_000_000
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One file: its path inside what was given, and its bytes or a reason."""

    name: str
    content: bytes = b""
    reason: str = ""


def found_files(source: Path) -> Iterator[Found]:
    """Yield every file of a folder or a zip archive; none is unpacked to disk.

    Raises
    ------
    ValueError
        If it is neither, or cannot be read.
    """
    if source.is_dir():
        files = _in_folder(source)
    elif source.is_file() and zipfile.is_zipfile(source):
        files = _in_archive(source)
    else:
        raise AnswersError(both("classroom.no_folder", path=source))
    total = 0
    for each in islice(files, MOST_FILES):
        total += len(each.content)
        if total > MOST_IN_ALL:
            yield Found(name=each.name, reason="too_much")
            return
        yield each
    if next(files, None) is not None:
        yield Found(name=source.name, reason="too_many")


def _in_folder(folder: Path) -> Iterator[Found]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            yield Found(name=name, reason="link")
        elif path.is_file():
            yield _from_disk(path, name)


def _from_disk(path: Path, name: str) -> Found:
    try:
        if path.stat().st_size > MOST_BYTES:
            return Found(name=name, reason="huge")
        return Found(name=name, content=path.read_bytes())
    except OSError:
        return Found(name=name, reason="broken")


def _in_archive(source: Path) -> Iterator[Found]:
    try:
        with zipfile.ZipFile(source) as archive:
            for member in archive.infolist():
                if not member.is_dir():
                    yield _from_archive(archive, member)
    except zipfile.BadZipFile:
        raise AnswersError(both("classroom.no_folder", path=source)) from None


def _from_archive(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Found:
    name = member.filename
    if member.flag_bits & _ENCRYPTED:
        return Found(name=name, reason="locked")
    try:
        return Found(name=name, content=read_member(archive, member))
    except TooLarge:
        return Found(name=name, reason="huge")
    except Exception:  # a damaged member raises whatever it meets
        return Found(name=name, reason="broken")
