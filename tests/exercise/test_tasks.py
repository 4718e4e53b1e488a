"""The file of tasks is whole, bilingual and keeps its answers from the eye."""

import re
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.exercise import task
from lederlib.exercise.tasks import read_task, seal, task_keys, unseal

TASKS = [task(key) for key in task_keys()]


def phrases_of(asked):
    mistakes = [mistake.hint for mistake in asked.mistakes]
    return [asked.hint, asked.right, *asked.goal_hints.values(), *mistakes]


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_sealed_number_opens_with_its_own_key_only(value):
    assert unseal("03.2", seal("03.2", value)) == value
    assert unseal("03.3", seal("03.2", value)) != value


@pytest.mark.parametrize("key", [each.key for each in TASKS if each.sealed])
def test_no_answer_stands_in_plain_text(key):
    text = files("lederlib.exercise").joinpath("tasks.toml").read_text("utf-8")
    own = tomllib.loads(text)[key]
    answer = unseal(key, own["sealed"])
    plain = re.findall(r"-?[0-9]+(?:[.,][0-9]+)?", str(own | {"sealed": ""}))
    assert f"{answer:g}" not in {number.replace(",", ".") for number in plain}


@pytest.mark.parametrize("asked", TASKS, ids=lambda asked: asked.key)
def test_every_word_stands_in_both_languages(asked):
    for each in phrases_of(asked):
        assert each.da.strip()
        assert each.en.strip()
        assert each.da != each.en


@pytest.mark.parametrize("asked", TASKS, ids=lambda asked: asked.key)
def test_a_task_declares_what_its_kind_needs(asked):
    needs = {
        "number": asked.sealed and asked.tolerance > 0,
        "prediction": asked.tolerance > 0,
        "goal": asked.goal and set(asked.start) == set(asked.levers),
        "reflection": asked.words > 0,
    }
    assert needs[asked.kind]


def test_an_unknown_kind_is_refused():
    both = {"da": "a", "en": "b"}
    with pytest.raises(ValueError, match=r"kind of task 09\.1 must be one of number"):
        read_task("09.1", {"kind": "essay", "hint": both, "right": both})
