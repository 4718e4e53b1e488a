"""The wheel carries all that a reader needs, outside any checkout."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TRY_OUT = """
from pathlib import Path
from lederlib.catalogue import dataset_path, load_dataset, shipped
from lederlib.cli import main
from lederlib.lab import make_working_copy
from lederlib.report import your_answers
from lederlib.widget import explore_reliability

assert "site-packages" in str(shipped("datasets")), shipped("datasets")
assert len(load_dataset("municipal_survey")) == 5234
assert main(["report", str(dataset_path("workshop")), "-o", "report.html"]) == 0
assert Path("report.html").stat().st_size > 10_000
copied = make_working_copy(Path("work"))
assert (copied.folder / "notebooks/da/00_welcome.ipynb").is_file()
assert (copied.folder / "notebooks/en/your_answers.ipynb").is_file()
page = your_answers("da")
assert "lederlib-drop" in page.get_state()["_css"] + page.get_state()["_esm"]
stage = explore_reliability(lang="en").stage.get_state()
assert "drawLever" in stage["_esm"] and ".lederlib-explorer" in stage["_css"]
assert any((copied.folder / "exercises/en").glob("*.ipynb"))
"""


def run(*command, cwd):
    environment = {k: v for k, v in os.environ.items() if k != "VIRTUAL_ENV"}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def find_uv():
    """Return the uv that runs the tests, which need not stand on the PATH."""
    return os.environ.get("UV") or shutil.which("uv")


def test_a_uv_that_is_on_no_path_is_found(monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("UV", raising=False)
    assert find_uv() is None
    monkeypatch.setenv("UV", ".uv/bin/uv")
    assert find_uv() == ".uv/bin/uv"


@pytest.mark.slow
def test_an_installed_wheel_works_in_an_empty_environment(tmp_path):
    uv = find_uv()
    if uv is None:
        lack = pytest.fail if os.environ.get("CI") else pytest.skip
        lack("Needs uv to build and install a wheel: pip install uv.")
    run(uv, "build", "--wheel", "--out-dir", tmp_path / "dist", ROOT, cwd=tmp_path)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    run(uv, "venv", "--python", sys.executable, tmp_path / "venv", cwd=tmp_path)
    python = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    run(uv, "pip", "install", "--python", python, wheel, cwd=tmp_path)
    run(python, "-W", "error:::lederlib", "-c", TRY_OUT, cwd=tmp_path)
