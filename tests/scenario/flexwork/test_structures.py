"""Which rival structure holds is drawn as a quantity is, and a lever overrides it."""

import numpy as np
import pytest

from lederlib.catalogue import ledger
from lederlib.scenario import (
    Scenario,
    compare,
    lever_values,
    provenance_share,
    run,
    scenario_model,
)
from lederlib.scenario.flexwork.scenario import settled_alike

STRUCTURES = ("day_choice", "autonomy_path")
HOME = Scenario({"home": 3, "anchor": 1, "values": 0.8})
DRAWS = 400


def fixed(**chosen):
    book = ledger()
    for name, value in chosen.items():
        book = book.replace(name, value=value, source="a test")
    return book


def with_agreement(scenario, agreement):
    return Scenario({**scenario.levers, "agreement": agreement})


def assert_same(found, expected):
    for name, values in expected.items():
        assert (found[name] == values).all(), name


@pytest.mark.parametrize("name", STRUCTURES)
def test_a_world_of_the_mix_is_a_world_of_the_structure_that_it_drew(name):
    drawn = ledger().draw(DRAWS, rng=5)[name]
    assert 0.4 < drawn.mean() < 0.6
    mixed = run(HOME, draws=DRAWS, rng=5).samples
    zero, one = (
        run(HOME, draws=DRAWS, rng=5, ledger=fixed(**{name: value})).samples
        for value in (0, 1)
    )
    assert_same(mixed, {key: np.where(drawn == 1, one[key], zero[key]) for key in one})
    assert any((zero[key] != one[key]).any() for key in one)


@pytest.mark.parametrize("agreement", [0, 0.5, 1])
def test_a_lever_that_is_set_overrides_what_is_drawn(agreement):
    chosen = with_agreement(HOME, agreement)
    drawn, zero, one = (
        run(chosen, draws=DRAWS, ledger=book).samples
        for book in (ledger(), fixed(day_choice=0), fixed(day_choice=1))
    )
    assert_same(drawn, zero)
    assert_same(drawn, one)


def test_all_alone_by_lever_is_all_alone_by_ledger():
    by_lever = run(with_agreement(HOME, 0), draws=DRAWS).samples
    by_ledger = run(HOME, draws=DRAWS, ledger=fixed(day_choice=0)).samples
    assert_same(by_lever, by_ledger)


@pytest.mark.parametrize("days", [0, 1])
@pytest.mark.parametrize("paths", [0, 1])
def test_the_status_quo_is_the_same_whatever_the_structure(days, paths):
    book = fixed(day_choice=days, autonomy_path=paths)
    still = run(Scenario({}), draws=DRAWS, ledger=book).samples
    drawn = ledger().draw(DRAWS, rng=0)
    assert (still["community"] == 0.5).all()
    assert (still["flexibility"] == 0.5).all()
    assert still["gone_5"] == pytest.approx(drawn["gone_in_five_years"], abs=1e-12)
    assert (still["pair_days"] == (4.0 if days else 3.2)).all()


def test_without_the_path_of_autonomy_only_contact_and_weights_are_left():
    book = fixed(autonomy_path=0, day_choice=0)
    none = book.replace("autonomy_to_retention", value=0, source="a test")
    one, other = (run(HOME, draws=DRAWS, ledger=b).samples for b in (book, none))
    assert_same(one, other)


def test_scenarios_that_are_compared_stand_on_one_structure():
    agreed = Scenario({"home": 3, "agreement": 1}, name="aftalt")
    before, after = settled_alike(Scenario({}, name="i dag"), agreed)
    assert (before.levers, before.name) == ({"agreement": 0.0}, "i dag")
    assert after == agreed
    assert settled_alike(HOME, Scenario({})) == (HOME, Scenario({}))
    change = compare(Scenario({}), agreed, draws=DRAWS)
    assert change.samples["pair_days"] == pytest.approx(2 - 3.2)
    assert change.before == Scenario({})


def test_a_lever_that_is_left_out_is_drawn_in_the_model_too():
    assert "agreement" not in lever_values(HOME)
    worlds = ledger().draw(DRAWS, rng=2)
    model = scenario_model()
    mixed = model(**HOME.levers, **worlds)
    zero, one = (model(**HOME.levers, agreement=v, **worlds) for v in (0, 1))
    days = np.where(worlds["day_choice"] == 1, one["pair_days"], zero["pair_days"])
    assert (mixed["pair_days"] == days).all()


def test_a_verdict_on_a_drawn_structure_never_says_that_all_worlds_agree():
    home, more = Scenario({"home": 1}), Scenario({"home": 3})
    drawn = compare(home, more, draws=2000)
    settled = compare(*(with_agreement(one, 0) for one in (home, more)), draws=2000)
    for lang, rules in (("da", "modellens regler"), ("en", "model's rules")):
        said = drawn.verdict(lang, outcome="pair_days")
        assert rules not in said
        assert "100" not in said
        assert rules in settled.verdict(lang, outcome="pair_days")


def test_structures_have_their_share_of_what_a_result_rests_on():
    pair = Scenario({"home": 0}), Scenario({"home": 2})
    drawn = provenance_share(pair, draws=1024)
    assert drawn.loc["structure", "quantities"] == 3
    assert drawn.loc["structure", "share"] > 0.3
    assert len(drawn) <= 5
    settled = provenance_share(pair, draws=1024, ledger=fixed(autonomy_path=1))
    assert settled.loc["structure", "share"] < drawn.loc["structure", "share"] - 0.2
