"""Set found factors beside the groups that items were thought to belong to."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from lederlib._checks import Floats, brief, require_names
from lederlib.measure.item_matrix import item_numbers
from lederlib.measure.shown import Readable
from lederlib.text import Lang, join_words, label


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class LinedUp(Readable):
    """Loadings with a column for each group that was thought of.

    Attributes
    ----------
    loadings : pandas.DataFrame
        A row an item, a column a group; NaN where no factor was found for the group.
    thought : pandas.Series
        The group that each item was thought to belong to.
    highest : pandas.Series
        The group on whose factor the item loads highest, whatever the sign; missing
        where no factor was found at all.
    """

    loadings: pd.DataFrame
    thought: pd.Series
    highest: pd.Series

    @property
    def landed(self) -> pd.Series:
        """Whether each item loads highest where it was thought to."""
        return self.highest.eq(self.thought)

    def summary(self, lang: Lang = "da") -> str:
        """Say how many items load highest where they were thought to, and which not."""
        landed = self.landed
        astray = join_words([str(item) for item in landed.index[~landed]], lang)
        return label(
            "structure.lined_up" if astray else "structure.lined_up_all",
            lang,
            landed=int(landed.sum()),
            items=len(landed),
            astray=astray,
        )

    def to_frame(self) -> pd.DataFrame:
        """Return one row an item: its loadings, where it was thought to be, and is."""
        return self.loadings.assign(
            thought=self.thought, highest=self.highest, landed=self.landed
        ).rename_axis("item")

    def _given_names(self) -> list[str]:
        return [str(name) for name in self.loadings.columns]


def line_up(
    loadings: pd.DataFrame,
    thought: Sequence[str],
    *,
    groups: Sequence[str] | None = None,
) -> LinedUp:
    """Return loadings in the order of the groups that items were thought to form.

    Exploration names its factors by their size, so nothing tells which of them is
    which. Each is set beside the group whose items load on it most: the pairing in
    which the absolute loadings of the items in their own groups have the largest sum.

    Parameters
    ----------
    loadings : pandas.DataFrame, shape (items, factors)
        Such as `Efa.loadings`; it may have no columns.
    thought : sequence of str
        For each item the group that it was thought to belong to.
    groups : sequence of str, optional
        All groups in their order; those in `thought` unless given.

    Raises
    ------
    ValueError
        If there are more factors than groups, or `thought` does not fit.

    Examples
    --------
    >>> found = pd.DataFrame({"F1": [0.1, 0.0, 0.7, 0.8], "F2": [0.6, 0.7, 0.1, 0.0]})
    >>> line_up(found, ["calm", "calm", "pay", "pay"]).loadings["calm"].tolist()
    [0.6, 0.7, 0.1, 0.0]
    """
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415 - slow to load

    thought = require_names(thought, name="thought")
    names = require_names(thought if groups is None else groups, name="groups")
    names = list(dict.fromkeys(names))
    _require_fit(loadings, thought, names)
    own = np.array([[place == name for name in names] for place in thought])
    values = _numbers(loadings)
    factors, places = linear_sum_assignment(np.abs(values).T @ own, maximize=True)
    placed = np.full((len(values), len(names)), np.nan)
    placed[:, places] = values[:, factors]
    size = np.abs(np.nan_to_num(placed))
    highest = np.array(names, dtype=object)[size.argmax(axis=1)]
    return LinedUp(
        loadings=pd.DataFrame(placed, index=loadings.index, columns=names),
        thought=pd.Series(list(thought), index=loadings.index, dtype=object),
        highest=pd.Series(
            highest if len(factors) else None, index=loadings.index, dtype=object
        ),
    )


def _numbers(loadings: pd.DataFrame) -> Floats:
    columns = [
        item_numbers(loadings.iloc[:, place], str(name))
        for place, name in enumerate(loadings.columns)
    ]
    values = np.column_stack(columns) if columns else np.empty(loadings.shape)
    if np.isnan(values).any():
        msg = "loadings must be there for every item and factor; some are missing."
        raise ValueError(msg)
    return values


def _require_fit(
    loadings: pd.DataFrame, thought: Sequence[str], names: list[str]
) -> None:
    if not isinstance(loadings, pd.DataFrame):
        msg = (
            f"loadings must be a data frame of items by factors; got {brief(loadings)}."
        )
        raise ValueError(msg)
    items, factors = loadings.shape
    if len(thought) != items:
        msg = (
            f"thought must name a group for each of {items} items; got {len(thought)}."
        )
        raise ValueError(msg)
    unknown = [place for place in thought if place not in names]
    if unknown:
        msg = f"thought names {unknown[0]!r}, which is none of the groups {names}."
        raise ValueError(msg)
    if factors > len(names):
        msg = f"There are {factors} factors for only {len(names)} groups of items."
        raise ValueError(msg)
