import numpy as np
import pytest

from lederlib.widget import explore_structure
from lederlib.widget.structure import (
    draw_answers,
    find_structure,
    structure_controls,
    structure_words,
)

START = {control.key: control.start for control in structure_controls("da")}


def words(**levers):
    return structure_words(find_structure(START | levers, 0, "da"), "da")


@pytest.fixture(scope="module")
def explorer():
    return explore_structure(lang="da")


def test_the_words_are_the_functions_own(explorer):
    explorer.move({"people": "500", "loading": 0.7})
    assert explorer.stage.frame["words"] == words(people="500", loading=0.7)


def test_the_same_people_stand_in_every_position():
    few, many = (draw_answers(START | {"people": n}, 0) for n in ("60", "2000"))
    assert np.array_equal(few, many[:60])
    assert not np.array_equal(few, draw_answers(START | {"people": "60", "draw": 2}, 0))


@pytest.mark.parametrize("factors", [1, 2, 3, 4])
def test_the_correlations_are_those_of_the_structure(factors):
    levers = {"people": "2000", "factors": factors, "loading": 0.8, "together": 0.5}
    between = np.corrcoef(draw_answers(START | levers, 0).T)
    home = np.repeat(np.arange(factors), 12 // factors)
    same = home[:, None] == home
    implied = np.where(same, 0.64, 0.32)
    np.fill_diagonal(implied, 1)
    assert np.abs(between - implied).max() < 0.07


@pytest.mark.parametrize("moved", [0, 0.5, 1])
def test_a_stray_item_keeps_its_variance_and_moves_its_tie(moved):
    levers = {"people": "2000", "stray": moved, "together": 0.0}
    answers = draw_answers(START | levers, 0)
    last = np.corrcoef(answers.T)[-1]
    assert answers[:, -1].std() == pytest.approx(1, abs=0.05)
    assert last[:3].mean() == pytest.approx(0.36 * moved, abs=0.05)
    assert last[9:11].mean() == pytest.approx(0.36 * (1 - moved), abs=0.05)


def test_many_answers_show_the_truth_and_few_do_not():
    for factors in (1, 2, 3, 4):
        found = find_structure(START | {"people": "2000", "factors": factors}, 0, "da")
        assert found.parallel.suggested == factors
        assert found.found.landed.all()
    few = find_structure(START | {"people": "60", "together": 0.7}, 0, "da")
    assert few.parallel.suggested < 4


def test_a_stray_item_is_found_where_it_went():
    found = find_structure(START | {"people": "2000", "stray": 1}, 0, "da").found
    assert found.landed.tolist() == [True] * 11 + [False]
    assert found.highest.iloc[-1] == "faktor 1"


@pytest.mark.parametrize(
    ("levers", "verdict"),
    [
        ({"people": "2000"}, "alle udsagn lader højest, hvor de er tænkt"),
        ({"people": "2000", "stray": 1}, "men ét udsagn lader højest et andet sted"),
        ({"people": "60", "together": 0.8}, "Det er for få"),
    ],
)
def test_the_verdict_holds_what_is_found_against_the_truth(levers, verdict):
    assert verdict in words(**levers)


def test_too_many_factors_or_none_at_all_are_told():
    weak = START | {"people": "60", "loading": 0.3, "together": 0.0}
    found = [find_structure(weak | {"draw": draw}, 0, "en") for draw in range(1, 11)]
    told = {each.parallel.suggested: structure_words(each, "en") for each in found}
    assert "No pattern rises above chance" in told[0]
    levers = START | {"people": "60", "factors": 3, "together": 0.0, "draw": 10}
    many = find_structure(levers, 0, "en")
    assert many.parallel.suggested == 4
    assert "That is too many" in structure_words(many, "en")


def test_more_factors_than_the_picture_holds_are_told():
    levers = START | {"people": "60", "together": 0.0, "draw": 9}
    found = find_structure(levers, 0, "en")
    assert found.parallel.suggested == 5
    assert "a solution with four" in structure_words(found, "en")
