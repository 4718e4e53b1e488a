import dataclasses

import numpy as np
import pytest
from scipy import stats

from lederlib.catalogue import PROVENANCES, Quantity, ledger, sources
from lederlib.catalogue.laws import weights_at
from lederlib.catalogue.ledger import values_at
from lederlib.text import LANGS, Phrase

BASE = ledger()["drain"]


def quantity(**changes):
    facts = {
        "name": "sample",
        "symbol": "x",
        "unit": "share",
        "title": Phrase(da="prøve", en="sample"),
        "value": 0.5,
        "low": 0.0,
        "high": 1.0,
        "distribution": "uniform",
        "provenance": "assumption",
        "source": "lederlib",
        "note": Phrase(da="til prøve", en="for testing"),
    }
    return Quantity(**(facts | changes))


@pytest.mark.parametrize("one", ledger().values(), ids=lambda one: one.name)
def test_a_quantity_has_class_range_unit_source_and_words(one):
    assert one.provenance in PROVENANCES
    assert one.low <= one.value <= one.high
    assert one.unit
    assert one.symbol
    assert one.source in {known.key for known in sources()}
    for lang in LANGS:
        assert one.title.to(lang).strip()
        assert one.note.to(lang).strip()


def test_published_and_seed_quantities_do_not_cite_ourselves():
    for one in ledger().values():
        if one.provenance in ("seed", "published", "direction", "derived"):
            assert one.source != "lederlib", one.name


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"value": 2.0}, "must have low <= value <= high; got 0, 2, 1"),
        ({"unit": ""}, "must name its unit and its source"),
        ({"source": ""}, "must name its unit and its source"),
        ({"provenance": "guess"}, "provenance of sample must be one of seed, "),
        ({"distribution": "beta"}, "distribution of sample must be one of fixed, "),
    ],
)
def test_a_quantity_without_its_facts_is_refused(changes, message):
    with pytest.raises(ValueError, match=message):
        quantity(**changes)


def test_a_quantity_cannot_be_changed_in_place():
    with pytest.raises(dataclasses.FrozenInstanceError):
        ledger()["drain"].value = 1.0


def test_the_span_of_control_follows_from_its_parents():
    facts = ledger()
    employees, leaders = facts["naestved_employees"], facts["naestved_leaders"]
    assert facts["span_of_control"].value == employees.value / leaders.value


@pytest.mark.parametrize("name", ["gone_in_one_year", "gone_in_five_years"])
def test_the_range_of_a_share_is_the_one_its_note_states_rounded_outwards(name):
    one = ledger()[name]
    half = 1.96 * np.sqrt(2.5 * one.value * (1 - one.value) / 5234)
    for bound in (one.low, one.high):
        assert half <= abs(bound - one.value) < half + 0.001


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


def uniform(seed):
    return np.random.default_rng(seed).random((3, 20_000))


def test_weights_without_a_ranking_are_uniform_on_the_simplex():
    weights = weights_at(("a", "b", "c"), (), uniform(2))
    assert stats.kstest(weights[0], stats.beta(1, 2).cdf).pvalue > 0.001


def test_tied_factors_change_places_freely():
    order = (("a", "b"),)
    weights = weights_at(("a", "b", "c"), order, uniform(3))
    assert (weights[0] > weights[1]).mean() == pytest.approx(0.5, abs=0.015)
    assert (weights[:2] >= weights[2]).all()
