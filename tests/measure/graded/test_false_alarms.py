"""How often items are said to misfit or to differ between groups, and do not.

The full table takes minutes, and ``pytest -m release tests/measure/graded -n0 -s``
prints it; the gate draws a small part of it.
"""

import numpy as np
import pytest

from lederlib.measure import graded_dif, graded_response
from lederlib.text import label

SIZES = (50, 200, 1000)
SHIFT, SLOPE = 0.6, 1.5
MOST = 0.075


def answers(people, draw, shift=0.0):
    """Return five items of four answers, one harder for the second half by `shift`."""
    rng = np.random.default_rng([draw, people])
    trait = rng.standard_normal((2 * people, 1))
    told = SLOPE * trait + rng.logistic(size=(2 * people, 5))
    told[people:, 3] -= SLOPE * shift
    return np.digitize(told, [-1.5, 0, 1.5])


def differing(people, draw, shift=0.0):
    """Return the items that are said to work differently, in order."""
    groups = np.repeat(["1", "2"], people)
    table = graded_dif(answers(people, draw, shift), groups).table
    return table[table["rank"] > 0].sort_values("rank").index.tolist()


def misfits(people, draw):
    """Return whether a model that is right is said not to fit some item."""
    said = graded_response(answers(people, draw)[:people]).summary("en")
    return label("graded.misfit", "en").partition("{")[0] in said


def test_groups_that_are_alike_differ_in_no_item():
    assert not any(differing(50, draw) for draw in range(3))


def test_the_item_that_differs_is_named_and_no_other():
    assert differing(400, 0, SHIFT) == ["item4"]


@pytest.mark.release
@pytest.mark.slow
@pytest.mark.parametrize("people", SIZES)
def test_the_whole_table_of_false_alarms_stays_below_its_limit(people):
    wrong = sum(bool(differing(people, draw)) for draw in range(500))
    found = [differing(people, draw, SHIFT) for draw in range(100)]
    named, others = (
        sum("item4" in items for items in found),
        sum(bool(set(items) - {"item4"}) for items in found),
    )
    told = f"{wrong}/500 accused, {named}/100 named, {others}/100 with another"
    print(f"items of two groups, {people}: {told}")  # noqa: T201
    assert wrong <= MOST * 500


@pytest.mark.release
@pytest.mark.slow
@pytest.mark.parametrize("people", SIZES)
def test_items_of_a_model_that_is_right_rarely_misfit(people):
    wrong = sum(misfits(people, draw) for draw in range(500))
    print(f"items of one group, {people}: {wrong}/500 misfit")  # noqa: T201
    assert wrong <= MOST * 500
