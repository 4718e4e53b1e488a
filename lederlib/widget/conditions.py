"""What every move of one explorer has in common, and what a move leads to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from lederlib._checks import seed_of
from lederlib.catalogue import Ledger
from lederlib.catalogue import ledger as default_ledger
from lederlib.scenario import LEVERS, exits_quantity, factor_baseline
from lederlib.text import Lang, format_number, format_share, label
from lederlib.widget.controls import Control, choice

Profile = Mapping[str, float] | pd.Series | pd.DataFrame


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """The language, the draws and the world as it is today.

    Attributes
    ----------
    lang : {"da", "en"}
        Language of every word.
    draws, seed : int
        Possible worlds at every move, and what remakes them.
    ledger : Ledger
        The quantities.
    baseline : mapping
        The 15 factors today, 0 to 1.
    """

    lang: Lang
    draws: int
    seed: int
    ledger: Ledger
    baseline: Mapping[str, float]

    @property
    def worlds(self) -> dict[str, Any]:
        """What `run` and `compare` of `lederlib.scenario` take beside scenarios."""
        return {
            "draws": self.draws,
            "rng": self.seed,
            "ledger": self.ledger,
            "baseline": self.baseline,
        }


def conditions_of(
    *,
    lang: Lang,
    baseline: Profile | None,
    draws: int,
    rng: int | np.random.Generator,
    ledger: Ledger | None,
) -> Conditions:
    """Return the conditions that an explorer's arguments stand for."""
    return Conditions(
        lang=lang,
        draws=draws,
        seed=seed_of(rng),
        ledger=default_ledger() if ledger is None else ledger,
        baseline=baseline_of(baseline),
    )


def baseline_of(profile: Profile | None) -> dict[str, float]:
    """Return the 15 factors today, 0 to 1; 0.5 where the profile hides or lacks one.

    Parameters
    ----------
    profile : mapping, Series or DataFrame, optional
        Values by factor key, or a table of `lederlib.answers.profile` for one group.

    Raises
    ------
    ValueError
        If a table has no column `mean`, or holds several groups.

    Examples
    --------
    >>> baseline_of({"values": 0.7})["values"], baseline_of(None)["values"]
    (0.7, 0.5)
    """
    if profile is None:
        return factor_baseline(None)
    if isinstance(profile, pd.DataFrame):
        profile = _means(profile)
    known = {
        str(key): float(value) for key, value in profile.items() if not pd.isna(value)
    }
    return factor_baseline(known)


def _means(table: pd.DataFrame) -> pd.Series:
    if "mean" not in table:
        found = ", ".join(str(column) for column in table.columns)
        msg = f"profile must have a column named mean; got {found}."
        raise ValueError(msg)
    if table.index.nlevels > 1:
        msg = "profile must hold one group; choose one, as in profile.loc['name']."
        raise ValueError(msg)
    return table["mean"]


def days_in_words(days: float, lang: Lang) -> str:
    """Return days per week as a reader says it.

    Examples
    --------
    >>> days_in_words(1, "da"), days_in_words(2, "en")
    ('1 dag om ugen', '2 days a week')
    """
    key = "flexwork.days_one" if days == 1 else "flexwork.days_many"
    return label(key, lang, number=format_number(days, lang, digits=0))


def exits_control(lang: Lang, ledger: Ledger | None = None) -> Control:
    """Return the lever for how many leave today, with each share of the ledger.

    Examples
    --------
    >>> exits_control("en").texts
    ('as staff expect (18%)', 'elder care (19.5%)', 'teachers (12.3%)')
    """
    book, facts = default_ledger() if ledger is None else ledger, LEVERS["exits"]

    def words(exits: str) -> str:
        share = book[exits_quantity(exits)].value
        digits = 0 if round(1000 * share) % 10 == 0 else 1
        return label(
            "exits.position",
            lang,
            name=facts.choice_name(exits).to(lang),
            share=format_share(share, lang, digits=digits),
        )

    options = {str(key): words(str(key)) for key in facts.choices}
    name, start = facts.name.to(lang), str(facts.default)
    return choice("exits", name, options, start=start, kind="choice")
