"""What is seen of a dropped file: the report itself, or one sentence on why not."""

import tempfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.answers import read_answers
from lederlib.report.drop_page.dropped import file_name, look, on_page
from lederlib.report.drop_page.seen import Choices, File
from lederlib.report.write import plan_document, report_html
from lederlib.text import LANGS, label
from lederlib.text.phrases import phrases
from tests.report.page_reader import read_page
from tests.report.test_attacker import FIVE, exchanged

PEOPLE = 12
COLOURS = ("rød", "gul", "grøn", "grøn")
HEAD = "Respondent;Team;Omdømme;Værdier;Ledelseskvalitet"


def table(people=PEOPLE, *, twice=False):
    rows = [
        f"p{n};{('Nord', 'Syd')[n % 2]};"
        + ";".join(COLOURS[(n * place) % 4] for place in (1, 2, 3))
        for n in range(people)
    ]
    return "\n".join([HEAD, *rows, *rows[: 1 if twice else 0]]).encode()


def dropped(data, name="svar.csv", **more):
    return {"answers": File(name=name, data=data), **more}


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_shown_and_saved_is_what_the_command_writes(tmp_path, lang):
    path = tmp_path / "svar.csv"
    path.write_bytes(table())
    seen = look(dropped(table()), Choices(lang=lang, group="Team"), lang=lang)
    answers = read_answers(path, group="Team")
    assert seen.refusal == ""
    assert seen.report == report_html(answers, lang=lang, group="Team")
    whole = plan_document(answers, lang=lang, group="Team")
    assert abs(len(seen.document) - len(whole)) < 200
    assert "12" in seen.words
    assert "svar.csv" in seen.words
    assert seen.columns == ("Team",)


def test_few_people_are_not_counted_in_words():
    seen = look(dropped(table(3)), Choices())
    assert seen.words.startswith("Færre end 5")
    assert "3 personer" not in seen.report


BAD = {
    "nothing": b"",
    "other.csv": b"by;vejr\nAarhus;regn\n",
    "numbers.csv": "Omdømme;Værdier\n7;9\n8;11\n".encode(),
    "broken.xlsx": b"PK\x03\x04 not a workbook at all",
    "broken.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
    "picture.png": b"\x89PNG\r\n\x1a\n" + b"\x00" * 99,
    "twice.csv": table(twice=True),
    "tale.pdf": b"%PDF-1.7\n1 0 obj\n",
}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", BAD)
def test_every_refusal_is_a_sentence_that_fits_the_page(name, lang):
    seen = look(dropped(BAD[name], name), Choices(lang=lang), lang=lang)
    assert seen.refusal.endswith(".")
    assert seen.report == ""
    for foreign in ("--", "Python", "Traceback", "Error", "/tmp"):
        assert foreign not in seen.refusal
    assert label("your_answers.failed", lang, reason="")[:12] not in seen.refusal


def test_a_person_who_is_there_twice_can_be_settled_on_the_page():
    files = dropped(table(twice=True))
    asked = look(files, Choices())
    assert "keep" in asked.options
    assert label("your_answers.keep", "da") in asked.refusal
    settled = look(files, Choices(keep="first"))
    assert settled.refusal == ""
    assert settled.words.startswith("12 ")


def test_words_of_ones_own_are_understood_with_a_coding():
    data = table().replace("grøn".encode(), b"solskin")
    asked = look(dropped(data), Choices())
    assert "coding" in asked.options
    coding = File(name="ord.csv", data="solskin;grøn\ngul;gul\nrød;rød\n".encode())
    assert look(dropped(data, coding=coding), Choices()).refusal == ""


def test_nothing_is_left_on_the_disk(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    look(dropped(table()), Choices())
    look(dropped(b"nothing"), Choices())
    assert not any(tmp_path.iterdir())


@given(st.binary(max_size=300), st.text(max_size=40))
def test_no_file_and_no_name_makes_it_raise(data, name):
    seen = look(dropped(data, name), Choices())
    assert bool(seen.refusal) != bool(seen.report)


@given(st.text(max_size=300))
def test_a_name_is_one_that_any_disk_takes(name):
    made = file_name(name)
    assert 0 < len(made) <= 80
    assert not set(made) & set('/\\:*?"<>|\n\x00')
    assert made not in (".", "..")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("area", ["answers", "codebook"])
def test_no_sentence_of_the_reader_sends_one_to_a_terminal(area, lang):
    named = [both.to(lang) for both in phrases(area).values() if "--" in both.to(lang)]
    assert named or area == "codebook"
    for text in named:
        told = on_page(text, lang)
        assert "--" not in told, told
        assert "Python" not in told, told
        assert told.count("(") == told.count(")"), told


def leaders(path, table):
    table.to_csv(path, sep=";", index=False)
    return look(dropped(path.read_bytes()), Choices())


def test_nothing_on_the_page_pairs_a_leaders_now_with_in_general(tmp_path):
    one = leaders(tmp_path / "svar.csv", FIVE)
    other = leaders(tmp_path / "svar.csv", exchanged(FIVE))
    assert replace(one, document=b"") == replace(other, document=b"")


def test_the_page_counts_no_reason_of_few_people():
    data = table().replace("rød".encode(), b"ved ikke", 2)
    seen = look(dropped(data), Choices())
    counts = [row[-1] for rows in read_page(seen.read).tables.values() for row in rows]
    assert counts == [label("report.count", "da"), label("report.some", "da")]


def test_options_of_the_command_become_fields_of_the_page():
    text = "En person står to gange; vælg --keep first eller --keep last."
    assert "--" not in on_page(text, "da")
    assert label("your_answers.keep", "da") in on_page(text, "da")
