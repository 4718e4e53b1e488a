"""Pictures of a measure stand where they tell much, and of nobody's few answers."""

from functools import cache

import numpy as np
import pandas as pd
import pytest

from lederlib.answers import Study, read_scale
from lederlib.measure import cfa, graded_response
from lederlib.plot import Drawing
from lederlib.report.measures.pictures import residuals, weakest_item
from lederlib.report.measures.working import work_out
from lederlib.report.pieces import Words
from lederlib.text import LANGS

KEYS = [f"leadership_quality_{number}" for number in (1, 2, 3)]


@cache
def answers(people=500):
    rng = np.random.default_rng(8)
    trait = rng.normal(size=(people, 1)) * [2.0, 0.6, 2.0]
    seen = trait + rng.normal(size=(people, 3))
    steps = np.digitize(seen, [-1.5, -0.5, 0.5, 1.5]) + 1.0
    return pd.DataFrame(steps, columns=KEYS)


def measured(table):
    scale = read_scale().only("leadership_quality")
    study = Study(scale, scale.turn(table))
    return work_out(study, estimator="MLR", missing=None, min_group=5, rng=0)


def told(table, lang="en"):
    return list(weakest_item(measured(table), lang, synthetic=True))


def test_the_item_of_the_lowest_slope_is_drawn():
    words, drawing = told(answers())
    slopes = graded_response(answers()).parameters["slope"]
    assert slopes.idxmin() == KEYS[1]
    assert f"{KEYS[1]} has the lowest slope, {slopes.min():.2f}" in words.text
    assert f"{slopes.max():.2f}" in words.text
    assert isinstance(drawing, Drawing)
    assert KEYS[1] in drawing.alt


def test_an_item_with_an_answer_of_few_is_not_drawn():
    table = answers().copy()
    lowest = table[KEYS[1]] == 1
    table.loc[lowest[lowest].index[4:], KEYS[1]] = 2
    assert (table[KEYS[1]] == 1).sum() == 4
    words, drawing = told(table)
    assert KEYS[1] not in words.text + drawing.alt


def test_fewer_people_than_slopes_need_have_no_curves():
    assert told(answers().head(499)) == []


def fitted(near):
    rng = np.random.default_rng(3)
    trait = rng.normal(size=(400, 1))
    seen = trait + rng.normal(size=(400, 5))
    seen[:, 1] += near * seen[:, 0]
    table = pd.DataFrame(seen, columns=list("abcde"))
    return cfa("f =~ a + b + c + d + e", table)


@pytest.mark.parametrize("lang", LANGS)
def test_what_a_model_leaves_is_told_and_drawn_where_it_is_much(lang):
    fit = fitted(1.5)
    words, drawing = residuals(fit, lang, synthetic=True)
    left = fit.residuals()
    most = left.loc[left["residual"].abs().idxmax()]
    assert isinstance(drawing, Drawing)
    for text in (words.text, drawing.alt):
        assert " 10 pa" in text
        assert f"{most['item']} " in text
        assert f" {most['other']}" in text
    (alone,) = residuals(fitted(0.0), lang, synthetic=True)
    assert isinstance(alone, Words)
