from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from lederlib.measure.cfa import cfa
from lederlib.measure.cfa.notices import (
    SPOILING,
    Notice,
    fit_notices,
    heywood,
    impossible_factors,
    left_out,
    ordered_notices,
)
from lederlib.measure.cfa.ordered import ordered_levels, ordered_sample
from lederlib.measure.cfa.people import read_people

ITEMS = ("y1", "y2", "y3")
TWO = "f =~ a + b + c\ng =~ x + y + z"


@pytest.fixture(scope="module")
def people(table):
    return read_people(table("five_points"), ITEMS)


def samples(people, ordered=None):
    levels = ordered_levels(people, ordered)
    return [ordered_sample(part, ITEMS, levels) for part in people.parts], levels


def keys(found, levels):
    return {notice.key: notice.names for notice in ordered_notices(found, levels)}


def test_at_most_six_names_are_told_and_the_rest_counted():
    names = tuple(f"q{number}" for number in range(1, 10))
    told = Notice(key="skipped", names=names).to("da")
    assert "q6" in told
    assert "q7" not in told
    assert "3 til" in told
    assert "more" not in Notice(key="skipped", names=names[:6]).to("en")


def test_counts_are_written_as_each_language_writes():
    notice = Notice(key="left_out", counts={"count": 1234})
    assert "1.234" in notice.to("da")
    assert "1,234" in notice.to("en")


def test_a_sound_fit_has_nothing_to_tell(beyond_one):
    assert not list(fit_notices(cfa("f =~ a + b + c", beyond_one).fit))


def test_a_search_that_did_not_arrive_spoils_the_estimates(beyond_one):
    fit = cfa("f =~ a + b + c", beyond_one).fit
    stopped = replace(fit.optimum, converged=False, steps=1234)
    (notice,) = fit_notices(replace(fit, optimum=stopped))
    assert notice.key == "not_converged"
    assert notice.spoils
    assert "1.234" in notice.to("da")


def test_only_groups_with_impossible_factors_are_named(beyond_one):
    rng = np.random.default_rng(7)
    raw = rng.normal(size=(2, 300, 6))
    rows = []
    for group, answers in zip(("north", "south"), raw, strict=True):
        goal = beyond_one.covariance.copy()
        if group == "north":
            goal[:3, 3:] = goal[3:, :3] = 0.1
        root = np.linalg.cholesky(np.cov(answers, rowvar=False))
        white = np.linalg.solve(root, answers.T)
        mixed = (np.linalg.cholesky(goal) @ white).T
        rows.append(pd.DataFrame(mixed, columns=list("abcxyz")).assign(unit=group))
    found = cfa(TWO, pd.concat(rows, ignore_index=True), group="unit")
    (notice,) = found.notices
    assert (notice.key, notice.names) == ("impossible_factors", ("south",))
    assert not found.proper
    assert "south" in found.summary("en")


@pytest.mark.parametrize("key", SPOILING)
def test_what_spoils_is_called_a_warning(key):
    notice = Notice(key=key, counts={"steps": 3, "df": -1})
    assert notice.to("da").startswith("Advarsel:")
    assert notice.to("en").startswith("Warning:")


def test_only_ordered_items_can_be_too_alike(people):
    close = np.array([[1, 0.995, 0.2], [0.995, 1, 0.2], [0.2, 0.2, 1]])
    (all_ordered,), levels = samples(people)
    assert keys([replace(all_ordered, cov=close)], levels)["alike"] == ("y1 – y2",)
    (mixed,), levels = samples(people, ["y1", "y3"])
    assert "alike" not in keys([replace(mixed, cov=close)], levels)
    assert "alike" not in keys([all_ordered], levels)


def test_correlations_that_cannot_all_be_right_name_their_group(people):
    odd = np.array([[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]])
    (sample,), levels = samples(people)
    both = [replace(sample, name="north"), replace(sample, name="south", cov=odd)]
    assert keys(both, levels)["not_positive"] == ("south",)
    assert keys([replace(sample, cov=odd)], levels)["not_positive"] == ()
    assert "not_positive" not in keys([sample], levels)


def test_left_out_rows_are_told_only_where_there_are_any(people):
    assert left_out(people) == ()
    (notice,) = left_out(replace(people, left_out=3))
    assert notice.counts == {"count": 3}


def test_factors_that_correlate_beyond_one_are_impossible(beyond_one):
    whole = cfa("f =~ a + b + c\ng =~ x + y + z", beyond_one, std_lv=True)
    rows = whole.estimates.set_index(["op", "lhs", "rhs"])["est"]
    assert rows["~~", "f", "g"] == pytest.approx(1.1, abs=1e-6)
    assert impossible_factors(whole.fit) == [0]
    assert not heywood(whole.fit)
    one = cfa("f =~ a + b + c", beyond_one)
    assert impossible_factors(one.fit) == []


def test_a_factor_that_is_held_still_is_not_called_impossible(beyond_one):
    still = cfa("f =~ 1*a + 1*b + 1*c\nf ~~ 0*f", beyond_one)
    assert impossible_factors(still.fit) == []
    assert still.proper
