import pandas as pd
import pytest

from lederlib.catalogue import list_datasets, load_dataset, read_card
from lederlib.catalogue.cards import Column, DatasetCard, TableFile, dataset_names
from lederlib.catalogue.datasets import check_table
from lederlib.text import Phrase

SAME = Phrase(da="det samme", en="the same")


def card(**changes):
    facts = {
        "name": "sample",
        "title": SAME,
        "origin": SAME,
        "truth": SAME,
        "synthetic": True,
        "licence": "CC0-1.0",
        "source": "lederlib",
        "rows": 2,
        "file": TableFile(name="sample.csv", decimal=","),
        "columns": (
            Column(name="load", unit="share", low=0, high=1, meaning=SAME),
            Column(name="role", unit="text", values=("a", "b"), meaning=SAME),
        ),
    }
    return DatasetCard(**(facts | changes))


def table(load=("0,5", "1"), role=("a", "b")):
    return pd.DataFrame({"load": load, "role": role}, dtype="str")


def test_numbers_are_read_with_the_decimal_mark_of_the_card():
    checked = check_table(table(), card())
    assert checked["load"].tolist() == [0.5, 1.0]
    assert checked["role"].tolist() == ["a", "b"]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (table(load=("0,5", "1,5")), r"column load must be a number from 0 to 1; .*1"),
        (table(load=("0,5", "x")), r"column load must be a number from 0 to 1; .*'x'"),
        (table(load=("0,5", None)), "column load has empty cells"),
        (table(role=("a", "c")), "column role must be one of a, b; got 'c'"),
        (table().assign(more="1"), "columns of its card: more"),
        (table()[["role", "load"]], "columns of its card: their order"),
        (table().head(1), "must have the 2 rows of its card; got 1"),
    ],
)
def test_a_table_that_breaks_its_card_is_refused(wrong, message):
    with pytest.raises(ValueError, match=message):
        check_table(wrong, card())


def test_empty_cells_pass_where_the_card_allows_them():
    column = Column(
        name="load", unit="share", low=0, high=1, meaning=SAME, missing=True
    )
    checked = check_table(table(load=("0,5", None))[["load"]], card(columns=(column,)))
    assert checked["load"].isna().tolist() == [False, True]


@pytest.mark.parametrize("name", dataset_names())
def test_a_shipped_dataset_keeps_what_its_card_says(name):
    loaded = load_dataset(name)
    assert loaded.columns.tolist() == [one.name for one in read_card(name).columns]
    assert len(loaded) == read_card(name).rows


def test_a_dataset_kept_as_typed_comes_as_text():
    for name in dataset_names():
        if read_card(name).file.as_typed:
            assert set(load_dataset(name).dtypes.astype(str)) == {"str"}


@pytest.mark.parametrize(("lang", "word"), [("da", "ja"), ("en", "yes")])
def test_the_list_says_which_datasets_are_synthetic(lang, word):
    listed = list_datasets(lang)
    assert listed.index.tolist() == list(dataset_names())
    for name, row in listed.iterrows():
        assert (row["synthetic"] == word) == read_card(name).synthetic


def test_an_unknown_dataset_is_named_with_those_there_are():
    with pytest.raises(ValueError, match="dataset must be one of"):
        load_dataset("nothing")
