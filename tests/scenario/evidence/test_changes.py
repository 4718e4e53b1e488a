import numpy as np
import pytest

from lederlib.catalogue import ledger
from lederlib.scenario.evidence.changes import before_and_after, most_changed

BOOK = ledger()
BEFORE = BOOK.draw(2000, rng=0)


def held(**found):
    return before_and_after(BOOK, BEFORE, found)


def test_a_way_to_build_the_model_is_told_as_a_share_of_worlds():
    built = np.repeat([0.0, 1.0], [200, 800])
    rows = held(autonomy_path=built).filter(like="autonomy_path.", axis=0)
    assert rows["after"].tolist() == [0.2, 0.8]
    assert rows["before"].sum() == pytest.approx(1)
    assert rows["moved"].tolist() == pytest.approx((rows.after - rows.before).tolist())
    assert rows[["before_low", "after_high"]].isna().all(axis=None)
    assert (rows["narrowed"] == 0).all()


def test_a_number_is_as_much_narrower_as_its_range_is_shorter():
    middle = np.median(BEFORE["contact_reach"])
    half = middle + (BEFORE["contact_reach"] - middle) / 2
    row = held(contact_reach=half).loc["contact_reach"]
    assert row["narrowed"] == pytest.approx(0.5)
    assert row["moved"] == pytest.approx(0, abs=1e-9)


def test_of_a_choice_only_what_gained_most_is_among_the_most_changed():
    one = np.repeat([0.0, 1.0, 2.0], [100, 100, 800])
    changed = most_changed(held(social_capital_factors=one, drain=BEFORE["drain"]))
    assert list(changed.index) == ["social_capital_factors.2"]


def test_every_way_that_is_drawn_has_its_row():
    for name, one in BOOK.items():
        if one.distribution == "choice":
            shares = held().filter(like=f"{name}.", axis=0)["before"]
            assert shares.sum() == pytest.approx(1)
