import numpy as np
import pandas as pd
import pytest

from lederlib.measure import invariance
from lederlib.plot import plot_invariance_steps
from lederlib.plot.invariance.invariance_steps import step_tests
from lederlib.scenario import compare_professions, draw_professions
from lederlib.scenario.invariance import MODEL

FOUND = compare_professions(draw_professions(shift=0.6, people=500)).found


@pytest.fixture(scope="module")
def ordered():
    drawn = draw_professions(people=300)
    scores = np.vstack([drawn.first, drawn.second])
    table = pd.DataFrame(
        np.digitize(scores, [2.5, 3.5]), columns=["q1", "q2", "q3", "q4"]
    )
    table["profession"] = np.repeat(["1", "2"], 300)
    return invariance(MODEL, table, "profession", "WLSMV")


def test_a_cross_stands_where_the_statistic_passes_its_limit():
    holds, fails = plot_invariance_steps(FOUND).axes[0].lines[1:3]
    failed = FOUND.table["p_judged"] < 0.05
    assert len(fails.get_xdata()) == failed.sum() == 1
    assert fails.get_ydata().tolist() == [1]
    assert len(holds.get_xdata()) == 3


def test_one_is_where_the_judged_p_is_a_twentieth():
    tests = step_tests(FOUND)
    assert ((tests["times"] > 1) == (FOUND.table["p_judged"] < 0.05)).all()
    assert tests["p"].iloc[0] == FOUND.fits["configural"].p
    assert (
        tests["chi2"].iloc[1:].tolist() == FOUND.table["delta_chi2"].iloc[1:].tolist()
    )


def test_what_cannot_be_tested_has_no_mark_but_words(ordered):
    figure = plot_invariance_steps(ordered, lang="da")
    holds, fails = figure.axes[0].lines[1:3]
    assert len(holds.get_xdata()) + len(fails.get_xdata()) == 4
    assert "ens tærskler: kan ikke prøves for sig" in figure.alt


def test_the_words_give_every_test(lang):
    alt = plot_invariance_steps(FOUND, lang=lang).alt
    assert {"da": "p < 0,001", "en": "p < 0.001"}[lang] in alt
    assert alt.count("Δχ²(") == 3
    assert alt.count("ΔCFI") == 3
