"""What a model is given in every possible world, and the outcome it gives."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, is_dataclass
from types import MappingProxyType
from typing import Any

import numpy as np

from lederlib._checks import Floats, as_floats, nearest, require_known
from lederlib.catalogue import (
    FACTOR_KEYS,
    Ledger,
    Quantity,
    values_at,
)
from lederlib.text import Phrase

# Rounding of an outcome that no draw moves.
_STILL = 1e-12
Model = Callable[..., Any]
Range = tuple[float, float]
Quantities = Ledger | Mapping[str, Quantity | Range]
Setting = Mapping[str, object]
Levers = Setting | tuple[Setting, Setting]
Sample = Mapping[str, Floats]
_NEVER_DRAWN = ("derived", "unverified")
_CALLERS_OWN = Phrase(da="Angivet i kaldet.", en="Given in the call.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What a model is given in every possible world.

    Attributes
    ----------
    ledger : Ledger
        The quantities that the model takes, in the caller's order.
    settings : tuple of mapping
        The levers: one setting, or two for a difference.
    fingerprint : str
        Of all the quantities that were given, also those that the model leaves out.
    """

    ledger: Ledger
    settings: tuple[Setting, ...]
    fingerprint: str

    @property
    def varying(self) -> tuple[str, ...]:
        """The quantities that are not the same in every world."""
        return tuple(name for name, one in self.ledger.items() if is_varying(one))


def inputs_of(model: Model, quantities: Quantities, levers: Levers | None) -> Inputs:
    """Return what the model takes of the quantities, the levers taken out.

    Raises
    ------
    ValueError
        If the model knows no such name or lacks one, a quantity is derived or
        unverified, a range is upside down, or nothing varies.
    """
    settings = _settings(levers)
    pinned = {name for setting in settings for name in setting}
    known, needed = _keywords(model)
    book = as_ledger(quantities)
    if known is not None:
        given = () if isinstance(quantities, Ledger) else quantities
        for name in (*given, *pinned):
            require_known(name, known, name="name in the model")
    taken = {
        name: one
        for name, one in book.items()
        if name not in pinned and _is_taken(one, known, quantities)
    }
    _require_all(needed - {*taken, *pinned}, book)
    inputs = Inputs(
        ledger=Ledger(quantities=MappingProxyType(taken)),
        settings=settings,
        fingerprint=book.fingerprint,
    )
    if not inputs.varying:
        msg = "quantities must hold one that varies and that the model takes."
        raise ValueError(msg)
    return inputs


def as_ledger(quantities: Quantities) -> Ledger:
    """Return quantities, or ranges as uniform assumptions, as a ledger.

    Examples
    --------
    >>> as_ledger({"load": (0, 2)})["load"].value
    1.0
    """
    if isinstance(quantities, Ledger):
        return quantities
    book = {
        str(name): one if isinstance(one, Quantity) else _in_range(str(name), one)
        for name, one in quantities.items()
    }
    return Ledger(quantities=MappingProxyType(book))


def two_samples(inputs: Inputs, draws: int, seed: int) -> tuple[Sample, Sample]:
    """Return two independent samples of what varies, evenly spread over the ranges.

    Single numbers take the two halves of one scrambled Sobol' sequence, in the order
    of the inputs, as SALib's sampler does; weights are drawn at random.
    """
    from scipy.stats import qmc  # noqa: PLC0415 - slow to load

    names = [
        name for name in inputs.varying if inputs.ledger[name].distribution != "ranks"
    ]
    # A generator means the same to every scipy that we support; a bare seed does not.
    spread = qmc.Sobol(2 * len(names), seed=np.random.default_rng(seed)).random(draws)
    halves = np.split(spread.T, 2)
    return _sample(inputs, names, halves[0], [seed, 0]), _sample(
        inputs, names, halves[1], [seed, 1]
    )


def _sample(
    inputs: Inputs, names: list[str], shares: Floats, seed: list[int]
) -> dict[str, Floats]:
    rng = np.random.default_rng(seed)
    single = {
        name: values_at(inputs.ledger[name], share)
        for name, share in zip(names, shares, strict=True)
    }
    return {
        name: single[name]
        if name in single
        else values_at(
            inputs.ledger[name], rng.random((len(FACTOR_KEYS), shares.shape[1]))
        )
        for name in inputs.varying
    }


def _settings(levers: Levers | None) -> tuple[Setting, ...]:
    if levers is None:
        return ({},)
    if isinstance(levers, Mapping):
        return (levers,)
    settings = tuple(levers)
    if [isinstance(one, Mapping) for one in settings] != [True, True]:
        msg = (
            f"levers must be one setting or a pair (before, after); got {levers!r:.60}."
        )
        raise ValueError(msg)
    return settings


def _keywords(model: Model) -> tuple[list[str] | None, set[str]]:
    """Return the names that a model takes (None: any), and those that it needs."""
    parameters = inspect.signature(model).parameters.values()
    named = [one for one in parameters if one.kind in (one.KEYWORD_ONLY, _EITHER)]
    needed = {one.name for one in named if one.default is one.empty}
    if any(one.kind is one.VAR_KEYWORD for one in parameters):
        return None, needed
    return [one.name for one in named], needed


_EITHER = inspect.Parameter.POSITIONAL_OR_KEYWORD


def _is_taken(one: Quantity, known: list[str] | None, quantities: Quantities) -> bool:
    if known is not None and one.name not in known:
        return False
    if one.provenance not in _NEVER_DRAWN:
        return True
    if known is None and isinstance(quantities, Ledger):
        return False
    msg = (
        f"{one.name} is {one.provenance} and never an input: let the model compute it "
        "from the quantities that it follows from, or set it among the levers."
    )
    raise ValueError(msg)


def _require_all(lacking: set[str], book: Ledger) -> None:
    if lacking:
        name = min(lacking)
        msg = (
            f"The model needs {name}; give it among the quantities or the levers."
            f"{nearest(name, list(book))}"
        )
        raise ValueError(msg)


def _in_range(name: str, ends: object) -> Quantity:
    numbers = as_floats(ends, name=f"range of {name}")  # type: ignore[arg-type]
    if numbers.shape != (2,) or not np.isfinite(numbers).all():
        msg = f"range of {name} must be two numbers (low, high); got {ends!r:.60}."
        raise ValueError(msg)
    low, high = map(float, numbers)
    if low > high:
        msg = f"range of {name} must run from low to high; got {low:g} to {high:g}."
        raise ValueError(msg)
    return Quantity(
        name=name,
        symbol=name,
        unit="1",
        title=Phrase(da=name, en=name),
        value=(low + high) / 2,
        low=low,
        high=high,
        distribution="uniform",
        provenance="assumption",
        source="caller",
        note=_CALLERS_OWN,
    )


def is_varying(quantity: Quantity) -> bool:
    """Return whether a quantity differs between worlds."""
    return quantity.distribution != "fixed" and quantity.low < quantity.high


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
