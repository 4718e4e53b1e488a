"""What the model gives for each prediction and goal of the exercises: one function."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from lederlib._checks import require_known
from lederlib.scenario.outcomes.leading import LEADING, Numbers
from lederlib.scenario.outcomes.measuring import MEASURING


def outcome(key: str, levers: Mapping[str, float] | None = None) -> Numbers:
    """Return what the model gives for the task `key`, by the name of each number.

    The same question twice is worked out once.

    Parameters
    ----------
    levers
        Where the levers of a goal stand; a prediction has none.

    Raises
    ------
    ValueError
        If the task has no outcome, or the model knows no such levers.

    Examples
    --------
    >>> outcome("04.1")
    {'missed': 80.0}
    """
    require_known(key, OUTCOMES, name="task with an outcome")
    return dict(_worked_out(key, tuple((levers or {}).items())))


@cache
def _worked_out(key: str, levers: tuple[tuple[str, float], ...]) -> Numbers:
    found = OUTCOMES[key](**dict(levers))
    return {name: float(value) for name, value in found.items()}


#: The outcome of each prediction (no levers) and goal (its levers), by task.
OUTCOMES: Final = {**LEADING, **MEASURING}
