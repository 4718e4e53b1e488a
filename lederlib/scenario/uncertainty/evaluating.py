"""Ask a model for one outcome in every possible world."""

from collections.abc import Mapping
from dataclasses import is_dataclass
from typing import Any

import numpy as np

from lederlib._checks import Floats, as_floats, require_known
from lederlib.scenario.inputs import Inputs, Model, Sample

# Rounding of an outcome that no draw moves.
_STILL = 1e-12


def evaluate(
    model: Model, inputs: Inputs, sample: Sample, *, outcome: str, draws: int
) -> Floats:
    """Return the outcome in every world; the difference where there are two settings.

    Parameters
    ----------
    model : callable
        Takes quantities and levers as keywords; returns one array, or a mapping or
        record of arrays, the draws last.
    inputs : Inputs
        What it takes.
    sample : mapping
        Draws of what varies; the rest stands at its value.
    outcome : str
        Which array, by its name; empty where the model returns a single one.
    draws : int
        Number of worlds.

    Raises
    ------
    ValueError
        If there is no such outcome, it is not one number a draw, or one is missing.
    """
    still = {name: one.value for name, one in inputs.ledger.items()}
    given = {**still, **sample}
    levels = [
        _one_a_draw(_named(model(**{**given, **setting}), outcome), outcome, draws)
        for setting in inputs.settings
    ]
    return levels[0] if len(levels) == 1 else np.asarray(levels[1] - levels[0])


def stands_still(values: Floats) -> bool:
    """Return whether values differ by no more than rounding."""
    return bool(np.ptp(values) <= _STILL * (1 + np.abs(values).max()))


def _named(found: Any, outcome: str) -> Any:  # noqa: ANN401 - whatever a model returns
    if isinstance(found, Mapping):
        return found[_pick(outcome, list(found))]
    if is_dataclass(found):
        public = [name for name in dir(found) if not name.startswith("_")]
        return getattr(found, _pick(outcome, public))
    if outcome:
        msg = f"The model returns one array without a name; got outcome {outcome!r}."
        raise ValueError(msg)
    return found


def _pick(outcome: str, names: list[str]) -> str:
    if not outcome and len(names) == 1:
        return names[0]
    return require_known(outcome, names, name="outcome")


def _one_a_draw(found: Any, outcome: str, draws: int) -> Floats:  # noqa: ANN401
    name = outcome or "outcome"
    values = as_floats(found, name=name)
    if values.size != 1 and values.shape != (draws,):
        msg = (
            f"{name} must be one number a draw, shape ({draws},); got {values.shape}: "
            "let the model return the one that you mean, such as its last week."
        )
        raise ValueError(msg)
    missing = int((~np.isfinite(values)).sum())
    if missing:
        msg = f"{name} must be a number in every draw; {missing} of {draws} are not."
        raise ValueError(msg)
    return np.broadcast_to(values.reshape(-1), draws)
