from itertools import pairwise

import pytest

from lederlib.plot import plot_bucket_years
from lederlib.plot.bucket.bucket_years import DASHED


def test_words_compare_the_end_with_today(lang, examples):
    later, today = (examples["levels_over_years"](share) for share in (0.1, 0.04))
    alt = plot_bucket_years(later, today=today, lang=lang).alt
    assert {"da": "10,0", "en": "10.0%"}[lang] in alt
    assert {"da": "4,0", "en": "4.0%"}[lang] in alt


def test_the_three_shapes_stand_apart_at_the_end(examples):
    figure = plot_bucket_years(examples["levels_over_years"]())
    heights = [text.get_position()[1] for text in figure.axes[-1].texts]
    assert len(heights) == 3
    assert min(a - b for a, b in pairwise(heights)) > 0.05


def test_a_table_without_the_levels_is_refused(examples):
    with pytest.raises(ValueError, match="must hold rows named 'vacancies'"):
        plot_bucket_years(examples["fan"]())


def test_the_dashed_lines_move_where_another_today_holds(examples):
    later = examples["levels_over_years"]()
    drawing = plot_bucket_years(later)
    usual = later.assign(q50=later["q50"] / 2)
    lines = [one for one in drawing.moving if one.get_zorder() == DASHED]
    before = [line.get_ydata().tolist() for line in lines]
    drawing.update(table=later, year=5)
    assert [line.get_ydata().tolist() for line in lines] == before
    drawing.update(table=later, year=5, today=usual)
    halved = [[value / 2 for value in line] for line in before]
    assert len(lines) == 3
    assert [line.get_ydata().tolist() for line in lines] == halved
