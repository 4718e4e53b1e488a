"""A scenario: which levers a group moves, and what the rest stay at."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import pandas as pd

from lederlib._checks import (
    require_between,
    require_known,
    require_number,
    require_whole,
)
from lederlib.catalogue import FACTOR_KEYS, factor
from lederlib.text import Phrase, phrase

LeverValue = float | str
DAYS = 5
#: What flexibility comprises besides place and timing.
CHOICES = ("hours", "content", "contract")
STATUS_QUO_FACTOR = 0.5
Baseline = Mapping[str, float] | pd.Series


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever:
    """One thing that a group can decide.

    Attributes
    ----------
    key : str
        Name in code: `home`, `anchor`, `agreement`, `team`, `role`, `shift_wishes`,
        `four_day`, `hours`, `content`, `contract`, or the key of a factor.
    low, high, step : float
        Range and step, in `unit`; a step of 1 means whole numbers only.
    default : float or str
        The status quo, where a scenario says nothing; how far home days are agreed on
        is then drawn, see `lever_values`.
    unit_key : str
        Key of the unit's words.
    choices : tuple
        The values to choose among; empty for a number on a range.
    """

    key: str
    low: float
    high: float
    step: float
    default: LeverValue
    unit_key: str
    choices: tuple[LeverValue, ...] = ()

    @property
    def name(self) -> Phrase:
        """The lever's name in both languages."""
        if self.key in FACTOR_KEYS:
            return factor(self.key).name
        return phrase(f"flexwork.lever_{self.key}")

    @property
    def unit(self) -> Phrase:
        """The unit in both languages; empty words where there is none."""
        return phrase(f"flexwork.unit_{self.unit_key}")

    def choice_name(self, value: LeverValue) -> Phrase:
        """Return the words for one of `choices`."""
        word = value if isinstance(value, str) else f"{value:g}"
        return phrase(f"flexwork.choice_{self.key}_{word}")


def _flexible_work_levers() -> tuple[Lever, ...]:
    return (
        Lever(key="home", low=0, high=5, step=1, default=1.0, unit_key="days"),
        Lever(key="anchor", low=0, high=5, step=1, default=0.0, unit_key="days"),
        Lever(key="agreement", low=0, high=1, step=0.25, default=0.0, unit_key="share"),
        Lever(key="team", low=2, high=40, step=1, default=12.0, unit_key="people"),
        Lever(
            key="role",
            low=0,
            high=1,
            step=1,
            default="office",
            unit_key="none",
            choices=("office", "frontline"),
        ),
        Lever(
            key="shift_wishes", low=0, high=1, step=0.1, default=0.0, unit_key="share"
        ),
        Lever(
            key="four_day",
            low=0,
            high=1,
            step=1,
            default=0.0,
            unit_key="none",
            choices=(0.0, 1.0),
        ),
        *(
            Lever(key=key, low=0, high=1, step=0.1, default=0.0, unit_key="share")
            for key in CHOICES
        ),
    )


def _factor_lever(key: str) -> Lever:
    return Lever(
        key=key,
        low=0,
        high=1,
        step=0.05,
        default=STATUS_QUO_FACTOR,
        unit_key="factor",
    )


#: The lever that is drawn where a scenario says nothing.
_DRAWN = "agreement"
FLEXIBLE_WORK_LEVERS = tuple(lever.key for lever in _flexible_work_levers())
LEVERS: Mapping[str, Lever] = MappingProxyType(
    {lever.key: lever for lever in _flexible_work_levers()}
    | {key: _factor_lever(key) for key in FACTOR_KEYS}
)


def require_lever_value(key: str, value: object) -> LeverValue:
    """Return the value of one lever, or say in a sentence what is allowed.

    Raises
    ------
    ValueError
        If there is no such lever, or the value lies outside its range.

    Examples
    --------
    >>> require_lever_value("home", 2)
    2.0
    """
    lever = LEVERS[require_known(key, LEVERS, name="lever")]
    if lever.choices and isinstance(lever.choices[0], str):
        words = [str(choice) for choice in lever.choices]
        return require_known(str(value), words, name=key)
    check = require_whole if lever.step == 1 else require_between
    return float(check(value, lever.low, lever.high, name=key))  # type: ignore[arg-type]


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

    `agreement` is left out unless the scenario sets it: how home days are chosen is a
    structure that nobody has measured, drawn for the status quo and the change alike
    (`day_choice` in the ledger).

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
    defaults = {key: one.default for key, one in LEVERS.items() if key != _DRAWN}
    return defaults | factor_baseline(baseline) | dict(scenario.levers)


def settled_alike(*scenarios: Scenario) -> tuple[Scenario, ...]:
    """Return scenarios that are to be compared, with one structure for all of them.

    Where one of them sets `agreement`, the others stand at its status quo, all alone;
    where none does, it is drawn for all.

    Examples
    --------
    >>> settled_alike(Scenario({}), Scenario({"agreement": 1}))[0].levers["agreement"]
    0.0
    """
    if not any(_DRAWN in one.levers for one in scenarios):
        return scenarios
    today = {_DRAWN: LEVERS[_DRAWN].default}
    return tuple(replace(one, levers={**today, **one.levers}) for one in scenarios)


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
