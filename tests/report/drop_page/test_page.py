"""The page in a kernel: what the browser sends, and what it hears back."""

import pytest

from lederlib.report import your_answers
from lederlib.report.drop_page.seen import File
from lederlib.text import LANGS

from .test_dropped import table


@pytest.fixture
def page():
    page = your_answers("da")
    page.told = []
    page.send = lambda content, buffers=None: page.told.append((content, buffers))
    return page


def hear(page, content, *buffers):
    page._hear(content, [memoryview(data) for data in buffers])


def test_a_file_may_come_in_parts(page):
    data = table()
    for part, piece in enumerate((data[:50], data[50:])):
        told = {"kind": "part", "role": "answers", "name": "svar.csv"}
        hear(page, {**told, "part": part, "parts": 2}, piece)
    assert page.seen.words.startswith("12 ")
    assert page.told[-1][0]["words"] == page.seen.words


def test_choices_are_kept_until_other_answers_come(page):
    page.put("answers", File(name="svar.csv", data=table()))
    hear(page, {"kind": "choose", "choices": {"group": "Team", "lang": "en"}})
    assert "North" not in page.seen.report
    assert page.choices.group == "Team"
    page.put("answers", File(name="andre.csv", data=table(7)))
    assert page.choices.group == ""
    assert page.choices.lang == "en"


def test_a_file_that_is_too_large_is_refused_before_it_is_sent(page):
    hear(page, {"kind": "too_large", "name": "alt.csv", "size": 9_000_000_000})
    assert "9000" in page.seen.refusal.replace(".", "").replace("\u202f", "")


def test_hands_are_taken_and_what_is_none_is_told(page):
    hear(page, {"kind": "hands", "typed": {"values": ["1", "2", "8"]}})
    assert page.seen.refusal == ""
    hear(page, {"kind": "hands", "typed": {"values": ["en", "", ""]}})
    assert "en" in page.seen.refusal


def test_what_nobody_knows_is_not_heard(page):
    hear(page, {"kind": "evil"})
    hear(page, {})
    assert page.told == []


@pytest.mark.parametrize("lang", LANGS)
def test_a_notebook_keeps_a_sentence_and_never_an_answer(lang):
    page = your_answers(lang)
    page.put("answers", File(name="svar.csv", data=table()))
    bundle = page._repr_mimebundle_()
    data = bundle[0] if isinstance(bundle, tuple) else bundle
    assert page.words["still"] in data["text/html"]
    assert "svar.csv" not in str(page.get_state())


def test_a_language_that_is_none_is_refused():
    with pytest.raises(ValueError, match="lang must be one of"):
        your_answers("fi")
