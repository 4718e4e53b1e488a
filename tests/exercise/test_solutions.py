"""Every sealed answer is what the model gives, and every page asks without code."""

import re
from math import exp

import pytest

from lederlib.answers import profile
from lederlib.author.pages import read_source, sources, tags
from lederlib.catalogue import load_dataset, shipped
from lederlib.exercise import check, task, task_keys
from lederlib.exercise.tasks import unseal
from lederlib.measure import (
    alpha,
    plan_cfa,
    plan_reliability,
    rwg_j,
    spearman_brown,
    times_needed,
)
from lederlib.model import (
    cascade,
    dilution,
    focus_wait,
    folds,
    pair_days,
    run_chart,
    strain_folds,
    tilt,
    two_stock_path,
)
from lederlib.scenario import balance_surface, leader_table

PAGES = [
    each
    for each in sources(shipped("exercises").parent)
    if each.parents[1].name == "exercises"
]
ROW = [22, 18, 25, 24, 19, 23, 26, 22, 17, 21, 20, 18, 16, 19]


def left_of_exhaustion():
    path = two_stock_path([0.6] * 6 + [0.0] * 3, [0.6] * 9, weeks=9, by_week=True)
    return 100 * path.exhaustion[9] / path.exhaustion[6]


def with_people():
    climate = balance_surface(leader_table(), "team_climate")
    return int(climate.has_people([2, 5, 9, 9, 8], [9, 5, 9, 2, 3]).sum())


#: What each number comes to, worked out by the model or by hand.
ANSWERS = {
    "01.2": lambda: 100 * (1 - 0.82**5),
    "02.2": lambda: (3 / 4 + 4 / 4 + 3 / 4) / 3,
    "02.3": lambda: (12 * 0.60 - 8 * 0.65) / 4,
    "03.2": lambda: tilt(0.6, 0.9),
    "03.3": lambda: 100 * (folds().recover / 0.30 - 1),
    "04.2": lambda: pair_days(5, anchor=1, home=2),
    "04.4": lambda: 5 * 9.25 / 37,
    "05.2": lambda: 16 * 13 / 52,
    "06.2": lambda: 100 * strain_folds(reverse=0.5).recover / 0.30,
    "06.4": left_of_exhaustion,
    "07.2": lambda: 100 * (exp(0.6 * (0.65 - 0.25)) - 1),
    "08.2": lambda: 11 * 10 * 9 / 6,
    "08.3": lambda: 3 * dilution(0.30, capacity=0.25, power=4),
    "09.2": lambda: run_chart(ROW).crossings,
    "09.3": lambda: (33 - 42) - (36 - 40),
    "10.2": lambda: cascade(0.9 * 2 / 3),
    "10.3": lambda: focus_wait(2, interruptions=1) - 2 * focus_wait(1, interruptions=1),
    "11.2": lambda: 100 * 9 / (1 + 9),
    "11.3": lambda: 100 * 96 / 140,
    "12.1": lambda: 4,
    "13.3": lambda: 11,
    "14.2": lambda: 5 + 12,
    "15.2": lambda: 0.6 / 5,
    "15.3": lambda: 5,
    "16.2": lambda: spearman_brown(0.10, times=9),
    "16.3": lambda: times_needed(0.10, wanted=0.70),
    "17.2": lambda: 0.05 + 0.04 + 0.03,
    "17.3": lambda: 0.20 / 0.30,
    "17.4": with_people,
}


def test_every_sealed_number_is_worked_out_here():
    numbers = {
        key
        for key in task_keys()
        if task(key).sealed and task(key).kind in ("number", "slider")
    }
    assert {*ANSWERS} == numbers


@pytest.mark.parametrize("key", ANSWERS)
def test_what_the_model_gives_is_right(key, tmp_path):
    assert check(key, ANSWERS[key](), file=tmp_path / "answers.json").correct


@pytest.mark.parametrize(
    ("key", "measured"),
    [
        ("12.3", lambda: plan_reliability(0.75, items=6, width=0.15).needed),
        ("14.3", lambda: plan_cfa(8).needed),
        ("16.4", lambda: rwg_j([3, 4, 4, 4, 5], ["t"] * 5, null="slight").median),
    ],
)
def test_the_right_choice_is_nearest_to_what_the_measure_gives(key, measured):
    asked = task(key)
    said = [re.search(r"\d[\d.]*", option.text.en)[0] for option in asked.options]
    gaps = [abs(float(number.rstrip(".")) - float(measured())) for number in said]
    assert gaps.index(min(gaps)) + 1 == unseal(key, asked.sealed)


def test_only_the_third_statement_turned_makes_alpha_positive():
    survey = load_dataset("municipal_survey")
    safety = survey[[f"psychological_safety_{number}" for number in (1, 2, 3)]]
    turned = {
        number: alpha(safety.assign(**{name: 6 - safety[name]})).value
        for number, name in enumerate(safety, start=1)
    }
    assert [number for number, value in turned.items() if value > 0] == [3]
    assert unseal("13.2", task("13.2").sealed) == 3
    said = [option.why.en for option in task("13.2").options[:2]]
    assert all(
        f"−{abs(turned[place]):.2f}" in why for place, why in enumerate(said, start=1)
    )


def test_numbers_said_in_questions_are_the_models():
    said = {key: task(key).question.en for key in task_keys()}
    edges, heavier = folds(), strain_folds(reverse=0.5)
    for key, number, digits in (
        ("03.3", edges.tip, 2),
        ("03.3", edges.recover, 2),
        ("06.2", heavier.tip, 3),
        ("06.2", heavier.recover, 3),
        ("10.3", focus_wait(2, interruptions=1), 2),
        ("10.3", focus_wait(1, interruptions=1), 2),
        ("07.2", exp(0.24), 2),
        ("14.3", plan_cfa(48).needed, 0),
    ):
        assert f"{float(number):.{digits}f}" in said[key]
    assert sum(profile(load_dataset("municipal_survey"))["mean"] >= 0.67) == 2


def asked_in(source):
    return re.findall(r'^ask\("(.+?)"', source.read_text("utf-8"), flags=re.MULTILINE)


@pytest.mark.parametrize("source", PAGES, ids=lambda source: source.stem)
def test_a_page_asks_three_to_five_tasks_and_has_no_cell_to_edit(source):
    number = source.name.partition("_")[0]
    meant = [task(key) for key in task_keys() if key.partition(".")[0] == number]
    keys = [each.key for each in meant if each.number]
    assert asked_in(source) == keys
    assert 3 <= len(keys) <= 5
    marks = {mark for cell in read_source(source).cells for mark in tags(cell)}
    assert marks <= {"parameters", "lab-only"}


def test_every_task_stands_on_a_page():
    lessons = shipped("notebooks").glob("source/*.py")
    asked = {key for source in (*PAGES, *lessons) for key in asked_in(source)}
    assert asked == {*task_keys()}
