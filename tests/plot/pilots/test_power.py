import pytest

from lederlib.model import change_power, pilot_power
from lederlib.plot import plot_power
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
