"""The file of tasks is whole, bilingual and keeps its answers from the eye."""

import re
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.exercise import task, task_keys, task_text
from lederlib.exercise.tasks import read_task, seal, unseal
from lederlib.scenario import OUTCOMES
from lederlib.text import LANGS

#: Words that are the same in both languages.
SAME = {"point", "chance"}
WORDS = ("hint", "too_low", "too_high")
TASKS = [task(key) for key in task_keys()]


def phrases_of(asked):
    sides = [asked.too_low, asked.too_high, asked.impossible]
    found = [asked.title, asked.question, asked.right, *filter(None, sides)]
    found += [asked.hint] if asked.hint.da else []
    found += [mistake.hint for mistake in asked.mistakes]
    found += [lever.name for lever in asked.levers.values()]
    found += [each for goal in asked.goal.values() for each in (goal.name, goal.hint)]
    return found + [option.text for option in asked.options]


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_sealed_number_opens_with_its_own_key_only(value):
    assert unseal("03.2", seal("03.2", value)) == value
    assert unseal("03.3", seal("03.2", value)) != value


def lesson(key):
    folder = files("lederlib.exercise").joinpath("lessons")
    return folder.joinpath(f"{key[:2]}.toml").read_text("utf-8")


ONE_NUMBER = ("number", "slider")


@pytest.mark.parametrize(
    "key", [each.key for each in TASKS if each.sealed and each.kind in ONE_NUMBER]
)
def test_no_answer_stands_in_plain_text(key):
    text = lesson(key)
    own = tomllib.loads(text)[key]
    answer = unseal(key, own["sealed"])
    said = str([own[name] for name in WORDS] + own.get("mistakes", []))
    plain = re.findall(r"-?[0-9]+(?:[.,][0-9]+)?", said)
    assert f"{answer:g}" not in {number.replace(",", ".") for number in plain}


@pytest.mark.parametrize("asked", TASKS, ids=lambda asked: asked.key)
def test_every_word_stands_in_both_languages(asked):
    for each in phrases_of(asked):
        assert each.da.strip()
        assert each.en.strip()
        assert each.da != each.en or each.da in SAME


@pytest.mark.parametrize("asked", TASKS, ids=lambda asked: asked.key)
def test_a_task_declares_what_its_kind_needs(asked):
    sided = asked.too_low and asked.too_high and asked.tolerance > 0
    needs = {
        "number": sided,
        "slider": sided and asked.step > 0 and asked.low < asked.high,
        "choice": sum(each.why is None for each in asked.options) == 1,
        "order": len(asked.options) > 2 and asked.hint.da,
        "levers": asked.goal and asked.hint.da,
        "text": asked.words > 0 and asked.hint.da,
    }
    assert needs[asked.kind]
    assert asked.prediction or asked.hint.da


def test_each_prediction_and_goal_has_an_outcome_and_nothing_else_has():
    asked = {each.key for each in TASKS if each.prediction or each.goal}
    assert {*OUTCOMES} == asked


@pytest.mark.parametrize(
    "asked", [each for each in TASKS if each.levers], ids=lambda asked: asked.key
)
def test_levers_begin_and_are_solved_inside_their_spans_on_their_steps(asked):
    for lever in asked.levers.values():
        for place in (lever.start, lever.solution):
            assert lever.low <= place <= lever.high
            steps = (place - lever.low) / lever.step
            assert abs(steps - round(steps)) < 1e-6


@pytest.mark.parametrize("lang", LANGS)
def test_the_limits_stand_in_the_text(lang):
    for asked in TASKS:
        text = task_text(asked.key, lang)
        assert asked.question.to(lang) in text
        assert all(lever.name.to(lang) in text for lever in asked.levers.values())
        assert all(option.text.to(lang) in text for option in asked.options)
    assert "2 til 40" in task_text("09.4", "da")
    assert "2 to 40" in task_text("09.4", "en")


def test_an_unknown_kind_is_refused():
    both = {"da": "a", "en": "b"}
    with pytest.raises(ValueError, match=r"kind of task 09\.1 must be one of number"):
        read_task("09.1", {"kind": "essay", "title": both, "right": both})
