"""What the models give on strain: which way it runs, and how long a shock is seen."""

from typing import Any, Final

import numpy as np

from lederlib._checks import Floats
from lederlib.model import mean_field, strain_path
from lederlib.scenario.evidence.target import Drawn
from lederlib.scenario.structures import law_of_strain

_WEAR: Final = (
    "drain",
    "recovery",
    "half_point",
    "tipping_power",
    "strain_structure",
    "strain_reference",
)
#: What the order of the two paths between load and strain rests on.
REVERSAL: Final = (*_WEAR, "reverse", "stressor_weeks", "load_spread", "strain_spread")
_COUPLED: Final = ("load_coupling", "recovery_coupling", "team_feedback")
#: What a leader's shock among the staff rests on.
FADING: Final = (*_WEAR, *_COUPLED, "shock_size", "shock_seen", "shock_left")
SHOCK_WEEKS: Final = 13
_YEAR: Final = 52
_THREE_YEARS: Final = 156
# So that a hundred thousand worlds need no more memory than a lesson does.
_AT_ONCE: Final = 10_000


def reverse_is_larger(drawn: Drawn) -> Floats:
    """Return how much more strain adds to load than load to strain.

    Both as effects after some weeks in standard deviations of leaders who differ: of
    one standard deviation more load on strain, and of one more strain on the load
    that is felt.
    """
    weeks = drawn["stressor_weeks"].round().astype(int)
    more = 1 + drawn["load_spread"]
    start = drawn["strain_reference"]
    usual, loaded, strained = (
        _strain_after(weeks, drawn, load=load, start=first)
        for load, first in (
            (1.0, start),
            (more, start),
            (1.0, start + drawn["strain_spread"]),
        )
    )
    forward = (loaded - usual) / drawn["strain_spread"]
    backward = drawn["reverse"] * (strained - usual) / drawn["load_spread"]
    return np.asarray(backward - forward)


def _strain_after(weeks: np.ndarray, drawn: Drawn, **given: Any) -> Floats:  # noqa: ANN401
    load = np.broadcast_to(given["load"], weeks.shape)
    path = strain_path(
        load,
        np.ones(weeks.shape),
        weeks=int(weeks.max()),
        start=given["start"],
        steps_per_week=1,
        reverse=drawn["reverse"],
        **_wear(drawn),
    ).strain
    return np.asarray(np.take_along_axis(path, weeks[np.newaxis], axis=0)[0])


def fades(drawn: Drawn) -> Floats:
    """Return how clearly a leader's hard quarter is seen, and then is gone.

    Above zero where the strain that it adds to an average employee is seen after a
    year and has faded to a small part of that after three.
    """
    draws = drawn["shock_size"].size
    parts = [
        _fades({name: drawn[name][start : start + _AT_ONCE] for name in FADING})
        for start in range(0, draws, _AT_ONCE)
    ]
    return np.concatenate(parts)


def _fades(drawn: Drawn) -> Floats:
    weeks = np.arange(_THREE_YEARS)[:, np.newaxis]
    shock = np.where(weeks < SHOCK_WEEKS, drawn["shock_size"], 1.0)
    given: dict[str, Any] = {name: drawn[name] for name in _COUPLED} | _wear(drawn)
    given["strain_reference"] = drawn["strain_reference"]
    paths = [
        mean_field(weeks=_THREE_YEARS, leader_load_path=path, **given).employee_strain
        for path in (shock, np.ones(_THREE_YEARS))
    ]
    added = paths[0] - paths[1]
    seen = added[_YEAR] - drawn["shock_seen"]
    gone = drawn["shock_left"] * added[_YEAR] - added[_THREE_YEARS]
    return np.asarray(np.minimum(seen, gone))


def _wear(drawn: Drawn) -> dict[str, Any]:
    """Return the rates of strain in every world, by the structure that it has."""
    rates = {
        "recovery": drawn["recovery"],
        "half_point": drawn["half_point"],
        "power": drawn["tipping_power"],
    }
    law = law_of_strain(
        None,
        drawn["strain_structure"],
        **rates,
        strain_reference=drawn["strain_reference"],
    )
    return {"drain": drawn["drain"], **rates, **law}
