"""Suggest where a group might begin: low, important and agreed on."""

from collections.abc import Mapping
from typing import Literal, get_args

import numpy as np
import pandas as pd

from lederlib._checks import require_known, require_number
from lederlib.catalogue import FACTOR_KEYS, Ledger, factor, ledger
from lederlib.text import Lang, format_number, join_words, label

Aim = Literal["retention", "attraction"]
AIMS: tuple[Aim, ...] = get_args(Aim)
FLAGS = ("low", "important", "agreed")
_HAIR = 1e-9


def suggest_focus(
    profile: pd.DataFrame,
    *,
    outcome: Aim = "retention",
    weights: Mapping[str, float] | None = None,
    quantities: Ledger | None = None,
) -> pd.DataFrame:
    """Return which factors are low, important and agreed on, with the reason in words.

    Parameters
    ----------
    profile : pandas.DataFrame
        What `profile` gives for everyone or, with ``.loc[group]``, for one group.
    outcome : {"retention", "attraction"}
        What importance refers to.
    weights : mapping of str to float, optional
        Your own weight of each factor, instead of those the ranking implies.
    quantities : Ledger, optional
        Where the limits stand; ours unless told.

    Returns
    -------
    pandas.DataFrame, indexed by factor
        `mean`, `spread`, the flags `low`, `important`, `agreed`; `tied` where the
        ranking cannot tell whether the factor is among the important ones, which then
        counts as not important; `suggested` where all three flags hold; `hidden`; and
        the reason in words, `reason_da` and `reason_en`.

    Raises
    ------
    ValueError
        If the profile has several groups, the outcome is unknown or a weight belongs
        to no factor.

    Notes
    -----
    Our assumptions: *low* is a mean below the green limit that is also red or among
    the lowest third of the means shown, ties included. *Important* is the upper share
    of the weights. *Agreed* is a spread below a limit. The limits are the ledger's
    `red_below`, `green_from`, `important_share` and `agreed_spread`.

    Examples
    --------
    >>> values = {"mean": [0.2, 0.8], "spread": [0.1, 0.1], "hidden": ["", ""]}
    >>> group = pd.DataFrame(values, index=["leadership_quality", "hiring"])
    >>> suggest_focus(group)["suggested"].tolist()
    [True, False]
    """
    _require_one_group(profile)
    limits = quantities or ledger()
    importance = _importance(outcome, weights, limits)
    share = limits["important_share"].value
    table = profile[["mean", "spread"]].copy()
    table["low"] = _low(table["mean"], limits)
    table["important"], table["tied"] = (
        _upper(importance, share).loc[table.index].T.to_numpy()
    )
    table["agreed"] = table["spread"] < limits["agreed_spread"].value
    table["hidden"] = profile["hidden"]
    table["suggested"] = table[[*FLAGS]].all(axis=1) & (table["hidden"] == "")
    for lang in ("da", "en"):
        table[f"reason_{lang}"] = [
            _reason(row, outcome, lang) for _, row in table.iterrows()
        ]
    return table


def describe_focus(focus: pd.DataFrame, lang: Lang = "da") -> str:
    """Return the suggestion as a sentence; it is never empty.

    Where no factor is low, important and agreed on, the sentence says so and names
    the one that came closest, unless everything is hidden.
    """
    chosen = focus[focus["suggested"]].sort_values("mean", kind="stable")
    if len(chosen):
        names = join_words([_name(key, lang) for key in chosen.index], lang)
        return label("answers.focus_found", lang, names=names)
    shown = focus[focus["hidden"] == ""]
    if shown.empty:
        return label("answers.focus_all_hidden", lang)
    met = shown[[*FLAGS]].sum(axis=1)
    nearest = shown[met == met.max()]["mean"].idxmin()
    return label(
        "answers.focus_none",
        lang,
        name=_name(str(nearest), lang),
        reason=focus.loc[nearest, f"reason_{lang}"],
    )


def disagreement(
    profile: pd.DataFrame, *, quantities: Ledger | None = None
) -> pd.DataFrame:
    """Return the rows in which the group disagrees, the widest apart first.

    A group disagrees where some are red and some green, and the spread is not below
    the ledger's `agreed_spread`. Hidden rows are left out.

    Examples
    --------
    >>> values = {"red": [0.5, 0], "green": [0.5, 1], "spread": [0.5, 0.0]}
    >>> disagreement(pd.DataFrame(values, index=["values", "hiring"])).index.tolist()
    ['values']
    """
    limit = (quantities or ledger())["agreed_spread"].value
    both = (profile["red"] > 0) & (profile["green"] > 0)
    apart = profile[both & (profile["spread"] >= limit)]
    return apart.sort_values("spread", ascending=False, kind="stable")


def _require_one_group(profile: pd.DataFrame) -> None:
    if profile.index.nlevels > 1:
        msg = "profile must be of everyone or of one group: choose one by .loc[group]."
        raise ValueError(msg)
    for key in profile.index:
        require_known(key, FACTOR_KEYS, name="factor")


def _importance(
    outcome: str, weights: Mapping[str, float] | None, limits: Ledger
) -> pd.Series:
    require_known(outcome, AIMS, name="outcome")
    if weights is None:
        return _rank_means(limits[f"{outcome}_weights"].order)
    for key, weight in weights.items():
        require_known(key, FACTOR_KEYS, name="factor")
        require_number(weight, 0, np.inf, name=f"the weight of {key}")
    return pd.Series({key: float(weights.get(key, 0.0)) for key in FACTOR_KEYS})


def _rank_means(order: tuple[tuple[str, ...], ...]) -> pd.Series:
    """Return the mean weight of each factor when only the ranking is known."""
    count = len(FACTOR_KEYS)
    by_rank = np.cumsum(1 / np.arange(count, 0, -1))[::-1] / count
    named = [key for group in order for key in group]
    rest = tuple(key for key in FACTOR_KEYS if key not in named)
    means, start = {}, 0
    for group in (*order, rest):
        mean = by_rank[start : start + len(group)].mean() if group else 0.0
        means.update(dict.fromkeys(group, float(mean)))
        start += len(group)
    return pd.Series(means).loc[list(FACTOR_KEYS)]


def _upper(weights: pd.Series, share: float) -> pd.DataFrame:
    """Return who is surely in the upper share, and who is tied at its border."""
    places = round(share * len(weights))
    above = weights.map(lambda weight: int((weights > weight + _HAIR).sum()))
    level = weights.map(lambda weight: int((weights >= weight - _HAIR).sum()))
    sure = level <= places
    return pd.DataFrame({"important": sure, "tied": ~sure & (above < places)})


def _low(means: pd.Series, limits: Ledger) -> pd.Series:
    places = int(np.ceil(means.count() / 3))
    border = means.nsmallest(places).max() if places else np.nan
    lowest = (means <= border + _HAIR) | (means < limits["red_below"].value)
    return lowest & (means < limits["green_from"].value - _HAIR)


def _reason(row: pd.Series, outcome: str, lang: Lang) -> str:
    if row["hidden"]:
        return label(f"answers.focus_hidden_{row['hidden']}", lang)
    words = [
        label(
            f"answers.focus_{_verdict(row, flag)}",
            lang,
            mean=format_number(row["mean"], lang),
            spread=format_number(row["spread"], lang),
            outcome=label(f"answers.{outcome}", lang),
        )
        for flag in FLAGS
    ]
    sentence = join_words(words, lang)
    return sentence[:1].upper() + sentence[1:] + "."


def _verdict(row: pd.Series, flag: str) -> str:
    if flag == "important" and row["tied"]:
        return "tied"
    return flag if row[flag] else f"not_{flag}"


def _name(key: str, lang: Lang) -> str:
    return factor(key).name.to(lang)
