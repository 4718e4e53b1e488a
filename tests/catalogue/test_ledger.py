import dataclasses
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib._checks import seed_of
from lederlib.catalogue import (
    FACTOR_KEYS,
    intervention_quantities,
    interventions,
    ledger,
    values_at,
)
from lederlib.text import LANGS

SINGLE = [one.name for one in ledger().values() if one.distribution != "ranks"]
WEIGHTS = [one.name for one in ledger().values() if one.distribution == "ranks"]
CHOICES = tuple(q.name for q in ledger().values() if q.distribution == "choice")
DRAWN = [
    one.name
    for one in ledger().values()
    if one.provenance not in ("derived", "unverified")
]


def test_derived_and_unverified_quantities_are_never_drawn():
    drawn = ledger().draw(3, rng=1)
    assert set(drawn) == set(DRAWN)
    assert "span_of_control" not in drawn
    unseen = dataclasses.replace(ledger()["drain"], provenance="unverified")
    wider = dataclasses.replace(ledger(), quantities={"unseen": unseen})
    assert wider.draw(3, rng=1) == {}


@given(seed=st.integers(0, 2**63 - 1))
def test_draws_stay_inside_twice_the_range(seed):
    for name, values in ledger().draw(200, rng=seed).items():
        one = ledger()[name]
        half = 2 if one.distribution == "normal" else 1
        assert values.min() >= one.value - half * (one.value - one.low) - 1e-12
        assert values.max() <= one.value + half * (one.high - one.value) + 1e-12


BY_ALL = (*ledger().values(), *intervention_quantities().values())
# A set of weights has no single middle, and a choice of structure none at all.
MIDDLE = [q for q in BY_ALL if q.distribution != "ranks" and q.name not in CHOICES]


@pytest.mark.parametrize("quantity", MIDDLE, ids=lambda one: one.name)
def test_the_best_value_is_the_middle_of_what_is_drawn(quantity):
    middle = float(values_at(quantity, np.array([0.5]))[0])
    assert middle == pytest.approx(quantity.value, rel=0.02, abs=1e-12)


def test_what_an_intervention_does_is_the_middle_of_what_is_drawn():
    ranges = [one for each in interventions() for one in (*each.moves, each.frees)]
    assert len(ranges) > 100
    for one in ranges:
        assert (one.low + one.high) / 2 == pytest.approx(one.value, rel=0.02, abs=1e-9)


def test_no_symbol_names_two_quantities():
    symbols = [one.symbol for one in BY_ALL]
    twice = {symbol for symbol in symbols if symbols.count(symbol) > 1}
    assert not twice


def test_the_same_seed_gives_the_same_worlds_and_another_seed_others():
    first, same, other = (ledger().draw(5, rng=seed) for seed in (1, 1, 2))
    assert all((first[name] == same[name]).all() for name in first)
    assert (first["drain"] != other["drain"]).all()


def test_no_two_quantities_share_their_stream():
    worlds = ledger().draw(4_000, rng=8)
    free = [name for name in SINGLE if name in worlds and np.ptp(worlds[name]) > 0]
    correlation = np.corrcoef([worlds[name] for name in free])
    assert np.abs(correlation - np.eye(len(free))).max() < 0.1


def test_a_generator_gives_one_seed_a_call():
    generator = np.random.default_rng(7)
    first, second = ledger().draw(5, rng=generator), ledger().draw(5, rng=generator)
    again = ledger().draw(5, rng=np.random.default_rng(7))
    assert (first["drain"] == again["drain"]).all()
    assert (first["drain"] != second["drain"]).all()


def test_seeds_of_whole_numbers_are_themselves():
    assert seed_of(5) == 5
    assert seed_of(np.int64(5)) == 5


@pytest.mark.parametrize("name", ["drain", "gone_in_one_year", "applicants_per_advert"])
def test_replacing_one_quantity_leaves_the_draws_of_the_others(name):
    ours = ledger()
    yours = ours.replace(name, value=ours[name].value, source="our own count")
    before, after = ours.draw(50, rng=3), yours.draw(50, rng=3)
    for other in before:
        same = (before[other] == after[other]).all()
        assert same == (other != name), other


def test_a_replaced_quantity_is_an_assumption_with_your_source():
    new = ledger().replace(
        "gone_in_one_year", value=0.2, low=0.15, high=0.25, source="HR, 2026"
    )["gone_in_one_year"]
    assert (new.value, new.low, new.high) == (0.2, 0.15, 0.25)
    assert (new.provenance, new.source) == ("assumption", "HR, 2026")
    assert new.distribution == "normal"
    assert "5,234" not in new.note.en
    assert ledger()["gone_in_one_year"].provenance == "seed"


@pytest.mark.parametrize(
    ("name", "as_assumption", "as_own"),
    [
        ("drain", "uniform", "normal"),
        ("recovery", "loguniform", "lognormal"),
        ("gone_in_one_year", "normal", "normal"),
        ("hospital_turnover", "normal", "normal"),
        ("important_share", "uniform", "normal"),
        ("tipping_power", "choice", "choice"),
    ],
)
def test_your_number_is_drawn_as_ours_was_and_your_estimate_as_one(
    name, as_assumption, as_own
):
    one = ledger()[name]
    for provenance, law in (("assumption", as_assumption), ("own", as_own)):
        new = ledger().replace(
            name,
            value=one.value,
            low=one.low,
            high=one.high,
            source="our panel of 2026",
            provenance=provenance,
        )
        assert new[name].distribution == law
        assert new[name].provenance == provenance
        values = new.draw(20_000, rng=1)[name]
        if law == "choice":
            assert set(values) == {2, 3, 4, 5, 6}
        elif provenance == "own":
            inside = (values > one.low) & (values < one.high)
            assert inside.mean() == pytest.approx(0.95, abs=0.02)
            assert np.median(values) == pytest.approx(one.value, rel=0.02)


def test_a_number_without_a_range_is_taken_as_exact():
    yours = ledger().replace("drain", value=0.08, source="a guess")
    assert set(yours.draw(10, rng=1)["drain"]) == {0.08}


def test_replacing_changes_the_fingerprint_and_equality():
    ours = ledger()
    yours = ours.replace("drain", value=0.08, source="a guess")
    same = ours.replace("drain", value=0.08, source="a guess")
    assert len(ours.fingerprint) == 10
    assert yours.fingerprint != ours.fingerprint
    assert yours == same
    assert hash(yours) == hash(same)
    assert yours != ours


@pytest.mark.parametrize(
    ("name", "facts", "message"),
    [
        ("drain", {"value": 0.1, "source": "  "}, "drain needs a source"),
        ("drian", {"value": 0.1, "source": "x"}, "Nearest: 'drain'"),
        ("drain", {"value": 1, "low": 2, "high": 3, "source": "x"}, "low <= value"),
        ("drain", {"value": float("nan"), "source": "x"}, "low <= value"),
        ("retention_weights", {"value": 0.1, "source": "x"}, "set of weights"),
        ("acceptance", {"value": 1.8, "source": "x"}, "between 0 and 1, in share"),
        ("effect_retention", {"value": -0.5, "source": "x"}, "between 0 and 10, in"),
        ("drain", {"value": float("inf"), "source": "x"}, "between 0 and 100"),
        ("drain", {"value": True, "source": "x"}, "must be a number; got True"),
        (
            "tipping_power",
            {"value": 3, "low": 2, "high": 3.5, "source": "x"},
            "choice of whole numbers",
        ),
        (
            "drain",
            {"value": 0.1, "source": "x", "provenance": "published"},
            "provenance must be one of own, assumption",
        ),
    ],
)
def test_a_replacement_that_makes_no_sense_is_refused(name, facts, message):
    with pytest.raises(ValueError, match=message):
        ledger().replace(name, **facts)


@pytest.mark.parametrize("lang", LANGS)
def test_the_table_shows_every_quantity_with_its_class(lang):
    table = ledger().table(lang)
    assert table.index.tolist() == list(ledger())
    assert (
        table.loc["drain", "provenance"]
        == {"da": "antagelse", "en": "assumption"}[lang]
    )
    assert not table.isna().any(axis=None)


@pytest.mark.parametrize("name", WEIGHTS)
def test_weights_sum_to_one_and_respect_the_ranks(name):
    weights = ledger().draw(500, rng=4)[name]
    assert weights.shape == (len(FACTOR_KEYS), 500)
    np.testing.assert_allclose(weights.sum(axis=0), 1)
    named = [key for group in ledger()[name].order for key in group]
    rest = tuple(key for key in FACTOR_KEYS if key not in named)
    groups = (*ledger()[name].order, rest)
    rows = [weights[[FACTOR_KEYS.index(key) for key in group]] for group in groups]
    for heavier, lighter in pairwise(rows):
        assert (heavier.min(axis=0) >= lighter.max(axis=0)).all()


@pytest.mark.parametrize(
    ("name", "centroid"),
    [
        ("retention_weights", {"leadership_quality": 0.221, "values": 0.105}),
        ("retention_weights", {"physical_environment": 0.105, "hiring": 0.028}),
        ("attraction_weights", {"meaning_influence": 0.166, "reputation": 0.042}),
    ],
)
def test_mean_weights_are_the_rank_order_centroid(name, centroid):
    mean = ledger().draw(100_000, rng=5)[name].mean(axis=1)
    for key, expected in centroid.items():
        assert mean[FACTOR_KEYS.index(key)] == pytest.approx(expected, abs=0.0015), key


def test_the_printed_weight_is_the_mean_of_the_heaviest():
    for name in WEIGHTS:
        mean = ledger().draw(50_000, rng=6)[name].mean(axis=1)
        assert mean.max() == pytest.approx(ledger()[name].value, abs=0.002)


def test_the_ledger_knows_what_it_holds():
    assert "drain" in ledger()
    assert "wear" not in ledger()


@pytest.mark.parametrize("seed", [-1, 0.5, True, "one", None])
def test_what_is_no_seed_is_refused_in_one_sentence(seed):
    with pytest.raises(ValueError, match="rng must be a generator or a seed"):
        ledger().draw(3, rng=seed)


@pytest.mark.parametrize("wrong", [{"value": "0,1"}, {"value": 0.1, "low": "none"}])
def test_a_number_of_ones_own_must_be_a_number(wrong):
    with pytest.raises(ValueError, match="of drain must be a number"):
        ledger().replace("drain", source="our own count", **wrong)
