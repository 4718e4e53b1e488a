"""An exact attacker: every whole-number table that fits what is shown, by programming.

It knows everybody's groups, who answered, and all shown rows. It finds a leak where,
over all tables that fit, some colour is sure to be among fewer people than the limit.
"""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd
from scipy.optimize import LinearConstraint, milp

COLOURS = ["red", "yellow", "green"]


@dataclass(frozen=True, kw_only=True)
class Knowledge:
    """The atoms, how many people each has, and equations on their counts by colour.

    Columns are the atoms' red, yellow and green, then one switch for each row of which
    only two colours are told apart.
    """

    people: np.ndarray
    truth: np.ndarray
    left: np.ndarray
    right: np.ndarray
    switches: int


def knowledge(table, cuts, rows, factor="values"):
    """Return what follows from rows of (cut, group, row); cut None is everyone."""
    answered = table[table[factor].notna()].fillna(dict.fromkeys(cuts, "–"))
    held = answered.groupby(cuts or (lambda _: 0))[factor].agg(list)
    atoms = held.index.to_frame(index=False)
    truth = np.array([[given.count(v) for v in (0, 0.5, 1)] for given in held])
    people, everyone = truth.sum(axis=1), np.ones(len(truth), dtype=bool)
    told = [
        (everyone if cut is None else (atoms[cut] == group).to_numpy(), row)
        for cut, group, row in rows
        if pd.notna(row["n"])
    ]
    alike = unanimous(told)
    equations = [
        *sizes_of_atoms(people),
        *(each for inside, row in told for each in counts_of_colours(inside, row)),
        *(
            (weights, value, switch, by)
            for switch, (inside, row) in enumerate(alike)
            for weights, value, by in one_of_two_colours(inside, row, people)
        ),
    ]
    left = np.zeros((len(equations), 3 * len(truth) + len(alike)))
    for line, (weights, _, *switched) in zip(left, equations, strict=True):
        line[: 3 * len(truth)] = weights.ravel()
        if switched:
            line[3 * len(truth) + switched[0]] = switched[1]
    return Knowledge(
        people=people,
        truth=truth,
        left=left,
        right=np.array([value for _, value, *_ in equations], dtype=float),
        switches=len(alike),
    )


def unanimous(told):
    return [(inside, row) for inside, row in told if row["hidden"] == "unanimous"]


def sizes_of_atoms(people):
    for atom, size in enumerate(people):
        weights = np.zeros((len(people), 3))
        weights[atom] = 1
        yield weights, size


def told_colours(row):
    return [place for place in range(3) if pd.notna(row[COLOURS[place]])]


def counts_of_colours(inside, row):
    for place in told_colours(row):
        weights = np.outer(inside, np.eye(3)[place])
        yield weights, round(row[COLOURS[place]] * row["n"])


def one_of_two_colours(inside, row, people):
    """All of the row gave one colour, or all gave the other: a switch says which."""
    one, other = (place for place in range(3) if place not in told_colours(row))
    for atom in np.flatnonzero(inside):
        for place, value, by in (
            (one, 0, -people[atom]),
            (other, people[atom], people[atom]),
        ):
            weights = np.zeros((len(people), 3))
            weights[atom, place] = 1
            yield weights, value, by


def few(people, limit):
    """Yield the largest unions of atoms with fewer people than the limit."""
    small = np.flatnonzero(people < limit)
    for size in range(len(small), 0, -1):
        for chosen in combinations(small, size):
            total = people[list(chosen)].sum()
            rest = np.setdiff1d(small, chosen)
            if total < limit and (total + people[rest] >= limit).all():
                yield list(chosen)


def fewest(known, chosen, colour):
    """Return a table that fits and has fewest of a colour among the chosen atoms."""
    count = len(known.people)
    aim = np.zeros(3 * count + known.switches)
    aim[[3 * atom + colour for atom in chosen]] = 1
    found = milp(
        aim,
        integrality=np.ones(len(aim)),
        bounds=(0, np.r_[np.repeat(known.people, 3), np.ones(known.switches)]),
        constraints=LinearConstraint(known.left, known.right, known.right),
    )
    assert found.success, found.message
    return np.round(found.x[: 3 * count]).astype(int).reshape(count, 3)


def leaks(known, limit=5):
    """Return which few atoms are sure to hold which colour, in every table that fits.

    Tables found on the way are kept: one without the colour settles a question.
    """
    tables, found = [known.truth], []
    for chosen in few(known.people, limit):
        for colour in range(3):
            if any(table[chosen, colour].sum() == 0 for table in tables):
                continue
            tables.append(fewest(known, chosen, colour))
            if tables[-1][chosen, colour].sum():
                found.append((tuple(map(int, chosen)), COLOURS[colour]))
    return found
