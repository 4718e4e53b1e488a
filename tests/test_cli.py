import subprocess
import sys

import pytest

from lederlib.cli import main
from lederlib.exercise import check


def test_no_command_says_which_there_are(capsys):
    with pytest.raises(SystemExit) as stop:
        main([])
    assert stop.value.code == 2
    assert "COMMAND" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command", ["lab", "app", "forms", "report", "handin", "class", "author"]
)
def test_every_command_explains_itself(command, capsys):
    with pytest.raises(SystemExit) as stop:
        main([command, "--help"])
    assert stop.value.code == 0
    assert "--lang" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["new", "dictionary", "report"])
def test_the_parts_of_measure_explain_themselves(command, capsys):
    with pytest.raises(SystemExit) as stop:
        main(["measure", command, "--help"])
    assert stop.value.code == 0
    assert "--lang" in capsys.readouterr().out


def test_a_scale_goes_from_draft_to_dictionary(tmp_path, capsys):
    assert main(["measure", "new", "glæde", "--folder", str(tmp_path)]) == 0
    draft, page = tmp_path / "glæde.toml", tmp_path / "glæde.md"
    assert main(["measure", "dictionary", str(draft), "-o", str(page)]) == 0
    assert "udsagn: 6, faktorer: 2" in capsys.readouterr().out
    assert "calm_1" in page.read_text(encoding="utf-8")


def test_a_scale_and_its_answers_become_a_report(tmp_path, capsys):
    assert main(["measure", "new", "ro", "--folder", str(tmp_path)]) == 0
    answers, page = tmp_path / "svar.csv", tmp_path / "rapport.html"
    keys = [f"{name}_{number}" for name in ("calm", "focus") for number in (1, 2, 3)]
    rows = [
        ",".join(str((7 * row + row // place) % 5 + 1) for place in range(1, 7))
        for row in range(30)
    ]
    answers.write_text("\n".join([",".join(keys), *rows]), encoding="utf-8")
    line = ["measure", "report", str(answers), str(tmp_path / "ro.toml")]
    assert main([*line, "-o", str(page)]) == 0
    told = capsys.readouterr()
    assert "Rapporten ligger her" in told.out
    assert "kortet over de 15" not in told.err
    assert "Udsagnene, som de blev stillet" in page.read_text(encoding="utf-8")
    assert main([*line, "-o", str(tmp_path / "rapport.pdf")]) == 2
    assert "skal ende på .html" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [("da", "skal ende på .md"), ("en", "must end in .md")],
)
def test_a_mistake_with_a_scale_is_said_in_the_readers_language(lang, sentence, capsys):
    line = ["measure", "dictionary", "workplace", "-o", "x.txt", "--lang", lang]
    assert main(line) == 2
    assert sentence in capsys.readouterr().err


def test_answers_of_this_folder_are_handed_in_and_read_as_a_class(
    tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    assert main(["handin"]) == 2
    assert "answers.json" in capsys.readouterr().err
    check("04.2", 2)
    assert main(["handin", "--lang", "en", "--reflections"]) == 0
    told = capsys.readouterr()
    assert "handin.html" in told.out
    assert "no names of people or units" in told.err
    assert main(["class", ".", "--lang", "en", "--delete-by", "2999-01-01"]) == 0
    assert "Hand-ins read: 1." in capsys.readouterr().out
    assert "2999-01-01" in (tmp_path / "class.html").read_text("utf-8")
    assert main(["class", ".", "--show", "-o", "show.html"]) == 0
    assert main(["class", "nowhere"]) == 2


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
