"""Something observed elsewhere, and what the models say about the same."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from lederlib._checks import NORMAL_95, Floats, as_floats, require_known
from lederlib.text import Phrase

Kind = Literal["number", "sign", "beside"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Scale = Literal["ratio", "plain"]
SCALES: tuple[Scale, ...] = get_args(Scale)
Drawn = Mapping[str, Floats]
_NONE = float("nan")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Target:
    """What was observed, and how a world answers to it.

    Attributes
    ----------
    key : str
        Its name; that of a row of `lederlib.catalogue.evidence` where it has one.
    kind : {"number", "sign", "beside"}
        `number`: an estimate with an interval, which weighs worlds by their
        likelihood. `sign`: a world passes or fails, and is told of, not weighed.
        `beside`: shown next to what the model gives, and nothing more.
    title, unit, note : Phrase
        What it is, in what, and what a reader should know before trusting it.
    model : callable
        From a world's quantities to what the model gives, in `unit`, one number a
        world; for a sign a number that is above zero where the world passes.
    quantities : tuple of str
        What `model` takes from the ledger.
    value, low, high : float
        The estimate and its 95 % interval; missing where none was seen.
    scale : {"ratio", "plain"}
        Whether errors are normal on the logarithm, as a ratio's are, or as it stands.
    transfer : str
        The quantity that says how far what was observed there may differ from what
        holds here, as a standard deviation on that scale; "" for none.
    source : str
        Key of `lederlib.catalogue.sources`.

    Raises
    ------
    ValueError
        If the kind or scale is unknown, or a number has no interval around it.

    Examples
    --------
    >>> from lederlib.text import Phrase
    >>> words = Phrase(da="Fem år", en="Five years")
    >>> ours = Target(
    ...     key="ours", kind="number", title=words, unit=words, note=words,
    ...     model=lambda drawn: drawn["gone_in_five_years"],
    ...     quantities=("gone_in_five_years",), value=0.47, low=0.43, high=0.51)
    >>> round(float(ours.error(0)), 4)
    0.0204
    """

    key: str
    kind: Kind
    title: Phrase
    unit: Phrase
    note: Phrase
    model: Callable[[Drawn], Floats]
    quantities: tuple[str, ...]
    value: float = _NONE
    low: float = _NONE
    high: float = _NONE
    scale: Scale = "plain"
    transfer: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        require_known(self.kind, KINDS, name=f"kind of {self.key}")
        require_known(self.scale, SCALES, name=f"scale of {self.key}")
        if self.kind == "number" and not self.low < self.value < self.high:
            msg = (
                f"{self.key} must have an interval around its value to weigh worlds; "
                f"got {self.value:g} ({self.low:g} to {self.high:g}): "
                'kind="beside" shows it without weighing.'
            )
            raise ValueError(msg)
        if self.kind == "number" and self.scale == "ratio" and self.low <= 0:
            msg = f"{self.key} is a ratio and must lie above 0; got {self.low:g}."
            raise ValueError(msg)

    @property
    def touched(self) -> tuple[str, ...]:
        """Every quantity that its likelihood depends on."""
        return (*self.quantities, self.transfer) if self.transfer else self.quantities

    def given(self, drawn: Drawn) -> Floats:
        """Return what the model gives in each world.

        Raises
        ------
        ValueError
            If a number is missing or infinite, with the share of the worlds.
        """
        values = as_floats(self.model(drawn), name=self.key)
        missing = float((~np.isfinite(values)).mean())
        if missing:
            msg = f"{self.key} must be a number in every world; {missing:.1%} are not."
            raise ValueError(msg)
        return values

    def error(self, transfer: Floats | float) -> Floats | float:
        """Return the standard error on its scale, that of the transfer beside it."""
        ends = self._on_scale(np.array([self.low, self.high]))
        published = float(ends[1] - ends[0]) / 2 / NORMAL_95
        return np.hypot(published, transfer) if self.transfer else published

    def log_likelihood(self, drawn: Drawn) -> Floats:
        """Return how well each world fits, as a log density up to a constant."""
        error = self.error(drawn[self.transfer] if self.transfer else 0.0)
        missed = self._on_scale(self.given(drawn)) - self._on_scale(self.value)
        return np.asarray(-0.5 * (missed / error) ** 2 - np.log(error))

    def _on_scale(self, values: Floats | float) -> Floats:
        return np.asarray(np.log(values) if self.scale == "ratio" else values)


def log_likelihood(targets: tuple[Target, ...], drawn: Drawn) -> Floats:
    """Return how well each world fits all the numbers among the targets."""
    parts = [one.log_likelihood(drawn) for one in targets if one.kind == "number"]
    return np.asarray(np.sum(parts, axis=0))
