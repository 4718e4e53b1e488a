"""Something observed elsewhere, and what the models say about the same."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from lederlib._checks import (
    NORMAL_95,
    Floats,
    as_floats,
    brief,
    require_known,
)
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
        What `model` takes from the ledger; it is given nothing else.
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
        If the kind or scale is unknown, no quantity is named, or a number has no
        interval around it.

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
        if not self.quantities or isinstance(self.quantities, str):
            msg = (
                f"quantities of {self.key} must be a tuple of at least one name of "
                f"the ledger; got {self.quantities!r}."
            )
            raise ValueError(msg)
        for name in ("value", "low", "high"):
            as_floats(getattr(self, name), name=f"{name} of {self.key}")
        inside = -np.inf < self.low < self.value < self.high < np.inf
        if self.kind == "number" and not inside:
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
            If the model takes a quantity that is not named, gives something else than
            one number a world, or a number is missing or infinite or, of a ratio, not
            above 0, with the share of the worlds.
        """
        named = {name: drawn[name] for name in self.quantities}
        worlds = named[self.quantities[0]].shape[-1:]
        try:
            values = as_floats(self.model(named), name=self.key)
        except KeyError as error:
            msg = (
                f"{self.key} takes {error}, which its quantities do not name: "
                f"{', '.join(self.quantities)}."
            )
            raise ValueError(msg) from error
        if values.shape not in ((), worlds):
            msg = (
                f"{self.key} must give one number for each of {worlds[0]} worlds; "
                f"got shape {values.shape}."
            )
            raise ValueError(msg)
        self._require_share(np.isfinite(values), "be a number")
        if self.scale == "ratio":
            self._require_share(values > 0, "lie above 0")
        return np.broadcast_to(values, worlds)

    def _require_share(self, right: np.ndarray, what: str) -> None:
        if not right.all():
            wrong = 1 - float(right.mean())
            msg = f"{self.key} must {what} in every world; {wrong:.1%} fail."
            raise ValueError(msg)

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


def require_targets(held: Iterable[Target], known: Iterable[str]) -> tuple[Target, ...]:
    """Return the targets, if each has a key of its own and takes what is drawn.

    Raises
    ------
    ValueError
        If something is no target, a key stands twice, or a quantity is unknown.
    """
    found = (held,) if isinstance(held, Target | str) else tuple(held)
    for one in found:
        if not isinstance(one, Target):
            msg = f"targets must be such as targets() has; got {brief(one)}."
            raise ValueError(msg)
        for name in one.touched:
            require_known(name, known, name=f"a quantity of {one.key}")
    keys = [one.key for one in found]
    if twice := sorted({key for key in keys if keys.count(key) > 1}):
        msg = f"targets must have different keys; {twice[0]} stands twice."
        raise ValueError(msg)
    return found
