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

assert "site-packages" in str(shipped("datasets")), shipped("datasets")
assert len(load_dataset("municipal_survey")) == 5234
assert main(["report", str(dataset_path("workshop")), "-o", "report.html"]) == 0
assert Path("report.html").stat().st_size > 10_000
copied = make_working_copy(Path("work"))
assert (copied.folder / "notebooks/da/00_welcome.ipynb").is_file()
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


@pytest.mark.slow
def test_an_installed_wheel_works_in_an_empty_environment(tmp_path):
    uv = shutil.which("uv")
    if uv is None and not os.environ.get("CI"):
        pytest.skip("needs uv to build and install a wheel")
    run(uv, "build", "--wheel", "--out-dir", tmp_path / "dist", ROOT, cwd=tmp_path)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    run(uv, "venv", "--python", sys.executable, tmp_path / "venv", cwd=tmp_path)
    python = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    run(uv, "pip", "install", "--python", python, wheel, cwd=tmp_path)
    run(python, "-W", "error:::lederlib", "-c", TRY_OUT, cwd=tmp_path)
