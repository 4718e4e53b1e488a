import dataclasses
from itertools import permutations

import pytest

from lederlib.catalogue import PROVENANCES, class_of_size, ledger, weakest

STRONG = ("seed", "published", "own")
ORDER = ("direction", "structure", "assumption", "unverified")


def test_what_is_printed_seen_or_measured_stands_alike():
    for first, second in permutations(STRONG, 2):
        # Neither is weaker, so that the first one named stands.
        assert weakest(first, second) == first


def test_the_weakest_parent_follows_one_order_however_they_are_named():
    for strong in STRONG:
        for place, weak in enumerate(ORDER):
            for stronger in (strong, *ORDER[:place]):
                assert weakest(stronger, weak) == weakest(weak, stronger) == weak
    for named in permutations((*ORDER, "seed")):
        assert weakest(*named) == "unverified"


def test_every_class_but_the_derived_has_a_rank():
    for one in PROVENANCES:
        if one != "derived":
            assert weakest(one) == one
    with pytest.raises(ValueError, match="class must be one of seed"):
        weakest("derived")
    with pytest.raises(ValueError, match="needs at least one class"):
        weakest()


def test_a_size_is_never_a_direction_and_at_most_five_classes_move_a_result():
    sizes = {
        class_of_size(one)
        for one in PROVENANCES
        if one not in ("derived", "unverified")
    }
    assert sizes == {"seed", "published", "own", "structure", "assumption"}


def test_a_derived_number_stands_as_its_weakest_parent():
    book = ledger()
    assert book.class_of("span_of_control") == "seed"
    guess = book.replace("naestved_leaders", value=300, source="a guess")
    assert guess.class_of("span_of_control") == "assumption"
    counted = book.replace(
        "naestved_leaders", value=300, source="our list", provenance="own"
    )
    assert counted.class_of("span_of_control") == "seed"
    assert book.table("en").loc["span_of_control", "provenance"] == (
        "derived (magazine)"
    )
    assert guess.table("da").loc["span_of_control", "provenance"] == (
        "afledt (antagelse)"
    )


def test_the_parents_of_a_derived_number_are_in_the_ledger():
    for one in ledger().values():
        assert set(one.parents) <= set(ledger())
    drain = ledger()["drain"]
    with pytest.raises(ValueError, match="must name its parents if it is derived"):
        dataclasses.replace(drain, parents=("recovery",))
    with pytest.raises(ValueError, match="must name its parents if it is derived"):
        dataclasses.replace(drain, provenance="derived")


def test_every_rival_structure_is_a_choice_of_the_class_structure():
    rivals = {one.name for one in ledger().values() if one.provenance == "structure"}
    assert rivals == {
        "retention_family",
        "day_choice",
        "autonomy_path",
        "strain_structure",
        "span_structure",
    }
    for name in rivals:
        assert ledger()[name].distribution == "choice"
        assert len(set(ledger().draw(400, rng=1)[name])) == ledger()[name].high + 1
