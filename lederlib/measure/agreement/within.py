"""Agreement within groups: rwg(j), r*wg(j) and the average deviation."""

from collections.abc import Sequence
from typing import Final, Literal

import numpy as np
import pandas as pd

from lederlib._checks import (
    Floats,
    as_floats,
    require_between,
    require_count,
    require_known,
    require_number,
)
from lederlib.measure.agreement._grouped import Grouped, grouped
from lederlib.measure.agreement.result import Agreement, agreement
from lederlib.measure.has_items import options_of
from lederlib.measure.item_matrix import Table
from lederlib.measure.labels import Labels

MOST_OPTIONS: Final = 101
#: Shares of the five options under a response bias, after LeBreton and Senter (2008).
SKEWED: Final = {
    "slight": (0.05, 0.15, 0.20, 0.35, 0.25),
    "moderate": (0.00, 0.10, 0.15, 0.40, 0.35),
    "heavy": (0.00, 0.00, 0.10, 0.40, 0.50),
}
_NAMES: Final = ("uniform", *SKEWED)
_HAIR: Final = 1e-6


Null = str | float | Sequence[float]


def null_variance(null: Null = "uniform", *, options: int = 5) -> float:
    r"""Return the variance of an item's answers where nobody agrees on anything.

    Parameters
    ----------
    null : str, float or sequence of float
        "uniform" (:math:`(A^2-1)/12` with A options); with five options "slight",
        "moderate" or "heavy" skew; a variance of your own; or the share of each
        option, from the first to the last, which must sum to 1.
    options : int, default 5
        Answer options of an item, 2 to 101.

    Raises
    ------
    ValueError
        If the null is unknown, its variance is not above 0, or the shares do not fit.

    Notes
    -----
    The skewed shares are those of LeBreton and Senter (2008),
    doi:10.1177/1094428106296642.

    Examples
    --------
    >>> null_variance(), round(null_variance("heavy"), 2)
    (2.0, 0.44)
    """
    count = require_count(options, 2, MOST_OPTIONS, name="options")
    if isinstance(null, str):
        return _named(require_known(null, _NAMES, name="null"), count)
    if np.ndim(null) == 0:
        most = ((count - 1) / 2) ** 2 * 2
        return require_number(null, _HAIR, most, name="null, a variance,")
    return _variance(_shares(null, count))


def _named(null: str, options: int) -> float:
    if null == "uniform":
        return (options**2 - 1) / 12
    shares = SKEWED[null]
    if options != len(shares):
        msg = (
            f"null {null!r} is known for {len(shares)} options only; with {options}, "
            "give the share of each option or a variance."
        )
        raise ValueError(msg)
    return _variance(np.array(shares))


def _shares(null: Sequence[float] | float, options: int) -> np.ndarray:
    shares = as_floats(null, name="null")
    if shares.shape != (options,):
        msg = (
            f"null must give a share for each of the {options} options; "
            f"got {shares.size}."
        )
        raise ValueError(msg)
    require_between(shares, 0, 1, name="null, a share,")
    if abs(shares.sum() - 1) > _HAIR:
        msg = f"null must be shares that sum to 1; they sum to {shares.sum():g}."
        raise ValueError(msg)
    if shares.max() > 1 - _HAIR:
        msg = "null must leave at least two options possible; one has all of it."
        raise ValueError(msg)
    return shares


def _variance(shares: np.ndarray) -> float:
    places = np.arange(len(shares))
    mean = shares @ places
    return float(shares @ (places - mean) ** 2)


Around = Literal["mean", "median"]


def rwg_j(
    items: Table | pd.Series,
    groups: Labels | None = None,
    options: int | None = None,
    null: Null = "uniform",
    min_group: int = 5,
) -> Agreement:
    r"""Return rwg(j): how far the people of each group agree across J items.

    .. math:: r_{wg(J)} = \frac{J(1-s)}{J(1-s)+s}, \qquad
              s = \min(\overline{s^2} / \sigma^2_E, 1)

    Parameters
    ----------
    items : DataFrame, Series or array-like, shape (people, items), or a study
        Answers, on any coding with steps of 1; a person with a gap is left out.
    groups : Series or array-like, shape (people,)
        The group of each person, numbers or text, in any order; a study's units unless
        told.
    options : int, optional
        Answer options of an item; those of a study, or 5, unless told.
    null : str, float or sequence of float
        What no agreement looks like, as for `null_variance`.
    min_group : int, default 5
        Fewest people that are told about, 5 to 10.

    Returns
    -------
    Agreement
        From 0 to 1. The observed variance (n−1, mean over the items) is capped at the
        null's before the formula, so disagreement beyond the null counts as none; R's
        multilevel does the same. A group of one is missing, and so is a hidden one.

    Raises
    ------
    ValueError
        If an answer is a text, the answers span more than the options, the null is
        unknown, or `min_group` lies outside 5 to 10.

    Notes
    -----
    James, Demaree and Wolf (1984), doi:10.1037/0021-9010.69.1.85. A value of 1 says
    that the group is of one mind, but not of which: beside the group's mean it tells
    everybody's answer.

    Examples
    --------
    >>> answers = pd.DataFrame({"a": [4, 4, 5, 4, 4], "b": [3, 4, 4, 4, 3]})
    >>> rwg_j(answers, ["unit"] * 5).values.round(3).to_dict()
    {'unit': 0.933}
    """
    count = options_of(items, options)
    variance = null_variance(null, options=count)
    data = grouped(items, groups, name="items")
    share = np.minimum(_mean_variance(data) / variance, 1.0)
    agreed = len(data.items) * (1 - share)
    return agreement(
        "rwg_j",
        data,
        agreed / (agreed + share),
        options=count,
        min_group=min_group,
        null=variance,
    )


def r_star_wg(
    items: Table | pd.Series,
    groups: Labels | None = None,
    options: int | None = None,
    null: Null = "uniform",
    min_group: int = 5,
) -> Agreement:
    r"""Return r*wg(j), which does not rise with the number of items.

    .. math:: r^*_{wg(J)} = 1 - \overline{s^2} / \sigma^2_E

    Parameters
    ----------
    items, groups, options, null, min_group
        As for `rwg_j`.

    Returns
    -------
    Agreement
        At most 1. The observed variance is *not* capped: a group that disagrees more
        than the null is below 0, as in R's multilevel.

    Raises
    ------
    ValueError
        As for `rwg_j`.

    Notes
    -----
    Lindell, Brandt and Whitney (1999), doi:10.1177/01466219922031257.

    Examples
    --------
    >>> answers = pd.DataFrame({"a": [4, 4, 5, 4, 4], "b": [3, 4, 4, 4, 3]})
    >>> r_star_wg(answers, ["unit"] * 5).values.round(3).to_dict()
    {'unit': 0.875}
    """
    count = options_of(items, options)
    variance = null_variance(null, options=count)
    data = grouped(items, groups, name="items")
    return agreement(
        "r_star_wg",
        data,
        1 - _mean_variance(data) / variance,
        options=count,
        min_group=min_group,
        null=variance,
    )


def ad_index(
    items: Table | pd.Series,
    groups: Labels | None = None,
    options: int | None = None,
    around: Around = "mean",
    min_group: int = 5,
) -> Agreement:
    """Return how far answers lie from their group's middle on average, in answer steps.

    Parameters
    ----------
    items, groups, options, min_group
        As for `rwg_j`; the options only set the usual limit, a sixth of them.
    around : {"mean", "median"}
        The middle of the group, item by item; the deviations are then averaged.

    Returns
    -------
    Agreement
        From 0, where everybody agrees. A group of one is missing.

    Raises
    ------
    ValueError
        As for `rwg_j`.

    Notes
    -----
    Burke, Finkelstein and Dusig (1999), doi:10.1177/109442819921004; the limit is
    Burke and Dunlap's (2002), doi:10.1177/1094428102005002002.

    Examples
    --------
    >>> answers = pd.DataFrame({"a": [4, 4, 5, 4, 4], "b": [3, 4, 4, 4, 3]})
    >>> ad_index(answers, ["unit"] * 5).values.round(3).to_dict()
    {'unit': 0.4}
    """
    require_known(around, ("mean", "median"), name="around")
    known = options_of(items, options)
    count = require_count(known, 2, MOST_OPTIONS, name="options")
    data = grouped(items, groups, name="items")
    middle = data.means if around == "mean" else lambda item: _medians(data, item)
    away = [np.abs(item - middle(item)[data.codes]) for item in data.values]
    index = data.means(np.mean(away, axis=0))
    index[data.sizes < 2] = np.nan  # noqa: PLR2004 - one person cannot disagree
    return agreement(f"ad_{around}", data, index, options=count, min_group=min_group)


def _mean_variance(data: Grouped) -> Floats:
    """Return the variance (n−1) in each group, averaged over items; NaN below two."""
    squares = np.zeros(data.values.shape[1])
    for item in data.values:
        away = item - data.means(item)[data.codes]
        squares += away * away
    sizes = data.sizes
    total = np.bincount(data.codes, weights=squares, minlength=len(sizes))
    return np.asarray(total / np.where(sizes > 1, sizes - 1, np.nan) / len(data.items))


def _medians(data: Grouped, values: Floats) -> Floats:
    """Return the median in each group; NaN where it is empty."""
    ordered = values[np.lexsort((values, data.codes))]
    sizes = data.sizes
    first = np.cumsum(sizes) - sizes
    ends = [first + (sizes - 1) // 2, first + sizes // 2]
    low, high = (ordered[np.minimum(end, len(ordered) - 1)] for end in ends)
    return np.where(sizes > 0, (low + high) / 2, np.nan)
