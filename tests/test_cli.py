import subprocess
import sys

import pytest

from lederlib.cli import main


def test_no_command_says_which_there_are(capsys):
    with pytest.raises(SystemExit) as stop:
        main([])
    assert stop.value.code == 2
    assert "COMMAND" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["lab", "app", "report", "author"])
def test_every_command_explains_itself(command, capsys):
    with pytest.raises(SystemExit) as stop:
        main([command, "--help"])
    assert stop.value.code == 0
    assert "--lang" in capsys.readouterr().out


def test_a_mistake_is_one_sentence_without_a_traceback(tmp_path):
    (tmp_path / "notes").touch()
    done = subprocess.run(
        [sys.executable, "-m", "lederlib.cli", "lab", "--folder", tmp_path / "notes"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == (
        "lederlib: The working copy needs a folder; notes is a file.\n"
    )
