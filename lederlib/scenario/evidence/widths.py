"""What a prior's width does to what is left after confronting it."""

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

import numpy as np
import pandas as pd

from lederlib._checks import require_number
from lederlib.catalogue import Ledger
from lederlib.catalogue import ledger as default_ledger
from lederlib.scenario.evidence.confrontation import confront
from lederlib.scenario.evidence.target import Target
from lederlib.scenario.flexwork.run import compare
from lederlib.scenario.flexwork.scenario import Scenario

#: As multiples of the width that the ledger has.
WIDTHS: Final = (0.5, 1.0, 2.0)
_ASKED: Final = "effect_retention"
#: The result that is told: a lift of collegial community by a quarter of the scale.
_TODAY: Final = Scenario({})
_LIFTED: Final = Scenario({"collegial_community": 0.75})
_WORLDS: Final = 5000
_CUTS: Final = (0.05, 0.5, 0.95)
_YEARS: Final = 5


def with_width(ledger: Ledger, name: str, times: float) -> Ledger:
    """Return the ledger with a range that is so many times as wide about its middle.

    Ends stay within what is allowed.

    Examples
    --------
    >>> from lederlib.catalogue import ledger
    >>> wide = with_width(ledger(), "contact_reach", 1.5)["contact_reach"]
    >>> round(wide.low, 2), round(wide.high, 2)
    (0.05, 0.95)
    """
    factor = require_number(times, 0.01, 100, name="times")
    old = ledger[name]
    low, high = (
        float(np.clip(old.value + factor * (end - old.value), *old.allowed))
        for end in (old.low, old.high)
    )
    new = replace(old, low=low, high=high)
    return Ledger(quantities=MappingProxyType({**ledger.quantities, name: new}))


def under_other_widths(
    ledger: Ledger | None = None,
    targets: Sequence[Target] | None = None,
    *,
    draws: int = 100_000,
    rng: int | np.random.Generator = 0,
) -> pd.DataFrame:
    """Return what is left of the effect on retention, by how wide it was assumed.

    Returns
    -------
    pandas.DataFrame
        One row for half, once and twice the width: `times`; `low` and `high`, the
        range assumed; `effect_low`, `effect`, `effect_high` after confronting (log
        hazard, quantiles .05, .5, .95); `stay_low`, `stay`, `stay_high`, the change of
        the share still employed after five years if collegial community is lifted by
        a quarter of the scale.
    """
    book = default_ledger() if ledger is None else ledger
    rows = [
        _row(with_width(book, _ASKED, one), one, targets, draws=draws, rng=rng)
        for one in WIDTHS
    ]
    return pd.DataFrame(rows)


def _row(
    book: Ledger,
    times: float,
    targets: Sequence[Target] | None,
    *,
    draws: int,
    rng: int | np.random.Generator,
) -> dict[str, float]:
    held = confront(book, targets, draws=draws, rng=rng)
    worlds = held.worlds(_WORLDS, rng=rng)
    found = compare(_TODAY, _LIFTED, worlds=worlds)
    stay = np.quantile(found.samples["gone_5"], _CUTS)[::-1]
    effect = held.table.loc[_ASKED, ["after_low", "after", "after_high"]]
    return {
        "times": times,
        "low": book[_ASKED].low,
        "high": book[_ASKED].high,
        **dict(zip(("effect_low", "effect", "effect_high"), effect, strict=True)),
        **dict(zip(("stay_low", "stay", "stay_high"), -stay, strict=True)),
    }
