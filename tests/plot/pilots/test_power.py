import pytest

from lederlib.model import change_power, pilot_power
from lederlib.plot import plot_power
from lederlib.plot.pilots.power import TEAMS
from lederlib.text import format_share


def test_words_and_marks_are_the_models_own(lang):
    picture = plot_power(effect=10, spread=7, teams=12, lang=lang)
    own = float(change_power(12, effect=10, spread=7))
    turnover = float(pilot_power(12))
    for share in (own, turnover):
        assert format_share(share, lang) in picture.alt
    _, mark, other, *texts = picture.moving
    assert (mark.get_xdata()[0], mark.get_ydata()[0]) == (12, pytest.approx(own))
    assert other.get_ydata()[0] == pytest.approx(turnover)
    assert [text.get_text() for text in texts] == [
        format_share(own, lang),
        format_share(turnover, lang),
    ]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"teams": 1}, "teams must lie between 2 and 40"),
        ({"teams": 2.5}, "teams must be a whole number"),
        ({"spread": 0}, "spread must lie between"),
        ({"effect": float("nan")}, "effect must lie between"),
    ],
)
def test_numbers_out_of_range_get_one_sentence(wrong, message):
    with pytest.raises(ValueError, match=message):
        plot_power(**({"effect": 10, "spread": 7} | wrong))


@pytest.mark.parametrize("teams", [8, 20, 40])
def test_a_share_stands_in_the_picture_and_clear_of_both_curves(teams):
    (axes,) = plot_power(effect=6, spread=7, teams=teams, lang="en").axes
    curves = [line for line in axes.lines if len(line.get_xdata()) == len(TEAMS)]
    assert len(curves) == 2
    for text in axes.texts:
        box = text.get_window_extent().padded(-1)
        assert axes.bbox.y0 < box.y0
        for curve in curves:
            path = curve.get_path().interpolated(20).transformed(axes.transData)
            assert not any(box.contains(x, y) for x, y in path.vertices)


def test_a_share_near_nothing_is_written_above_the_axis():
    (axes,) = plot_power(effect=0, spread=7, teams=2).axes
    for text in axes.texts:
        assert axes.bbox.y0 < text.get_window_extent().y0
