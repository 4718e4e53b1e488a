"""How many are needed, and how sure that is: found by doubling and halving."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, log2, sqrt
from typing import Final

import numpy as np
import pandas as pd

from lederlib._checks import NORMAL_95, require_progress
from lederlib.measure.shown import Readable
from lederlib.text import Lang, format_number, format_share, label

FEWEST_DRAWS: Final = 200
MOST_DRAWS: Final = 1_000_000


Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Plan(Readable):
    """How many people or groups a study needs.

    Attributes
    ----------
    kind : str
        "reliability", "icc", "difference", "cfa" or "loadings".
    needed : int or None
        The smallest number with the chance asked for; None where even the most tried
        is not enough.
    low, high : int, int or None
        The 95 % interval of `needed` where it is simulated: above every number tried
        whose chance lies more than 1.96 Monte Carlo errors below the target, and up to
        the next that lies as far above it; None where none does. Both are `needed`
        where the chance is a formula.
    most : int
        The largest number tried.
    target : float
        The chance asked for.
    table : pandas.DataFrame, indexed by n
        The `chance` at every number tried, and its Monte Carlo error `se`; 0 where
        nothing was simulated.
    draws : int
        Simulated studies for each number; 0 where the chance is a formula.
    asked : dict
        What was asked: the assumptions, by name.
    """

    kind: str
    needed: int | None
    low: int
    high: int | None
    most: int
    target: float
    table: pd.DataFrame
    draws: int
    asked: dict[str, float]

    def to_frame(self) -> pd.DataFrame:
        """Return the chance at every number tried."""
        return self.table

    def summary(self, lang: Lang = "da") -> str:
        """Return the answer with the assumptions that it rests on."""
        words: dict[str, object] = {
            name: format_number(value, lang, digits=0 if value == round(value) else 2)
            for name, value in self.asked.items()
        }
        shown = self.most if self.needed is None else self.needed
        words["needed"] = format_number(shown, lang, digits=0)
        words["target"] = format_share(self.target, lang)
        key = "more" if self.needed is None else "needed"
        told = [
            label(f"planning.{self.kind}_asked{self._variant()}", lang, **words),
            label(f"planning.{self.kind}_{key}", lang, **words),
            self._certainty(lang),
            label("planning.assumptions", lang),
        ]
        return " ".join(told)

    def _variant(self) -> str:
        if self.kind == "difference" and self.asked["size"] == 1:
            return "_people"
        return "_options" if "options" in self.asked else ""

    def _certainty(self, lang: Lang) -> str:
        if not self.draws:
            return label(f"planning.formula_{self.kind}", lang)
        return label(
            "planning.simulated" if self.high else "planning.simulated_open",
            lang,
            draws=format_number(self.draws, lang, digits=0),
            low=format_number(self.low, lang, digits=0),
            high=format_number(self.high or self.most, lang, digits=0),
        )


def tabled(chances: dict[int, float], draws: int) -> pd.DataFrame:
    """Return the chances by n with their Monte Carlo errors."""
    index = pd.Index(sorted(chances), name="n")
    chance = np.array([chances[count] for count in index], dtype=float)
    error = np.sqrt(chance * (1 - chance) / draws) if draws else 0 * chance
    return pd.DataFrame({"chance": chance, "se": error}, index=index)


def smallest(
    kind: str,
    chance: Callable[[int], float],
    *,
    fewest: int,
    most: int,
    target: float,
    draws: int,
    asked: dict[str, float],
    progress: Progress | None,
) -> Plan:
    """Return the plan with the smallest number whose chance reaches the target.

    The chance is taken to rise with the number. Where it is simulated, two numbers
    that lie close may change places by chance; `low` and `high` tell how far.
    """
    require_progress(progress)
    tried: dict[int, float] = {}
    tell, steps = progress or (lambda _: None), 2 * ceil(log2(most)) + 2
    error = NORMAL_95 * sqrt(target * (1 - target) / draws) if draws else 0.0

    def reaches(count: int, limit: float = target) -> bool:
        if count not in tried:
            tried[count] = chance(count)
            tell(min(len(tried) / steps, 1.0))
        return tried[count] >= limit

    needed = _first(reaches, fewest, most)
    clear, high = min(target + error, 1.0), needed
    while high is not None and not reaches(high, clear):
        later = [count for count in tried if count > high]
        high = min(later) if later else (2 * high if 2 * high <= most else None)
    short = [count for count, found in tried.items() if found < target - error]
    low = max(short, default=fewest - 1) + 1
    tell(1.0)
    return Plan(
        kind=kind,
        needed=needed,
        low=low,
        high=high,
        most=most,
        target=target,
        table=tabled(tried, draws),
        draws=draws,
        asked=asked,
    )


def _first(reaches: Callable[[int], bool], fewest: int, most: int) -> int | None:
    """Return the first number that reaches the target, by doubling and halving."""
    low, high = fewest - 1, fewest
    while high < most and not reaches(high):
        low, high = high, min(2 * high, most)
    if not reaches(high):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if reaches(middle) else (middle, high)
    return high
