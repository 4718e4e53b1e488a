"""Every hand-in of a class, one a person, and what was skipped with the reason."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from lederlib import __version__
from lederlib.exercise.keeping import LaterFormat
from lederlib.exercise.records import MOST_LETTERS, Given, read_given
from lederlib.report.classroom.files import Found, found_files
from lederlib.report.classroom.whose import whose
from lederlib.report.handin.envelope import NoAnswers, TooLarge, read_answers_file

_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_TAGS = "script|iframe|img|svg|math|object|embed|style|link|meta|form|base|video|a"
_SCRIPT = re.compile(rf"<\s*/?\s*({_TAGS})\b|javascript:", re.IGNORECASE)
_REASONS: Final = {NoAnswers: "foreign", TooLarge: "huge", LaterFormat: "later"}


@dataclass(frozen=True, slots=True, kw_only=True)
class HandIn:
    """What one person handed in."""

    who: str
    file: str
    given: Mapping[str, Given]

    @property
    def last(self) -> datetime:
        """When the last of the answers was given."""
        times = [_aware(each.time) for each in self.given.values() if each.time]
        return max(times, default=_LONG_AGO)

    @property
    def versions(self) -> tuple[str, ...]:
        """The versions of lederlib that the answers were given in."""
        return tuple(sorted({each.version for each in self.given.values()} - {""}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A file, or a part of one, that was not counted, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Class:
    """All hand-ins of a class, and all that was skipped."""

    handed_in: tuple[HandIn, ...]
    skipped: tuple[Skipped, ...]

    def given(self, key: str) -> list[Given]:
        """Return everybody's answer to one task."""
        return [each.given[key] for each in self.handed_in if key in each.given]


def gather(source: Path) -> Class:
    """Read every hand-in in a folder or a zip archive.

    Files only: nothing of a student's is run. Where a person has several, the one with
    the latest answer counts.

    Raises
    ------
    ValueError
        If the source is no folder and no zip archive.
    """
    handed_in: dict[str, HandIn] = {}
    skipped: list[Skipped] = []
    for found in found_files(source):
        read = _read(found)
        if isinstance(read, Skipped):
            skipped.append(read)
            continue
        safe, left_out = _without_script(read)
        skipped += left_out
        rival = handed_in.get(safe.who) or _same(safe, handed_in.values())
        if rival:
            safe, other = _later(rival, safe)
            skipped.append(Skipped(name=other.file, reason="earlier"))
            del handed_in[rival.who]
        handed_in[safe.who] = safe
    return Class(handed_in=tuple(handed_in.values()), skipped=tuple(skipped))


def _read(found: Found) -> HandIn | Skipped:
    """Return what a file holds, or why it is skipped."""
    if found.reason:
        return Skipped(name=found.name, reason=found.reason)
    try:
        given = read_given(read_answers_file(found.content))
    except (ValueError, RecursionError) as error:
        reasons = (name for kind, name in _REASONS.items() if isinstance(error, kind))
        return Skipped(name=found.name, reason=next(reasons, "broken"))
    later = (_number(each.version) > _number(__version__) for each in given.values())
    if not given or any(later):
        return Skipped(name=found.name, reason="later" if given else "foreign")
    return HandIn(who=whose(found.name), file=found.name, given=given)


def _number(version: str) -> tuple[int, ...]:
    """Return a version as numbers to compare; one that says nothing is the oldest."""
    return tuple(int(part[:6]) for part in re.findall(r"\d+", version)[:3])


def _without_script(handed: HandIn) -> tuple[HandIn, list[Skipped]]:
    """Return a hand-in without texts that carry script or are too long, and which."""
    unsafe = {
        key: "script" if _SCRIPT.search(str(each.answer)) else "long"
        for key, each in handed.given.items()
        if each.task.kind == "text" and not _is_plain(str(each.answer))
    }
    kept = {key: each for key, each in handed.given.items() if key not in unsafe}
    named = [
        Skipped(name=f"{handed.file} · {key}", reason=reason)
        for key, reason in unsafe.items()
    ]
    return replace(handed, given=kept), named


def _is_plain(text: str) -> bool:
    return len(text) <= MOST_LETTERS and not _SCRIPT.search(text)


def _same(handed: HandIn, others: Iterable[HandIn]) -> HandIn | None:
    """Return the hand-in with the very same answers at the same times, if any.

    Two files without a time may well be two people's.
    """
    if handed.last == _LONG_AGO:
        return None
    twins = (
        other
        for other in others
        if other.last == handed.last and _judged(other) == _judged(handed)
    )
    return next(twins, None)


def _judged(handed: HandIn) -> dict[str, tuple[object, datetime | None]]:
    return {
        key: (each.answer, each.time)
        for key, each in handed.given.items()
        if each.task.kind != "text"
    }


def _later(one: HandIn, other: HandIn) -> tuple[HandIn, HandIn]:
    """Return two hand-ins of one person, the later or fuller one first."""
    rank = [(each.last, len(each.given)) for each in (one, other)]
    return (one, other) if rank[0] >= rank[1] else (other, one)


def _aware(time: datetime) -> datetime:
    return time if time.tzinfo else time.replace(tzinfo=UTC)
