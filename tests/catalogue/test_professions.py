import numpy as np
import pytest

from lederlib.catalogue import FACTOR_KEYS, ledger, profession_ledger, professions

DEVELOPMENT = ("competence_development", "career_development")


@pytest.mark.parametrize("key", professions())
def test_a_profession_changes_its_own_weights_and_nothing_else(key):
    before, after = ledger().draw(50, rng=1), profession_ledger(key).draw(50, rng=1)
    changed = {name for name in before if not np.array_equal(before[name], after[name])}
    assert changed == {"attraction_weights"}
    np.testing.assert_allclose(after["attraction_weights"].sum(axis=0), 1)
    assert profession_ledger(key).fingerprint != ledger().fingerprint


def test_development_attracts_staff_more_than_others():
    rows = [FACTOR_KEYS.index(key) for key in DEVELOPMENT]
    means = [
        book.draw(20_000, rng=2)["attraction_weights"][rows].mean(axis=1)
        for book in (ledger(), profession_ledger("staff"))
    ]
    assert (means[1] > means[0] + 0.02).all()


def test_own_numbers_are_kept():
    own = ledger().replace("vacant", value=0.1, source="x")
    assert profession_ledger("staff", own)["vacant"].value == 0.1


def test_an_unknown_profession_lists_the_known():
    with pytest.raises(ValueError, match="staff"):
        profession_ledger("teacher")
