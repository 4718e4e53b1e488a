"""Every page runs anew in both languages, in nbval's lax mode."""

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
LAX = ["--nbval-lax", "--nbval-current-env", "--nbval-cell-timeout=300", "-q"]
# Two pages at a time, each with a kernel of its own.
TWO = ["-n", "2", "--dist", "loadfile"]
OWN = ["-p", "no:cacheprovider", "-c", "pytest.ini", "--rootdir=."]


@pytest.mark.slow
def test_every_page_runs_and_its_checked_numbers_come_again(tmp_path):
    pages = committed_pages(ROOT)
    assert {page.parts[-3:-1] for page in pages} == {*product(FOLDERS, LANGS)}
    ran = run_copies(pages, tmp_path)
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
    folder = small_root / "copies"
    folder.mkdir()
    assert run_copies([page], folder).returncode == code


def run_copies(pages, folder):
    """Run copies, so that nothing a page writes lands in the checkout."""
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    names = [Path(*page.parts[-3:]) for page in pages]
    for page, name in zip(pages, names, strict=True):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(page, folder / name)
    return subprocess.run(
        [sys.executable, "-m", "pytest", *LAX, *TWO, *OWN, *map(str, names)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
