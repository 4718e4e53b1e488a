"""Write the pages of every source."""

import os
import tempfile
from collections.abc import Callable, Collection
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING

from lederlib.author._tools import tool
from lederlib.author.pages import build_page, page_path, sources
from lederlib.catalogue import shipped
from lederlib.text import LANGS, Lang

if TYPE_CHECKING:
    from nbformat import NotebookNode

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
_LONGEST = 600


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


def run_page(page: "NotebookNode", folder: Path) -> "NotebookNode":
    """Return the page as run in `folder`, without the noise of running.

    A live widget is dead without a kernel, so its view is taken out and the picture
    that it carries as text/html is what stays: running the page brings it to life.

    Raises
    ------
    ValueError
        If a cell fails, or a widget carries no picture. Says which cell.
    """
    ran = deepcopy(page)
    client = tool("nbclient").NotebookClient(
        ran,
        timeout=_LONGEST,
        kernel_name="python3",
        record_timing=False,
        store_widget_state=False,
        coalesce_streams=True,
        resources={"metadata": {"path": str(folder)}},
    )
    try:
        client.execute()
    except tool("nbclient").exceptions.CellExecutionError as error:
        raise ValueError(_failure(ran, error)) from error
    ran.metadata = deepcopy(page.metadata)
    for cell in ran.cells:
        if cell.cell_type == "code":
            _quiet(cell)
    return _counted(ran)


def _failure(page: "NotebookNode", error: Exception) -> str:
    failed = (cell.id for cell in page.cells if _errors(cell))
    name, value = getattr(error, "ename", "Error"), getattr(error, "evalue", error)
    title = page.metadata["title"]
    return f"{title!r} must run without error; {next(failed)} raised {name}: {value}"


def _errors(cell: "NotebookNode") -> list["NotebookNode"]:
    return [each for each in cell.get("outputs", []) if each.output_type == "error"]


def _quiet(cell: "NotebookNode") -> None:
    """Take timings and dead widget views out of one cell."""
    cell.metadata.pop("execution", None)
    for output in cell.outputs:
        data = output.get("data", {})
        if data.pop(WIDGET_VIEW, None) is not None and "text/html" not in data:
            msg = f"A widget must carry a picture as text/html; {cell.id} has none."
            raise ValueError(msg)


def _counted(page: "NotebookNode") -> "NotebookNode":
    """Return the page with its code cells counted from one."""
    code = [cell for cell in page.cells if cell.cell_type == "code"]
    for count, cell in enumerate(code, start=1):
        cell.execution_count = count
        for output in cell.outputs:
            if output.output_type == "execute_result":
                output.execution_count = count
    return page
