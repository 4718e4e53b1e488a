from itertools import combinations

import numpy as np
import pytest

from lederlib.catalogue import intervention, intervention_pairs
from lederlib.model import best_portfolios, pair_help
from lederlib.scenario import (
    best_sets,
    pair_effects,
    pairs_in_words,
    portfolio_world,
    set_value,
    sets_in_words,
    stop_first,
    stop_sentence,
    stops_in_words,
)

WORLD = portfolio_world(draws=600, rng=3)


def test_three_of_fifteen_are_455_once_everything_in_the_way_has_stopped():
    assert len(best_sets(WORLD, stop=WORLD.legacies)) == 455
    assert len(best_sets(WORLD)) == len([*combinations(range(15 - 4), 3)])


@pytest.mark.parametrize("legacy", WORLD.legacies)
def test_stopping_one_thing_opens_for_what_needed_it_and_for_nothing_else(legacy):
    opened = {key for keys in best_sets(WORLD, stop=[legacy])["keys"] for key in keys}
    needs = {key for key in WORLD.table if intervention(key).remove_first == legacy}
    assert needs
    assert opened == set(WORLD.table) - set(WORLD.locked()) | needs


def test_the_table_is_what_trying_every_set_gives():
    places = WORLD.places(WORLD.legacies[:1])
    slow = best_portfolios(
        WORLD.effects, 3, first=WORLD.first, done=places, among=range(15)
    )
    quick = best_sets(WORLD, stop=WORLD.legacies[:1])
    assert quick["value"].to_numpy() == pytest.approx(slow.value, abs=1e-6)
    assert quick["regret"].to_numpy() == pytest.approx(slow.regret, abs=1e-6)
    assert quick["best"].sum() == pytest.approx(1)


def test_a_value_is_the_mean_of_the_worlds_and_regret_what_the_best_has_more():
    table = best_sets(WORLD)
    keys = table["keys"]
    values = np.array([set_value(WORLD, one) for one in keys])
    assert table["value"].to_numpy() == pytest.approx(values.mean(axis=1), abs=1e-6)
    regret = (values.max(axis=0) - values).mean(axis=1)
    assert table["regret"].to_numpy() == pytest.approx(regret, abs=1e-6)


def test_the_middle_of_the_catalogue_is_what_is_drawn_unless_asked_otherwise():
    asked = best_sets(WORLD, capacity=0.25, power=4)
    assert asked["value"].to_numpy() == pytest.approx(best_sets(WORLD)["value"])
    tight = best_sets(WORLD, capacity=0.1)
    assert tight["value"].max() < asked["value"].max()


def test_the_last_to_show_decides_how_long_it_takes():
    row = best_sets(WORLD).iloc[0]
    assert row["weeks"] == max(intervention(key).weeks for key in row["keys"])


def test_pairs_are_the_help_of_the_model_and_named_as_the_catalogue_does():
    pairs = pair_effects(WORLD).set_index(["one", "other"])
    helped = pair_help(WORLD.effects)
    for one, other in combinations(range(15), 2):
        row = pairs.loc[(WORLD.keys[one], WORLD.keys[other])]
        assert row["help"] == pytest.approx(helped[one, other].mean(), abs=1e-6)
    named = pairs[pairs["kind"] != ""]
    assert {frozenset(keys) for keys in named.index} == {
        frozenset(pair.keys)
        for pair in intervention_pairs()
        if set(pair.keys) <= set(WORLD.table)
    }
    assert named.loc[("fixed_presence_days", "home_days"), "help"] < 0


def test_what_to_stop_first_is_what_the_model_says_it_is_worth():
    stops = stop_first(WORLD)

    def highest(done):
        table = {"first": WORLD.first, "done": done, "among": range(15)}
        return best_portfolios(WORLD.effects, 3, **table).value[0]

    today = highest(())
    gains = {r: highest([r]) - today for r in {r for _, r in WORLD.first}}
    found = dict(zip(stops["legacy"], stops["gain"], strict=True))
    named = {WORLD.keys[place]: gain for place, gain in gains.items()}
    assert found == pytest.approx(named, abs=1e-6)
    assert stops["gain"].is_monotonic_decreasing
    assert stops["best"].sum() == pytest.approx(1)
    assert (stops["q05"] <= stops["q95"]).all()


def test_with_the_fifteen_it_is_worth_stopping_something():
    stops = stop_first(WORLD).set_index("legacy")
    assert stops["gain"].max() > 0.005
    assert (stops["gain"].abs() > 1e-4).all()


def test_a_better_workplace_has_less_to_gain():
    high = portfolio_world(
        draws=300, rng=3, baseline={"leadership_quality": 1, "onboarding": 1}
    )
    assert best_sets(high)["value"].max() < best_sets(WORLD)["value"].max()


def test_one_can_bring_a_table_of_ones_own():
    world = portfolio_world(["lived_values", "home_days", "supervision"], draws=50)
    assert world.legacies == ("remove_wall_values", "remove_presence_rule")
    assert best_sets(world, stop=world.legacies)["best"].tolist() == [1.0]


def test_the_sentence_says_when_the_answer_depends_on_assumptions():
    stops = stop_first(WORLD).assign(best=[0.3, 0.4, 0.2, 0.1])
    assert "depends on assumptions" in stop_sentence(stops, "en")
    sure = stops.assign(best=[0.9, 0.1, 0, 0])
    assert "it gives most in 90% of the worlds" in stop_sentence(sure, "en")


@pytest.mark.parametrize("lang", ["da", "en"])
def test_tables_for_readers_are_in_their_language(lang):
    tables = [
        sets_in_words(best_sets(WORLD), lang),
        pairs_in_words(pair_effects(WORLD), lang),
        stops_in_words(stop_first(WORLD), WORLD, lang),
    ]
    assert [len(table) for table in tables] == [5, 10, 4]
    mark = {"da": ",", "en": "."}[lang]
    assert mark in tables[0].iloc[0, 1]


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: portfolio_world(["coffee"], draws=10), "intervention must be one of"),
        (lambda: portfolio_world(["home_days"] * 2, draws=10), "each intervention onc"),
        (lambda: portfolio_world(draws=10**9), "draws must lie between 2 and"),
        (lambda: best_sets(WORLD, stop=["tea"]), "intervention must be one of"),
        (lambda: best_sets(WORLD, capacity=0), "capacity must lie between"),
        (lambda: best_sets(WORLD, power=1), "power must lie between 1 and 100"),
        (lambda: set_value(WORLD, WORLD.table[:2]), "is not among the 165 sets"),
        (lambda: stop_sentence(stop_first(WORLD)[:0], "da"), "stops must have a row"),
    ],
)
def test_questions_that_cannot_be_answered_get_one_sentence(ask, message):
    with pytest.raises(ValueError, match=message):
        ask()


def test_the_range_of_a_gain_is_that_of_the_worlds():
    """What the best three gain in each world once the legacy has stopped."""
    today = set_value(WORLD, best_sets(WORLD)["keys"].iloc[0])
    for row in stop_first(WORLD).itertuples():
        gain = set_value(WORLD, row.keys, stop=(row.legacy,)) - today
        ends = np.quantile(gain, [0.05, 0.95])
        assert (row.q05, row.q95) == pytest.approx(tuple(ends))


def test_a_stop_lets_in_what_needed_it_and_nothing_else():
    stops = stop_first(WORLD)
    words = stops_in_words(stops, WORLD, "en").iloc[:, -1]
    for legacy, said in zip(stops["legacy"], words, strict=True):
        for key in WORLD.table:
            needs = intervention(key).remove_first == legacy
            assert (intervention(key).name.en in said) == needs, (legacy, key)
