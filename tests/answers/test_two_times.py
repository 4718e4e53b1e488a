"""Beside the reports of two times, the change tells nothing more about few people."""

import numpy as np
import pandas as pd
import pytest

from lederlib.answers import change, profiles

from .two_times import leaks_of_two, two_times


def random_times(rng, moved=(0, 1, 2, 5, 6)):
    """Return answers then and now, where as many as `moved` came and left."""
    stayed = int(rng.integers(6, 15))
    joined, gone = (int(rng.choice(moved)) for _ in range(2))
    tilt = rng.dirichlet([1, 1, 1]) if rng.random() < 0.6 else [1 / 3] * 3
    people = [f"p{number}" for number in range(stayed + joined + gone)]
    team = dict(zip(people, rng.choice(list("ab"), len(people)), strict=True))
    old = people[: stayed + gone]
    new = people[:stayed] + people[stayed + gone :]
    tables = []
    for names in (old, new):
        table = pd.DataFrame({"respondent": names})
        table["values"] = rng.choice([0, 0.5, 1], len(names), p=tilt)
        table.loc[rng.random(len(names)) < rng.choice([0, 0, 0.1]), "values"] = np.nan
        tables.append(table.assign(team=table["respondent"].map(team)))
    if rng.random() < 0.4:
        same = tables[1].merge(tables[0], on="respondent", how="left")["values_y"]
        keep = same.notna() & (rng.random(len(same)) < 0.8)
        tables[1]["values"] = tables[1]["values"].where(~keep, same)
    return tables


def shown(tables, cut):
    rows = []
    for time, table in zip(("then", "now"), tables, strict=True):
        whole, parts = profiles(table, cut)
        rows.append((time, None, whole.loc["values"]))
        if cut:
            rows += [(time, group, row) for (group, _), row in parts.iterrows()]
    return rows


def attack(seed, times, pairs, moved):
    """Return how often the change adds a leak, and how often it has numbers."""
    rng = np.random.default_rng(seed)
    leaking = told = 0
    for _ in range(times):
        tables = random_times(rng, moved)
        cut = "team" if rng.random() < 0.4 else None
        rows = shown(tables, cut)
        if not pairs(tables, cut):
            continue
        told += 1
        alone = leaks_of_two(two_times(*tables, cut, rows))
        leaking += bool(
            leaks_of_two(two_times(*tables, cut, rows, change=True)) - alone
        )
    return leaking, told


def as_told(tables, cut):
    return change(tables[1], tables[0], cut).table.loc["values", "how"] == "paired"


def whenever_people_match(tables, _):
    return tables[0].merge(tables[1], on="respondent")[["values_x", "values_y"]].size


def test_the_paired_change_adds_nothing_about_few_people():
    leaking, told = attack(1, 30, as_told, (0, 5, 6))
    assert leaking == 0
    assert told > 10


@pytest.mark.release
def test_nor_at_fifteen_hundred_pairs_of_times():
    assert attack(2, 1500, as_told, (0, 1, 2, 5, 6))[0] == 0


def test_without_protection_the_change_gives_people_away():
    assert attack(1, 10, whenever_people_match, (0, 1, 2))[0] > 2


def test_a_word_follows_from_the_two_profiles_alone():
    rng = np.random.default_rng(3)
    words = 0
    for _ in range(12):
        old, new = random_times(rng, (0, 1, 2))
        row = change(new, old).table.loc["values"]
        if row["how"] != "words":
            continue
        words += 1
        moved = new.assign(values=rng.permutation(new["values"]))
        again = change(moved, old).table.loc["values"]
        assert again["how"] in ("words", "totals", "paired")
        if again["how"] == "words":
            assert again["word"] == row["word"]
        assert row[["before", "now", "change", "low", "high", "expect"]].isna().all()
    assert words > 4
