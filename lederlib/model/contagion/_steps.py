"""One step of strain, for an array of people as for a single mean."""

from typing import Any, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats, require_between, require_count, require_whole

Reals = npt.NDArray[np.floating[Any]]
_Given = TypeVar("_Given")
# Where nothing wears and nothing mends, strain stays; also in float32.
_STANDSTILL = 1e-30
_USUAL_POWER = 4


class Rates(NamedTuple):
    """Rates of one step, and how strain slows recovery."""

    drain: Reals
    recovery: Reals
    half_point: Reals
    power: Reals
    tipping: bool | Floats


class Coupling(NamedTuple):
    """How strain crosses over between a leader and the team."""

    load: Reals
    recovery: Reals
    feedback: Reals
    reference: Reals


def rates_of(
    *,
    drain: npt.ArrayLike,
    recovery: npt.ArrayLike,
    half_point: npt.ArrayLike,
    power: npt.ArrayLike,
    tipping: npt.ArrayLike,
    steps: int,
) -> Rates:
    """Return the rates of a step, checked."""
    return Rates(
        require_between(drain, 0, 100, name="drain") / steps,
        require_between(recovery, 0, 100, name="recovery") / steps,
        # Narrow enough for every power to fit into float32.
        require_between(half_point, 0.05, 10, name="half_point"),
        require_between(power, 1, 20, name="power"),
        _switches(tipping, "tipping"),
    )


def coupling_of(
    load: npt.ArrayLike,
    recovery: npt.ArrayLike | None,
    feedback: npt.ArrayLike,
    reference: npt.ArrayLike,
) -> Coupling:
    """Return the coupling, checked; recovery is half of load unless given."""
    load = require_between(load, 0, 10, name="load_coupling")
    recovery = load / 2 if recovery is None else recovery
    return Coupling(
        load,
        require_between(recovery, 0, 10, name="recovery_coupling"),
        require_between(feedback, 0, 10, name="team_feedback"),
        require_between(reference, 0, 1, name="strain_reference"),
    )


def steps_of(steps_per_week: int) -> int:
    """Return the number of steps in a week, 1 to 100."""
    return require_count(
        single(steps_per_week, "steps_per_week"), 1, 100, name="steps_per_week"
    )


def amount(values: npt.ArrayLike, name: str) -> Floats:
    """Return loads or resources, 0 to 100."""
    return require_between(values, 0, 100, name=name)


def path_of(values: npt.ArrayLike | None, weeks: int, name: str) -> Floats:
    """Return how many times its usual size a load is in each week, 0 to 100."""
    if values is None:
        return np.ones(weeks)
    path = amount(values, name)
    if path.ndim == 0 or len(path) != weeks:
        msg = (
            f"{name} must be one number for each of {weeks} weeks; "
            f"got shape {path.shape}."
        )
        raise ValueError(msg)
    return path


def single(value: _Given, name: str) -> _Given:
    """Return `value`, or say that it must be a single one."""
    shape = np.asarray(value).shape
    if shape:
        msg = f"{name} must be a single number; got shape {shape}."
        raise ValueError(msg)
    return value


def switch(value: object, name: str) -> bool:
    """Return a switch as it is, or say that it is none."""
    if not isinstance(value, bool | np.bool_):
        msg = f"{name} must be True or False; got {value!r:.60}."
        raise ValueError(msg)
    return bool(value)


def _switches(value: npt.ArrayLike, name: str) -> bool | Floats:
    """Return one switch as it is, or 0 and 1 for every draw."""
    if np.ndim(value) == 0:
        return switch(value, name)
    return require_whole(value, 0, 1, name=name).astype(float)


def leader_factor(team_strain: Reals, coupling: Coupling) -> Reals:
    """Return what the team's mean strain makes of the leader's load."""
    return np.asarray(np.exp(coupling.feedback * (team_strain - coupling.reference)))


def team_factors(leader_strain: Reals, coupling: Coupling) -> tuple[Reals, Reals]:
    """Return what the leader's strain makes of the team's load and recovery."""
    excess = leader_strain - coupling.reference
    return (
        np.asarray(np.exp(coupling.load * excess)),
        np.asarray(np.exp(-coupling.recovery * excess)),
    )


def stepped(strain: Reals, wear: Reals, mend: Reals, rates: Rates) -> Reals:
    """Return strain after a step during which its rates stay what they were."""
    if rates.tipping is not False:
        # Times the inverse: dividing an array costs more.
        slower = _raised(strain * (1 / rates.half_point), rates.power)
        mend = mend / (
            1 + (slower if rates.tipping is True else slower * rates.tipping)
        )
    pace = wear + mend
    rest = wear / (pace + _STANDSTILL)
    return np.asarray(rest + (strain - rest) * np.exp(-pace))


def _raised(values: Reals, power: Reals) -> Reals:
    # Squaring twice is many times faster than a general power.
    if np.ndim(power) == 0 and power == _USUAL_POWER:
        return np.asarray(np.square(np.square(values)))
    return np.asarray(values**power)
