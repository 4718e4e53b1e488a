import numpy as np
import pandas as pd
import pytest

from lederlib.measure import efa, line_up

RNG = np.random.default_rng(5)
TRAITS = RNG.normal(size=(600, 3))
ANSWERS = np.repeat(TRAITS, 4, axis=1) + RNG.normal(size=(600, 12))
THOUGHT = [name for name in ("calm", "pay", "trust") for _ in range(4)]


def test_each_factor_stands_beside_the_items_that_load_on_it():
    lined = line_up(efa(ANSWERS, 3).loadings, THOUGHT)
    assert list(lined.loadings) == ["calm", "pay", "trust"]
    assert lined.landed.all()
    own = [lined.loadings.loc[row, lined.thought[row]] for row in lined.thought.index]
    assert min(own) > 0.5


def test_the_order_of_factors_does_not_matter():
    found = efa(ANSWERS, 3).loadings
    turned = line_up(found[["F3", "F1", "F2"]], THOUGHT).loadings
    pd.testing.assert_frame_equal(turned, line_up(found, THOUGHT).loadings)


def test_an_item_in_the_wrong_place_has_not_landed():
    lined = line_up(efa(ANSWERS, 3).loadings, [*THOUGHT[:-1], "calm"])
    assert lined.landed.tolist() == [True] * 11 + [False]
    assert lined.highest.iloc[-1] == "trust"


def test_a_negative_loading_counts_as_much_as_a_positive_one():
    found = pd.DataFrame({"F1": [0.1, -0.7], "F2": [0.6, 0.2]})
    assert line_up(found, ["calm", "pay"]).landed.all()


@pytest.mark.parametrize("count", [0, 1, 2])
def test_groups_without_a_factor_stay_empty(count):
    found = efa(ANSWERS, 3).loadings.iloc[:, :count]
    lined = line_up(found, THOUGHT)
    assert int(lined.loadings.notna().all().sum()) == count
    assert int(lined.loadings.isna().all().sum()) == 3 - count
    assert lined.highest.isna().all() == (count == 0)
    assert count or not lined.landed.any()


@pytest.mark.parametrize(
    ("thought", "groups", "words"),
    [
        (THOUGHT[:5], None, "each of 12 items; got 5"),
        (THOUGHT, ["calm", "pay"], "names 'trust'"),
        (["calm"] * 12, None, "3 factors for only 1 groups"),
    ],
)
def test_what_does_not_fit_is_told(thought, groups, words):
    with pytest.raises(ValueError, match=words):
        line_up(efa(ANSWERS, 3).loadings, thought, groups=groups)
