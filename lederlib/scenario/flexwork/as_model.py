"""A scenario as a model: a function of levers and quantities."""

import inspect
from typing import Any

import numpy as np

from lederlib._checks import Floats, require_number
from lederlib.catalogue import Stamp
from lederlib.scenario.flexwork.consequences import USED_QUANTITIES, consequences
from lederlib.scenario.flexwork.scenario import (
    LEVERS,
    Baseline,
    Scenario,
    factor_baseline,
    lever_values,
)
from lederlib.scenario.inputs import Model
from lederlib.scenario.worlds import Worlds, solve_worlds

LONGEST = 50


def scenario_model(*, years: float = 5, baseline: Baseline | None = None) -> Model:
    """Return a function from levers and quantities to every outcome of `run`.

    What follows from the quantities whatever the levers, such as the law of leaving,
    is solved anew in every world.

    Parameters
    ----------
    years : float, default 5
        Which year of retention, 0 to 50; the other outcomes know no years.
    baseline : mapping or Series, optional
        As for `run`.

    Returns
    -------
    callable
        Takes the levers of a `Scenario` and the ledger's quantities as keywords;
        returns a dict of arrays with one number a draw. In a pair of settings, set
        `agreement` in both or in neither.

    Raises
    ------
    ValueError
        If `years` or `baseline` lie outside their ranges.

    Examples
    --------
    >>> from lederlib.catalogue import ledger
    >>> model = scenario_model()
    >>> model(home=3, **ledger().draw(100, rng=1))["community"].shape
    (100,)
    """
    when = require_number(years, 0, LONGEST, name="years")
    today = factor_baseline(baseline)

    def model(**values: Any) -> dict[str, Floats]:  # noqa: ANN401
        moved = {name: value for name, value in values.items() if name in LEVERS}
        levers = lever_values(Scenario(moved), baseline)
        found = consequences(levers, today, _worlds(values), years=[when])
        return {**found, "retention": found["retention"][0]}

    # So that whoever asks the model for its inputs learns what it takes.
    model.__signature__ = _SIGNATURE  # type: ignore[attr-defined]
    return model


_DEFAULTS = lever_values(Scenario({}))
_SIGNATURE = inspect.Signature(
    [
        *(
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY)
            for name in USED_QUANTITIES
        ),
        *(
            inspect.Parameter(
                key, inspect.Parameter.KEYWORD_ONLY, default=_DEFAULTS.get(key)
            )
            for key in LEVERS
        ),
    ]
)


def _worlds(values: dict[str, Any]) -> Worlds:
    drawn = {name: np.asarray(values[name], dtype=float) for name in USED_QUANTITIES}
    draws = max((one.shape[-1] for one in drawn.values() if one.ndim), default=1)
    return solve_worlds(
        {name: one if one.ndim else np.full(draws, one) for name, one in drawn.items()},
        Stamp(),
    )
