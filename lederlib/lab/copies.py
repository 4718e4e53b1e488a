"""Give every reader a working copy of the pages, and never overwrite their work."""

import hashlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lederlib.catalogue import shipped

OWN_FOLDER = ".lederlib"
_PAGE_FOLDERS = ("notebooks", "exercises")


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingCopy:
    """What was done to a folder of pages.

    Attributes
    ----------
    folder : Path
        The working copy.
    added, updated, kept : tuple of str
        Pages that are new; that were refreshed because nobody had touched them; that
        differ from the shipped ones because somebody has, and were left alone.
    """

    folder: Path
    added: tuple[str, ...]
    updated: tuple[str, ...]
    kept: tuple[str, ...]


def make_working_copy(folder: Path) -> WorkingCopy:
    """Copy the shipped pages into `folder`; a page that somebody changed is kept.

    Raises
    ------
    ValueError
        If `folder` is a file, or holds the shipped pages themselves.
    """
    folder = folder.resolve()
    _refuse_unfit(folder)
    record = folder / OWN_FOLDER / "copied.json"
    copied = _read_record(record)
    done: dict[str, list[str]] = {"added": [], "updated": [], "kept": [], "same": []}
    for name, page in _pages():
        done[_place(page, folder / name, copied.get(name))].append(name)
        if name not in done["kept"]:
            copied[name] = _digest(page)
    record.parent.mkdir(parents=True, exist_ok=True)
    record.write_text(json.dumps(copied, indent=1), encoding="utf-8")
    return WorkingCopy(
        folder=folder,
        added=tuple(done["added"]),
        updated=tuple(done["updated"]),
        kept=tuple(done["kept"]),
    )


def _pages() -> Iterator[tuple[str, Path]]:
    for name in _PAGE_FOLDERS:
        root = shipped(name)
        for page in sorted(root.glob("*/*.ipynb")):
            yield f"{name}/{page.relative_to(root).as_posix()}", page


def _place(page: Path, target: Path, copied: str | None) -> str:
    """Bring one page up to date and say what was done."""
    if target.exists():
        found, fresh = _digest(target), _digest(page)
        if found == fresh:
            return "same"
        if found != copied:
            return "kept"
    done = "updated" if target.exists() else "added"
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(page, target)
    return done


def _refuse_unfit(folder: Path) -> None:
    if folder.is_file():
        msg = f"The working copy needs a folder; {folder.name} is a file."
        raise ValueError(msg)
    if any(folder / name == shipped(name).resolve() for name in _PAGE_FOLDERS):
        msg = (
            f"{folder.name} holds the pages that are shipped; choose another folder "
            "for the working copy, so that they stay as they are."
        )
        raise ValueError(msg)


def _read_record(record: Path) -> dict[str, str]:
    """Return what was copied before; without a readable record nothing was.

    Then every page that differs from the shipped one counts as changed and is kept.
    """
    try:
        found = json.loads(record.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _digest(page: Path) -> str:
    return hashlib.sha256(page.read_bytes()).hexdigest()
