"""The number of factors accuses only where the scale's own model could not give it."""

import numpy as np
import pandas as pd
import pytest

from lederlib.measure import cfa, parallel_analysis
from lederlib.report.measures.judging import FactorCount, count_factors

ITEMS = list("abcdef")
ONE = f"one =~ {' + '.join(ITEMS)}"
TWO = "one =~ a + b + c; other =~ d + e + f"


def answers(correlation, people=300):
    rng = np.random.default_rng(4)
    between = [[1, correlation], [correlation, 1]]
    scores = rng.multivariate_normal([0, 0], between, people)
    told = np.repeat(scores, 3, axis=1) + rng.standard_normal((people, 6))
    return pd.DataFrame(told, columns=ITEMS)


def count(model, table, tested, false_alarm=0.05):
    fit = cfa(model, table, std_lv=True)
    return count_factors(parallel_analysis(table), tested, fit, false_alarm)


def test_two_factors_behind_a_scale_of_one_are_accused():
    found = count(ONE, answers(0.3), 1)
    assert (found.suggested, found.verdict) == (2, "differs")
    assert found.beyond < 0.01
    assert "at most 1% of studies" in found.summary("en")


def test_factors_that_go_together_are_no_accusation():
    found = count(TWO, answers(0.9), 2)
    assert (found.suggested, found.verdict) == (1, "expected")
    assert "does not by itself speak against" in found.summary("en")


def test_a_right_number_says_how_often_it_is_found():
    found = count(TWO, answers(0.3), 2)
    assert found.verdict == "same"
    assert f"in {100 * found.found:.0f}% of studies" in found.summary("en")


@pytest.mark.parametrize("tested", [2, 3])
def test_without_a_model_nothing_is_accused(tested):
    table = answers(0.3)
    found = count_factors(parallel_analysis(table), tested, "no fit", 0.05)
    assert found.verdict == "unknown"
    assert "nan" not in found.summary("en")
    assert ("cannot be told" in found.summary("en")) == (tested == 3)


def test_the_rate_is_shared_by_both_sides():
    facts = {"suggested": 1, "tested": 2, "found": 0.9, "beyond": 0.02}
    assert FactorCount(**facts, false_alarm=0.05).verdict == "differs"
    assert FactorCount(**facts, false_alarm=0.025).verdict == "expected"
