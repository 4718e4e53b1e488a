"""How far the people of each group agree, few people protected."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from lederlib._checks import Floats, require_count
from lederlib.measure.agreement._grouped import Grouped
from lederlib.measure.shown import Readable
from lederlib.text import Lang, format_number, label

#: From where each index is usually read as agreement; a convention, not a test.
USUAL: Final = {"rwg_j": 0.7, "r_star_wg": 0.7}
_SIXTH: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Agreement(Readable):
    """An index of agreement in each group and over the groups that are shown.

    Attributes
    ----------
    kind : str
        "rwg_j", "r_star_wg", "ad_mean" or "ad_median".
    values : pandas.Series, indexed by group
        The index; missing where the group is hidden.
    sizes : pandas.Series, indexed by group
        People it rests on; missing where the group is hidden.
    mean, median : float
        Over the groups shown, each counting once; a hidden group takes no part, since
        its value could be computed from the others'.
    null : float
        Variance under no agreement; NaN where the index has none.
    limit : float
        The usual limit of agreement: at least .70, or at most a sixth of the options.
    items, options, min_group, left_out : int
        Items; answer options; fewest people told about; people without a group or with
        a gap.
    """

    kind: str
    values: pd.Series
    sizes: pd.Series
    mean: float
    median: float
    null: float
    limit: float
    items: int
    options: int
    min_group: int
    left_out: int

    @property
    def shown(self) -> int:
        """Number of groups shown."""
        return int(self.values.notna().sum())

    def to_frame(self) -> pd.DataFrame:
        """Return a row a group: `value`, `n` and `hidden` ("few" or empty)."""
        hidden = np.where(self.values.isna(), "few", "")
        return pd.DataFrame({"value": self.values, "n": self.sizes}).assign(
            hidden=hidden
        )

    def summary(self, lang: Lang = "da") -> str:
        """Return what the groups say together, with the convention that was used."""
        told = [self._told(lang), self._convention(lang)]
        hidden = len(self.values) - self.shown
        if hidden:
            told.append(
                label("agreement.hidden", lang, count=hidden, limit=self.min_group)
            )
        if self.left_out:
            told.append(label("agreement.left_out", lang, count=self.left_out))
        return " ".join(told)

    def _told(self, lang: Lang) -> str:
        name = label(f"agreement.{self.kind}", lang)
        if not self.shown:
            return label("agreement.none_shown", lang, name=name)
        low_is_good = self.kind.startswith("ad_")
        shown = self.values.dropna()
        agreed = (shown <= self.limit) if low_is_good else (shown >= self.limit)
        return label(
            "agreement.low_is_good" if low_is_good else "agreement.high_is_good",
            lang,
            name=name,
            mean=format_number(self.mean, lang),
            median=format_number(self.median, lang),
            agreed=int(agreed.sum()),
            shown=self.shown,
            limit=format_number(self.limit, lang),
        )

    def _convention(self, lang: Lang) -> str:
        return label(
            f"agreement.{self.kind}_convention",
            lang,
            null=format_number(self.null, lang),
            items=self.items,
            options=self.options,
        )


def agreement(
    kind: str,
    data: Grouped,
    index: Floats,
    *,
    options: int,
    min_group: int,
    null: float = np.nan,
) -> Agreement:
    """Return the result, with groups of fewer than `min_group` people hidden.

    Raises
    ------
    ValueError
        If `min_group` is outside 5 to 10, or an item's answers span more than the
        options.
    """
    limit = require_count(min_group, 5, 10, name="min_group")
    _require_options(data, options)
    sizes = pd.Series(data.sizes, index=data.names, dtype="Int64", name="n")
    few = (sizes < limit).to_numpy(dtype=bool)
    values = pd.Series(np.where(few, np.nan, index), index=data.names, name=kind)
    return Agreement(
        kind=kind,
        values=values,
        sizes=sizes.mask(few),
        mean=float(values.mean()),
        median=float(values.median()),
        null=null,
        limit=USUAL.get(kind, options / _SIXTH),
        items=len(data.items),
        options=options,
        min_group=limit,
        left_out=data.left_out,
    )


def _require_options(data: Grouped, options: int) -> None:
    for name, answers in zip(data.items, data.values, strict=True):
        low, high = answers.min(), answers.max()
        if high - low > options - 1 + 1e-9:
            msg = (
                f"Item {name!r} must have at most {options} options; "
                f"its answers go from {low:g} to {high:g}."
            )
            raise ValueError(msg)
