"""Run a page in its folder and keep of it only what a reader sees."""

from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING

from lederlib.author._tools import tool

if TYPE_CHECKING:
    from nbformat import NotebookNode

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
_LONGEST = 600


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
