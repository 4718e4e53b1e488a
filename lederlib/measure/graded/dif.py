"""Does an item mean the same to all? Differential item functioning."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from lederlib._checks import Ints, require_progress
from lederlib.measure.against import told_against
from lederlib.measure.graded._differing import Letting, let_go, link, standing_out
from lederlib.measure.graded._em import FEWEST_ITEMS, categories, coded, start
from lederlib.measure.has_items import items_of, labels_of
from lederlib.measure.item_matrix import Table, item_matrix
from lederlib.measure.labels import Labels, labels_beside, numbered
from lederlib.measure.multiple import FALSE_ALARM, holm
from lederlib.measure.shown import Readable
from lederlib.text import Lang, format_number, format_share, join_words, label

FEWEST: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class GradedDif(Readable):
    """Whether groups of one trait answer an item differently.

    Attributes
    ----------
    table : pandas.DataFrame, indexed by item
        `chi2`, `df`, `p`, `p_holm` (for small groups and for as many tests as items),
        and `difference`: the largest distance between two groups' expected answers, in
        steps of the scale, averaged over the first group. All missing where an answer
        was not given in every group, so that the item cannot be tested. And the `rank`
        of what works differently, one item after another; 0 of what does not stand out
        beside those. What a ranked item differs by is told beside those before it.
    groups : pandas.DataFrame, indexed by group
        `n`, and the trait's `mean` and `spread` on the first group's scale, linked by
        the items that do not stand out.
    settled : bool
        Whether every search ended before its last round.
    against : tuple of str
        Items that go against the sum of the others; perhaps they are reversed.
    left_out : int
        People without a group or without any answer.
    """

    table: pd.DataFrame
    groups: pd.DataFrame
    settled: bool
    against: tuple[str, ...]
    left_out: int

    def to_frame(self) -> pd.DataFrame:
        """Return the table of items."""
        return self.table

    def summary(self, lang: Lang = "da") -> str:
        """Return which items work differently, and how far apart the groups are."""
        flagged = self.table[self.table["rank"] > 0].sort_values("rank")
        untested = self.table.index[self.table["p"].isna()]
        key = "dif_some" if len(flagged) else "dif_none"
        words = [
            f"{name} ({format_number(row['difference'], lang)})"
            for name, row in flagged.to_dict("index").items()
        ]
        told = [
            label(
                f"graded.{key}",
                lang,
                groups=len(self.groups),
                items=len(self.table),
                fewest=int(self.groups["n"].min()),
                names=join_words(words, lang),
                rate=format_share(FALSE_ALARM, lang),
            )
        ]
        told += [self._untested(list(map(str, untested)), lang)] * bool(len(untested))
        told += [label("graded.dif_unsettled", lang)] * (not self.settled)
        told += [label("graded.left_out_group", lang, count=self.left_out)] * (
            self.left_out > 0
        )
        return " ".join(told + told_against(self.against, lang))

    def _untested(self, names: list[str], lang: Lang) -> str:
        return label("graded.dif_untested", lang, names=join_words(names, lang))


def graded_dif(
    items: Table,
    groups: Labels | None = None,
    *,
    progress: Callable[[float], None] | None = None,
) -> GradedDif:
    """Return, for each item, whether its curves differ between groups.

    A likelihood ratio test: the item's slope and thresholds are let free in every
    group, while all other items stay the same and link the groups, whose trait may
    differ in mean and spread. An item that differs draws the others with it, so the
    one that stands out most is let go before the rest are tested again, until none
    stands out or two are left. Where many items differ, they are no good link.

    Parameters
    ----------
    items : DataFrame or array-like, shape (people, items)
        As for `graded_response`.
    groups : Series or array-like, shape (people,)
        The group of each person, a study's own unless told; each of at least 30
        people. The first by name sets the scale. A Series must have the index of the
        items, where these have one.
    progress : callable, optional
        Called with the share of the work done.

    Raises
    ------
    ValueError
        As for `graded_response`; or if the rows do not match, there are fewer than two
        groups, or a group has fewer than 30 people.

    Notes
    -----
    Thissen, Steinberg and Wainer (1993), in Holland and Wainer; the adjustment is
    Holm's (1979). χ² is held against F with as many second degrees of freedom as the
    smallest group has people, since it runs too large in small groups. Simulated with
    five items of four answers and slopes of 1.5, two groups that are alike were accused
    in 8 of 200 tables with 50 people each and in 8 of 200 with 200; an item that was
    harder by .6 of the trait's standard deviation was named in 30 and in 155 of them,
    another item in 11 and 11.

    Examples
    --------
    >>> rng = np.random.default_rng(1)
    >>> who = np.repeat(["a", "b"], 200)
    >>> trait = rng.normal(size=(400, 1)) + (who == "b")[:, None] * [0, 0, 0, 2]
    >>> answers = np.digitize(trait + rng.logistic(size=(400, 4)) / 2, [-1, 1])
    >>> graded_dif(answers, who).table["rank"].to_dict()
    {'item1': 0, 'item2': 0, 'item3': 0, 'item4': 1}
    """
    require_progress(progress)
    matrix = item_matrix(items, fewest=FEWEST_ITEMS)
    levels = categories(matrix)
    labels: Labels = labels_of(items, groups, of="group")
    column = labels_beside(items_of(items), labels, people=len(matrix.values))
    codes, names = numbered(column)
    codes = np.where(np.isnan(matrix.values).all(axis=1), -1, codes)
    _require_groups(codes, names)
    held = [coded(matrix.values[codes == one], levels) for one in range(len(names))]
    tell = progress or (lambda _: None)
    shared = np.tile(np.arange(len(levels)), (len(held), 1))
    linked = link(held, shared, start(coded(matrix.values[codes >= 0], levels)))
    tests: dict[int, Letting] = {}
    for place in range(len(levels)):
        tests[place] = let_go(linked, place)
        tell((place + 1) / len(levels))
    named = dict(standing_out(tests))
    last = [linked, *(test.linked for test in named.values())][-1].estimate
    every = [test.linked.estimate for test in (*tests.values(), *named.values())]
    described = {"n": np.bincount(codes[codes >= 0]), "mean": last.means}
    return GradedDif(
        table=_table(tests, named, pd.Index(matrix.names, name="item")),
        groups=pd.DataFrame(
            described | {"spread": last.spreads}, index=pd.Index(names, name="group")
        ),
        settled=all(estimate.settled for estimate in (linked.estimate, *every)),
        against=matrix.against(),
        left_out=int((codes < 0).sum()),
    )


def _require_groups(codes: Ints, names: list[object]) -> None:
    if len(names) < 2:  # noqa: PLR2004
        msg = f"groups must be at least 2; got {len(names)}."
        raise ValueError(msg)
    for place, name in enumerate(names):
        people = int((codes == place).sum())
        if people < FEWEST:
            msg = f"Group {name!r} must have at least {FEWEST} people; got {people}."
            raise ValueError(msg)


def _table(
    tests: dict[int, Letting], named: dict[int, Letting], names: pd.Index
) -> pd.DataFrame:
    """Return the tests of all items, and in which order what differs is let go of."""
    table = pd.DataFrame([test.row for test in tests.values()], index=names)
    judged = table.pop("p_judged").to_numpy(dtype=float)
    table.insert(3, "p_holm", holm(judged))
    table["rank"] = 0
    for rank, (place, test) in enumerate(named.items(), start=1):
        table.loc[names[place], ["rank", "difference"]] = rank, test.row["difference"]
    return table
