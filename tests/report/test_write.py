import base64
import os
import re
import subprocess
import sys
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat
import pytest
from scipy.stats import sem, t

from lederlib.answers import AnswersError, read_answers
from lederlib.catalogue import dataset_path, factors, list_datasets
from lederlib.cli import main
from lederlib.report import write_report
from lederlib.text import LANGS, label

OTHERS = ("leader_calendar", "pilot_weeks")
#: The datasets that hold people's answers.
NAMES = [name for name in list_datasets().index if name not in OTHERS]
VOID = {"meta", "link", "img", "br"}


class Outline(HTMLParser):
    """Collects what a reader and a screen reader meet; unclosed tags raise."""

    def __init__(self, text):
        super().__init__()
        self.open, self.images, self.links, self.ids, self.headings = [], [], [], [], []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        if tag == "img":
            self.images.append(found)
        if tag in ("a", "link", "script"):
            self.links.append(found.get("href", found.get("src", "")))
        if "id" in found:
            self.ids.append(found["id"])
        if tag in ("h1", "h2", "h3"):
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def report(tmp_path, name="workshop", **options):
    target = tmp_path / "report.html"
    write_report(dataset_path(name), target, **options)
    return target.read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", NAMES)
def test_every_dataset_becomes_one_page_that_asks_no_network(tmp_path, name, lang):
    text = report(tmp_path, name, lang=lang)
    page = Outline(text)
    assert f'<html lang="{lang}">' in text
    assert all(link.startswith("data:") for link in page.links)
    assert "url(http" not in text
    assert "@import" not in text
    assert all(image["src"].startswith("data:") for image in page.images)
    assert all(len(image["alt"]) > 20 for image in page.images)
    assert len(set(page.ids)) == len(page.ids)
    assert page.headings[0] == 1
    assert label("report.synthetic", lang) in text


@pytest.mark.parametrize("lang", LANGS)
def test_figures_say_that_the_data_are_made_up(tmp_path, lang):
    text = report(tmp_path, lang=lang)
    drawings = re.findall(r"data:image/svg\+xml;base64,([^\"]+)", text)
    assert len(drawings) == 3
    assert all(b"<svg" in base64.b64decode(drawing) for drawing in drawings)


def test_the_map_names_all_factors_and_the_focus_asks_their_questions(tmp_path):
    text = report(tmp_path)
    assert all(factor.name.da in text for factor in factors())
    community = next(f for f in factors() if f.key == "collegial_community")
    assert all(question.da in text for question in community.questions)


def test_what_could_not_be_placed_is_named(tmp_path):
    assert "Bemærkninger" in report(tmp_path)


def test_groups_are_hidden_under_the_limit(tmp_path):
    text = report(tmp_path, "municipal_survey", group="unit", min_group=10)
    assert label("report.hidden_cell", "da") in text
    assert "færre end 10 personer" in text


def test_a_higher_limit_hides_no_less(tmp_path):
    cell = f'class="hidden">{label("report.hidden_cell", "da")}'
    low = report(tmp_path, "municipal_survey", group="unit", min_group=5).count(cell)
    high = report(tmp_path, "municipal_survey", group="unit", min_group=10).count(cell)
    assert 0 < low <= high


def test_the_same_answers_give_the_same_page(tmp_path):
    day = date(2026, 11, 23)
    assert report(tmp_path, today=day) == report(tmp_path, today=day)


def test_a_strangers_words_are_shown_and_never_run(tmp_path):
    own = tmp_path / "own.csv"
    own.write_text(
        "Omdømme;<script>alert(1)</script>\nrød;a\ngul;b\ngrøn;c\nrød;d\ngul;e\n",
        encoding="utf-8",
    )
    write_report(own, tmp_path / "report.html")
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "<script" not in text
    assert "&lt;script&gt;alert(1)" in text
    assert "syntetisk" not in text


def test_few_people_get_a_page_without_their_answers(tmp_path):
    own = tmp_path / "own.csv"
    own.write_text("Omdømme;Værdier\nrød;gul\ngul;gul\n", encoding="utf-8")
    write_report(own, tmp_path / "report.html")
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "0,25" not in text
    assert label("report.hidden_cell", "da") in text


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        (".", "is not a file that can be written"),
        ("nowhere/report.html", "does not exist"),
        ("own.csv", "is a file that the report is made from"),
    ],
)
def test_an_unfit_place_for_the_report_is_named(tmp_path, output, sentence):
    own = tmp_path / "own.csv"
    own.write_text("Omdømme\nrød\ngul\n", encoding="utf-8")
    with pytest.raises(AnswersError, match=sentence):
        write_report(own, tmp_path / output)
    assert own.read_text(encoding="utf-8").startswith("Omdømme")


def test_a_mistake_leaves_nothing_behind(tmp_path, capsys):
    own = tmp_path / "own.csv"
    own.write_text("Omdømme\nblå\n", encoding="utf-8")
    target = tmp_path / "report.html"
    assert main(["report", str(own), "-o", str(target)]) == 2
    error = capsys.readouterr().err
    assert "own.csv" in error
    assert "blå" in error
    assert error.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["own.csv"]


@pytest.mark.parametrize("limit", ["4", "11", "0"])
@pytest.mark.parametrize(("lang", "words"), [("da", "fra 5 til"), ("en", "from 5 to")])
def test_the_limit_is_never_lower_than_five(tmp_path, capsys, limit, lang, words):
    command = ["report", str(dataset_path("workshop")), "--min-group", limit]
    output = tmp_path / "report.html"
    assert main([*command, "-o", str(output), "--lang", lang]) == 2
    assert f"{words} 10" in capsys.readouterr().err
    assert not output.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_replaced_by_a_report(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(AnswersError, match="is not a file that can be written"):
        write_report(dataset_path("workshop"), pipe)
    assert pipe.is_fifo()


@pytest.mark.parametrize(("lang", "day"), [("da", "23.11.2026"), ("en", "2026-11-23")])
def test_the_day_is_written_as_the_reader_writes_it(tmp_path, lang, day):
    assert f", {day}." in report(tmp_path, lang=lang, today=date(2026, 11, 23))


RATED = "Omdømme;For lidt tid nu;For lidt tid generelt;Rigtigt fri nu\n"


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (["rød;1;;2", "gul;2;;3"], "answers from fewer than 5 people: 4."),
        (["rød;1;;2", *["gul;2;;3"] * 4], "answers from fewer than 5 people: 1."),
        ([f"rød;1;{n};2" for n in range(6)], "because everyone answered alike: 3."),
    ],
    ids=["few people", "one item with few", "all alike"],
)
def test_what_is_hidden_on_the_balance_is_counted(tmp_path, rows, told):
    own = tmp_path / "own.csv"
    own.write_text(RATED + "\n".join(rows) + "\n", encoding="utf-8")
    write_report(own, tmp_path / "report.html", lang="en")
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert label("report.hidden_none", "en", limit=5) not in text
    assert told in text


def test_a_moment_that_nobody_was_asked_about_is_not_called_hidden(tmp_path):
    own = tmp_path / "own.csv"
    rows = "".join(f"{n};{n + 1}\n" for n in range(6))
    own.write_text(f"For lidt tid nu;Rigtigt fri nu\n{rows}", encoding="utf-8")
    write_report(own, tmp_path / "report.html", lang="en")
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert text.count(">not asked<") == 2
    assert label("report.hidden_none", "en", limit=5) in text


def test_a_group_may_be_named_in_any_case(tmp_path):
    own = tmp_path / "own.csv"
    rows = "".join(f"{'rød' if n % 3 else 'grøn'};{'AB'[n % 2]}\n" for n in range(20))
    own.write_text(f"Omdømme;Vores enhed\n{rows}", encoding="utf-8")
    write_report(own, tmp_path / "report.html", group="vores ENHED")
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert label("report.groups", "da") in text
    assert ">B<" in text


def test_a_group_in_an_spss_file_may_be_named_by_its_label(tmp_path):
    own = tmp_path / "own.sav"
    table = pd.DataFrame({"v1": [1.0, 3.0] * 6, "v2": [1.0] * 6 + [2.0] * 6})
    pyreadstat.write_sav(table, own, column_labels=["Omdømme", "Vores enhed"])
    write_report(own, tmp_path / "report.html", group="Vores enhed")
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert label("report.groups", "da") in text


def half_of(answers):
    """Return half of Student's 90 % interval of a mean."""
    return t.interval(0.9, len(answers) - 1, scale=sem(answers))[1]


def test_intervals_of_factors_and_of_groups_are_students(tmp_path):
    path = tmp_path / "a.csv"
    rows = ["rød;A"] * 3 + ["gul;A"] * 3 + ["grøn;B"] * 4 + ["rød;B"] * 2
    path.write_text("\n".join(["Omdømme;Enhed", *rows]), encoding="utf-8")
    write_report(path, tmp_path / "a.html", lang="en", group="Enhed")
    text = (tmp_path / "a.html").read_text(encoding="utf-8")
    first, second = [0, 0, 0, 0.5, 0.5, 0.5], [1, 1, 1, 1, 0, 0]
    for answers in (first, second):
        assert f"{np.mean(answers):.2f} ±{half_of(answers):.2f}<" in text
    everyone = first + second
    low, high = (np.mean(everyone) + side * half_of(everyone) for side in (-1, 1))
    assert f">{low:.2f} to {high:.2f}<" in text


def test_intervals_of_ratings_are_students_from_ten_answers(tmp_path):
    text = report(tmp_path, "leader_balance", lang="en")
    ratings = read_answers(dataset_path("leader_balance")).balance
    for _, asked in ratings.items():
        given = 10 * asked.dropna()
        found = re.search(rf"{given.mean():.1f} ±(\d\.\d)<", text)
        assert float(found[1]) == pytest.approx(half_of(given), abs=0.06)


def test_ratings_of_nine_leaders_have_no_interval(tmp_path):
    text = report(tmp_path, lang="en")
    for _, asked in read_answers(dataset_path("workshop")).balance.items():
        assert f">{10 * asked.mean():.1f}<" in text
    assert " ±" not in text


@pytest.mark.parametrize("lang", LANGS)
def test_a_coarse_page_shows_order_and_rounded_means_only(tmp_path, lang):
    text = report(tmp_path, lang=lang, coarse=True)
    answered = text[text.index('id="map"') : text.index('id="hidden"')]
    cells = re.findall(r"<td[^>]*>([^<]*)</td>", answered)
    words = [
        label(f"report.{key}", lang) for key in ("load", "resource", "hidden_cell")
    ]
    numbers = [cell for cell in cells if cell not in words]
    assert all(re.fullmatch(r"\d|1\d|[01][.,]\d", cell) for cell in numbers)
    assert "<img" not in text
    assert not re.search(r"±|%(?!;)", answered)
    assert 'id="focus"' not in text
    assert 'id="split"' not in text


def test_a_coarse_page_puts_the_highest_mean_first(tmp_path):
    text = report(tmp_path, coarse=True)
    means = re.findall(r"<td>\d+</td><td>([01],\d)</td>", text)
    assert len(means) > 10
    assert means == sorted(means, reverse=True)


def test_groups_on_a_coarse_page_have_no_interval(tmp_path):
    own = tmp_path / "own.csv"
    rows = [
        f"{colour};{team}" for team in "AB" for colour in ["rød", "gul", "grøn"] * 3
    ]
    own.write_text("\n".join(["Omdømme;Enhed", *rows]), encoding="utf-8")
    output = tmp_path / "own.html"
    words = ["report", str(own), "-o", str(output), "--group", "Enhed", "--coarse"]
    assert main(words) == 0
    text = output.read_text(encoding="utf-8")
    assert text.count(">GU 0,5<") == 2


def answers_in(folder):
    path = folder / "own.csv"
    path.write_text("Omdømme\n" + "rød\ngul\ngrøn\n" * 3, encoding="utf-8")
    return path


def test_a_file_that_is_no_report_is_overwritten_only_by_force(tmp_path, capsys):
    own, target = answers_in(tmp_path), tmp_path / "thesis.txt"
    target.write_text("years of work", encoding="utf-8")
    assert main(["report", str(own), "-o", str(target), "--lang", "en"]) == 2
    assert "--force" in capsys.readouterr().err
    assert target.read_text(encoding="utf-8") == "years of work"
    assert main(["report", str(own), "-o", str(target), "--force"]) == 0
    assert "lederlib" in target.read_text(encoding="utf-8")


def test_a_report_of_ours_is_overwritten(tmp_path):
    own, target = answers_in(tmp_path), tmp_path / "report.html"
    for _ in range(2):
        write_report(own, target)
    assert len(list(tmp_path.iterdir())) == 2


def test_a_link_laid_in_wait_is_not_followed(tmp_path):
    own, target = answers_in(tmp_path), tmp_path / "report.html"
    prize = tmp_path / "prize.txt"
    prize.write_text("mine", encoding="utf-8")
    (tmp_path / ".report.html.part").symlink_to(prize)
    target.symlink_to(tmp_path / "nowhere.txt")
    write_report(own, target)
    assert prize.read_text(encoding="utf-8") == "mine"
    assert not target.is_symlink()
    assert not (tmp_path / "nowhere.txt").exists()


def test_two_runs_at_once_both_succeed(tmp_path):
    own, target = answers_in(tmp_path), tmp_path / "report.html"
    command = [sys.executable, "-m", "lederlib.cli", "report", str(own), "-o"]
    runs = [subprocess.Popen([*command, str(target)]) for _ in range(2)]
    assert [run.wait(60) for run in runs] == [0, 0]
    Outline(target.read_text(encoding="utf-8"))
    assert len(list(tmp_path.iterdir())) == 2


def closed_folder(tmp_path):
    """A folder that nobody here may write to; root may write anywhere but there."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return Path("/sys")
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o555)
    return folder


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no read-only folders here")
def test_a_folder_that_may_only_be_read_is_told(tmp_path):
    own, closed = answers_in(tmp_path), closed_folder(tmp_path)
    with pytest.raises(AnswersError, match="may not be written to"):
        write_report(own, closed / "report.html")


@pytest.mark.parametrize(("lang", "words"), [("da", "ikke plads"), ("en", "no room")])
@pytest.mark.skipif(not hasattr(os, "fork"), reason="no limits to a file's size here")
def test_a_full_disk_is_told_and_leaves_nothing(tmp_path, lang, words):
    own, target = answers_in(tmp_path), tmp_path / "report.html"
    limited = (
        "import resource, signal, sys; from lederlib.cli import main; "
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)); "
        "sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", limited, "report", own, "-o", target, "--lang", lang],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert done.returncode == 2
    assert words in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["own.csv"]


def test_a_name_with_commands_for_the_terminal_is_shown_without_them(tmp_path, capsys):
    own = tmp_path / "a\x1b[31m\x07.csv"
    own.write_text("Omdøme\nrød\n", encoding="utf-8")
    assert main(["report", str(own), "-o", str(tmp_path / "report.html")]) == 2
    shown = capsys.readouterr()
    assert "\x1b" not in shown.out + shown.err
    assert "\x07" not in shown.out + shown.err
