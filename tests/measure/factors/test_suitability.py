"""KMO, Bartlett and Velicer: psych's figures and laws."""

import numpy as np
import pandas as pd
import pytest

from lederlib.measure import partial_test, suitability

PSYCH = pd.read_csv("tests/reference/factors.csv")


def reference_table(name):
    table = pd.read_csv(f"tests/reference/tables/{name}.csv")
    return table.select_dtypes("number")


def psych(name, start):
    rows = PSYCH[(PSYCH["table"] == name) & PSYCH["quantity"].str.startswith(start)]
    return rows["value"].to_numpy()


@pytest.mark.parametrize("name", PSYCH["table"].unique())
def test_figures_are_psychs(name):
    result = suitability(reference_table(name))
    assert result.kmo == pytest.approx(psych(name, "kmo")[0], rel=1e-8)
    np.testing.assert_allclose(result.kmo_items, psych(name, "kmo_item"), rtol=1e-8)
    ours = [result.chi2, result.df, result.p]
    np.testing.assert_allclose(ours, psych(name, "bartlett"), rtol=1e-8)
    map_values = partial_test(reference_table(name)).table["squared"].loc[1:6]
    np.testing.assert_allclose(map_values, psych(name, "map"), rtol=1e-8)


def test_velicer_finds_three_components():
    assert partial_test(reference_table("continuous")).suggested == 3


def test_items_that_share_nothing_are_unsuitable():
    rng = np.random.default_rng(1)
    alone = suitability(rng.standard_normal((2000, 8)))
    assert alone.kmo < 0.6
    assert alone.p > 0.01
    assert partial_test(rng.standard_normal((2000, 8))).suggested == 0


def test_words_name_the_weakest_item():
    table = reference_table("continuous").rename(columns={"y4": "ærlighed"})
    result = suitability(table)
    assert result.kmo_items.idxmin() in result.summary("da")
    assert "MAP" in partial_test(table).summary("en")
    assert result.to_frame().index[-1] == "all"


@pytest.mark.parametrize("call", [suitability, partial_test])
def test_one_sentence_says_what_is_wrong(call):
    table = reference_table("five_points")
    with pytest.raises(ValueError, match="'y2' must vary"):
        call(table.assign(y2=1))
    with pytest.raises(ValueError, match="'y1' and 'ø'"):
        call(table.assign(ø=table["y1"]))
