from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lederlib.catalogue import evidence, ledger
from lederlib.scenario import targets
from lederlib.scenario.evidence.prior import JOINTLY, prior_table, unreached

#: Committed before any code that fits; no prior that it rests on is touched since.
BEFORE = pd.read_csv(Path(__file__).with_name("prior_table.csv"), index_col="target")
DRAWN = ledger().draw(20_000, rng=0)


@pytest.fixture(scope="module")
def table():
    return prior_table(targets(), DRAWN)


def test_the_prior_is_the_one_that_was_written_down_before_fitting(table):
    assert list(table.index) == list(BEFORE.index)
    assert (table["kind"] == BEFORE["kind"]).all()
    # A fifth of the draws: shares to within a per cent, ends within sampling.
    assert table["passes"].to_numpy(float) == pytest.approx(
        BEFORE["passes"].to_numpy(float), abs=0.01, nan_ok=True
    )
    for end in ("q005", "q500", "q995"):
        width = BEFORE["q995"] - BEFORE["q005"]
        apart = ((table[end] - BEFORE[end]) / width).abs()
        assert apart.max() < 0.05, (end, apart)
    share = table["effective"].astype(float) / 20_000
    assert share.to_numpy() == pytest.approx(
        BEFORE["effective"].to_numpy(float) / 100_000, abs=0.01, nan_ok=True
    )


def test_published_numbers_are_the_registers(table):
    register = evidence().set_index("key")
    for key in table.index.drop(JOINTLY):
        row = register.loc[key]
        assert row["verified"] == "seen"
        published = row[["estimate", "low", "high"]].to_numpy(float)
        shown = table.loc[key, ["value", "low", "high"]].to_numpy(float)
        np.testing.assert_array_equal(published, shown)


def test_the_model_alone_reaches_the_numbers_but_not_the_published_prospects(table):
    assert unreached(table) == ("whale_rd_prospects",)
