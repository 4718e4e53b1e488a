"""Planning a CFA by simulation: laws of the number needed, and bad input."""

import numpy as np
import pytest
from scipy.stats import norm

from lederlib.measure import Moments, cfa, plan_loadings
from lederlib.measure.planning.loadings import _covariance, _good_enough, _model


def test_weaker_items_need_more_people():
    weak, strong = (
        plan_loadings(1, 4, 0.7, loading=value, draws=50).needed for value in (0.6, 0.8)
    )
    assert weak > strong


def test_the_width_is_near_what_large_samples_say():
    """Twice as precise takes four times the people: errors fall as one over root n."""
    found = plan_loadings(1, 6, 0.3, draws=50)
    assert found.needed == pytest.approx(
        4 * plan_loadings(1, 6, 0.6, draws=50).needed, rel=0.35
    )


def test_the_truth_is_a_correlation_matrix_of_blocks():
    table = _covariance(2, 3, 0.7, 0.3)
    assert np.diag(table).tolist() == [1] * 6
    assert table[0, 1] == pytest.approx(0.49)
    assert table[0, 4] == pytest.approx(0.147)


def test_the_answer_is_told_in_both_languages_with_its_uncertainty():
    plan, told = plan_loadings(1, 4, 1, draws=50), []
    assert "simulerede undersøgelser" in plan.summary("da")
    assert str(plan.needed) in plan.summary("en")
    again = plan_loadings(1, 4, 1, draws=50, progress=told.append)
    assert again.table.equals(plan.table)
    assert told[-1] == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"items": 2}, "items must lie between 3 and 20; got 2"),
        ({"factors": 0}, "factors must lie between 1"),
        ({"width": 3}, "width must lie between 0.05 and 2"),
        ({"loading": 1}, "loading must lie between"),
        ({"correlation": -0.2}, "correlation must lie between"),
        ({"draws": 10}, "draws must lie between 50"),
    ],
)
def test_one_sentence_says_what_is_wrong(wrong, sentence):
    with pytest.raises(ValueError, match=sentence):
        plan_loadings(**{"factors": 1, "items": 4, "width": 0.6, **wrong})


def test_a_study_is_good_enough_when_its_widest_interval_is_no_wider_than_asked():
    truth, names = _covariance(1, 4, 0.7, 0), ("y0", "y1", "y2", "y3")
    known = Moments(names=names, n=120, dropped=0, mean=np.zeros(4), covariance=truth)
    rows = cfa(_model(1, 4), known, std_lv=True).estimates
    width = 2 * norm.ppf(0.975) * rows.loc[rows["op"] == "=~", "se"].max()
    assert _good_enough(_model(1, 4), truth, 120, 1.001 * width)
    assert not _good_enough(_model(1, 4), truth, 120, 0.999 * width)
