"""Fit a graded response model to items that share one trait."""

from typing import Final

import numpy as np
import pandas as pd

from lederlib._checks import Floats
from lederlib.measure.graded._answers import (
    FEWEST_ITEMS,
    Answers,
    categories,
    coded,
)
from lederlib.measure.graded._em import (
    STEEPEST,
    TRAIT,
    Expected,
    fit,
    normal_weights,
    start,
)
from lederlib.measure.graded._item_fit import item_fit
from lederlib.measure.graded._observed import polish, score
from lederlib.measure.graded.result import GradedResponse
from lederlib.measure.item_matrix import Table, item_matrix

ROUNDS: Final = 500
CLOSE: Final = 1e-3
STEEP: Final = 5.0
_FLAT: Final = 1e-4


def graded_response(items: Table) -> GradedResponse:
    r"""Return Samejima's graded response model, by marginal maximum likelihood.

    .. math:: P(x \ge k \mid \theta) = \frac{1}{1 + e^{-a(\theta - b_k)}}

    Parameters
    ----------
    items : DataFrame or array-like, shape (people, items)
        Ordered answers; at least 3 items of one trait with up to 20 categories each. A
        person counts by the answers given, so gaps are taken as missing at random.

    Returns
    -------
    GradedResponse
        Estimated by EM over 61 points of a standard normal trait, then by Newton's
        steps; the errors come from the observed information of the marginal
        likelihood, computed exactly.

    Raises
    ------
    ValueError
        If an item is a text, has one answer only or more than 20, or there are fewer
        than 3 items.

    Notes
    -----
    Samejima (1969), doi:10.1007/BF03372160; Bock and Aitkin (1981),
    doi:10.1007/BF02293801. An item that goes against the others has a negative slope:
    turn it first.

    Examples
    --------
    >>> rng = np.random.default_rng(1)
    >>> trait = rng.normal(size=(300, 1))
    >>> answers = np.digitize(trait + rng.logistic(size=(300, 4)), [-1, 1])
    >>> found = graded_response(answers)
    >>> found.converged, len(found.parameters)
    (True, 4)
    """
    matrix = item_matrix(items, fewest=FEWEST_ITEMS)
    levels = categories(matrix)
    given = np.logical_not(np.isnan(matrix.values).all(axis=1))
    answers = coded(matrix.values[given], levels)
    sets = np.arange(len(levels))[None]
    found = fit([answers], sets, start(answers), rounds=ROUNDS, close=CLOSE)
    weights = normal_weights()
    held, expected, curve = polish(answers, found.items, weights)
    flat = bool(np.abs(score(held, expected.counts)).max() < _FLAT)
    finite = max(abs(item[0]) for item in held) <= STEEPEST
    sure = flat and finite and bool(np.linalg.eigvalsh(curve)[0] > 0)
    count, people = sum(answers.sizes), int(given.sum())
    scores = _scores(answers, expected, given, items)
    return GradedResponse(
        parameters=_parameters(matrix.names, held, curve if sure else None),
        loglik=expected.loglik,
        aic=2 * count - 2 * expected.loglik,
        bic=float(np.log(people)) * count - 2 * expected.loglik,
        scores=scores,
        item_fit=item_fit(matrix.names, answers, held, weights),
        reliability=_reliability(scores),
        converged=sure,
        steep=_named(matrix.names, [abs(item[0]) > STEEP for item in held]),
        gaps=_named(matrix.names, [_has_gap(level) for level in levels]),
        n=people,
        left_out=len(given) - people,
        items=held,
    )


def _parameters(
    names: tuple[str, ...], items: tuple[Floats, ...], curve: Floats | None
) -> pd.DataFrame:
    """Return slopes and thresholds with their errors, by the delta method."""
    rows, first = {}, 0
    total = sum(len(item) for item in items)
    covariance = np.full((total, total), np.nan)
    if curve is not None:
        covariance = np.linalg.inv(curve)
    for name, item in zip(names, items, strict=True):
        inside = slice(first, first + len(item))
        thresholds = -item[1:] / item[0]
        turn = np.diag(np.concatenate([[1.0], np.full(len(thresholds), -1 / item[0])]))
        turn[1:, 0] = -thresholds / item[0]
        errors = np.sqrt(np.diag(turn @ covariance[inside, inside] @ turn.T))
        rows[name] = _row(item[0], thresholds, errors)
        first += len(item)
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("item")


def _row(slope: float, thresholds: Floats, errors: Floats) -> dict[str, float]:
    row = {"slope": float(slope), "slope_se": float(errors[0])}
    for place, value in enumerate(thresholds, start=1):
        row |= {
            f"threshold{place}": float(value),
            f"threshold{place}_se": float(errors[place]),
        }
    return row


def _scores(
    answers: Answers, expected: Expected, given: np.ndarray, items: Table
) -> pd.DataFrame:
    """Return the posterior mean and deviation of each row's trait."""
    mean = expected.posterior @ TRAIT
    error = np.sqrt(np.maximum(expected.posterior @ TRAIT**2 - mean**2, 0))
    table = np.full((len(given), 2), np.nan)
    table[given] = np.column_stack([mean, error])[answers.place]
    index = items.index if isinstance(items, pd.DataFrame) else None
    return pd.DataFrame(table, columns=["score", "se"], index=index)


def _reliability(scores: pd.DataFrame) -> float:
    between = float(scores["score"].var(ddof=0))
    return between / (between + float((scores["se"] ** 2).mean()))


def _has_gap(levels: Floats) -> bool:
    steps = np.diff(levels)
    whole = bool((levels == np.round(levels)).all())
    return whole and bool(steps.max() > steps.min())


def _named(names: tuple[str, ...], which: list[bool]) -> tuple[str, ...]:
    return tuple(name for name, held in zip(names, which, strict=True) if held)
