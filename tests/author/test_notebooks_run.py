"""Every page runs anew in both languages, in nbval's lax mode.

The pages of one folder share a kernel that forgets every name between two pages; that
each of them also runs in a kernel of its own is tried before a release.
"""

import shutil
import subprocess
import sys
from itertools import product
from pathlib import Path

import nbformat
import pytest

from lederlib.author import build_all
from lederlib.author.committed import committed_pages
from lederlib.author.pages import FOLDERS
from lederlib.catalogue import shipped
from lederlib.text import LANGS

ROOT = shipped("notebooks").parent
PAGES = committed_pages(ROOT)
LAX = ["--nbval-lax", "--nbval-current-env", "--nbval-cell-timeout=300", "-q"]
# Two pages at a time, each with a kernel of its own.
TWO = ["-n", "2", "--dist", "loadfile"]
OWN = ["-p", "no:cacheprovider", "-c", "pytest.ini", "--rootdir=."]


def test_there_are_pages_of_both_kinds_in_both_languages():
    assert {page.parts[-3:-1] for page in PAGES} == {*product(FOLDERS, LANGS)}


@pytest.mark.slow
@pytest.mark.parametrize(("folder", "lang"), [*product(FOLDERS, LANGS)])
def test_pages_run_one_after_another_and_checked_numbers_come_again(
    folder, lang, tmp_path
):
    pages = [page for page in PAGES if page.parts[-3:-1] == (folder, lang)]
    ran = run_joined(pages, tmp_path)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert not [*tmp_path.rglob("answers.json")]


@pytest.mark.slow
@pytest.mark.release
def test_every_page_runs_in_a_kernel_of_its_own(tmp_path):
    ran = run_copies(PAGES, tmp_path)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert not [*tmp_path.rglob("answers.json")]


@pytest.mark.slow
@pytest.mark.parametrize(("number", "code"), [("4", 0), ("5", 1)])
def test_a_checked_number_that_changed_is_found(number, code, small_root):
    page, _ = build_all(small_root, only=["01"])
    changed = nbformat.read(page, 4)
    cell = changed.cells[2]
    cell.metadata["tags"] = ["nbval-check-output"]
    cell.outputs[0].data["text/plain"] = number
    nbformat.write(changed, page)
    assert run_joined([page, page], small_root).returncode == code


@pytest.mark.slow
def test_a_page_that_needs_the_names_of_another_fails(tmp_path):
    for name, line in (("first", "number = 1"), ("second", "number")):
        cell = nbformat.v4.new_code_cell(line, id="cell-00")
        page = nbformat.v4.new_notebook(cells=[cell])
        nbformat.write(page, tmp_path / f"{name}.ipynb")
    pages = [tmp_path / "first.ipynb", tmp_path / "second.ipynb"]
    ran = run_joined(pages, tmp_path)
    assert ran.returncode == 1
    assert "name 'number' is not defined" in ran.stdout


def joined(pages):
    """Return one page with the code of all, which forgets every name between two."""
    whole = nbformat.v4.new_notebook()
    for place, page in enumerate(pages):
        forget = nbformat.v4.new_code_cell("%reset -f", id=f"{place}-forget")
        whole.cells.append(forget)
        for cell in nbformat.read(page, 4).cells:
            if cell.cell_type == "code":
                cell.id = f"{place}-{cell.id}"
                whole.cells.append(cell)
    return whole


def run_joined(pages, folder):
    nbformat.write(joined(pages), folder / "joined.ipynb")
    return run_pages(["joined.ipynb"], folder)


def run_copies(pages, folder):
    """Run copies, so that nothing a page writes lands in the checkout."""
    names = [Path(*page.parts[-3:]) for page in pages]
    for page, name in zip(pages, names, strict=True):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(page, folder / name)
    return run_pages(names, folder, *TWO)


def run_pages(names, folder, *options):
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "pytest", *LAX, *OWN, *options, *map(str, names)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
