"""The lessons without code, through Voilà, with a start page of our own."""

import html
import json
import os
import shutil
from importlib.resources import as_file, files
from pathlib import Path

from lederlib.lab.copies import OWN_FOLDER, WorkingCopy
from lederlib.lab.session import Session, free_port, require_extra
from lederlib.text import Lang, label

TEMPLATE = "lederlib"
#: Pages that do something with one's own answers; each has a lead among the words.
TOOLS = ("your_answers.ipynb",)


def app_session(
    pages: WorkingCopy,
    *,
    lang: Lang = "da",
    port: int | None = None,
    browser: bool = True,
) -> Session:
    """Return Voilà ready to show the lessons of a working copy without their code.

    Raises
    ------
    ModuleNotFoundError
        If Voilà is not installed.
    ValueError
        If the port is in use.
    """
    require_extra("voila")
    port = free_port(port, first=8866)
    lessons = pages.folder / "notebooks" / lang
    own = pages.folder / OWN_FOLDER / f"app-{lang}"
    _write_template(own / "voila" / "templates" / TEMPLATE, lessons, lang)
    # Voilà looks for templates on Jupyter's own path and takes no other.
    known = [str(own), os.environ.get("JUPYTER_PATH", "")]
    return Session(
        program="voila.app:Voila",
        address=f"http://localhost:{port}/",
        environment={"JUPYTER_PATH": os.pathsep.join(filter(None, known))},
        arguments=(
            str(lessons),
            f"--port={port}",
            f"--Voila.open_browser={browser}",
            f"--template={TEMPLATE}",
            "--VoilaConfiguration.classic_tree=True",
            "--VoilaConfiguration.strip_sources=True",
            f"--VoilaExporter.language_code={lang}",
            "--Voila.log_level=40",
        ),
    )


def lesson_titles(lessons: Path) -> dict[str, str]:
    """Return the title of every lesson in a folder by its file name."""
    return {page.name: _title(page) for page in sorted(lessons.glob("[0-9]*.ipynb"))}


def tool_titles(lessons: Path) -> dict[str, str]:
    """Return the title of every page that is a tool and no lesson by its file name."""
    return {name: _title(lessons / name) for name in TOOLS if (lessons / name).exists()}


def _title(page: Path) -> str:
    notebook = json.loads(page.read_text(encoding="utf-8"))
    return str(notebook["metadata"].get("title", page.stem))


def _write_template(target: Path, lessons: Path, lang: Lang) -> None:
    target.mkdir(parents=True, exist_ok=True)
    with as_file(files(__package__) / "voila") as ours:
        for name in ("conf.json", "index.html.j2"):
            shutil.copyfile(ours / name, target / name)
        start = (ours / "start.html").read_text(encoding="utf-8")
    tools = "\n".join(
        _link(name, title, label(f"lab.tool_{Path(name).stem}", lang))
        for name, title in tool_titles(lessons).items()
    )
    links = "\n".join(
        _link(name, title) for name, title in lesson_titles(lessons).items()
    )
    keys = ("start_title", "start_lead", "start_lessons")
    words = {key: label(f"lab.{key}", lang) for key in keys}
    for key, text in {**words, "lang": lang, "tools": tools, "links": links}.items():
        start = start.replace(f"%{key}%", text)
    (target / "tree.html").write_text(start, encoding="utf-8")


def _link(name: str, title: str, lead: str = "") -> str:
    more = f"<span>{html.escape(lead)}</span>" if lead else ""
    address = f"{{{{ base_url }}}}voila/render/{name}"
    return f'<li><a href="{address}">{html.escape(title)}{more}</a>'
