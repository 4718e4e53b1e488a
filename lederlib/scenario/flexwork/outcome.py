"""What a scenario gives: tables with intervals, and the stamp that remakes them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from lederlib._checks import Floats
from lederlib.catalogue import Stamp, stamped_csv
from lederlib.scenario.flexwork.scenario import Scenario
from lederlib.scenario.flexwork.sentences import summary_sentence, verdict_sentence
from lederlib.text import Lang


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Outcome:
    """The consequences of one scenario over all draws.

    Attributes
    ----------
    scenario : Scenario
        The levers behind it.
    table : pandas.DataFrame
        One row per outcome (and year): outcome, years (missing where time plays no
        part), unit, and the quantiles q05, q25, q50, q75 and q95.
    samples : mapping of str to numpy.ndarray
        Every draw by outcome, shape (draws,); retention has shape (years, draws).
    stamp : Stamp
        What remakes the numbers.
    """

    scenario: Scenario
    table: pd.DataFrame
    samples: Mapping[str, Floats] = field(repr=False)
    stamp: Stamp

    def to_csv(
        self, path: str | Path | None = None, *, decimal_comma: bool = False
    ) -> str | None:
        """Write the table with its stamp in columns, or return it as text.

        Parameters
        ----------
        path : str or Path, optional
            Where to write; without it the text is returned.
        decimal_comma : bool, default False
            Decimal commas between semicolons, as a Danish spreadsheet reads them.
        """
        return stamped_csv(self.table, self.stamp, path, decimal_comma=decimal_comma)

    def summary(self, lang: Lang = "da") -> str:
        """Say the result in words, with its 90 % interval."""
        return summary_sentence(self.table, lang)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Difference:
    """What changes from one scenario to another, world by world.

    Attributes
    ----------
    before, after : Scenario
        The two scenarios; the numbers are `after` minus `before`.
    table : pandas.DataFrame
        As `Outcome.table`, with `positive`, the share of draws in which the outcome
        rises, and `verdict`: `none`, `up`, `down`, or `depends` where the 90 %
        interval holds zero.
    samples : mapping of str to numpy.ndarray
        The difference in every draw.
    stamp : Stamp
        What remakes the numbers.
    """

    before: Scenario
    after: Scenario
    table: pd.DataFrame
    samples: Mapping[str, Floats] = field(repr=False)
    stamp: Stamp

    def to_csv(
        self, path: str | Path | None = None, *, decimal_comma: bool = False
    ) -> str | None:
        """Write the table with its stamp in columns, or return it as text."""
        return stamped_csv(self.table, self.stamp, path, decimal_comma=decimal_comma)

    def verdict(
        self, lang: Lang = "da", *, outcome: str = "retention", years: float = 5
    ) -> str:
        """Say what the difference is, or that it depends on assumptions.

        Parameters
        ----------
        lang : {"da", "en"}, default "da"
            Language of the sentence.
        outcome : str, default "retention"
            A name in the table's column `outcome`.
        years : float, default 5
            Which year, where the outcome has several.

        Raises
        ------
        ValueError
            If the table holds no such outcome or year.
        """
        return verdict_sentence(self.table, lang, outcome=outcome, years=years)
