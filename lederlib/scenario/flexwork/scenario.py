"""A scenario: which levers a group moves, and what the rest stay at."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pandas as pd

from lederlib._checks import require_known, require_number
from lederlib.catalogue import FACTOR_KEYS
from lederlib.scenario.flexwork.levers import (
    DAYS,
    LEVERS,
    STATUS_QUO_FACTOR,
    LeverValue,
    require_lever_value,
)

Baseline = Mapping[str, float] | pd.Series


@dataclass(frozen=True, slots=True)
class Scenario:
    """What if: the levers that are moved, by key; the others stay at the status quo.

    Attributes
    ----------
    levers : mapping of str to float or str
        Values by the keys of `LEVERS`, in their units.
    name : str
        What to call it in tables and figures.

    Raises
    ------
    ValueError
        If a lever is unknown, a value lies outside its range, or the days at home, the
        fixed days and the day off of a four-day week together exceed the working week.

    Examples
    --------
    >>> Scenario({"home": 2, "anchor": 1}, name="to hjemme, en fast").levers["home"]
    2.0
    """

    levers: Mapping[str, LeverValue]
    name: str = ""

    def __post_init__(self) -> None:
        checked = {
            key: require_lever_value(key, value) for key, value in self.levers.items()
        }
        _require_a_possible_week(checked)
        object.__setattr__(self, "levers", MappingProxyType(checked))

    def __hash__(self) -> int:
        return hash((frozenset(self.levers.items()), self.name))


def lever_values(
    scenario: Scenario, baseline: Baseline | None = None
) -> dict[str, LeverValue]:
    """Return the value of every lever: moved, of the baseline, or the status quo.

    Parameters
    ----------
    scenario : Scenario
        The levers that are moved.
    baseline : mapping or Series, optional
        Factor values today by key, 0 to 1; a factor that is left out counts as 0.5.

    Raises
    ------
    ValueError
        If the baseline names no factor, or a value is missing or outside 0 to 1.

    Examples
    --------
    >>> lever_values(Scenario({}), {"values": 0.7})["values"]
    0.7
    """
    defaults = {key: lever.default for key, lever in LEVERS.items()}
    return defaults | factor_baseline(baseline) | dict(scenario.levers)


def factor_baseline(baseline: Baseline | None = None) -> dict[str, float]:
    """Return the 15 factors today, 0.5 where the baseline says nothing."""
    given = {} if baseline is None else dict(baseline.items())
    for key in given:
        require_known(str(key), FACTOR_KEYS, name="factor of the baseline")
    return {
        key: require_number(
            given.get(key, STATUS_QUO_FACTOR), 0, 1, name=f"baseline of {key}"
        )
        for key in FACTOR_KEYS
    }


def _require_a_possible_week(levers: Mapping[str, LeverValue]) -> None:
    home, anchor, off = (
        float(levers.get(key, LEVERS[key].default))
        for key in ("home", "anchor", "four_day")
    )
    if home + anchor + off > DAYS:
        msg = (
            f"home, anchor and four_day must add up to at most {DAYS} days; "
            f"got {home:g} + {anchor:g} + {off:g} = {home + anchor + off:g}."
        )
        raise ValueError(msg)
