import numpy as np
import pytest

from lederlib.measure import icc, rwg_j
from lederlib.plot import plot_group_figures
from lederlib.text import format_range

RNG = np.random.default_rng(2)
TEAMS = np.repeat(np.arange(8), 9)
SCORES = np.clip(3 + 0.6 * RNG.normal(size=8)[TEAMS] + RNG.normal(size=72), 1, 5)
FOUND = {"found": icc(SCORES, TEAMS), "agreement": rwg_j(SCORES, TEAMS)}


def test_bars_are_the_intervals_of_the_results():
    bars = plot_group_figures(**FOUND).axes[0].lines[:3]
    found = FOUND["found"]
    assert list(bars[0].get_xdata()) == pytest.approx([found.icc1_low, found.icc1_high])
    assert list(bars[1].get_xdata()) == pytest.approx([found.icc2_low, found.icc2_high])
    half = FOUND["agreement"].values.quantile([0.25, 0.75])
    assert list(bars[2].get_xdata()) == pytest.approx(list(half))


def test_the_words_give_every_interval(lang):
    alt = plot_group_figures(**FOUND, lang=lang).alt
    found = FOUND["found"]
    assert format_range(found.icc1_low, found.icc1_high, lang) in alt
    assert format_range(found.icc2_low, found.icc2_high, lang) in alt
