"""Write a report safely: whole or not at all, and over nothing of anybody else's."""

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp

from lederlib.answers import AnswersError
from lederlib.text import Phrase, both, phrase

_HEAD = 4_096
#: What every report of ours has near its beginning.
MARK = '<meta name="generator" content="lederlib'
LOWEST_LIMIT, HIGHEST_LIMIT = 5, 10


def is_document(target: Path) -> bool:
    """Return whether the plan alone is written there, as a document."""
    return target.suffix.lower() == ".docx"


def write_page(target: Path, text: str) -> None:
    """Write a whole page, or nothing.

    Raises
    ------
    ValueError
        If nothing can be written there.
    """
    _refuse_unfit(target)
    write_whole(target, text.encode("utf-8"))


def refuse_target(target: Path, *sources: str | Path | None, force: bool) -> None:
    """Refuse a place that cannot be written, or that holds what is not ours."""
    _refuse_unfit(target)
    for source in sources:
        if source is not None:
            _refuse_overwriting(target, Path(source))
    _refuse_strangers(target, force=force)


def _refuse_unfit(target: Path) -> None:
    """Refuse a place where no file can be written."""
    # A device or a pipe would be replaced by the page, not written to.
    if not target.name or (target.exists() and not target.is_file()):
        raise AnswersError(_filled(phrase("report.not_a_file"), path=target))
    if not target.parent.is_dir():
        raise AnswersError(_filled(phrase("report.no_folder"), path=target.parent))


def _refuse_overwriting(target: Path, answers: Path) -> None:
    """Refuse to write over a file that is read from."""
    if target.exists() and answers.exists() and target.samefile(answers):
        raise AnswersError(_filled(phrase("report.same_file"), path=target))


def refuse_limit(min_group: int) -> None:
    """Refuse a limit outside what a report may set."""
    if not LOWEST_LIMIT <= min_group <= HIGHEST_LIMIT:
        raise AnswersError(
            _filled(
                phrase("report.limit"),
                found=min_group,
                low=LOWEST_LIMIT,
                high=HIGHEST_LIMIT,
            )
        )


def _filled(words: Phrase, **values: object) -> Phrase:
    return Phrase(da=words.da.format(**values), en=words.en.format(**values))


def _refuse_strangers(target: Path, *, force: bool) -> None:
    """Raise if the target is a file that no report of ours stands in."""
    if force or not target.exists():
        return
    with _told(target), target.open("rb") as stream:
        start = stream.read(_HEAD)
    if start and MARK.encode() not in start:
        key = "plan.kept" if is_document(target) else "report.not_ours"
        raise AnswersError(_filled(phrase(key), path=target))


@contextmanager
def _told(target: Path) -> Iterator[None]:
    """Say in the reader's language why a file cannot be written."""
    try:
        yield
    except OSError as error:
        key = {
            errno.ENOSPC: "disk_full",
            errno.EFBIG: "disk_full",
            errno.EACCES: "read_only",
            errno.EPERM: "read_only",
            errno.EROFS: "read_only",
        }.get(error.errno or 0, "not_written")
        reason = error.strerror or type(error).__name__
        words = _filled(phrase(f"report.{key}"), path=target, reason=reason)
        raise AnswersError(words) from None


def write_whole(target: Path, content: bytes) -> None:
    """Write beside the target and move into place, so that no half file is left."""
    with _told(target):
        handle, name = mkstemp(prefix=".lederlib-", suffix=".part", dir=target.parent)
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            part.chmod(_allowed())
            part.replace(target)
        except BaseException:
            part.unlink(missing_ok=True)
            raise


def write_folder(folder: Path, contents: Mapping[str, bytes], *, force: bool) -> None:
    """Write files into a folder, which is made; over none that is there already.

    Raises
    ------
    ValueError
        If it is no folder, or a file is there already and `force` is false.
    """
    if folder.exists() and not folder.is_dir():
        raise AnswersError(both("forms.not_a_folder", path=folder))
    there = [folder / name for name in contents if (folder / name).exists()]
    if there and not force:
        raise AnswersError(both("forms.file_exists", path=there[0]))
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        write_whole(folder / name, content)


def _allowed() -> int:
    """Return the permissions of a new file, which a temporary one does not have."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
