from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from lederlib.measure.cfa import cfa
from lederlib.measure.cfa.notices import SPOILING, Notice, fit_notices

TWO = "f =~ a + b + c\ng =~ x + y + z"


def test_at_most_six_names_are_told_and_the_rest_counted():
    names = tuple(f"q{number}" for number in range(1, 10))
    told = Notice(key="skipped", names=names).to("da")
    assert "q6" in told
    assert "q7" not in told
    assert "3 flere" in told
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
