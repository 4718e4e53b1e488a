"""How many are needed, and how sure that is: found by doubling and halving."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, log2
from typing import Final

import numpy as np
import pandas as pd

from lederlib.text import Lang, format_number, format_share, label

FEWEST_DRAWS: Final = 200
MOST_DRAWS: Final = 1_000_000


Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Plan:
    """How many people or groups a study needs.

    Attributes
    ----------
    kind : str
        "reliability", "icc", "difference", "cfa" or "loadings".
    needed : int or None
        The smallest number with the chance asked for; None where even the most tried
        is not enough.
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
            return label("planning.formula", lang)
        return label(
            "planning.simulated",
            lang,
            draws=format_number(self.draws, lang, digits=0),
            error=format_share(float(self.table["se"].max()), lang, digits=1),
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
    that lie close may change places by chance; the table tells its error.
    """
    tried: dict[int, float] = {}
    tell, steps = progress or (lambda _: None), 2 * ceil(log2(most)) + 2

    def enough(count: int) -> bool:
        tried[count] = chance(count)
        tell(min(len(tried) / steps, 1.0))
        return tried[count] >= target

    low, high = fewest - 1, fewest
    while high < most and not enough(high):
        low, high = high, min(2 * high, most)
    reached = tried[high] >= target if high in tried else enough(high)
    while reached and high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    tell(1.0)
    return Plan(
        kind=kind,
        needed=high if reached else None,
        most=most,
        target=target,
        table=tabled(tried, draws),
        draws=draws,
        asked=asked,
    )
