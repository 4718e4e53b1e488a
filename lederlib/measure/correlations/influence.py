"""What each person moves thresholds and polychoric correlations by."""

import numpy as np
from scipy.special import ndtr

from lederlib._checks import Floats, Ints
from lederlib.measure.correlations.normal import density
from lederlib.measure.correlations.pairs import LIMIT, Pairs, make_cells


def influence_of(
    codes: Ints, pairs: Pairs, counts: tuple[int, ...], rho: Floats
) -> Floats:
    """Return what each person moves each threshold and each correlation by."""
    of_cuts = _cut_influence(codes, pairs)
    tables = _pair_influence(pairs, np.clip(rho, -LIMIT, LIMIT), of_cuts)
    size = tables.shape[1]
    answers = np.ascontiguousarray(codes.T)
    cell = answers[pairs.first] * size
    cell += answers[pairs.second]
    cell += np.arange(len(tables))[:, None] * size**2
    own = [
        of_cuts[place, answers[place], : count - 1].T
        for place, count in enumerate(counts)
    ]
    return np.concatenate([*own, tables.ravel().take(cell)]).T


def _cut_influence(codes: Ints, pairs: Pairs) -> Floats:
    """Return, by item, what an answer in each category moves each threshold by."""
    items, inner = pairs.cuts.shape
    at_most = np.arange(inner + 1)[:, None] <= np.arange(inner)
    below = np.stack([(codes <= cut).mean(axis=0) for cut in range(inner)], axis=1)
    height = density(pairs.cuts)[:, None, :]
    moved = at_most - below[:, None, :]
    none = np.zeros((items, inner + 1, inner))
    return np.asarray(np.divide(moved, height, out=none, where=height > 0))


def _pair_influence(pairs: Pairs, rho: Floats, of_cuts: Floats) -> Floats:
    """Return what a person in each cell moves the pair's correlation by."""
    cells = make_cells(pairs, rho)
    score = np.nan_to_num(cells.slope / cells.share)
    weight = np.nan_to_num(pairs.frequencies * score / cells.share)
    first, second = pairs.cuts[pairs.first], pairs.cuts[pairs.second]
    along_first = _cross(weight, first, second, rho)
    along_second = _cross(weight.transpose(0, 2, 1), second, first, rho)
    people = pairs.frequencies.sum(axis=(1, 2))
    moved = (
        score
        - (
            np.einsum("pt,pat->pa", along_first, of_cuts[pairs.first])[:, :, None]
            + np.einsum("pt,pbt->pb", along_second, of_cuts[pairs.second])[:, None, :]
        )
        / people[:, None, None]
    )
    information = np.einsum("pab,pab,pab->p", pairs.frequencies, score, score) / people
    return np.asarray(moved / information[:, None, None])


def _cross(weight: Floats, own: Floats, other: Floats, rho: Floats) -> Floats:
    """Return, by threshold of the first item, how its score goes with the pair's."""
    r = rho[:, None, None]
    below = np.zeros((len(rho), own.shape[1], other.shape[1] + 2))
    below[:, :, -1] = 1
    below[:, :, 1:-1] = ndtr(
        (other[:, None, :] - r * own[:, :, None]) / np.sqrt((1 - r) * (1 + r))
    )
    reached = np.diff(below, axis=2) * density(own)[:, :, None]
    turned = weight[:, :-1] - weight[:, 1:]
    return np.asarray(np.einsum("ptb,ptb->pt", turned, reached))
