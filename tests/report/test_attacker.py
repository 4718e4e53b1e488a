"""An attacker who has the written page, and nothing else but who sat where."""

from xml.etree import ElementTree as ET

import numpy as np
import pandas as pd
import pytest

from lederlib.plot import plot_group_balance
from lederlib.report import write_report
from lederlib.report.page import figure
from lederlib.text import label
from tests.answers.whole_numbers import knowledge, leaks

from .page_reader import own_attributes, read_page

FIVE = pd.DataFrame(
    {
        "Mange krav på én gang (nu)": [10, 10, 10, 10, 10],
        "For lidt tid (nu)": [4, 9, 2, 6, 8],
        "Rigtigt fri (nu)": [2, 3, 9, 7, 5],
        "Mange krav på én gang (generelt)": [6, 5, 4, 5, 3],
        "For lidt tid (generelt)": [5, 3, 7, 2, 9],
        "Rigtigt fri (generelt)": [5, 6, 8, 7, 9],
    }
)
VALUES = {"red": 0.0, "yellow": 0.5, "green": 1.0, "": np.nan}
GENERAL = [name for name in FIVE if "generelt" in name]


def written(tmp_path, table, **options):
    path = tmp_path / "own.csv"
    table.to_csv(path, sep=";", index=False)
    write_report(path, tmp_path / "page.html", lang="en", **options)
    return (tmp_path / "page.html").read_text(encoding="utf-8")


def exchanged(table, one=0, other=3):
    """Return the answers with two leaders' "in general" in each other's place."""
    mixed = table.copy()
    mixed.loc[[one, other], GENERAL] = table.loc[[other, one], GENERAL].to_numpy()
    return mixed


@pytest.mark.parametrize("people", [5, 30])
def test_the_page_pairs_no_leaders_now_with_in_general(tmp_path, people):
    rng = np.random.default_rng(5)
    table = pd.DataFrame(rng.integers(0, 11, (people, 6)), columns=list(FIVE))
    table = FIVE if people == 5 else table
    assert written(tmp_path, table) == written(tmp_path, exchanged(table))


def test_what_all_agree_on_changes_nothing_on_the_page(tmp_path):
    name = "Mange krav på én gang (nu)"
    pages = {written(tmp_path, FIVE.assign(**{name: given})) for given in (0, 5, 10)}
    assert len(pages) == 1


def test_of_one_item_on_which_all_agree_no_mean_and_no_figure_is_left(tmp_path):
    table = FIVE.drop(columns=["For lidt tid (nu)", "For lidt tid (generelt)"])
    page = read_page(written(tmp_path, table))
    assert label("report.balance_no_group", "en") in page.words
    assert len(page.pictures) == 1


def means_on(page):
    """Return side and printed means now and in general of each row without a gap."""
    lines = page.tables[label("report.balance_table", "en")][1:]
    hidden = label("report.hidden_cell", "en")
    return [
        (side, *(float(told.partition(" ")[0]) / 10 for told in means))
        for _, side, *means in lines
        if hidden not in means
    ]


@pytest.mark.parametrize("people", [5, 30])
def test_the_groups_picture_can_be_drawn_from_the_pages_own_table(tmp_path, people):
    rng = np.random.default_rng(5)
    table = pd.DataFrame(rng.integers(0, 11, (people, 6)), columns=list(FIVE))
    page = read_page(written(tmp_path, FIVE if people == 5 else table))
    sides = {"load": "report.load", "resources": "report.resource"}
    points = pd.DataFrame(
        {
            name: {
                moment: np.mean(
                    [row[place] for row in means_on(page) if row[0] == label(key, "en")]
                )
                for place, moment in ((2, "general"), (1, "now"))
            }
            for name, key in sides.items()
        }
    )
    drawn = read_page(figure(plot_group_balance(points, lang="en")))
    assert ET.tostring(page.pictures[1]) == ET.tostring(drawn.pictures[0])
    assert page.alts[1:] == drawn.alts


def test_neither_page_nor_pictures_carry_numbers_beside_what_is_shown(tmp_path):
    assert own_attributes(read_page(written(tmp_path, FIVE))) == []


def test_of_nine_leaders_no_spread_and_of_few_steps_no_evenness_is_told(tmp_path):
    page = read_page(written(tmp_path, FIVE))
    assert "±" not in page.words
    assert label("report.balance_uneven_hidden", "en", limit=5) in page.words


def random_file(rng):
    people = int(rng.integers(8, 30))
    colours = rng.choice(
        ["red", "yellow", "green", ""], people, p=[0.3, 0.3, 0.35, 0.05]
    )
    teams = rng.choice(["North", "South", "East"], people, p=[0.6, 0.25, 0.15])
    return pd.DataFrame({"Reputation": colours, "Team": teams})


def shown_on(page, table):
    """Return rows (cut, group, row) as the page's tables tell them.

    Of a group the page tells mean and interval, from which whoever knows its size can
    work the three colours out: they are taken to be known.
    """
    hidden = label("report.hidden_cell", "en")
    groups = page.tables[label("report.groups_table", "en")][1:]
    (everyone,) = page.tables[label("report.map_table", "en")][1:]
    cells = [("Team", name, table["Team"] == name, told) for name, told in groups]
    cells.append((None, None, table["Team"] != "", everyone[1]))
    return [
        (cut, name, row_of(table.loc[inside, "Reputation"], told=told != hidden))
        for cut, name, inside, told in cells
    ]


def row_of(given, *, told):
    shares = given[given != ""].value_counts(normalize=True)
    row = pd.Series({colour: shares.get(colour, 0.0) for colour in list(VALUES)[:3]})
    n = (given != "").sum() if told else np.nan
    return pd.concat([row, pd.Series({"n": n, "hidden": "" if told else "few"})])


def test_nobody_among_few_can_be_read_from_the_page(tmp_path):
    rng = np.random.default_rng(3)
    told = 0
    for _ in range(12):
        table = random_file(rng)
        page = read_page(written(tmp_path, table, group="Team"))
        rows = shown_on(page, table)
        told += sum(row["hidden"] == "" for cut, _, row in rows if cut)
        people = table.assign(values=table["Reputation"].map(VALUES))
        assert not leaks(knowledge(people, ["Team"], rows))
    assert told > 5


def test_where_everyones_row_would_tell_about_few_the_page_says_nothing_of_it(tmp_path):
    table = pd.DataFrame(
        {"Reputation": ["green"] * 11 + ["red"], "Team": ["A"] * 2 + ["B"] * 10}
    )
    page = read_page(written(tmp_path, table, group="Team"))
    assert label("factors.map_alt_hidden", "en") in page.alts
    assert not any(share in page.words for share in ("92%", "8%", "0.92"))
    assert "a report without one, shows more" in page.words
    alone = read_page(written(tmp_path, table))
    assert "92%" in alone.words
