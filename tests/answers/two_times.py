"""An exact attacker who holds the reports of two times, and knows who was there when.

The people of one atom share their groups at both times and whether they answered then,
now or both. What follows is found over all whole-number tables that fit what is shown.
"""

from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd
from scipy.optimize import LinearConstraint, milp

from .whole_numbers import COLOURS, few

VALUES = np.array([0, 0.5, 1])
#: What a person may have answered then and now; nothing where they were not there.
ANSWERS = {
    "stayed": list(product(range(3), range(3))),
    "left": [(each, None) for each in range(3)],
    "joined": [(None, each) for each in range(3)],
}


@dataclass(frozen=True, kw_only=True)
class TwoTimes:
    """The atoms, their people, and equations on how many answered what then and now."""

    people: np.ndarray
    answers: list
    atom: np.ndarray
    truth: np.ndarray
    left: np.ndarray
    right: np.ndarray


def two_times(old, new, cut, told, *, change=False):
    """Return what follows from rows (time, group, row), and a paired change if told."""
    both = old.merge(new, on="respondent", how="outer", suffixes=("_then", "_now"))
    then, now = (both[f"values_{time}"] for time in ("then", "now"))
    both = both[then.notna() | now.notna()]
    then, now = then[both.index], now[both.index]
    kind = np.select([then.isna(), now.isna()], ["joined", "left"], "stayed")
    groups = [
        (both[f"{cut}_{time}"] if cut else pd.Series("", both.index)).where(there, "–")
        for time, there in (("then", then.notna()), ("now", now.notna()))
    ]
    keys = pd.Series(list(zip(kind, *groups, strict=True)), both.index)
    atoms = sorted(set(keys))
    cells = [(a, answer) for a, key in enumerate(atoms) for answer in ANSWERS[key[0]]]
    given = [
        tuple(None if np.isnan(x) else int(2 * x) for x in pair)
        for pair in zip(then, now, strict=True)
    ]
    place = {cell: number for number, cell in enumerate(cells)}
    truth = np.zeros(len(cells), dtype=int)
    for key, answer in zip(keys, given, strict=True):
        truth[place[atoms.index(key), answer]] += 1
    weights = [[float(a == number) for a, _ in cells] for number in range(len(atoms))]
    for time, group, row in told:
        when = ("then", "now").index(time)
        if row["hidden"] == "":
            for colour in range(3):
                weights.append(
                    [
                        float(
                            answer[when] == colour
                            and group in (None, atoms[a][1 + when])
                        )
                        for a, answer in cells
                    ]
                )
    if change:
        moves = [
            VALUES[answer[1]] - VALUES[answer[0]] if None not in answer else 0.0
            for _, answer in cells
        ]
        weights += [moves, list(np.square(moves))]
    left = np.array(weights)
    people = np.array([(keys == key).sum() for key in atoms])
    return TwoTimes(
        people=people,
        answers=[answer for _, answer in cells],
        atom=np.array([a for a, _ in cells]),
        truth=truth,
        left=left,
        right=left @ truth,
    )


def extreme(known, aim):
    """Return a table that fits and has least of what `aim` counts."""
    found = milp(
        aim,
        integrality=np.ones(len(aim)),
        bounds=(0, known.people[known.atom]),
        constraints=LinearConstraint(
            known.left, known.right - 1e-6, known.right + 1e-6
        ),
    )
    assert found.success, found.message
    return np.round(found.x)


def questions(known, limit):
    """Yield what must never be certain: its name, what it counts, and how many."""
    for chosen in few(known.people, limit):
        inside = np.isin(known.atom, chosen)
        for when, colour in product(range(2), range(3)):
            gave = [answer[when] == colour for answer in known.answers]
            yield (tuple(map(int, chosen)), when, COLOURS[colour]), inside & gave, 1
    for atom, size in enumerate(known.people):
        inside = known.atom == atom
        for when, colour in product(range(2), range(3)):
            gave = [answer[when] == colour for answer in known.answers]
            yield (atom, "all", when, COLOURS[colour]), inside & gave, size
        for move in (-2, -1, 0, 1, 2):
            moved = [None not in a and a[1] - a[0] == move for a in known.answers]
            yield (atom, "all moved", move), inside & moved, size


def leaks_of_two(known, limit=5):
    """Return what is certain about few people, or that all of some did the same."""
    tables, found = [known.truth], set()
    for name, counted, least in questions(known, limit):
        aim = counted.astype(float)
        if not aim.any() or any(aim @ table < least for table in tables):
            continue
        tables.append(extreme(known, aim))
        if aim @ tables[-1] >= least:
            found.add(name)
    return found
