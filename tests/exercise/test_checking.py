"""Answers of every kind, right, wrong, unreadable and hostile."""

import json
from datetime import datetime

import numpy as np
import pandas as pd
import pytest

from lederlib import __version__
from lederlib.exercise import check, kept_answers, task, task_keys
from lederlib.exercise.tasks import unseal
from lederlib.model import retention
from lederlib.text import LANGS, format_number

TASKS = {key: task(key) for key in task_keys()}
NUMBERS = [
    key
    for key, each in TASKS.items()
    if each.kind in ("number", "slider") and not each.prediction
]
GUESSES = [key for key, each in TASKS.items() if each.prediction]
GOALS = [key for key, each in TASKS.items() if each.goal]
FAMILIES = ("gamma", "mover_stayer", "weibull")
CALM = {"load": 0.5, "resources": 0.65}


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
def test_an_answer_just_outside_the_tolerance_is_not_right(key, file):
    asked = task(key)
    answer = unseal(key, asked.sealed)
    off = 1 + asked.tolerance if asked.whole else asked.tolerance * 1.01 + 1e-6
    verdicts = {check(key, answer + step, file=file).verdict for step in (-off, off)}
    assert "right" not in verdicts


@pytest.mark.parametrize("key", NUMBERS)
@pytest.mark.parametrize("lang", LANGS)
def test_a_typical_mistake_gets_the_hint_of_its_own(key, lang, tmp_path):
    for place, mistake in enumerate(task(key).mistakes, start=1):
        file = tmp_path / f"{place}.json"
        middle = f"{(mistake.low + mistake.high) / 2}{task(key).unit_words(lang)}"
        reply = check(key, middle, lang=lang, file=file)
        assert (reply.correct, reply.message) == (False, mistake.hint.to(lang))
        assert kept_answers(file)[key]["missed"] == [f"mistake_{place}"]


def beside(asked, answer, side):
    """Return an answer on one side that no typical mistake explains."""
    end = asked.low if side < 0 else asked.high
    steps = (
        side * asked.tolerance * 2 + side * abs(answer) * k / 40 for k in range(80)
    )
    for step in steps:
        value = round(answer + step) if asked.whole else answer + step
        typical = any(one.low <= value <= one.high for one in asked.mistakes)
        near = abs(value - answer) <= asked.tolerance
        if not typical and not near and side * (end - value) >= 0:
            return value
    return None


@pytest.mark.parametrize("key", NUMBERS)
@pytest.mark.parametrize("side", [-1, 1])
def test_a_hint_knows_the_side_and_grows_in_two_steps_before_the_solution(
    key, side, file
):
    asked = task(key)
    answer = unseal(key, asked.sealed)
    wrong = beside(asked, answer, side)
    if wrong is None:  # every wrong answer on that side is a typical mistake
        assert asked.mistakes
        return
    written = f"{wrong} {asked.unit_words('en')}"
    said = [check(key, written, lang="en", file=file).message for _ in range(3)]
    own = asked.too_low if side < 0 else asked.too_high
    assert said[0] == own.en
    assert said[1] == f"{own.en} {asked.hint.en}"
    assert said[2].startswith(said[1])
    assert format_number(answer, "en", digits=asked.digits) in said[2]


@pytest.mark.parametrize("key", NUMBERS)
@pytest.mark.parametrize("lang", LANGS)
def test_no_hint_gives_the_answer_away(key, lang):
    asked = task(key)
    sides = [asked.too_low, asked.too_high]
    hints = [asked.hint, *sides, *(mistake.hint for mistake in asked.mistakes)]
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


@pytest.mark.parametrize("key", ["04.1", "03.1", "13.1"])
@pytest.mark.parametrize("lang", LANGS)
def test_no_guess_is_wrong_and_each_side_is_told_what_moves_it(key, lang, tmp_path):
    asked = task(key)
    ends = {"too_low": asked.low, "too_high": asked.high}
    for side, guess in ends.items():
        file = tmp_path / f"{side}.json"
        reply = check(key, guess, lang=lang, file=file)
        assert (reply.verdict, reply.correct) == ("kept", True)
        assert reply.message.endswith(getattr(asked, side).to(lang))
        assert kept_answers(file)[key]["correct"] is None


def test_the_first_guess_stands_beside_what_came(file):
    said = check("04.1", "60 %", lang="en", file=file).message
    assert "60%" in said
    assert "80%" in said
    assert "60%" in check("04.1", 80, lang="en", file=file).message
    assert check("04.1", lang="en", file=file).message == said
    kept = kept_answers(file)["04.1"]
    assert (kept["answer"], kept["model"], kept["tries"]) == (60, {"missed": 80.0}, 1)


@pytest.mark.parametrize("guess", ["mange", -5, 9000])
def test_a_prediction_that_cannot_be_is_not_kept_as_one(guess, file):
    assert check("03.1", guess, file=file).verdict == "waiting"
    assert not file.exists()


@pytest.mark.parametrize(
    "old",
    [
        {"answer": 80, "seen": True, "correct": False, "tries": 2},
        {"answer": 80, "correct": True, "tries": 1},
    ],
)
def test_a_guess_kept_by_an_earlier_version_is_read(old, file):
    file.write_text(json.dumps({"answers": {"03.1": old}}), "utf-8")
    assert "80" in check("03.1", lang="en", file=file).message
    if "seen" in old:
        assert "80" in check("03.1", 40, lang="en", file=file).message


QUICK = [key for key in GOALS if key not in ("15.4", "11.4")]


@pytest.mark.parametrize("key", QUICK)
@pytest.mark.parametrize("lang", LANGS)
def test_the_solution_of_a_goal_is_right_and_its_start_is_no_answer(key, lang, file):
    asked = task(key)
    assert check(key, asked.start, lang=lang, file=file).verdict == "waiting"
    assert not file.exists()
    assert check(key, asked.solution, lang=lang, file=file).verdict == "right"
    kept = kept_answers(file)[key]
    assert {*kept["model"]} == {*asked.goal}


def test_a_missed_goal_says_what_the_levers_gave_and_then_a_solution(file):
    far = {"home": 4, "anchor": 0}
    said = [check("04.3", far, lang="en", file=file).message for _ in range(3)]
    hint = task("04.3").goal["community"].hint.en
    assert said[0] == (
        "That gave: community 0.00 (at least 0.43) and week plans 31 (at least 12). "
        + hint
    )
    assert said[1] == f"{said[0]} {task('04.3').hint.en}"
    assert said[2].endswith("A right answer: days at home 3 and fixed days 1.")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("key", "levers"),
    [
        ("04.3", {"home": 4, "anchor": 2}),
        ("12.4", dict.fromkeys(TASKS["12.4"].levers, 0)),
        ("12.4", {**dict.fromkeys(TASKS["12.4"].levers, 0), "matters": 1}),
    ],
)
def test_levers_that_cannot_stand_together_get_a_sentence(key, levers, lang, file):
    reply = check(key, levers, lang=lang, file=file)
    assert reply.verdict == "waiting"
    assert reply.message == task(key).impossible.to(lang)


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
def test_levers_that_cannot_be_set_so_are_told_what_can_in_danish(levers, file):
    reply = check("03.4", levers, file=file)
    assert reply.verdict == "waiting"
    assert "belastning" in reply.message
    assert "load" not in reply.message


@pytest.mark.parametrize(
    ("key", "levers"),
    [("09.4", {"teams": 14.5, "weeks": 5}), ("09.4", {"teams": 14, "weeks": 5.8})],
)
def test_what_comes_in_whole_ones_is_not_right_in_parts(key, levers, file):
    assert check(key, levers, file=file).verdict == "waiting"


@pytest.mark.parametrize("answer", [20.99, "20,99", 21.01])
def test_a_part_of_a_person_is_asked_about(answer, file):
    reply = check("16.3", answer, lang="en", file=file)
    assert reply.verdict == "waiting"
    assert "whole" in reply.message


def test_each_wrong_choice_has_its_own_explanation(tmp_path):
    said = []
    for option in (1, 2, 4, 5):
        reply = check("13.2", option, file=tmp_path / f"{option}.json")
        assert reply.verdict == "wrong"
        said.append(reply.message)
    assert len({*said}) == 4
    assert check("13.2", "3", file=tmp_path / "3.json").verdict == "right"


@pytest.mark.parametrize("answer", [0, 6, 2.5, "tredje", None])
def test_a_choice_that_is_none_is_not_kept(answer, file):
    assert check("13.2", answer, file=file).verdict == "waiting"
    assert not file.exists()


@pytest.mark.parametrize("answer", [[2, 1, 3], "2, 1, 3", "2 1 3", ["2", "1", "3"]])
def test_an_order_is_read_as_numbers(answer, file):
    assert check("05.3", answer, file=file).verdict == "right"


def test_the_order_of_the_stories_is_the_models():
    left = [float(retention(10, family=name)) for name in FAMILIES]
    order = sorted((1, 2, 3), key=lambda number: -left[number - 1])
    assert int(unseal("05.3", task("05.3").sealed)) == int("".join(map(str, order)))


@pytest.mark.parametrize("answer", [[1, 2], [1, 1, 2], "1, 2, 4", 3, {}, [None] * 3])
def test_an_order_that_is_none_is_not_kept(answer, file):
    assert check("05.3", answer, file=file).verdict == "waiting"
    assert not file.exists()


def test_a_right_answer_is_not_overwritten_by_a_later_wrong_one(file):
    check("04.2", 2, file=file)
    reply = check("04.2", 1, lang="en", file=file)
    assert reply.verdict == "wrong"
    assert "2.00 days a week, is still kept" in reply.message
    kept = kept_answers(file)["04.2"]
    assert (kept["answer"], kept["correct"], kept["tries"]) == (2, True, 1)


def test_an_answer_is_kept_with_what_is_needed_to_read_it_later(file):
    check("04.3", {"home": 3, "anchor": 1}, lang="en", file=file)
    kept = kept_answers(file)["04.3"]
    assert datetime.fromisoformat(kept.pop("time")).tzinfo is not None
    assert kept.pop("model")["plans"] == pytest.approx(15)
    assert kept == {
        "answer": {"home": 3, "anchor": 1},
        "correct": True,
        "tries": 1,
        "missed": [],
        "version": __version__,
        "lang": "en",
    }


def test_answers_of_a_later_format_are_put_aside_and_not_read(file):
    file.write_text('{"format": 99, "answers": {}}', "utf-8")
    assert check("04.2", 2, file=file).correct
    assert file.with_name("answers.damaged-1.json").exists()


def test_a_reflection_is_kept_and_not_judged(file):
    text = "Tirsdagens statusmøde går til min souschef, og jeg får en time til ro. " * 2
    reply = check("03.5", text, file=file)
    assert (reply.verdict, reply.correct) == ("kept", True)
    assert kept_answers(file)["03.5"]["answer"] == text.strip()


@pytest.mark.parametrize("text", ["Mødet.", "   ", 42, "ord " * 14, "bla " * 30])
def test_a_reflection_that_is_too_short_is_asked_for_more(text, file):
    assert check("03.5", text, file=file).verdict == "waiting"
    assert not file.exists()


def test_an_answer_survives_a_restart(file):
    check("03.2", "0,2", file=file)
    check("03.4", CALM, file=file)
    assert "0,20" in check("03.2", file=file).message
    assert "load 0.5 and resources 0.65" in check("03.4", lang="en", file=file).message
    assert check("03.2", file=file).correct


def test_tries_are_counted_and_other_answers_left_alone(file):
    for answer in (0.1, 0.3, 0.2):
        check("03.2", answer, file=file)
    check("03.3", 5, file=file)
    kept = json.loads(file.read_text("utf-8"))["answers"]
    assert kept["03.2"]["missed"] == ["too_low", "mistake_2"]
    assert (kept["03.2"]["correct"], kept["03.2"]["tries"]) == (True, 3)
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
    text = " ".join(f"ord{number} \ud83d" for number in range(20))
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
