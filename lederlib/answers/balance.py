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
from lederlib.answers.profile import require_one_row_each
from lederlib.catalogue import balance_items

MOMENTS = ("now", "general")
SIDES = {"load": "load", "resource": "resources"}
#: Fewest people of whose ratings a spread is told.
FEWEST_SPREAD = 10
#: A group's load and resources are told in steps of this size, from 0 to 1.
STEP = 0.05
#: Where little load ends and where much begins.
_BORDERS = (1 / 3, 2 / 3)
_HAIR = 1e-9
LOAD_STEPS = ("little", "middling", "much")


def balance_points(
    answers: Answers | pd.DataFrame,
    min_group: int = 5,
    *,
    weights: Mapping[str, float] | None = None,
) -> pd.DataFrame:
    """Return the group's load and resources, in general and now: no person's own.

    Tilt and level follow from these by `lederlib.model`.

    Parameters
    ----------
    answers : Answers or pandas.DataFrame
        With a table, columns ``{item_key}_now`` and ``{item_key}_general``, 0 to 1.
    min_group : int, default 5
        Fewest people that are told about, 5 to 10.
    weights : mapping of str to float, optional
        Weight of an item by its key, from 0; an item that is not named weighs 1.

    Returns
    -------
    pandas.DataFrame, indexed by moment: "general", "now"
        `load` and `resources`, 0 to 1 in steps of 0.05: the weighted mean of the means
        that `balance_table` tells. An item counts where it is told at both moments, or
        at the only one asked about; NaN where no item counts. So nothing follows from
        these that does not follow from that table.

    Raises
    ------
    ValueError
        If no column is a rating, a rating lies outside 0 to 1, or a weight belongs to
        no item.

    Examples
    --------
    >>> ratings = pd.DataFrame({"many_demands_now": [0.2, 0.4, 0.4, 0.6, 0.8]})
    >>> float(balance_points(ratings).loc["now", "load"])
    0.5
    """
    told = balance_table(answers, min_group)
    weighed = pd.Series(_weights(weights or {}))
    moments = told.groupby("moment")["mean"]
    means = pd.DataFrame({name: part.droplevel(1) for name, part in moments}).dropna()
    sides = told["side"].groupby("item").first()
    points = {
        name: _weighted_means(means[sides.loc[means.index] == side], weighed)
        for side, name in SIDES.items()
    }
    table = pd.DataFrame(points, index=["general", "now"]).rename_axis("moment")
    return (table / STEP).round() * STEP


def load_steps(answers: Answers | pd.DataFrame, min_group: int = 5) -> pd.Series:
    """Return how many carry little, middling and much load now, where all are many.

    Returns
    -------
    pandas.Series
        People whose load now, the mean of the items that `balance_table` tells, is
        below one third, up to two thirds, and from there. Empty unless two steps hold
        `min_group` people each and no step holds fewer but some.

    Examples
    --------
    >>> ratings = pd.DataFrame({"many_demands_now": [0.1] * 6 + [0.9] * 5})
    >>> load_steps(ratings).to_dict()
    {'little': 6, 'middling': 0, 'much': 5}
    """
    told = balance_table(answers, min_group)
    shown = told[(told["hidden"] == "") & (told["side"] == "load")]
    names = [f"{item}_now" for item, moment in shown.index if moment == "now"]
    loads = _ratings(answers)[names].mean(axis=1).dropna()
    steps = pd.Series(np.digitize(loads + _HAIR, _BORDERS)).value_counts()
    counts = steps.reindex(range(len(LOAD_STEPS)), fill_value=0)
    counts.index = pd.Index(LOAD_STEPS, name="load")
    many = counts >= min_group
    return counts if many.sum() > 1 and (many | (counts == 0)).all() else counts[:0]


def balance_table(answers: Answers | pd.DataFrame, min_group: int = 5) -> pd.DataFrame:
    """Return the group's rounded mean on each load and resource.

    Parameters
    ----------
    answers : Answers or pandas.DataFrame
        As for `balance_points`.
    min_group : int, default 5
        Fewest people that are told about, 5 to 10.

    Returns
    -------
    pandas.DataFrame, indexed by item and moment
        For every item that has a column: its `side`; the `mean` of the ratings, 0 to
        1, and from ten people their `spread` (standard deviation, n−1), both to two
        decimals; the number `n` that they rest on; and `hidden`: empty, "few" below
        `min_group`, or "unanimous" where all gave the same rating, which only `n` may
        then be told of. Of fewer than ten people a spread is not told, since with the
        mean it often gives each rating back.

    Raises
    ------
    ValueError
        If no column is a rating or a rating lies outside 0 to 1.

    Examples
    --------
    >>> ratings = pd.DataFrame({"many_demands_now": [0.2, 0.4, 0.4, 0.6, 0.8]})
    >>> balance_table(ratings)["mean"].tolist()
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
    spread = float(ratings.std())
    hidden = "few" if count < limit else "unanimous" if alike else ""
    return {
        "side": side,
        "mean": np.nan if hidden else round(ratings.mean(), 2),
        "spread": np.nan if hidden or count < FEWEST_SPREAD else round(spread, 2),
        "n": pd.NA if hidden == "few" else count,
        "hidden": hidden,
    }


def _ratings(answers: Answers | pd.DataFrame) -> pd.DataFrame:
    require_one_row_each(answers)
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


def _weighted_means(means: pd.DataFrame, weights: pd.Series) -> pd.Series:
    """Return the weighted mean of items at each moment; NaN where nothing weighs."""
    own = weights[means.index]
    total = own.sum()
    return means.mul(own, axis=0).sum(min_count=1) / (total if total > 0 else np.nan)
