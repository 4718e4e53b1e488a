"""Find rules in one sample of worlds, and try and count them in fresh ones."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from lederlib._checks import NORMAL_95, Bools, Floats
from lederlib.scenario.uncertainty.peeling import (
    Box,
    find_box,
    inside,
    without_idle_lines,
)

PEEL = 0.05
SMALLEST = 0.02
# What makes a rule worth a reader's time: that it catches so much of what is marked,
# and that marks are this many times as common inside it as anywhere, or the rule there.
LEAST_COVERAGE = 0.1
LEAST_LIFT = 2
MOSTLY = 0.5


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Worlds:
    """A sample of worlds: values, shape (columns, worlds), and which are marked."""

    values: Floats
    marks: Bools

    def without(self, box: Box) -> "Worlds":
        """Return the worlds that lie outside the box."""
        outside = ~inside(box, self.values)
        return Worlds(values=self.values[:, outside], marks=self.marks[outside])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rule:
    """A box, how many worlds of the third sample it holds, and how many are marked."""

    box: Box
    worlds: int
    hits: int


def found_rules(samples: Sequence[Worlds], *, most: int) -> list[Rule]:
    """Return the rules that fresh worlds bear out.

    Each rule is looked for among the worlds that the ones before it leave.

    Parameters
    ----------
    samples : sequence of Worlds
        Three: to find rules in, to try each line of a rule in, and to count in.
    most : int
        Rules at most.
    """
    counted = samples[-1].marks
    failures = int(counted.sum())
    least = min(MOSTLY, LEAST_LIFT * failures / counted.size)
    rules: list[Rule] = []
    for rule in _suggested(samples):
        dense = shown_share(rule.hits, rule.worlds)[1] >= least
        if not dense or rule.hits < LEAST_COVERAGE * failures or len(rules) == most:
            break
        rules.append(rule)
    return rules


def _suggested(samples: Sequence[Worlds]) -> Iterator[Rule]:
    while all(sample.marks.any() for sample in samples):
        first, second, third = samples
        found = find_box(first.values, first.marks, peel=PEEL, smallest=SMALLEST)
        box = without_idle_lines(found, second.values, second.marks)
        within = inside(box, third.values)
        if not box.lines or not within.any():
            return
        hits = int((within & third.marks).sum())
        yield Rule(box=box, worlds=int(within.sum()), hits=hits)
        samples = [sample.without(box) for sample in samples]


def rule_table(rules: list[Rule], failures: int) -> pd.DataFrame:
    """Return each rule's worlds, density and coverage, with 95 % intervals.

    Parameters
    ----------
    rules : list of Rule
        In the order in which they were found.
    failures : int
        Marked worlds in the whole third sample.
    """
    facts: dict[str, list[float]] = {"rule": list(range(1, len(rules) + 1))}
    facts["worlds"] = [rule.worlds for rule in rules]
    for name in ("density", "coverage"):
        shares = [
            shown_share(rule.hits, rule.worlds if name == "density" else failures)
            for rule in rules
        ]
        for place, end in enumerate(("", "_low", "_high")):
            facts[name + end] = [share[place] for share in shares]
    return pd.DataFrame(facts)


def shown_share(hits: int, of: int) -> tuple[float, float, float]:
    """Return a share with its 95 % interval after Wilson.

    Examples
    --------
    >>> [round(end, 2) for end in shown_share(0, 100)]
    [0.0, 0.0, 0.04]
    """
    share, z = hits / of, NORMAL_95
    middle = (share + z**2 / (2 * of)) / (1 + z**2 / of)
    spread = np.sqrt(share * (1 - share) / of + z**2 / (4 * of**2))
    half = float(z * spread / (1 + z**2 / of))
    return share, max(0.0, min(share, middle - half)), max(share, middle + half)
