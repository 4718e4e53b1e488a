"""An attacker who knows everybody's groups tries to solve the shown table."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.answers import profiles
from lederlib.answers.profile import _arrange, _colours, _rows, group_codes, profile
from lederlib.answers.small_cells import (
    FEW,
    NO_GREEN,
    NO_RED,
    PROTECT,
    alike,
    cross,
    hide,
    unprotected,
)

COLOURS = ["red", "yellow", "green"]


@st.composite
def tables(draw):
    cuts = [f"cut_{number}" for number in range(draw(st.integers(1, 3)))]
    people = draw(st.integers(1, 26))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    weights = np.array(draw(st.sampled_from([[6, 3, 1], [1, 1, 1], [9, 2, 2]])))
    share_missing = draw(st.sampled_from([0, 0, 0.1, 0.3]))
    tilt = draw(st.sampled_from([[1, 1, 1], [8, 1, 1], [0, 1, 9], [0, 1, 0]]))
    table = pd.DataFrame(
        {"values": rng.choice([0, 0.5, 1], people, p=np.array(tilt) / sum(tilt))}
    )
    table.loc[rng.random(people) < share_missing, "values"] = np.nan
    for cut in cuts:
        groups = rng.choice(["a", "b", "c"], people, p=weights / weights.sum())
        missing = rng.random(people) < share_missing
        table[cut] = pd.Series(groups, dtype="str").mask(missing)
    return table, cuts


def shown_unprotected(table, cuts, limit):
    codes, names = group_codes(table, cuts)
    cells = cross(alike(codes), _colours(table[["values"]], None, None)[:, 0], limit)
    status = unprotected(cells, yellow_is=NO_RED)
    rows = _rows(table["values"], codes, cells, status)
    return _arrange([rows], ["values"], names, cuts), rows.iloc[:1]


def shown_protected(table, cuts, limit):
    everyone, parts = profiles(table, cuts, limit)
    return parts, everyone


class Attacker:
    """Holds everyone's groups, and one equation for each number that is shown."""

    def __init__(self, table, cuts, rows, total):
        answered = table[table["values"].notna()].fillna(dict.fromkeys(cuts, "–"))
        self.atoms = answered.groupby(cuts)["values"].agg(list)
        self.people = np.array([len(answers) for answers in self.atoms])
        places = self.atoms.index.to_frame(index=False)
        self.cells = {
            (cut, group): (places[cut] == group).to_numpy()
            for cut, group, _ in rows.index
        }
        everyone = np.ones(len(places), dtype=bool)
        self.rows = [(everyone, total.iloc[0])]
        self.rows += [(self.cells[key[:2]], row) for key, row in rows.iterrows()]

    def known(self, column):
        told = [cell for cell, row in self.rows if pd.notna(row[column])]
        return np.array(told, dtype=float).reshape(len(told), len(self.people))

    def solved(self, targets, column):
        known = self.known(column)
        aims = np.array(targets, dtype=float).reshape(len(targets), len(self.people))
        aims = aims[aims.any(axis=1)]
        if not len(known) or not len(aims):
            return []
        weights = np.linalg.pinv(known.T) @ aims.T
        misses = np.abs(known.T @ weights - aims.T).max(axis=0)
        return list(aims[misses < 1e-8])

    def hidden_cells(self, column):
        return [cell for cell, row in self.rows[1:] if pd.isna(row[column])]

    def few_people(self, limit):
        small = np.flatnonzero(self.people < limit)
        for size in range(1, limit):
            for chosen in combinations(small, size):
                if self.people[list(chosen)].sum() < limit:
                    yield np.isin(np.arange(len(self.people)), chosen)

    def finds(self, limit):
        few = list(self.few_people(limit))
        return [
            (column, target)
            for column in [*COLOURS, "mean"]
            for target in self.solved([*self.hidden_cells(column), *few], column)
        ]


@given(tables())
def test_the_attacker_solves_nothing_that_is_hidden(case):
    table, cuts = case
    assert not Attacker(table, cuts, *shown_protected(table, cuts, 5)).finds(5)


@given(tables(), st.integers(6, 8))
def test_nor_with_a_higher_limit(case, limit):
    table, cuts = case
    shown = shown_protected(table, cuts, limit)
    assert not Attacker(table, cuts, *shown).finds(limit)


@given(tables())
def test_no_cell_is_shown_below_the_limit_and_hidden_rows_show_nothing(case):
    table, cuts = case
    rows, total = shown_protected(table, cuts, 5)
    for row in (rows, total):
        assert (row["n"].dropna() >= 5).all()
        gone = row[row["hidden"].isin([FEW, PROTECT])]
        assert gone[["mean", "spread", *COLOURS, "n"]].isna().all(axis=None)


@given(tables())
def test_where_all_answer_alike_two_colours_stay_possible(case):
    table, cuts = case
    rows, total = shown_protected(table, cuts, 5)
    both = pd.concat([rows, total])
    assert not both[COLOURS].eq(1).any(axis=None)
    alike = both[both["hidden"] == "unanimous"]
    assert (alike[COLOURS].notna().sum(axis=1) == 1).all()
    assert alike[["mean", "spread", "yellow"]].isna().all(axis=None)


def one_cut(*groups):
    """Return a table from (name, reds, yellows, greens) per group."""
    rows = [
        (name, value)
        for name, *counts in groups
        for value, count in zip((0, 0.5, 1), counts, strict=True)
        for _ in range(count)
    ]
    return pd.DataFrame(rows, columns=["cut_0", "values"])


def test_without_protection_the_attacker_solves_the_small_group():
    table = one_cut(("a", 3, 3, 3), ("b", 1, 1, 1), ("c", 4, 4, 4))
    attacker = Attacker(table, ["cut_0"], *shown_unprotected(table, ["cut_0"], 5))
    found = attacker.finds(5)
    assert {column for column, _ in found} == {*COLOURS, "mean"}
    shown = shown_protected(table, ["cut_0"], 5)
    assert not Attacker(table, ["cut_0"], *shown).finds(5)


def test_without_protection_the_attacker_solves_two_people_across_two_cuts():
    table = one_cut(("a", 4, 4, 4), ("b", 4, 4, 4))
    table["cut_1"] = ["x"] * 10 + ["y"] * 14
    cuts = ["cut_0", "cut_1"]
    assert Attacker(table, cuts, *shown_unprotected(table, cuts, 5)).finds(5)
    assert not Attacker(table, cuts, *shown_protected(table, cuts, 5)).finds(5)


def test_one_small_group_takes_the_next_smallest_with_it():
    table = one_cut(("a", 3, 3, 3), ("b", 1, 1, 1), ("c", 4, 4, 4))
    hidden = profile(table, "cut_0")["hidden"].droplevel("factor")
    assert hidden.to_dict() == {"a": PROTECT, "b": FEW, "c": ""}


def test_people_without_a_group_can_cover_a_small_group():
    table = one_cut(("a", 3, 3, 3), ("b", 1, 1, 1), ("", 2, 2, 2))
    hidden = profile(table, "cut_0")["hidden"].droplevel("factor")
    assert hidden.to_dict() == {"a": "", "b": FEW}


def test_a_few_people_without_a_group_are_protected_too():
    table = one_cut(("a", 3, 3, 3), ("b", 4, 4, 4), ("", 1, 0, 1))
    hidden = profile(table, "cut_0")["hidden"].droplevel("factor")
    assert hidden.to_dict() == {"a": PROTECT, "b": ""}


def test_hidden_groups_that_all_answered_alike_are_not_left_by_themselves():
    table = one_cut(("a", 3, 0, 0), ("b", 4, 0, 0), ("c", 3, 3, 3), ("d", 4, 4, 4))
    hidden = profile(table, "cut_0")["hidden"].droplevel("factor")
    assert hidden.to_dict() == {"a": FEW, "b": FEW, "c": PROTECT, "d": ""}


def test_a_colour_that_the_total_lacks_does_not_give_a_coarsened_group_away():
    table = one_cut(("a", 0, 6, 0), ("b", 0, 8, 8), ("c", 0, 9, 9))
    rows = profile(table, "cut_0").droplevel("factor")
    assert rows.loc["a", "hidden"] in ("unanimous", PROTECT)
    assert pd.isna(rows.loc["a", "green"])


@pytest.mark.parametrize("alike", [6, 13])
def test_a_coarsened_group_does_not_tell_a_colour_of_its_hidden_companion(alike):
    table = one_cut(("a", 3, 3, 3), ("b", 0, 0, alike), ("c", 4, 4, 4), ("d", 5, 7, 5))
    shown = shown_protected(table, ["cut_0"], 5)
    assert not Attacker(table, ["cut_0"], *shown).finds(5)


@pytest.mark.parametrize("colour", [0, 1, 2])
def test_everyone_alike_is_told_as_one_of_two_neighbours(colour):
    codes = np.zeros((8, 0), dtype=int)
    cells = cross(alike(codes), np.full(8, colour), 5)
    expected = {0: {NO_GREEN}, 1: {NO_GREEN, NO_RED}, 2: {NO_RED}}[colour]
    seen = {str(hide(cells, yellow_is=told)[0]) for told in (NO_GREEN, NO_RED)}
    assert seen == expected


def test_everyone_yellow_goes_either_way_by_what_else_was_answered():
    rng = np.random.default_rng(4)
    seen = set()
    for _ in range(40):
        table = pd.DataFrame(
            {"values": np.full(8, 0.5), "hiring": rng.choice([0, 0.5, 1], 8)}
        )
        shown = profile(table).loc["values", COLOURS]
        seen.add(tuple(shown.dropna().index))
        repeated = profile(table).loc["values", COLOURS]
        pd.testing.assert_series_equal(shown, repeated)
    assert seen == {("red",), ("green",)}
