import dataclasses

import numpy as np
import pytest

from lederlib.catalogue import PROVENANCES, Quantity, ledger, sources
from lederlib.text import LANGS, Phrase


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
