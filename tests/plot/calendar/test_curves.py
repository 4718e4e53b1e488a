import pytest

from lederlib.plot import plot_calendar_curves
from lederlib.scenario import Calendar, run_calendar


def test_words_are_the_formulas_results(lang):
    week = Calendar(booked=0.8, gives_way=0.75, urgent=0.3, important=0.3)
    alt = plot_calendar_curves(run_calendar(week, draws=50), lang=lang).alt
    for number in ("2.5", "3.2", "3.6"):
        assert (number if lang == "en" else number.replace(".", ",")) in alt


def test_what_lies_beyond_the_edge_is_told_by_its_number(lang):
    week = Calendar(block=3, interruptions=4)
    figure = plot_calendar_curves(run_calendar(week, draws=50), lang=lang)
    written = [text.get_text() for text in figure.axes[1].texts]
    assert any(text.startswith("40") for text in written)


@pytest.mark.parametrize("urgent", [0.2, 0.7])
def test_the_place_lies_on_the_curve(urgent):
    week = Calendar(urgent=urgent, important=0.1)
    axes = plot_calendar_curves(run_calendar(week, draws=50)).axes[2]
    curve, own = axes.lines[0].get_xydata(), axes.lines[-1].get_xydata()[0]
    nearest = curve[abs(curve[:, 0] - own[0]).argmin()]
    assert own[1] == pytest.approx(nearest[1], rel=0.1)
