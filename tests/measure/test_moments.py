from itertools import pairwise

import joblib
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.catalogue import load_dataset
from lederlib.measure import Moments

RNG = np.random.default_rng(4)
ANSWERS = pd.DataFrame(
    RNG.integers(1, 6, (5000, 6)) @ RNG.uniform(0, 1, (6, 6)),
    columns=[f"q{number}" for number in range(6)],
)


def whole_numbers(seed):
    return np.random.default_rng(seed).integers(1, 6, (8, 3)).tolist()


def agrees(moments, table, rel=1e-10):
    assert moments.n == len(table)
    assert moments.mean == pytest.approx(table.mean(axis=0), rel=rel)
    wanted = np.cov(table, rowvar=False)
    assert moments.covariance.ravel() == pytest.approx(wanted.ravel(), rel=rel)


def test_one_table_has_the_moments_of_numpy():
    moments = Moments.from_table(ANSWERS)
    agrees(moments, ANSWERS.to_numpy())
    wanted = np.corrcoef(ANSWERS.to_numpy(), rowvar=False)
    assert moments.correlations == pytest.approx(wanted, rel=1e-10)
    assert moments.names == tuple(ANSWERS.columns)


@given(st.lists(st.integers(0, 5000), max_size=30))
def test_the_moments_are_the_same_however_the_table_is_cut(cuts):
    ends = [0, *sorted(cuts), 5000]
    pieces = (ANSWERS.iloc[a:b] for a, b in pairwise(ends))
    agrees(Moments.from_batches(pieces), ANSWERS.to_numpy())


@given(st.permutations(range(4)))
def test_merging_does_not_mind_the_order(order):
    parts = [Moments.from_table(ANSWERS.iloc[at::4]) for at in order]
    agrees(parts[0].merge(*parts[1:]), ANSWERS.to_numpy())
    nested = parts[0].merge(parts[1]).merge(parts[2].merge(parts[3]))
    agrees(nested, ANSWERS.to_numpy())


@pytest.mark.parametrize("far", [1e6, 1e9])
def test_nothing_is_lost_where_means_are_large_beside_the_spread(far):
    shifted = ANSWERS.to_numpy() + far
    moments = Moments.from_batches(np.array_split(shifted, 300))
    # What is left of the answers once they stand that far out.
    wanted = np.cov(shifted - far, rowvar=False)
    assert moments.covariance.ravel() == pytest.approx(wanted.ravel(), rel=1e-10)


def test_people_with_a_gap_are_left_out_and_counted():
    survey = load_dataset("municipal_survey")
    items = [name for name in survey.columns if name.startswith("leadership_quality_")]
    moments = Moments.from_batches([survey[items]])
    complete = survey[items].dropna()
    assert moments.dropped == len(survey) - len(complete) > 0
    agrees(moments, complete.to_numpy())


def test_an_item_that_does_not_vary_has_no_correlations():
    moments = Moments.from_table([[1, 2], [1, 5], [1, 3]])
    assert np.isnan(moments.correlations).tolist() == [[True, True], [True, False]]


def test_items_name_the_columns_to_take():
    moments = Moments.from_batches([ANSWERS], items=["q4", "q1"])
    assert moments.names == ("q4", "q1")
    agrees(moments, ANSWERS[["q4", "q1"]].to_numpy())
    assert moments.to_frame().loc["q1", "n"] == 5000


@pytest.fixture(scope="module")
def parquet(tmp_path_factory):
    pytest.importorskip("pyarrow")
    folder = tmp_path_factory.mktemp("answers")
    ANSWERS.iloc[:3000].to_parquet(folder / "a.parquet", row_group_size=700)
    ANSWERS.iloc[3000:].to_parquet(folder / "b.parquet", row_group_size=2000)
    return folder


def test_parquet_files_are_read_row_group_by_row_group(parquet):
    told = []
    moments = Moments.from_batches(parquet, progress=told.append)
    agrees(moments, ANSWERS.to_numpy())
    assert told == pytest.approx([at / 6 for at in range(1, 7)])
    agrees(
        Moments.from_batches(str(parquet / "a.parquet"), items=["q2", "q0"]),
        ANSWERS.loc[:2999, ["q2", "q0"]].to_numpy(),
    )


@pytest.mark.parametrize("backend", ["loky", "threading"])
def test_the_result_is_the_same_for_any_number_of_workers(parquet, backend):
    alone = Moments.from_batches(parquet)
    with joblib.parallel_config(backend=backend, n_jobs=2):
        shared = Moments.from_batches(parquet)
    assert (alone.covariance == shared.covariance).all()
    assert (alone.mean == shared.mean).all()


def test_batches_of_arrow_are_tables_too(parquet):
    pyarrow = pytest.importorskip("pyarrow.parquet")
    file = pyarrow.ParquetFile(parquet / "a.parquet")
    agrees(Moments.from_batches(file.iter_batches(500)), ANSWERS.iloc[:3000].to_numpy())


@pytest.mark.parametrize(
    ("batches", "words"),
    [
        ([], "batches must hold at least one table; got none"),
        ([[[1, 2]]], "at least 2 people who answered all 2 of them; got 1 of 1"),
        ([[[1, None], [None, 2], [3, 4]]], "got 1 of 3"),
        ([[[1, 2], [3, "x"]]], "Item 'item2' must hold numbers; got 'x' in row 2"),
        ([[[1, 2], [3, np.inf]]], "Item 'item2' must hold finite numbers"),
        ([ANSWERS, ANSWERS[["q0"]]], "Every piece must have the same items; .* q1"),
        ([ANSWERS, ANSWERS[[*"q"][:0]]], "items must be columns"),
        ([[1, 2, 3]], "items must be a table, .* an item; got .1, 2, 3."),
        ("missing.parquet", "must be a Parquet file or a folder of them; got 'missing"),
        (__file__, "test_moments.py must be a Parquet file; Arrow"),
    ],
)
def test_bad_input_gets_one_sentence(batches, words):
    with pytest.raises(ValueError, match=words) as caught:
        Moments.from_batches(batches)
    assert "\n" not in str(caught.value)


def test_an_unknown_item_is_named():
    with pytest.raises(ValueError, match=r"must be columns of every piece; .*'q9'"):
        Moments.from_batches([ANSWERS], items=["q9"])


def test_moments_of_other_items_do_not_merge():
    first, second = (
        Moments.from_table(pd.DataFrame(whole_numbers(1), columns=list(names)))
        for names in ("abc", "abd")
    )
    with pytest.raises(ValueError, match="the same items; they differ in c"):
        first.merge(second)
