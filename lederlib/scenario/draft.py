"""Try a first draft of ten items on made-up people whose true answer is known."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import pandas as pd

from lederlib._checks import NORMAL_95, Floats, require_count, require_known, seed_of
from lederlib.measure import alpha

#: The items in order, and the facet of the idea that each is about, if any.
DRAFT_ITEMS: Final[dict[str, str | None]] = {
    "unbroken": "time",
    "unbroken_again": "time",
    "follow_up": "time",
    "decide": "mandate",
    "backing": "mandate",
    "time_and_say": "mandate",
    "look_ahead": "thought",
    "not_seldom": "thought",
    "matters": None,
    "office": None,
}
DRAFT_FACETS: Final = ("time", "mandate", "thought")
MOST_PEOPLE: Final = 5000
_FEWEST: Final = 5
_NOTHING: Final = 1e-9
_OPTIONS: Final = np.arange(1, 6)
# All of these sizes are assumptions, chosen so that each fault can be seen.
_SHARED, _LOADING = 0.4, 0.75
_BORDERS: Final = np.array([-1.5, -0.5, 0.5, 1.5])
_MISREAD: Final = 0.4
_FACET_OF: Final = [0, 0, 0, 1, 1, 1, 2, 2, 2, 2]
_LOADINGS: Final = np.array([_LOADING] * 7 + [_LOADING, 0.35, 0.0])
_SHIFTS: Final = np.array([0.0, 0.0, 0.2, 0.3, 0.1, 0.1, -0.2, 0.0, 2.2, 0.3])
_DUPLICATE, _DOUBLE, _REVERSED = 1, 5, 7


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DraftTrial:
    """What a draft of ten items shows when some of them are kept.

    Attributes
    ----------
    items : pandas.DataFrame
        A row an item: `kept`; `mean` and `sd`; `floor` and `ceiling`, the shares at 1
        and 5; `rest`, the correlation with the sum of the other kept items, from `low`
        to `high` (95 %, Fisher's z); these three NaN where all gave one answer.
    shares : numpy.ndarray
        Share of the people with each answer from 1 to 5, shape (10, 5).
    alpha, alpha_low, alpha_high : float
        Raw alpha of the kept items with Feldt's 95 % interval; NaN if fewer than two
        of them vary.
    true_alpha, truth : float
        Alpha of the kept items among 20,000 made-up people, and how their sum
        correlates there with what the items were meant to measure.
    facets : tuple of str
        The facets that at least one kept item is about.
    constant : tuple of str
        Kept items to which all gave the same answer; left out of alpha.
    people : int
        How many answered.
    """

    items: pd.DataFrame
    shares: Floats
    alpha: float
    alpha_low: float
    alpha_high: float
    true_alpha: float
    truth: float
    facets: tuple[str, ...]
    constant: tuple[str, ...]
    people: int


def draft_answers(
    people: int = 60, *, rng: int | np.random.Generator = 0
) -> pd.DataFrame:
    """Return made-up people's answers to the draft, with reversed items turned round.

    Parameters
    ----------
    people : int, default 60
        How many answer, 5 to 5,000; of the same seed, the first are the same people.
    rng : int or numpy.random.Generator
        Chance; a generator is used for one seed.

    Returns
    -------
    pandas.DataFrame
        A row a person and a column an item, answers from 1 to 5. Synthetic: the sizes
        behind them are assumptions, chosen so that each fault can be seen.

    Raises
    ------
    ValueError
        If there are too few or too many people.

    Examples
    --------
    >>> draft_answers(60).mean().round(1).to_dict()["matters"]
    4.8
    """
    count = require_count(people, _FEWEST, MOST_PEOPLE, name="people")
    answers = _everyone(MOST_PEOPLE, seed_of(rng))[0][:count]
    return pd.DataFrame(answers, columns=list(DRAFT_ITEMS))


def try_draft(answers: pd.DataFrame, kept: Sequence[str]) -> DraftTrial:
    """Return what the draft shows when only the kept items make the measure.

    Parameters
    ----------
    answers : pandas.DataFrame
        As from `draft_answers`.
    kept : sequence of str
        At least two different keys of `DRAFT_ITEMS`.

    Raises
    ------
    ValueError
        If an item is unknown, or fewer than two are kept.

    Examples
    --------
    >>> people = draft_answers(600)
    >>> twins = try_draft(people, ["unbroken", "unbroken_again"])
    >>> broad = try_draft(people, ["unbroken", "decide", "backing", "look_ahead"])
    >>> twins.alpha > broad.alpha, twins.truth < broad.truth
    (True, True)
    """
    chosen = _chosen(kept)
    values = answers[list(DRAFT_ITEMS)].to_numpy(dtype=float)
    varies = values.std(axis=0) > 0
    counted = values[:, chosen & varies]
    found = alpha(counted) if counted.shape[1] > 1 else None
    low, middle, high = (found.low, found.value, found.high) if found else [np.nan] * 3
    true_alpha, truth = _among_all(tuple(chosen))
    names = np.array(list(DRAFT_ITEMS))
    facets = {DRAFT_ITEMS[name] for name in names[chosen]}
    shares = (values[:, :, None] == _OPTIONS).mean(axis=0)
    return DraftTrial(
        items=_item_figures(values, shares, chosen),
        shares=shares,
        alpha=middle,
        alpha_low=low,
        alpha_high=high,
        true_alpha=true_alpha,
        truth=truth,
        facets=tuple(facet for facet in DRAFT_FACETS if facet in facets),
        constant=tuple(names[chosen & ~varies].tolist()),
        people=len(values),
    )


def _chosen(kept: Sequence[str]) -> np.ndarray:
    for name in kept:
        require_known(name, DRAFT_ITEMS, name="kept")
    chosen = np.array([name in kept for name in DRAFT_ITEMS])
    if chosen.sum() < 2:  # noqa: PLR2004
        msg = f"kept must name at least two different items; got {list(kept)}."
        raise ValueError(msg)
    return chosen


def _item_figures(values: Floats, shares: Floats, chosen: np.ndarray) -> pd.DataFrame:
    rest = values[:, chosen].sum(axis=1)[:, None] - values * chosen
    related = _correlations(values, rest)
    reach = NORMAL_95 / np.sqrt(len(values) - 3)
    middle = np.arctanh(np.clip(related, -1 + 1e-12, 1 - 1e-12))
    return pd.DataFrame(
        {
            "kept": chosen,
            "mean": values.mean(axis=0),
            "sd": values.std(axis=0, ddof=1),
            "floor": shares[:, 0],
            "ceiling": shares[:, -1],
            "rest": related,
            "low": np.tanh(middle - reach),
            "high": np.tanh(middle + reach),
        },
        index=list(DRAFT_ITEMS),
    )


def _correlations(first: Floats, second: Floats) -> Floats:
    """Return the correlation of each column with its fellow; NaN if one is constant."""
    apart, away = first - first.mean(axis=0), second - second.mean(axis=0)
    size = np.sqrt((apart**2).sum(axis=0) * (away**2).sum(axis=0))
    none = np.full(size.shape, np.nan)
    shared = (apart * away).sum(axis=0)
    return np.asarray(np.divide(shared, size, out=none, where=size > _NOTHING))


@lru_cache(maxsize=1100)
def _among_all(chosen: tuple[bool, ...]) -> tuple[float, float]:
    """Return alpha and the correlation with the truth among very many people."""
    covariance = _covariance()
    kept = np.flatnonzero(chosen)
    among, count = covariance[np.ix_(kept, kept)], len(kept)
    total = among.sum()
    value = count / (count - 1) * (1 - np.trace(among) / total)
    truth = covariance[kept, -1].sum() / np.sqrt(total * covariance[-1, -1])
    return float(value), float(truth)


@lru_cache(maxsize=1)
def _covariance() -> Floats:
    answers, truth = _everyone(20_000, 0)
    return np.cov(np.column_stack([answers, truth]), rowvar=False)


@lru_cache(maxsize=16)
def _everyone(people: int, seed: int) -> tuple[Floats, Floats]:
    """Return answers, shape (people, 10), and what they were meant to measure."""
    rng = np.random.default_rng(seed)
    common, own = rng.standard_normal((people, 1)), rng.standard_normal((people, 3))
    facets = np.sqrt(_SHARED) * common + np.sqrt(1 - _SHARED) * own
    noise = rng.standard_normal((people, len(DRAFT_ITEMS)))
    read, dice = rng.random(people), rng.standard_normal(people)
    leaning = facets[:, _FACET_OF] * _LOADINGS + noise * np.sqrt(1 - _LOADINGS**2)
    leaning += _SHIFTS
    leaning[:, _DUPLICATE] = leaning[:, 0] + 0.25 * dice
    # Asked of two things at once, people answer the middle of both, or neither.
    both = 0.3 * (facets[:, 0] + facets[:, 1])
    leaning[:, _DOUBLE] = 0.6 * (both + noise[:, _DOUBLE])
    answers = 1.0 + np.searchsorted(_BORDERS, leaning)
    misread = read < _MISREAD
    answers[misread, _REVERSED] = 6 - answers[misread, _REVERSED]
    return answers, facets.mean(axis=1)
