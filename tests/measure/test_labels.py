"""Nobody gets the group of another, whichever function is asked."""

import numpy as np
import pandas as pd
import pytest

from lederlib.measure import (
    ad_index,
    graded_dif,
    icc,
    item_table,
    r_star_wg,
    rwg_j,
)
from lederlib.measure.labels import labels_beside, numbered

RNG = np.random.default_rng(5)
TRAIT = RNG.normal(size=(120, 1)) + RNG.normal(size=(120, 4))
ANSWERS = pd.DataFrame(np.digitize(TRAIT, [-1, 0, 1]) + 1, columns=list("abcd"))
GROUPS = pd.Series(["nord", "syd"] * 60)
CALLS = {
    "ad_index": ad_index,
    "graded_dif": graded_dif,
    "icc": lambda answers, groups: icc(answers["a"], groups),
    "r_star_wg": r_star_wg,
    "rwg_j": rwg_j,
}


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize(
    "groups", [GROUPS[::-1], GROUPS.set_axis(range(1, 121)), GROUPS.sample(frac=1)]
)
def test_a_column_with_other_rows_is_refused(name, groups):
    with pytest.raises(ValueError, match="same index as the answers"):
        CALLS[name](ANSWERS, groups)


@pytest.mark.parametrize("name", CALLS)
def test_a_column_of_the_same_table_and_an_array_are_the_same(name):
    shuffled = ANSWERS.assign(unit=GROUPS).sample(frac=1, random_state=1)
    answers, groups = shuffled[list("abcd")], shuffled["unit"]
    first, second = (
        CALLS[name](answers, labels) for labels in (groups, groups.to_numpy())
    )
    assert first.to_frame().equals(second.to_frame())


@pytest.mark.parametrize("labels", [None, 3, "nord", {"a": 1}, [[1], [2]], [[1], []]])
def test_what_is_no_column_is_refused(labels):
    with pytest.raises(ValueError, match="groups must be one column"):
        labels_beside([[1], [2]], labels, people=2)


def test_a_list_is_no_name_of_a_group():
    with pytest.raises(ValueError, match=r"texts or numbers; got \[1\]"):
        numbered(pd.Series([[1], [2]]))


@pytest.mark.parametrize(
    "dates",
    [
        pd.date_range("2026-01-01", periods=120),
        pd.date_range("2026-01-01", periods=120, tz="Europe/Copenhagen"),
        pd.period_range("2026-01", periods=120, freq="M"),
        pd.to_timedelta(range(120), unit="D"),
    ],
)
def test_a_column_of_dates_is_no_item(dates):
    with pytest.raises(ValueError, match=r"Item 'when' must hold answers, .* dates"):
        item_table(ANSWERS.assign(when=dates))
