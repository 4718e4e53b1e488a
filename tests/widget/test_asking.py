"""A task as a widget: what the script is told, and how an answer comes back."""

import pytest

from lederlib.exercise import check, kept_answers, task, task_keys
from lederlib.text import LANGS
from lederlib.widget import Ask, ask


@pytest.fixture
def file(tmp_path):
    return tmp_path / "answers.json"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("key", task_keys())
def test_every_task_tells_the_script_its_question_and_control(key, lang, file):
    shown = ask(key, lang=lang, file=file)
    told, asked = shown.sheet.description, task(key)
    assert told["kind"] == asked.kind
    assert told["heading"].endswith(asked.title.to(lang))
    assert len(told["levers"]) == (len(asked.levers) or (0 if asked.options else 1))
    assert shown.sheet.reply["message"] == ""
    assert "**" not in told["question"]


def test_no_answer_is_in_what_the_script_is_told(file):
    for key in task_keys():
        told = str(ask(key, file=file).sheet.description)
        asked = task(key)
        assert not asked.sealed or asked.sealed not in told
        assert asked.right.da not in told


def test_an_answer_of_the_browser_is_judged_kept_and_replied_to(file):
    shown = ask("04.2", lang="en", file=file)
    shown.sheet.asked = {"number": 1, "answer": "1"}
    assert shown.sheet.reply["verdict"] == "wrong"
    shown.sheet.asked = {"number": 2, "answer": "2,0"}
    assert shown.sheet.reply["heading"] == "✓ 04.2 Right"
    assert kept_answers(file)["04.2"]["correct"]


@pytest.mark.parametrize(
    ("key", "answer", "standing"),
    [
        ("04.2", 1.5, "1.5"),
        ("04.3", {"home": 4, "anchor": 0}, {"home": 4, "anchor": 0}),
        ("05.3", [3, 1, 2], [3, 1, 2]),
        ("13.2", 2, 2),
    ],
)
def test_controls_stand_where_they_were_left(key, answer, standing, file):
    check(key, answer, file=file)
    shown = ask(key, lang="en", file=file).sheet
    assert shown.description["standing"] == standing
    assert shown.reply["message"]


@pytest.mark.parametrize("content", ["half {", "[]"])
def test_a_damaged_file_of_answers_stops_no_page(content, file):
    file.write_text(content, "utf-8")
    assert ask("04.2", file=file).sheet.description["standing"] is None
    assert ask("04.2", file=file).answer(2).correct


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_without_a_kernel_holds_the_question_and_no_outcome(lang, file):
    check("04.1", 60, file=file)
    page = ask("04.1", lang=lang, file=file)._repr_mimebundle_()["text/html"]
    assert 'data-lederlib="ask" data-task="04.1"' in page
    assert task("04.1").title.to(lang) in page
    assert "60" not in page
    assert "80" not in page


def test_an_unknown_task_or_language_is_refused():
    with pytest.raises(ValueError, match=r"4\.2"):
        ask("4.2")
    with pytest.raises(ValueError, match="lang"):
        ask("04.2", lang="sv")


def test_it_says_what_it_is(file):
    assert repr(ask("04.2", lang="en", file=file)) == "Ask('04.2', lang='en')"
    assert isinstance(ask("04.2", file=file), Ask)
