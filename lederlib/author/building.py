"""Write the pages of every source."""

import os
import tempfile
from collections.abc import Callable, Collection
from pathlib import Path

from lederlib.author._tools import tool
from lederlib.author.pages import build_page, page_path, sources
from lederlib.author.running import run_page
from lederlib.catalogue import shipped
from lederlib.text import LANGS, Lang


def build_all(
    root: str | os.PathLike[str] | None = None,
    *,
    run: bool = True,
    only: Collection[str] = (),
    progress: Callable[[float], None] | None = None,
) -> tuple[Path, ...]:
    """Write each page of each source under `root`, and return where they are.

    Parameters
    ----------
    root
        The folder that holds ``notebooks/`` and ``exercises/``; ours unless given.
    run
        Whether to run each page, so that a reader sees its figures at once.
    only
        Beginnings of file names, such as ``"03"``; all sources unless given.
    progress
        Called with the share done.

    Raises
    ------
    ValueError
        If a page fails. The pages before it are written, and it is left as it was.
    """
    home = shipped("notebooks").parent if root is None else Path(root)
    names = tuple(only) or ("",)
    meant = [each for each in sources(home) if each.name.startswith(names)]
    wanted = [(source, lang) for source in meant for lang in LANGS]
    written = []
    for source, lang in wanted:
        written.append(write_page(source, lang, run=run))
        if progress is not None:
            progress(len(written) / len(wanted))
    return tuple(written)


def write_page(source: Path, lang: Lang, *, run: bool = True) -> Path:
    """Build one page, run it where it will lie, and write it whole."""
    path = page_path(source, lang)
    path.parent.mkdir(parents=True, exist_ok=True)
    page = build_page(source, lang)
    if run:
        page = run_page(page, path.parent)
    text = tool("nbformat").writes(page, version=4)
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        whole = Path(folder, path.name)
        whole.write_text(text.rstrip("\n") + "\n", encoding="utf-8", newline="\n")
        whole.replace(path)
    return path
