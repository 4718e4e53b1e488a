"""A hand-in shows what was answered, carries it inside, and keeps texts at home."""

import io
import json
from datetime import date

import pytest
from docx import Document

from lederlib import __version__
from lederlib.exercise import check, kept_answers
from lederlib.report import write_handin
from lederlib.report.handin.envelope import (
    NoAnswers,
    answers_in_page,
    read_answers_file,
)
from lederlib.text import LANGS

TEXT = (
    "Onsdag er fast dag, og Mette fra Visitationen tæller, hvor ofte nogen venter på "
)
TEXT += "svar fra en kollega i de fire uger, som vi har aftalt at prøve det af i."
TODAY = date(2026, 3, 2)


@pytest.fixture
def answers(tmp_path):
    file = tmp_path / "answers.json"
    check("04.1", 60, file=file)
    check("04.2", 1, file=file)
    check("04.2", 2, file=file)
    check("04.3", {"home": 3, "anchor": 1}, file=file)
    check("05.3", [2, 1, 3], file=file)
    check("04.5", TEXT, file=file)
    return file


def seen(path):
    """Return what a reader sees of a page or document, and what lies inside."""
    content = path.read_bytes()
    if path.suffix == ".html":
        shown = content.decode().partition('<script type="application/json"')[0]
        return shown, read_answers_file(content)
    document = Document(io.BytesIO(content))
    cells = [
        cell.text
        for table in document.tables
        for row in table.rows
        for cell in row.cells
    ]
    words = [paragraph.text for paragraph in document.paragraphs]
    return " ".join(words + cells), read_answers_file(content)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["handin.html", "handin.docx"])
def test_guesses_levers_answers_date_and_version_are_there_and_texts_are_not(
    lang, name, answers, tmp_path
):
    target = tmp_path / name
    assert name in write_handin(answers, target, lang=lang, today=TODAY)
    shown, inside = seen(target)
    percent = "60\N{NO-BREAK SPACE}%" if lang == "da" else "60%"
    day = {"da": "2.3.2026", "en": "2026-03-02"}[lang]
    lever = {"da": "hjemmedage 3 og faste dage 1", "en": "days at home 3 and fixed"}[
        lang
    ]
    gave = {"da": "fællesskab 0,44 (mindst 0,43)", "en": "community 0.44 (at least"}[
        lang
    ]
    for word in (percent, lever, gave, day, __version__):
        assert word in shown
    kept = kept_answers(answers)
    assert inside == {key: kept[key] for key in kept if key != "04.5"}
    assert "Mette" not in target.read_bytes().decode("latin-1")


@pytest.mark.parametrize("name", ["handin.html", "handin.docx"])
def test_texts_are_there_if_asked_with_a_warning_against_names(name, answers, tmp_path):
    write_handin(answers, tmp_path / name, lang="en", reflections=True)
    shown, inside = seen(tmp_path / name)
    assert "no names of people or units" in shown
    assert "Mette" in shown
    assert inside == kept_answers(answers)


def test_a_hand_in_can_be_handed_in_again(answers, tmp_path):
    write_handin(answers, tmp_path / "one.docx", reflections=True)
    write_handin(tmp_path / "one.docx", tmp_path / "two.html")
    assert "04.5" not in seen(tmp_path / "two.html")[1]


@pytest.mark.parametrize(
    "text", ['{"a": "</script><script>alert(1)</script>"}', '{"a": "<!-- & \u2028 æ"}']
)
def test_what_lies_inside_a_page_never_ends_its_own_element(text):
    piece = answers_in_page(text)
    assert piece.count("<") == 2
    held = piece.partition(">")[2].rpartition("<")[0]
    assert json.loads(held) == json.loads(text)


def test_the_picture_has_words_and_stands_once(answers, tmp_path):
    write_handin(answers, tmp_path / "h.html", lang="en")
    page = (tmp_path / "h.html").read_text("utf-8")
    assert 'alt="4.1 Do they miss each other?: guess 60, what came 80."' in page
    assert page.count("Each line has a scale of its own") == 1


@pytest.mark.parametrize("content", [None, "{}", "half {", '{"answers": {"a": 1}}'])
def test_what_holds_no_answers_gets_one_sentence_and_no_file(content, tmp_path):
    source = tmp_path / "answers.json"
    if content is not None:
        source.write_text(content, "utf-8")
    with pytest.raises(ValueError, match=r"answers\.json"):
        write_handin(source, tmp_path / "h.html")
    assert not (tmp_path / "h.html").exists()


def test_answers_of_an_earlier_version_are_handed_in(tmp_path):
    source = tmp_path / "answers.json"
    old = {"answer": 2, "correct": True, "tries": 3}
    guess = {"answer": 60, "seen": True, "correct": False}
    source.write_text(json.dumps({"answers": {"04.2": old, "04.1": guess}}), "utf-8")
    write_handin(source, tmp_path / "h.html", lang="en")
    shown, inside = seen(tmp_path / "h.html")
    assert inside == {"04.2": old, "04.1": guess}
    assert "2.00 days a week" in shown


def test_nobody_elses_file_is_overwritten(answers, tmp_path):
    (tmp_path / "h.html").write_text("<p>mine</p>", "utf-8")
    with pytest.raises(ValueError, match=r"h\.html"):
        write_handin(answers, tmp_path / "h.html")
    with pytest.raises(ValueError, match=r"answers\.json"):
        write_handin(answers, answers, force=True)


def test_a_page_of_somebody_else_holds_no_answers():
    with pytest.raises(NoAnswers):
        read_answers_file(b"<html><body>index of hand-ins</body></html>")
