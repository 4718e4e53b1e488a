"""Turn one bilingual source into a reader's page in one language.

A source is a jupytext script in the percent format. Text cells say which language they
are in (``lang="da"``); code cells are shared. A comment line that begins with ``# da:``
or ``# en:`` belongs to that language only: as the first line of a folded code cell it
is the caption, since JupyterLab shows the first line of what it folds.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lederlib._checks import require_known
from lederlib.author._tools import tool
from lederlib.exercise import task_text
from lederlib.text import LANGS, Lang, label

if TYPE_CHECKING:
    from nbformat import NotebookNode

FOLDERS = ("notebooks", "exercises")
UNFOLDED = {"answer", "open"}
_OWN_COMMENT = re.compile(r"# (?P<lang>da|en): (?P<words>.*)")
_RUN = re.compile(r"\{\{(?P<key>run_all|run_short)\}\}")
#: Cells that no reader's page holds: answers, and notes for whoever teaches.
_KEPT_BACK = {"solution", "guide"}
_TASK = re.compile(r"\{\{task (?P<key>[0-9]{2}\.[0-9])\}\}")


def sources(root: Path) -> Iterator[Path]:
    """Yield every bilingual source under `root`, in order."""
    for folder in FOLDERS:
        yield from sorted((root / folder / "source").glob("*.py"))


def page_path(source: Path, lang: Lang) -> Path:
    """Return where the page of `source` in `lang` belongs."""
    return source.parents[1] / lang / f"{source.stem}.ipynb"


def read_source(source: Path) -> "NotebookNode":
    """Return the whole source as a notebook: both languages, and solutions."""
    return tool("jupytext").read(source)


def build_page(source: Path, lang: Lang) -> "NotebookNode":
    """Return the reader's page in `lang`, not yet run, identical on every call.

    Raises
    ------
    ValueError
        If the language is unknown, or the source has no title in it.
    """
    require_known(lang, LANGS, name="lang")
    meant = [cell for cell in read_source(source).cells if _is_for_reader(cell, lang)]
    cells = [_page_cell(cell, number, lang) for number, cell in enumerate(meant)]
    page = tool("nbformat").v4.new_notebook(cells=cells)
    page.metadata.update(_page_metadata(_title(source, cells), lang))
    return page


def _is_for_reader(cell: "NotebookNode", lang: Lang) -> bool:
    return cell.metadata.get("lang", lang) == lang and not _KEPT_BACK & {*tags(cell)}


def tags(cell: "NotebookNode") -> list[str]:
    """Return the tags of a cell."""
    return list(cell.metadata.get("tags", []))


def _page_cell(cell: "NotebookNode", number: int, lang: Lang) -> "NotebookNode":
    """Return a cell anew, so that nothing of the reader of sources stays in it."""
    name = f"cell-{number:02d}"
    metadata: dict[str, Any] = {"tags": tags(cell)} if tags(cell) else {}
    new = tool("nbformat").v4
    if cell.cell_type != "code":
        text = _RUN.sub(
            lambda found: label(f"author.{found['key']}", lang), cell.source
        )
        text = _TASK.sub(lambda found: task_text(found["key"], lang), text)
        return new.new_markdown_cell(text, id=name, metadata=metadata)
    if not UNFOLDED & {*tags(cell)}:
        metadata["jupyter"] = {"source_hidden": True}
    return new.new_code_cell(code_in(cell, lang), id=name, metadata=metadata)


def code_in(cell: "NotebookNode", lang: Lang) -> str:
    """Return the code of a cell with its comments and its language set to `lang`."""
    lines = [_line_in(line, lang) for line in cell.source.splitlines()]
    code = "\n".join(line for line in lines if line is not None)
    if "parameters" in tags(cell):
        code = re.sub(r'^LANG = ".."', f'LANG = "{lang}"', code, flags=re.MULTILINE)
    return code


def _line_in(line: str, lang: Lang) -> str | None:
    own = _OWN_COMMENT.fullmatch(line)
    if own is None:
        return line
    return f"# {own['words']}" if own["lang"] == lang else None


def _title(source: Path, cells: list["NotebookNode"]) -> str:
    text = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    heading = re.search(r"^# (.+)$", text, flags=re.MULTILINE)
    if heading is None:
        msg = f"{source.name} must have a heading (# …) in each language; one has none."
        raise ValueError(msg)
    return heading[1].strip()


def _page_metadata(title: str, lang: Lang) -> dict[str, Any]:
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return {
        "kernelspec": kernel,
        "lang": lang,
        "language_info": {"name": "python"},
        "title": title,
    }
