import pytest

from lederlib.catalogue import EVIDENCE_KINDS, evidence, evidence_kind

TYPES = sorted(set(evidence()["estimate_type"]))


@pytest.mark.parametrize("name", TYPES)
def test_a_type_is_of_a_kind_that_its_own_letters_say(name):
    kind = evidence_kind(name)
    assert kind in EVIDENCE_KINDS
    assert ("direction" in name) <= (kind == "direction")
    assert name.startswith(("rho", "r (", "multiple R")) <= (kind == "correlation")
    assert (name in ("HR", "OR", "RR")) <= (kind == "ratio")
    assert (name in ("d", "g", "d (delta)")) <= (kind == "difference")


@pytest.mark.parametrize("name", ["%", "count", "hours/week", "alpha", "rule"])
def test_what_is_counted_or_timed_keeps_its_own_unit(name):
    assert evidence_kind(name) == "own_unit"


def test_where_only_a_direction_was_seen_no_row_has_a_size():
    register = evidence()
    kinds = register["estimate_type"].map(evidence_kind)
    assert register.loc[kinds == "direction", "low"].isna().all()
