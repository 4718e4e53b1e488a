"""Does each item behave as the model says? S-X² among people of one summed score."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd
from scipy.special import chdtrc

from lederlib._checks import Floats, Ints
from lederlib.measure.graded._answers import Answers
from lederlib.measure.graded._curves import likelihoods
from lederlib.measure.graded._em import TRAIT

FEWEST_IN_ROW: Final = 20
LEAST_IN_CELL: Final = 2.0


def item_fit(
    names: Sequence[str], answers: Answers, items: Sequence[Floats], weights: Floats
) -> pd.DataFrame:
    """Return S-X² with its degrees of freedom and p value for each item.

    Only people who answered everything count. Neighbouring scores are joined until at
    least 20 people share a row, and neighbouring categories until at least two are
    expected in a cell; where no degree of freedom is left, there is no test.

    Notes
    -----
    Orlando and Thissen (2000), doi:10.1177/01466216000241003.
    """
    whole = (answers.codes >= 0).all(axis=1)
    codes, people = answers.codes[whole], answers.people[whole]
    chances = [likelihoods(item, TRAIT) for item in items]
    total = summed_scores(chances) @ weights
    rows = []
    for place, chance in enumerate(chances):
        rest = summed_scores([*chances[:place], *chances[place + 1 :]])
        share = _expected_share(chance, rest * weights, total)
        observed = _observed(codes, people, place, share.shape)
        rows.append(_s_x2(observed, share * observed.sum(axis=1, keepdims=True)))
    table = pd.DataFrame(rows, columns=["s_x2", "df", "p"], index=list(names))
    return table.rename_axis("item")


def summed_scores(chances: Sequence[Floats]) -> Floats:
    """Return the chance of each summed score, shape (scores, trait)."""
    sums = np.ones((1, chances[0].shape[1]))
    for chance in chances:
        longer = np.zeros((len(sums) + len(chance) - 1, sums.shape[1]))
        for category, likely in enumerate(chance):
            longer[category : category + len(sums)] += sums * likely
        sums = longer
    return sums


def _expected_share(chance: Floats, rest: Floats, total: Floats) -> Floats:
    """Return each category's chance given the score, shape (scores, categories)."""
    joint = np.zeros((len(total), len(chance)))
    for category, likely in enumerate(chance):
        joint[category : category + len(rest), category] = rest @ likely
    return joint / np.maximum(total, 1e-300)[:, None]


def _observed(
    codes: Ints, people: Floats, place: int, shape: tuple[int, ...]
) -> Floats:
    cell = codes.sum(axis=1) * shape[1] + codes[:, place]
    counts = np.bincount(cell, weights=people, minlength=shape[0] * shape[1])
    return np.asarray(counts.reshape(shape), dtype=float)


def _s_x2(observed: Floats, expected: Floats) -> tuple[float, int, float]:
    statistic, freedom = 0.0, -expected.shape[1]
    for rows in _runs(expected.sum(axis=1), FEWEST_IN_ROW):
        seen, awaited = observed[rows].sum(axis=0), expected[rows].sum(axis=0)
        cells = _runs(awaited, LEAST_IN_CELL)
        freedom += len(cells) - 1
        for cell in cells:
            want = awaited[cell].sum()
            if want > 0:
                statistic += float((seen[cell].sum() - want) ** 2 / want)
    if freedom < 1:
        return np.nan, 0, np.nan
    return statistic, freedom, float(chdtrc(freedom, statistic))


def _runs(counts: Floats, least: float) -> list[slice]:
    """Return neighbours joined until each run holds at least `least`."""
    ends, held = [], 0.0
    for place, count in enumerate(counts, start=1):
        held += count
        if held >= least:
            ends.append(place)
            held = 0.0
    ends = [*ends[:-1], len(counts)] if ends else [len(counts)]
    return [slice(a, b) for a, b in zip([0, *ends[:-1]], ends, strict=True)]
