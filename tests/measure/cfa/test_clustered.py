"""Ordered answers of people in units: errors that do not take them for independent."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import norm

from lederlib.measure import cfa
from lederlib.measure.cfa.ordered import spread_of_statistics

LOADINGS = np.array([0.8, 0.7, 0.6, 0.75])
CUTS = [-0.8, 0.1, 1.0]
MODEL = "f =~ a + b + c + d"
ITEMS = list("abcd")


def draw(rng, *, units, size, icc):
    """Return four ordered items; `icc` of the factor and of each error is of units."""
    unit = np.repeat(np.arange(units), size)

    def parted(columns):
        between = rng.standard_normal((units, columns))[unit]
        within = rng.standard_normal((unit.size, columns))
        return np.sqrt(icc) * between + np.sqrt(1 - icc) * within

    behind = parted(1) * LOADINGS + parted(4) * np.sqrt(1 - LOADINGS**2)
    return pd.DataFrame(np.digitize(behind, CUTS), columns=ITEMS).assign(unit=unit)


def held(fit):
    """Return which intervals of loadings and thresholds hold the truth."""
    table = fit.estimates
    rows = pd.concat([table[table["op"] == "=~"], table[table["op"] == "|"]])
    truth = np.concatenate([LOADINGS, np.tile(CUTS, 4)])
    return np.abs(rows["est"] - truth).to_numpy() < norm.ppf(0.975) * rows["se"]


def covered(*, draws, icc, units=150, size=6, cluster="unit", seed=7):
    """Return the coverage of loadings and of thresholds over many draws."""
    rng = np.random.default_rng(seed)
    found = []
    for _ in range(draws):
        table = draw(rng, units=units, size=size, icc=icc)
        found.append(held(cfa(MODEL, table, "WLSMV", cluster=cluster, std_lv=True)))
    shares = np.array(found)
    return shares[:, :4].mean(), shares[:, 4:].mean()


def test_where_everyone_is_alone_clusters_change_nothing():
    table = draw(np.random.default_rng(1), units=500, size=1, icc=0.2)
    plain, alone = (
        cfa(MODEL, table, "WLSMV", cluster=column) for column in (None, "unit")
    )
    pd.testing.assert_frame_equal(plain.estimates, alone.estimates, rtol=1e-10)
    assert alone.scaled_chi2 == pytest.approx(plain.scaled_chi2, rel=1e-10)


def test_a_unit_answered_twice_over_tells_no_more_than_once():
    """Errors of copies by clusters are about those of one copy; naive ones are not."""
    once = draw(np.random.default_rng(2), units=400, size=1, icc=0.2)
    thrice = pd.concat([once] * 3, ignore_index=True)
    first = cfa(MODEL, once, "WLSMV").estimates["se"]
    both = cfa(MODEL, thrice, "WLSMV", cluster="unit").estimates["se"]
    naive = cfa(MODEL, thrice, "WLSMV").estimates["se"]
    np.testing.assert_allclose(both, first, rtol=2e-3)
    np.testing.assert_allclose(naive * np.sqrt(3), first, rtol=2e-3)


def test_clusters_are_summed_before_they_are_squared():
    influence = np.array([[1.0], [1.0], [-1.0], [-1.0]])
    pairs, alone = (np.array(codes) for codes in ([0, 0, 1, 1], [0, 1, 2, 3]))
    none = np.zeros(0, dtype=np.int64)
    assert spread_of_statistics(influence, none) == pytest.approx(1)
    assert spread_of_statistics(influence, alone) == pytest.approx(1)
    assert spread_of_statistics(influence, pairs) == pytest.approx(2 * 2 * 3 / 4)


def test_some_items_ordered_and_clusters_go_together():
    table = draw(np.random.default_rng(3), units=120, size=6, icc=0.2)
    table["d"] += np.random.default_rng(4).normal(size=len(table))
    apart, units = (
        cfa(MODEL, table, "WLSMV", ordered=["a", "b", "c"], cluster=column).estimates
        for column in (None, "unit")
    )
    cut = units["op"] == "|"
    assert (units.loc[cut, "se"] > 1.15 * apart.loc[cut, "se"]).mean() > 0.8


def test_intervals_hold_the_truth_of_units_a_fixed_small_part():
    """The whole is held by the slow test below."""
    loadings, thresholds = covered(draws=30, icc=0.2)
    assert 0.89 <= loadings <= 0.99
    assert 0.92 <= thresholds <= 0.98


@pytest.mark.slow
@pytest.mark.release
@pytest.mark.parametrize("icc", [0.1, 0.2])
def test_nineteen_of_twenty_intervals_hold_the_truth_of_units(icc):
    for share in covered(draws=400, icc=icc):
        assert 0.93 <= share <= 0.97


@pytest.mark.slow
@pytest.mark.release
def test_without_clusters_intervals_of_thresholds_are_too_short():
    assert covered(draws=100, icc=0.2, cluster=None)[1] < 0.9
