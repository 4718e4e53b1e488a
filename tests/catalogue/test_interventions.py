import numpy as np
import pytest

from lederlib.catalogue import (
    FACTOR_KEYS,
    PROVENANCES,
    draw_interventions,
    evidence,
    intervention,
    intervention_pairs,
    intervention_quantities,
    interventions,
    shortlist,
    sources,
)

ALL = interventions()
KEYS = [one.key for one in ALL]


def test_there_are_at_least_thirty_and_no_key_stands_twice():
    assert len(ALL) >= 30
    assert len(set(KEYS)) == len(KEYS)


@pytest.mark.parametrize("lang", ["da", "en"])
def test_each_has_its_own_name_and_a_sentence(lang):
    names = [one.name.to(lang).casefold() for one in ALL]
    texts = [one.text.to(lang) for one in ALL]
    texts += [pair.why.to(lang) for pair in intervention_pairs()]
    assert len(set(names)) == len(names)
    assert len(set(texts)) == len(texts)
    for text in texts:
        assert text == text.strip()
        assert text.endswith(".")
        assert text[0].isupper()


def test_danish_is_not_left_in_english():
    for one in ALL:
        assert one.text.da != one.text.en
        assert one.name.da != one.name.en


def test_each_moves_known_factors_by_an_assumed_range():
    for one in ALL:
        assert one.moves
        for move in one.moves:
            assert move.factor in FACTOR_KEYS
            assert -1 <= move.low <= move.value <= move.high <= 1
            assert move.low < move.high
            assert move.provenance == "assumption"


def test_every_factor_can_be_moved():
    assert {move.factor for one in ALL for move in one.moves} == set(FACTOR_KEYS)


def test_each_costs_attention_and_takes_time():
    for one in ALL:
        assert 0 < one.attention < 0.5
        assert 1 <= one.weeks <= 52


def test_only_what_stops_something_sets_attention_free_by_an_assumed_range():
    freeing = [one for one in ALL if one.frees.high]
    assert freeing
    for one in ALL:
        assert 0 <= one.frees.low <= one.frees.value <= one.frees.high < 0.5
        assert one.frees.provenance == "assumption"
    for one in freeing:
        assert one.key.startswith("remove_")
        assert one.frees.low < one.frees.high


def test_the_short_list_is_fifteen_that_hinder_help_and_wait_for_one_another():
    chosen = set(shortlist())
    assert len(chosen) == 15
    assert chosen < set(KEYS)
    pairs = [pair for pair in intervention_pairs() if set(pair.keys) <= chosen]
    assert {pair.kind for pair in pairs} == {"conflict", "synergy"}
    legacies = {intervention(key).remove_first for key in chosen} - {""}
    assert len(legacies) == 4
    assert not legacies & chosen


def test_conflicts_and_synergies_are_known_and_symmetric():
    for one in ALL:
        assert one.key not in one.conflicts + one.synergies
        assert not set(one.conflicts) & set(one.synergies)
        for other in one.conflicts:
            assert one.key in intervention(other).conflicts
        for other in one.synergies:
            assert one.key in intervention(other).synergies


def test_the_magazines_own_conflict_is_the_only_one_that_is_not_assumed():
    seeded = [pair for pair in intervention_pairs() if pair.provenance == "seed"]
    assert [pair.keys for pair in seeded] == [("fixed_presence_days", "home_days")]
    assert seeded[0].source == "helhedsmodel_2025"


def test_no_pair_stands_twice():
    pairs = [frozenset(pair.keys) for pair in intervention_pairs()]
    assert len(set(pairs)) == len(pairs)
    assert all(len(pair) == 2 for pair in pairs)


def test_what_stands_in_the_way_is_removed_by_something_that_needs_nothing_first():
    legacies = {one.remove_first for one in ALL} - {""}
    assert legacies == {key for key in KEYS if key.startswith("remove_")}
    for key in legacies:
        assert intervention(key).remove_first == ""


def test_evidence_is_in_the_register_and_was_seen():
    register = evidence().set_index("key")["verified"]
    for one in ALL:
        for key in one.evidence:
            assert register[key] == "seen", (one.key, key)


def test_sources_exist_and_only_the_magazine_counts_as_seed():
    known = {one.key for one in sources()}
    for one in (*ALL, *intervention_pairs()):
        assert one.source in known
        assert one.provenance in PROVENANCES
        assert (one.provenance == "assumption") == (one.source == "lederlib")


def test_what_pairs_and_attention_are_worth_is_assumed():
    for quantity in intervention_quantities().values():
        assert quantity.provenance == "assumption"
    assert intervention_quantities()["conflict_strength"].high <= 0
    assert intervention_quantities()["synergy_strength"].low >= 0
    assert intervention_quantities()["dilution_power"].low > 1


def test_an_unknown_intervention_names_the_nearest():
    with pytest.raises(ValueError, match=r"Nearest: 'home_days'\.$"):
        intervention("home_day")


def test_draws_keep_to_their_ranges():
    drawn = draw_interventions(KEYS, 500, rng=3)
    for place, one in enumerate(ALL):
        moved = {move.factor for move in one.moves}
        for row, key in enumerate(FACTOR_KEYS):
            assert drawn.moves[row, place].any() == (key in moved)
        assert one.frees.low <= drawn.frees[place].min()
        assert drawn.frees[place].max() <= one.frees.high
        for move in one.moves:
            values = drawn.moves[FACTOR_KEYS.index(move.factor), place]
            assert move.low <= values.min() < values.max() <= move.high
    assert np.array_equal(drawn.pairs, drawn.pairs.swapaxes(0, 1))
    assert {(KEYS[p], KEYS[r]) for p, r in drawn.first} == {
        (one.key, one.remove_first) for one in ALL if one.remove_first
    }


def test_leaving_one_out_leaves_the_draws_of_the_others():
    many = draw_interventions(["home_days", "supervision", "trio_meetings"], 50, rng=3)
    few = draw_interventions(["trio_meetings", "home_days"], 50, rng=3)
    assert np.array_equal(few.moves, many.moves[:, [2, 0]])
    assert few.first == ()


def test_the_same_seed_gives_the_same_draws_and_another_does_not():
    one, same, other = (
        draw_interventions(["home_days"], 20, rng=seed).moves for seed in (1, 1, 2)
    )
    assert np.array_equal(one, same)
    assert not np.array_equal(one, other)


@pytest.mark.parametrize(
    ("keys", "n", "message"),
    [
        (["home_days", "home_days"], 10, "each intervention once"),
        (["coffee"], 10, "intervention must be one of"),
        (["home_days"], 0, "n must lie between 1 and 1e"),
        (["home_days"], 10**9, "n must lie between 1 and 1e"),
        (["home_days"], 1.5, "n must be a whole number"),
    ],
)
def test_bad_input_gets_one_sentence(keys, n, message):
    with pytest.raises(ValueError, match=message):
        draw_interventions(keys, n, rng=1)
