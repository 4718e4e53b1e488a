"""Turn a group's ratings into loads and resources, few people protected."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from lederlib._checks import (
    require_between,
    require_count,
    require_known,
    require_number,
)
from lederlib.answers.intake import Answers
from lederlib.catalogue import BalanceItem, balance_items

MOMENTS = ("now", "general")


def balance_points(
    answers: Answers | pd.DataFrame,
    min_group: int = 5,
    *,
    weights: Mapping[str, float] | None = None,
) -> pd.DataFrame:
    """Return each respondent's load and resources, now and in general.

    Tilt and level follow from these by `lederlib.model`.

    Parameters
    ----------
    answers : Answers or pandas.DataFrame
        With a table, columns ``{item_key}_now`` and ``{item_key}_general``, 0 to 1.
    min_group : int, default 5
        With fewer respondents than this, 5 to 10, the table has no rows.
    weights : mapping of str to float, optional
        Weight of an item by its key, from 0; an item that is not named weighs 1.

    Returns
    -------
    pandas.DataFrame, one row per respondent
        `load_now`, `resources_now`, `load_general`, `resources_general`, 0 to 1: the
        weighted mean of the items rated. Unrated items and empty open slots drop out
        and the other weights count for more; NaN where nothing was rated. Rows are
        sorted by size and numbered from 1, so that their order tells nobody's place.

    Raises
    ------
    ValueError
        If no column is a rating, a rating lies outside 0 to 1, or a weight belongs to
        no item.

    Examples
    --------
    >>> ratings = pd.DataFrame({"many_demands_now": [0.2, 0.4, 0.4, 0.6, 0.8]})
    >>> balance_points(ratings)["load_now"].tolist()
    [0.2, 0.4, 0.4, 0.6, 0.8]
    """
    limit = require_count(min_group, 5, 10, name="min_group")
    ratings = _ratings(answers)
    weighed = _weights(weights or {})
    points = pd.DataFrame(
        {
            f"{name}_{moment}": _weighted_mean(ratings, side, moment, weighed)
            for moment in MOMENTS
            for side, name in (("load", "load"), ("resource", "resources"))
        }
    ).dropna(how="all")
    points = points if len(points) >= limit else points.iloc[:0]
    points = points.sort_values(list(points.columns), ignore_index=True)
    return points.set_index(pd.RangeIndex(1, len(points) + 1, name="point"))


def balance_table(answers: Answers | pd.DataFrame, min_group: int = 5) -> pd.DataFrame:
    """Return the group's mean and spread on each load and resource.

    Parameters
    ----------
    answers : Answers or pandas.DataFrame
        As for `balance_points`.
    min_group : int, default 5
        Fewest people that are told about, 5 to 10.

    Returns
    -------
    pandas.DataFrame, indexed by item and moment
        For every item that has a column: its `side`; `mean` and `spread` (standard
        deviation, n−1) of the ratings, 0 to 1; the number `n` that both rest on; and
        `hidden`: empty, "few" below `min_group`, or "unanimous" where all gave the
        same rating, which only `n` may then be told of.

    Raises
    ------
    ValueError
        If no column is a rating or a rating lies outside 0 to 1.

    Examples
    --------
    >>> ratings = pd.DataFrame({"many_demands_now": [0.2, 0.4, 0.4, 0.6, 0.8]})
    >>> balance_table(ratings)["mean"].round(2).tolist()
    [0.48]
    """
    limit = require_count(min_group, 5, 10, name="min_group")
    ratings = _ratings(answers)
    columns = {
        (item.key, moment): (item.side, ratings[f"{item.key}_{moment}"])
        for item in balance_items()
        for moment in MOMENTS
        if f"{item.key}_{moment}" in ratings
    }
    index = pd.MultiIndex.from_tuples(columns, names=["item", "moment"])
    return pd.DataFrame(
        [_row(side, values, limit) for side, values in columns.values()], index=index
    ).astype({"n": "Int64", "hidden": "str"})


def _row(side: str, ratings: pd.Series, limit: int) -> dict[str, object]:
    count = int(ratings.count())
    alike = bool(ratings.min() == ratings.max())
    hidden = "few" if count < limit else "unanimous" if alike else ""
    return {
        "side": side,
        "mean": np.nan if hidden else ratings.mean(),
        "spread": np.nan if hidden else ratings.std(),
        "n": pd.NA if hidden == "few" else count,
        "hidden": hidden,
    }


def _ratings(answers: Answers | pd.DataFrame) -> pd.DataFrame:
    table = answers.balance if isinstance(answers, Answers) else answers
    wanted = [f"{item.key}_{moment}" for item in balance_items() for moment in MOMENTS]
    held = [name for name in wanted if name in table]
    if not held:
        msg = f"No column is a rating of the balance, such as {wanted[0]}."
        raise ValueError(msg)
    ratings = table[held].astype(float)
    for name in held:
        require_between(ratings[name].dropna(), 0, 1, name=f"the ratings of {name}")
    return ratings


def _weights(weights: Mapping[str, float]) -> dict[str, float]:
    known = [item.key for item in balance_items()]
    for key, weight in weights.items():
        require_known(key, known, name="item of the balance")
        require_number(weight, 0, np.inf, name=f"the weight of {key}")
    return {key: float(weights.get(key, 1.0)) for key in known}


def _weighted_mean(
    ratings: pd.DataFrame, side: str, moment: str, weights: Mapping[str, float]
) -> pd.Series:
    held: list[BalanceItem] = [
        item
        for item in balance_items()
        if item.side == side and f"{item.key}_{moment}" in ratings
    ]
    values = ratings[[f"{item.key}_{moment}" for item in held]]
    weighed = values.notna() * [weights[item.key] for item in held]
    total = weighed.sum(axis=1)
    weighted = (values.fillna(0.0) * weighed.to_numpy()).sum(axis=1)
    return weighted / total.where(total > 0)
