"""A model as the EMA workbench takes it."""

import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lederlib._checks import seed_of
from lederlib.catalogue import Quantity
from lederlib.scenario.inputs import Quantities, Range, as_ledger, is_varying
from lederlib.scenario.sweeps.answers import Job, computed
from lederlib.scenario.sweeps.points import point_of, require_levers

Choices = Mapping[str, Range | Sequence[Any]]
_PAIR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Experiment:
    """A model as a function of one experiment; each has its own chance."""

    job: Job

    def __call__(self, **values: Any) -> dict[str, float]:  # noqa: ANN401
        """Return the outcomes by name."""
        (answer,) = computed(self.job, (point_of(values),))
        if answer.status != "done":
            raise ValueError(answer.error)
        return answer.values


def ema_model(
    model: Callable[..., Any],
    quantities: Quantities,
    *,
    levers: Choices | None = None,
    fixed: Mapping[str, Any] | None = None,
    outputs: Callable[[Any], Any] | None = None,
    rng: int = 0,
    name: str = "lederlib",
) -> Any:  # noqa: ANN401 - a type of the EMA workbench, which is no part of ours
    """Return a model with its uncertainties, levers and outcomes for the EMA workbench.

    Parameters
    ----------
    model : callable
        As for `sweep`.
    quantities : Ledger or mapping
        The uncertainties: quantities, or ranges `(low, high)` by name. The workbench
        knows ranges only; how a quantity is distributed inside is left behind.
    levers : mapping, optional
        What one may choose: a range `(low, high)`, or a list of what there is.
    fixed, outputs
        As for `sweep`.
    rng : int, default 0
        Chance of a model that draws: each experiment has its own, by its content.
    name : str, default "lederlib"
        Letters and digits.

    Returns
    -------
    ema_workbench.Model
        Its outcomes are the numbers that the model returns in the middle of the ranges.

    Raises
    ------
    ModuleNotFoundError
        If the EMA workbench is not installed.
    ValueError
        If names do not fit, a quantity is a ranking, or the model fails in the middle.

    Examples
    --------
    >>> from lederlib.model import cascade
    >>> workbench = ema_model(cascade, {"branching": (0, 0.9)})
    >>> [outcome.name for outcome in workbench.outcomes]
    ['value']
    """
    ema = _workbench()
    book = as_ledger(quantities)
    varying = {name: one for name, one in book.items() if is_varying(one)}
    still = {name: one.value for name, one in book.items() if name not in varying}
    choices = dict(levers or {})
    held = {**still, **(fixed or {})}
    drawn = require_levers(model, [*varying, *choices], held)
    job = Job(model, held, outputs, seed_of(rng) if drawn else None, False, False)
    experiment = Experiment(job=job)
    middle = {key: one.value for key, one in varying.items()}
    found = experiment(**middle, **{key: _first(one) for key, one in choices.items()})
    workbench = ema.Model(name, function=experiment)
    workbench.uncertainties = [
        _uncertainty(ema, key, one) for key, one in varying.items()
    ]
    workbench.levers = [_lever(ema, key, one) for key, one in choices.items()]
    workbench.outcomes = [ema.ScalarOutcome(outcome) for outcome in found]
    return workbench


def _workbench() -> Any:  # noqa: ANN401
    """Return the package; what it says of its own parts is not for our readers."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import ema_workbench  # noqa: PLC0415 - an optional package
    except ModuleNotFoundError:
        msg = "ema_model needs the EMA workbench: pip install ema-workbench."
        raise ModuleNotFoundError(msg) from None
    return ema_workbench


def _uncertainty(ema: Any, name: str, quantity: Quantity) -> Any:  # noqa: ANN401
    if quantity.distribution == "ranks":
        msg = f"{name} must be a single number for the workbench; got ranks."
        raise ValueError(msg)
    if quantity.distribution == "choice":
        low, high = int(quantity.low), int(quantity.high)
        return ema.IntegerParameter(name, low, high)
    return ema.RealParameter(name, quantity.low, quantity.high)


def _lever(ema: Any, name: str, choice: Range | Sequence[Any]) -> Any:  # noqa: ANN401
    if isinstance(choice, tuple):
        return ema.RealParameter(name, *choice)
    return ema.CategoricalParameter(name, list(choice))


def _first(choice: Range | Sequence[Any]) -> Any:  # noqa: ANN401
    return choice[0]
