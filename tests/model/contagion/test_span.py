import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.model import span_load

spans = st.floats(1, 300)
shares = st.floats(0, 2)


@given(spans, shares, spans)
def test_at_the_usual_span_load_is_as_stated_whatever_the_form(usual, zeta, best):
    rules = {"usual": usual, "span_to_load": zeta, "best_span": best}
    assert span_load(usual, **rules) == 1


@given(spans, spans, shares)
def test_without_a_best_middle_load_is_a_power_of_the_span(span, usual, zeta):
    found = span_load(span, usual=usual, span_to_load=zeta)
    assert found == pytest.approx((span / usual) ** zeta, rel=1e-12)


@given(st.floats(1.1, 8), st.floats(10, 40), st.floats(0.01, 1))
def test_load_is_least_in_the_middle_and_grows_alike_to_both_sides(step, best, zeta):
    around = np.array([best / step, best, best * step])
    low, least, high = span_load(around, span_to_load=zeta, best_span=best)
    assert least < low
    assert low == pytest.approx(high)
    assert low / least == pytest.approx(step**zeta)


def test_beyond_both_bests_the_two_forms_cost_the_same():
    grown = [span_load([40, 80], best_span=best) for best in (1, 20)]
    assert grown[0][1] / grown[0][0] == pytest.approx(grown[1][1] / grown[1][0])


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"span": 0}, "span must lie between 1 and 100000; got 0"),
        ({"best_span": 0.5}, "best_span must lie between 1 and 100000; got 0.5"),
        ({"span_to_load": -1}, "span_to_load must lie between 0 and 10; got -1"),
        ({"usual": np.nan}, "usual"),
    ],
)
def test_bad_input_gets_one_sentence(wrong, words):
    with pytest.raises(ValueError, match=words):
        span_load(**{"span": 20, **wrong})
