import numpy as np
import pandas as pd
import pytest

from lederlib.plot import plot_factor_map
from lederlib.plot.factors.factor_rows import factor_rows
from lederlib.text import format_number


def texts(figure):
    return {text.get_text() for axes in figure.axes for text in axes.texts}


def test_words_name_the_lowest_and_the_highest_factor(examples, lang):
    profile = examples["profile"]()
    alt = plot_factor_map(profile, lang=lang).alt
    for mean in (profile["mean"].min(), profile["mean"].max()):
        assert format_number(mean, lang) in alt
    assert "15" in alt
    wrong_mark = format_number(profile["mean"].min(), "en" if lang == "da" else "da")
    assert wrong_mark not in alt


def test_a_hidden_factor_shows_its_reason_and_nothing_else(examples):
    profile = examples["profile"]()
    shown = ["mean", "spread", "red", "yellow", "green"]
    profile.loc["values", shown] = np.nan
    profile.loc["values", "hidden"] = "few"
    figure = plot_factor_map(profile)
    assert "skjult: for få svar" in texts(figure)
    rows = factor_rows(profile)
    place = rows.keys.index("values")
    assert np.isnan([rows.mean[place], rows.low[place], *rows.shares[place]]).all()
    assert "14 af 15" in figure.alt


def test_unanimous_answers_are_shown_as_two_colours_together(examples):
    profile = examples["profile"]()
    columns = ["mean", "spread", "red", "yellow", "green"]
    profile.loc["values", columns] = [np.nan, np.nan, np.nan, np.nan, 0.0]
    profile.loc["values", "hidden"] = "unanimous"
    picture = plot_factor_map(profile, lang="en")
    assert "red or yellow" in texts(picture)
    assert "shows 15 of 15" in picture.alt
    pooled, counts = picture.moving[3], picture.moving[-1]
    assert pooled.get_path().get_extents().width == 1
    assert len(counts.get_offsets()) == 15


def test_the_interval_holds_the_mean_and_narrows_with_more_answers(examples):
    few, many = examples["profile"](), examples["profile"]()
    few["n"], many["n"] = 6, 60
    wide, narrow = factor_rows(few), factor_rows(many)
    assert (wide.low <= wide.mean).all()
    assert (wide.mean <= wide.high).all()
    assert (narrow.high - narrow.low < wide.high - wide.low).all()


def test_the_interval_is_students(examples):
    profile = examples["profile"]()
    profile["mean"], profile["spread"], profile["n"] = 0.5, 0.2, 16
    # t of 15 degrees of freedom at .95 is 1.7531 in any printed table.
    assert factor_rows(profile).high == pytest.approx(0.5 + 1.7531 * 0.05, abs=1e-5)


def test_a_factor_that_was_not_asked_about_is_told(examples):
    profile = examples["profile"]().drop(index="hiring")
    assert "not in the answers" in texts(plot_factor_map(profile, lang="en"))


def test_several_groups_at_once_are_refused(examples):
    both = pd.concat({"A": examples["profile"](), "B": examples["profile"]()})
    with pytest.raises(ValueError, match=r"one group; got 2.*profile\.loc\['A'\]"):
        plot_factor_map(both)


def test_an_unknown_factor_is_named(examples):
    profile = examples["profile"]().rename(index={"values": "valeus"})
    with pytest.raises(ValueError, match="valeus"):
        plot_factor_map(profile)


def test_colours_add_up_to_the_whole_row(examples):
    picture = plot_factor_map(examples["profile"]())
    bars = picture.moving[:3]
    widths = sum(
        np.ptp(bar.get_path().vertices.reshape(-1, 5, 2)[:, :, 0], axis=1)
        for bar in bars
    )
    np.testing.assert_allclose(widths, 1)
