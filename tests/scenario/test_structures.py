"""Tipping or linear strain, and a span with or without a best middle."""

import numpy as np
import pytest

from lederlib.catalogue import ledger
from lederlib.model import mean_field, strain_path, two_stock_path
from lederlib.scenario import contagion, contagion_worlds, leader_year
from lederlib.scenario.structures import law_of_strain
from lederlib.scenario.teams import leader_loads, mean_leader_load, team_sizes

SMALL = {"employees": 900, "weeks": 60, "draws": 40}
HARD = {"load": 1.2, "budget": 0.8, "draws": 300}
STOCKS = ("one", "two")


def fixed(**chosen):
    book = ledger()
    for name, value in chosen.items():
        book = book.replace(name, value=value, source="a test")
    return book


@pytest.mark.parametrize("stocks", STOCKS)
def test_a_year_that_tips_by_ledger_is_the_year_that_tips_by_lever(stocks):
    by_ledger = leader_year(**HARD, stocks=stocks, ledger=fixed(strain_structure=1))
    by_lever = leader_year(**HARD, stocks=stocks, tipping=True)
    for name in ("strain", "fan", "quality"):
        assert (getattr(by_ledger, name) == getattr(by_lever, name)).all(), name
    assert by_ledger.worn == by_lever.worn


@pytest.mark.parametrize("tipping", [True, False])
def test_a_switch_that_is_set_overrides_what_is_drawn(tipping):
    for holds in (0, 1):
        book = fixed(strain_structure=holds)
        year = leader_year(**HARD, tipping=tipping, ledger=book)
        assert (year.fan == leader_year(**HARD, tipping=tipping).fan).all()
        spread = contagion(**SMALL, tipping=tipping, ledger=book)
        usual = contagion(**SMALL, tipping=tipping)
        assert (spread.strain == usual.strain).all()
        assert (spread.average_range == usual.average_range).all()


@pytest.mark.parametrize("stocks", STOCKS)
def test_the_worlds_of_a_year_are_those_of_the_structures_that_they_draw(stocks):
    drawn = ledger().draw(HARD["draws"], rng=0)["strain_structure"]
    mixed, linear, tips = (
        leader_year(**HARD, stocks=stocks, ledger=book).worn
        for book in (ledger(), fixed(strain_structure=0), fixed(strain_structure=1))
    )
    least, most = sorted((linear, tips))
    assert least < most
    # Each world keeps its other draws, so that the mix lies within what one can be.
    assert least - drawn.mean() <= mixed <= most
    assert linear < mixed < tips


def test_a_mixed_path_is_world_by_world_the_path_of_its_structure():
    worlds = ledger().draw(60, rng=3)
    rates = {"half_point": worlds["half_point"], "power": worlds["tipping_power"]}
    drawn = worlds["strain_structure"]
    reference = worlds["strain_reference"]
    rules = {**rates, "recovery": worlds["recovery"], "strain_reference": reference}
    shock = np.where(np.arange(80) < 13, 2.0, 1.0)

    def followed(structure):
        law = law_of_strain(None, structure, **rules)
        one = strain_path(0.8, 0.6, weeks=80, steps_per_week=1, **rates, **law).strain
        pair = mean_field(weeks=80, leader_load_path=shock, **rates, **law)
        return one, pair.employee_strain

    mixed, tips, linear = map(followed, (drawn, np.ones(60), np.zeros(60)))
    for found, first, second in zip(mixed, tips, linear, strict=True):
        assert (found == np.where(drawn == 1, first, second)).all()


def test_an_array_of_switches_is_the_switch():
    for switch in (True, False):
        whole = mean_field(weeks=60, leader_load=[0.8, 1.5], tipping=switch)
        each = mean_field(weeks=60, leader_load=[0.8, 1.5], tipping=[switch, switch])
        assert (whole.employee_strain == each.employee_strain).all()
    with pytest.raises(ValueError, match="tipping must"):
        mean_field(tipping=[0, 0.5])


def test_both_structures_stand_still_at_the_same_status_quo():
    worlds = ledger().draw(80, rng=1)
    rates = {"half_point": worlds["half_point"], "power": worlds["tipping_power"]}
    normal, drain, recovery = (
        worlds[name] for name in ("strain_reference", "drain", "recovery")
    )
    slower = 1 + (normal / rates["half_point"]) ** rates["power"]
    load = recovery * normal / (drain * (1 - normal) * slower)
    for structure in (0, 1):
        law = law_of_strain(
            None,
            np.full(80, structure),
            recovery=recovery,
            strain_reference=normal,
            **rates,
        )
        path = strain_path(
            load, 1.0, weeks=26, start=normal, drain=drain, **rates, **law
        )
        assert path.strain == pytest.approx(np.tile(normal, (27, 1)), abs=1e-9)


def test_the_exhaustion_of_two_stocks_agrees_at_the_status_quo_too():
    for structure in (0, 1):
        law = law_of_strain(
            None,
            structure,
            recovery=0.1,
            half_point=0.45,
            power=4,
            strain_reference=0.3,
        )
        mends = 0.1 / (1 + (0.3 / 0.45) ** 4)
        tired = mends * 0.3 / (0.06 * 0.7)
        path = two_stock_path(
            2.0 * tired / (0.8 * (1 - tired)),
            1.0,
            weeks=26,
            fatigue=tired,
            exhaustion=0.3,
            tipping=law["tipping"],
            exhaustion_recovery=law["recovery"],
        )
        assert path.exhaustion == pytest.approx(0.3, abs=1e-6)


def test_a_population_has_one_structure_and_the_average_pair_all():
    drawn = contagion(**SMALL)
    tips = contagion(**SMALL, tipping=True)
    assert (drawn.strain == tips.strain).all()
    assert (drawn.average_leader == tips.average_leader).all()
    assert (drawn.average_range != tips.average_range).any()
    linear = contagion(**SMALL, ledger=fixed(strain_structure=0))
    assert (linear.strain != tips.strain).any()


def test_each_world_of_a_municipality_has_a_structure_of_its_own():
    drawn = ledger().draw(6, rng=2)["strain_structure"]
    assert 0 < drawn.mean() < 1
    mixed, tips, linear = (
        contagion_worlds(draws=6, weeks=60, rng=2, ledger=book)
        for book in (ledger(), fixed(strain_structure=1), fixed(strain_structure=0))
    )
    expected = np.where(drawn[:, np.newaxis] == 1, tips, linear)
    assert (mixed.to_numpy() == expected).all()
    raw = contagion_worlds(draws=6, weeks=60, rng=2, tipping=True)
    assert raw.equals(tips)


def test_the_mean_load_is_that_of_the_leaders_in_every_world():
    sizes = team_sizes(3000, span=17, unequal=0.7, rng=5)
    worlds = ledger().draw(8, rng=5)
    best = np.where(worlds["span_structure"] == 1, worlds["best_span"], 1.0)
    assert 0 < worlds["span_structure"].mean() < 1
    zeta = worlds["span_to_load"]
    found = mean_leader_load(sizes, load=1.1, span_to_load=zeta, best_span=best, rng=5)
    each = [
        leader_loads(sizes, load=1.1, span_to_load=z, best_span=b, rng=5).mean()
        for z, b in zip(zeta, best, strict=True)
    ]
    assert found == pytest.approx(each)


def test_with_a_best_middle_a_small_span_weighs_as_a_large_one_does():
    middle = fixed(span_structure=1, best_span=20)
    grows = fixed(span_structure=0)
    tight, usual = (
        [contagion(**SMALL, span=n, ledger=book).leader_load.mean() for n in (5, 20)]
        for book in (middle, grows)
    )
    assert tight[0] > tight[1]
    assert usual[0] < usual[1]


def test_the_form_of_the_span_reaches_the_average_pair():
    few = {**SMALL, "span": 8, "tipping": True}
    both = [
        contagion(**few, ledger=fixed(span_structure=form, best_span=30))
        for form in (0, 1)
    ]
    assert both[0].average_range[1] < both[1].average_range[1]
