"""The levers that a scenario can move, with their ranges and steps."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lederlib._checks import require_between, require_known, require_whole
from lederlib.catalogue import FACTOR_KEYS, factor
from lederlib.text import Phrase, phrase

LeverValue = float | str
DAYS = 5
STATUS_QUO_FACTOR = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever:
    """One thing that a group can decide.

    Attributes
    ----------
    key : str
        Name in code: `home`, `anchor`, `team`, `role`, `shift_wishes`, `four_day`, or
        the key of a factor.
    low, high, step : float
        Range and step, in `unit`; a step of 1 means whole numbers only.
    default : float or str
        The status quo, where a scenario says nothing.
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
        return phrase(f"scenario.lever_{self.key}")

    @property
    def unit(self) -> Phrase:
        """The unit in both languages; empty words where there is none."""
        return phrase(f"scenario.unit_{self.unit_key}")

    def choice_name(self, value: LeverValue) -> Phrase:
        """Return the words for one of `choices`."""
        word = value if isinstance(value, str) else f"{value:g}"
        return phrase(f"scenario.choice_{self.key}_{word}")


def _flexible_work_levers() -> tuple[Lever, ...]:
    return (
        Lever(key="home", low=0, high=5, step=1, default=1.0, unit_key="days"),
        Lever(key="anchor", low=0, high=5, step=1, default=0.0, unit_key="days"),
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
