"""Nobody among few can be read from shares by whoever counts in whole numbers."""

import numpy as np
import pandas as pd
import pytest

from lederlib.answers import profiles
from lederlib.answers.profile import _colours, _rows, group_codes
from lederlib.answers.small_cells import NO_RED, alike, cross, unprotected

from .whole_numbers import knowledge, leaks

MOST_ATOMS = 8


def random_table(rng):
    """Return answers with one to three cuts that make at most eight atoms."""
    while True:
        people = int(rng.integers(5, 41))
        cuts = [f"cut_{number}" for number in range(int(rng.integers(1, 4)))]
        tilt = rng.dirichlet([1, 1, 1]) if rng.random() < 0.7 else [1 / 3] * 3
        table = pd.DataFrame({"values": rng.choice([0, 0.5, 1], people, p=tilt)})
        table.loc[rng.random(people) < rng.choice([0, 0, 0.1]), "values"] = np.nan
        for cut in cuts:
            weights = rng.dirichlet([2] * int(rng.integers(2, 5)))
            groups = rng.choice(list("abcd")[: len(weights)], people, p=weights)
            missing = rng.random(people) < rng.choice([0, 0, 0.2])
            table[cut] = pd.Series(groups, dtype="str").mask(missing)
        answered = table[table["values"].notna()]
        if 0 < len(answered[cuts].drop_duplicates()) <= MOST_ATOMS:
            return table, cuts


def protected(table, cuts):
    whole, parts = profiles(table, cuts)
    return [
        (None, None, whole.iloc[0]),
        *((cut, group, row) for (cut, group, _), row in parts.iterrows()),
    ]


def without_protection(table, cuts):
    codes, names = group_codes(table, cuts)
    cells = cross(alike(codes), _colours(table[["values"]], None, None)[:, 0], 5)
    rows = _rows(table["values"], codes, cells, unprotected(cells, yellow_is=NO_RED))
    keys = [(None, None), *names]
    return [(*key, row) for key, (_, row) in zip(keys, rows.iterrows(), strict=True)]


def attack(seed, tables, shown):
    """Return how many tables leak, and how many of the groups' rows are shown."""
    rng = np.random.default_rng(seed)
    leaking = told = 0
    for _ in range(tables):
        table, cuts = random_table(rng)
        rows = shown(table, cuts)
        leaking += bool(leaks(knowledge(table, cuts, rows)))
        told += sum(row["hidden"] == "" for cut, _, row in rows if cut)
    return leaking, told


def test_no_few_people_are_sure_to_hold_a_colour_in_any_table_that_fits():
    leaking, told = attack(1, 200, protected)
    assert leaking == 0
    assert told > 100


@pytest.mark.release
def test_nor_in_two_thousand_tables():
    assert attack(2, 2000, protected)[0] == 0


def test_without_protection_whole_numbers_find_people_in_many_tables():
    assert attack(1, 60, without_protection)[0] > 15
