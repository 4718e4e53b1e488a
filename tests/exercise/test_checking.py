"""Answers of every kind, right, wrong, unreadable and hostile."""

import json

import numpy as np
import pandas as pd
import pytest

from lederlib.exercise import check, kept_answers, task
from lederlib.exercise.tasks import task_keys, unseal
from lederlib.text import LANGS, format_number

NUMBERS = [key for key in task_keys() if task(key).kind == "number"]
CALM = {"load": 0.5, "resources": 0.65}
CALM_MEASURED = {"tilt": 0.15 / 1.15, "level": 1.15}


@pytest.fixture
def file(tmp_path):
    return tmp_path / "answers.json"


class Cheat:
    """Equal to everything, and no distance from anything."""

    def __eq__(self, other):
        return True

    __hash__ = None

    def __abs__(self):
        return 0.0

    def __sub__(self, other):
        return self

    __rsub__ = __add__ = __radd__ = __sub__

    def __le__(self, other):
        return True

    __ge__ = __lt__ = __gt__ = __le__


class CheatingFloat(float):
    """A wrong number whose comparisons all come out in its favour."""

    __hash__ = None
    __eq__ = __le__ = __ge__ = __lt__ = __gt__ = lambda *_: True
    __sub__ = __rsub__ = __add__ = __abs__ = lambda *_: 0.0


@pytest.mark.parametrize("key", NUMBERS)
@pytest.mark.parametrize("lang", LANGS)
def test_the_answer_is_right_however_it_is_written(key, lang, file):
    answer = unseal(key, task(key).sealed)
    written = [answer, np.float64(answer), np.array([answer]), f" {answer} "]
    written.append(str(answer).replace(".", ","))
    assert all(check(key, each, lang=lang, file=file).correct for each in written)


@pytest.mark.parametrize("key", NUMBERS)
def test_an_answer_just_outside_the_tolerance_is_wrong(key, file):
    asked = task(key)
    answer = unseal(key, asked.sealed)
    off = asked.tolerance * 1.01 + 1e-6
    verdicts = {check(key, answer + step, file=file).verdict for step in (-off, off)}
    assert verdicts == {"wrong"}


@pytest.mark.parametrize("key", NUMBERS)
@pytest.mark.parametrize("lang", LANGS)
def test_a_typical_mistake_gets_the_hint_of_its_own(key, lang, file):
    for mistake in task(key).mistakes:
        middle = (mistake.low + mistake.high) / 2
        reply = check(key, middle, lang=lang, file=file)
        assert (reply.correct, reply.message) == (False, mistake.hint.to(lang))


@pytest.mark.parametrize("key", NUMBERS)
@pytest.mark.parametrize("lang", LANGS)
def test_no_hint_gives_the_answer_away(key, lang):
    asked = task(key)
    hints = [asked.hint, *(mistake.hint for mistake in asked.mistakes)]
    words = {word.strip(".,;:?%()") for hint in hints for word in hint.to(lang).split()}
    answer = unseal(key, asked.sealed)
    shown = {format_number(answer, lang, digits=digits) for digits in range(4)}
    assert not words & shown


@pytest.mark.parametrize("key", NUMBERS)
def test_no_typical_mistake_covers_the_answer(key):
    asked = task(key)
    answer = unseal(key, asked.sealed)
    ranges = [(each.low, each.high) for each in asked.mistakes]
    near = [answer - asked.tolerance, answer + asked.tolerance]
    assert not [each for each in ranges if each[0] <= near[1] and near[0] <= each[1]]


@pytest.mark.parametrize(
    "answer",
    [
        "mange",
        "0,4,2",
        float("nan"),
        float("inf"),
        pd.NA,
        True,
        np.True_,
        1 + 2j,
        [0.2],
        {},
        np.array([0.2, 0.2]),
        10**400,
        "",
        Cheat(),
    ],
    ids=lambda answer: type(answer).__name__,
)
def test_what_is_no_number_is_neither_judged_nor_kept(answer, file):
    reply = check("03.2", answer, file=file)
    assert (reply.verdict, reply.correct) == ("waiting", False)
    assert not file.exists()


@pytest.mark.parametrize("answer", [CheatingFloat(0.9), "-1", -0.9, 0.9, 0])
def test_a_wrong_number_stays_wrong(answer, file):
    assert check("03.2", answer, file=file).verdict == "wrong"


def test_a_number_outside_its_range_is_told_the_range(file):
    message = check("03.2", "1,5", file=file).message
    assert not file.exists()
    assert "−1,00" in message
    assert "1,50" in message


@pytest.mark.parametrize("empty", [None, ...])
@pytest.mark.parametrize("key", task_keys())
@pytest.mark.parametrize("lang", LANGS)
def test_no_answer_yet_is_invited_and_leaves_no_file(key, empty, lang, file):
    assert check(key, empty, lang=lang, file=file).verdict == "waiting"
    assert not file.exists()


def test_an_unknown_task_is_told_which_there_are():
    with pytest.raises(ValueError, match=r"03\.1, 03\.2.*got '3\.2'"):
        check("3.2", 1)


def test_an_unknown_language_is_refused():
    with pytest.raises(ValueError, match="lang must be one of da, en"):
        check("03.2", 1, lang="sv")


def test_a_prediction_is_kept_and_then_shown_beside_the_outcome(file):
    assert check("03.1", measured=37, file=file).verdict == "waiting"
    assert check("03.1", "80 %", file=file).verdict == "kept"
    reply = check("03.1", measured=37, lang="en", file=file)
    assert reply.verdict == "wrong"
    assert "80" in reply.message
    assert "37" in reply.message


def test_a_prediction_can_be_changed_only_until_the_outcome_is_seen(file):
    check("03.1", 80, file=file)
    check("03.1", 60, file=file)
    check("03.1", 60, measured=37, file=file)
    assert "60" in check("03.1", 37, file=file).message
    assert not check("03.1", 37, measured=37, file=file).correct
    assert kept_answers(file)["03.1"]["answer"] == 60


def test_a_close_prediction_is_right_even_where_no_file_can_be_kept(tmp_path):
    nowhere = tmp_path / "missing" / "answers.json"
    reply = check("03.1", 40, measured=37, file=nowhere)
    assert reply.correct
    assert "answers.json" in reply.message


@pytest.mark.parametrize("guess", ["mange", -5, 9000])
def test_a_prediction_that_cannot_be_is_not_kept_as_one(guess, file):
    assert check("03.1", guess, file=file).correct is False
    assert check("03.1", measured=37, file=file).verdict == "waiting"


def test_levers_that_reach_the_goal_are_right(file):
    assert check("03.4", CALM, measured=CALM_MEASURED, file=file).correct


@pytest.mark.parametrize("missed", ["tilt", "level"])
@pytest.mark.parametrize("lang", LANGS)
def test_a_missed_goal_gets_the_hint_of_that_outcome(missed, lang, file):
    measured = {**CALM_MEASURED, missed: {"tilt": 0.0, "level": 1.6}[missed]}
    reply = check("03.4", CALM, measured=measured, lang=lang, file=file)
    assert reply.verdict == "wrong"
    assert reply.message == task("03.4").goal_hints[missed].to(lang)


@pytest.mark.parametrize(
    "levers",
    [
        {"load": 0.5},
        {**CALM, "luck": 1},
        {**CALM, "load": 0.4},
        {**CALM, "load": "meget"},
        {**CALM, "load": None},
        {**CALM, "load": Cheat()},
        [0.5, 0.65],
        0.5,
    ],
)
def test_levers_that_cannot_be_set_so_are_told_what_can(levers, file):
    reply = check("03.4", levers, measured=CALM_MEASURED, file=file)
    assert reply.verdict == "waiting"
    assert "load" in reply.message


def test_the_start_of_the_levers_counts_as_no_answer(file):
    start = dict(task("03.4").start)
    measured = {"tilt": -0.2, "level": 1.3}
    assert check("03.4", start, measured=measured, file=file).verdict == "waiting"
    assert not file.exists()


@pytest.mark.parametrize("measured", [None, {}, {"tilt": Cheat(), "level": 1}])
def test_a_page_that_measures_nothing_is_told_so(measured, file):
    with pytest.raises(ValueError, match="measured"):
        check("03.4", CALM, measured=measured, file=file)


def test_a_reflection_is_kept_and_not_judged(file):
    text = "Tirsdagens statusmøde går til min souschef, og jeg får en time til ro. " * 2
    reply = check("03.5", text, file=file)
    assert (reply.verdict, reply.correct) == ("kept", True)
    assert kept_answers(file)["03.5"]["answer"] == text.strip()


@pytest.mark.parametrize("text", ["Mødet.", "   ", 42, "ord " * 14])
def test_a_reflection_that_is_too_short_is_asked_for_more(text, file):
    assert check("03.5", text, file=file).verdict == "waiting"
    assert not file.exists()


def test_an_answer_survives_a_restart(file):
    check("03.2", "0,2", file=file)
    check("03.4", CALM, measured=CALM_MEASURED, file=file)
    assert "0,20" in check("03.2", file=file).message
    assert "load 0.50 and resources 0.65" in check("03.4", lang="en", file=file).message
    assert check("03.2", file=file).correct


def test_tries_are_counted_and_other_answers_left_alone(file):
    for answer in (0.1, 0.3, 0.2):
        check("03.2", answer, file=file)
    check("03.3", 5, file=file)
    kept = json.loads(file.read_text("utf-8"))["answers"]
    assert kept["03.2"] == {"answer": 0.2, "correct": True, "tries": 3}
    assert kept["03.3"]["correct"] is False


@pytest.mark.parametrize(
    "content", [b"{ half", b"\xff\xfe\x00", b"[]", b'{"answers": {"03.2": 1}}', b""]
)
def test_a_damaged_file_is_put_aside_and_nothing_is_lost(content, file):
    file.write_bytes(content)
    reply = check("03.2", 0.2, lang="en", file=file)
    aside = file.with_name("answers.damaged-1.json")
    assert reply.correct
    assert aside.name in reply.message
    assert aside.read_bytes() == content
    assert kept_answers(file)["03.2"]["correct"]
    file.write_bytes(content)
    check("03.2", 0.2, file=file)
    assert file.with_name("answers.damaged-2.json").read_bytes() == content


def test_a_file_that_cannot_be_kept_is_said_and_the_answer_still_judged(tmp_path):
    (tmp_path / "answers.json").mkdir()
    reply = check("03.2", 0.2, lang="en", file=tmp_path / "answers.json")
    assert reply.correct
    assert "could not be kept" in reply.message


def test_half_a_character_from_a_clipboard_is_kept(file):
    text = "ord \ud83d " * 20
    assert check("03.5", text, file=file).correct
    assert kept_answers(file)["03.5"]["answer"] == text.strip()


def test_nothing_is_left_beside_the_file(file):
    check("03.2", 0.2, file=file)
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_reply_is_read_as_text_and_as_escaped_html(file):
    reply = check("03.2", "<b>&", lang="en", file=file)
    assert repr(reply).startswith("… 03.2 Waiting for you: ")
    assert "&lt;b&gt;&amp;" in reply._repr_html_()
    assert 'lang="en"' in reply._repr_html_()
