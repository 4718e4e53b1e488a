import dataclasses

import numpy as np
import pytest
from scipy import stats

from lederlib.catalogue import ledger
from lederlib.catalogue.draws import draw_weights, values_at

BASE = ledger()["drain"]


def drawn(n=20_000, **changes):
    one = dataclasses.replace(BASE, **changes)
    return values_at(one, np.random.default_rng(1).random(n))


@pytest.mark.parametrize(
    ("changes", "law"),
    [
        (
            {"distribution": "uniform", "low": 2.0, "value": 3.0, "high": 5.0},
            stats.uniform(2, 3),
        ),
        (
            {"distribution": "loguniform", "low": 2.0, "value": 8.0, "high": 20.0},
            stats.loguniform(2, 20),
        ),
    ],
)
def test_draws_follow_their_law(changes, law):
    assert stats.kstest(drawn(**changes), law.cdf).pvalue > 0.001


def test_a_normal_draw_has_its_range_as_95_percent():
    values = drawn(distribution="normal", low=0.4, value=0.5, high=0.6)
    inside = ((values > 0.4) & (values < 0.6)).mean()
    assert values.mean() == pytest.approx(0.5, abs=0.002)
    assert inside == pytest.approx(0.95, abs=0.006)
    assert values.min() >= 0.3
    assert values.max() <= 0.7


def test_a_choice_draws_every_whole_number_equally_often():
    values = drawn(distribution="choice", low=0, value=0, high=2)
    counts = np.unique(values, return_counts=True)
    assert counts[0].tolist() == [0, 1, 2]
    assert stats.chisquare(counts[1]).pvalue > 0.001


def test_a_fixed_quantity_is_always_its_value():
    values = drawn(distribution="fixed", low=0.01, value=0.02, high=0.9)
    assert set(values) == {0.02}


def test_weights_without_a_ranking_are_uniform_on_the_simplex():
    weights = draw_weights(("a", "b", "c"), (), 20_000, np.random.default_rng(2))
    assert stats.kstest(weights[0], stats.beta(1, 2).cdf).pvalue > 0.001


def test_tied_factors_change_places_freely():
    order = (("a", "b"),)
    weights = draw_weights(("a", "b", "c"), order, 20_000, np.random.default_rng(3))
    assert (weights[0] > weights[1]).mean() == pytest.approx(0.5, abs=0.015)
    assert (weights[:2] >= weights[2]).all()
