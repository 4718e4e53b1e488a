"""How much each observed number narrows the answer to one question."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from lederlib.catalogue import Ledger, Stamp
from lederlib.scenario.evidence.confrontation import confront
from lederlib.scenario.evidence.prior import JOINTLY
from lederlib.scenario.evidence.target import Target
from lederlib.scenario.evidence.targets import targets as known_targets
from lederlib.scenario.evidence.words import titles_of
from lederlib.scenario.flexwork.outcome import PERCENT, SHARES, outcome_row
from lederlib.scenario.flexwork.run import compare
from lederlib.scenario.flexwork.scenario import Scenario
from lederlib.scenario.worlds import Worlds
from lederlib.text import Lang, format_range, format_share, label, wording

PRIOR: Final = "prior"
_WORLDS: Final = 10_000
_word = wording("confront.narrowing_")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Narrowing:
    """An answer before anything was seen, after each number alone, and after all.

    Attributes
    ----------
    table : pandas.DataFrame
        Indexed by `prior`, the key of each number, and `jointly` where there are
        several: `low`, `middle`, `high`, the difference (quantiles .05, .5 and .95);
        `up` and `down`, the shares of the worlds; `narrowed`, the share by which the
        range became shorter than the prior's, below zero where it became longer; and
        `effective`, how many independent worlds are left.
    targets : tuple of Target
        The numbers that weighed.
    outcome : str
    years : float
        The year of retention; the other outcomes know none.
    stamp : Stamp
        What remakes it.
    """

    table: pd.DataFrame
    targets: tuple[Target, ...]
    outcome: str
    years: float
    stamp: Stamp

    @property
    def in_per_cent(self) -> bool:
        """Whether the outcome is a share, so that differences are percentage points."""
        return self.outcome in SHARES

    def title(self, row: str, lang: Lang) -> str:
        """Return what a row of the table is called."""
        titles = {one.key: one.title.to(lang) for one in self.targets}
        return titles.get(row) or _word(row, lang)

    def asked(self, lang: Lang) -> str:
        """Return what was asked about."""
        return label(f"flexwork.outcome_{self.outcome}", lang)

    def summary(self, lang: Lang = "da") -> str:
        """Say what the answer was before, and what all the numbers made of it."""
        before, after = self.table.iloc[0], self.table.iloc[-1]
        said = _word(
            "said",
            lang,
            outcome=self.asked(lang),
            before=self.range_of(before, lang),
            before_up=format_share(before["up"], lang),
        )
        if len(self.table) == 1:
            return f"{said} {_word('nothing', lang)}"
        changed = _word(
            "shorter" if after["narrowed"] >= 0 else "longer",
            lang,
            numbers=titles_of(self.targets, lang),
            after=self.range_of(after, lang),
            after_up=format_share(after["up"], lang),
            share=format_share(abs(after["narrowed"]), lang),
        )
        return f"{said} {changed}"

    def range_of(self, row: pd.Series, lang: Lang) -> str:
        """Return the 90 % interval of a row in words, with its unit."""
        if not self.in_per_cent:
            return format_range(row["low"], row["high"], lang)
        ends = PERCENT * row[["low", "high"]]
        written = format_range(ends["low"], ends["high"], lang, digits=1)
        return label("flexwork.points", lang, number=written)


def narrowing(
    before: Scenario,
    after: Scenario,
    *,
    outcome: str = "retention",
    years: float = 5,
    targets: Sequence[Target] | None = None,
    ledger: Ledger | None = None,
    draws: int = 20_000,
    rng: int | np.random.Generator = 0,
) -> Narrowing:
    """Return what each observed number, alone and with the others, makes of an answer.

    After confronting, quantities depend on one another, so that no quantity and no
    class has a share of the uncertainty; what each target did to the answer is what
    can still be told.

    Parameters
    ----------
    before, after : Scenario
        As for `compare`.
    outcome : str, default "retention"
        A name in the column `outcome` of `compare`'s table.
    years : float, default 5
        Which year of retention, 0 to 10 by halves.
    targets : sequence of Target, optional
        What was observed; `targets()` by default. Only numbers weigh.
    ledger : Ledger, optional
        Your own numbers, by `Ledger.replace`.
    draws, rng
        As for `confront`.

    Raises
    ------
    ValueError
        If the outcome is unknown, or a number or all of them cannot be met.

    Examples
    --------
    >>> found = narrowing(Scenario({}), Scenario({"home": 2}), draws=2000)
    >>> list(found.table.index)
    ['prior', 'whale_soccap_exit', 'bloom24_ratio', 'jointly']
    """
    held = known_targets() if targets is None else tuple(targets)
    numbers = tuple(one for one in held if one.kind == "number")
    asked: dict[str, tuple[Target, ...]] = {
        PRIOR: (),
        **{one.key: (one,) for one in numbers},
    }
    if len(numbers) > 1:
        asked[JOINTLY] = numbers
    lefts = {
        name: confront(ledger, chosen, draws=draws, rng=rng)
        for name, chosen in asked.items()
    }
    rows = {
        name: {
            **_answer(before, after, left.worlds(_WORLDS, rng=rng), outcome, years),
            "effective": left.effective,
        }
        for name, left in lefts.items()
    }
    table = pd.DataFrame.from_dict(rows, orient="index").rename_axis("target")
    width = table["high"] - table["low"]
    table["narrowed"] = 1 - width / width.iloc[0] if width.iloc[0] else 0.0
    return Narrowing(
        table=table,
        targets=numbers,
        outcome=outcome,
        years=years,
        stamp=list(lefts.values())[-1].stamp,
    )


def _answer(
    before: Scenario, after: Scenario, worlds: Worlds, outcome: str, years: float
) -> dict[str, float]:
    found = compare(before, after, worlds=worlds)
    row = outcome_row(found.table, outcome, years)
    names = {"low": "q05", "middle": "q50", "high": "q95", "up": "up", "down": "down"}
    return {name: float(row[column]) for name, column in names.items()}
