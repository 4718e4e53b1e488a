"""Hold the committed pages against what their sources build."""

import os
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lederlib.author._tools import tool
from lederlib.author.pages import FOLDERS, build_page, page_path, sources
from lederlib.catalogue import shipped
from lederlib.text import LANGS

if TYPE_CHECKING:
    from nbformat import NotebookNode


def check_pages(root: str | os.PathLike[str] | None = None) -> tuple[str, ...]:
    """Return what differs between committed pages and sources, one sentence each.

    Cells, ids and metadata are compared; outputs, execution counts and widget state
    are not. A page that is missing, or has lost its source, is a difference too.
    """
    home = shipped("notebooks").parent if root is None else Path(root)
    return tuple(_differences(home))


def _differences(home: Path) -> Iterator[str]:
    wanted = {page_path(each, lang): each for each in sources(home) for lang in LANGS}
    for page, source in wanted.items():
        name = page.relative_to(home).as_posix()
        if not page.is_file():
            yield f"{name} is missing."
            continue
        built = build_page(source, "da" if page.parent.name == "da" else "en")
        committed = tool("nbformat").read(page, as_version=4)
        yield from (f"{name}: {each}" for each in page_differences(built, committed))
    yield from (
        f"{page.relative_to(home).as_posix()} has no source."
        for page in committed_pages(home)
        if page not in wanted
    )


def committed_pages(root: Path) -> tuple[Path, ...]:
    """Return every page under `root`, in order."""
    folders = [root / folder / lang for folder in FOLDERS for lang in LANGS]
    return tuple(each for folder in folders for each in sorted(folder.glob("*.ipynb")))


def page_differences(built: "NotebookNode", committed: "NotebookNode") -> Iterator[str]:
    """Yield each difference between two notebooks that is not one of running."""
    if _lasting(built.metadata) != _lasting(committed.metadata):
        yield "the metadata of the page differ."
    for mine, theirs in zip_longest(built.cells, committed.cells):
        if mine is None or theirs is None:
            yield f"{(mine or theirs).id} is {'extra' if mine is None else 'missing'}."
            continue
        for part in ("id", "cell_type", "source", "metadata"):
            if mine.get(part) != theirs.get(part):
                yield f"{mine.id} differs in its {part}."


def _lasting(metadata: "NotebookNode") -> dict[str, Any]:
    return {key: value for key, value in metadata.items() if key != "widgets"}
