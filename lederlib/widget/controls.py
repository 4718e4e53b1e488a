"""Levers: their positions, and each of them in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal, NamedTuple

import numpy as np

from lederlib._checks import require_between
from lederlib.text import Lang, format_number, label

Value = float | str | bool
_NEAR = 1e-9
Kind = Literal["slider", "choice", "buttons", "switch", "text"]
LONGEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """One lever: its positions, and each of them in words.

    Attributes
    ----------
    key, name : str
        Name in code, and the name that the reader sees and hears.
    kind : {"slider", "choice", "buttons", "switch", "text"}
        How it is moved.
    values, texts : tuple
        The positions in order, and the words for each, unit included; both empty
        where the reader writes a text.
    start : float, str or bool
        Where it stands at first; one of `values`.
    """

    key: str
    name: str
    kind: Kind
    values: tuple[Value, ...]
    texts: tuple[str, ...]
    start: Value

    def words(self, value: Value) -> str:
        """Return the position in words; raise if the lever has no such position."""
        place = self.place(value)
        return str(value) if self.kind == "text" else self.texts[place]

    def at(self, value: Value) -> Value:
        """Return the position as the lever has it; raise if it has no such position."""
        place = self.place(value)
        return value if self.kind == "text" else self.values[place]

    def place(self, value: Value) -> int:
        """Return the place of a position; raise if the lever has no such position."""
        if self.kind == "text" and isinstance(value, str) and len(value) <= LONGEST:
            return 0
        for place, known in enumerate(self.values):
            if _same(known, value):
                return place
        known = ", ".join(map(str, self.values)) or f"texts of up to {LONGEST} letters"
        msg = f"{self.key} must be one of {known}; got {value!r:.40}."
        raise ValueError(msg)


def slider(
    key: str,
    name: str,
    *,
    low: float,
    high: float,
    step: float,
    start: float,
    words: Callable[[float], str],
) -> Control:
    """Return a lever with equal steps from `low` to `high`.

    Examples
    --------
    >>> lever = slider("home", "Hjemmedage", low=0, high=2, step=1, start=1,
    ...                words=lambda days: f"{days:g} dage")
    >>> lever.texts
    ('0 dage', '1 dage', '2 dage')
    """
    require_between(start, low, high, name=key)
    steps = round((high - low) / step)
    values = tuple(float(round(low + step * place, 10)) for place in range(steps + 1))
    nearest = values[int(np.abs(np.asarray(values) - start).argmin())]
    texts = tuple(words(value) for value in values)
    return Control(
        key=key, name=name, kind="slider", values=values, texts=texts, start=nearest
    )


class Span(NamedTuple):
    """A slider's lowest and highest position, its step, where it begins, its digits."""

    low: float
    high: float
    step: float
    start: float
    digits: int = 0


def sliders(
    area: str,
    spans: Mapping[str, Span],
    lang: Lang,
    *,
    said: Callable[[str, float], str] | None = None,
) -> tuple[Control, ...]:
    """Return a slider for each key, in the words of that area of phrases.

    A slider is named by the phrase ``lever_KEY``; a position is said by ``unit_KEY``
    with its number, or by what `said` returns for the key and the position.
    """

    def spoken(key: str) -> Callable[[float], str]:
        if said is not None:
            return partial(said, key)
        return lambda value: label(
            f"{area}.unit_{key}",
            lang,
            number=format_number(value, lang, digits=spans[key].digits),
        )

    return tuple(
        slider(
            key,
            label(f"{area}.lever_{key}", lang),
            low=span.low,
            high=span.high,
            step=span.step,
            start=span.start,
            words=spoken(key),
        )
        for key, span in spans.items()
    )


def switch(
    key: str, name: str, *, start: bool = False, texts: Sequence[str]
) -> Control:
    """Return a lever that is off or on; `texts` says the two in words."""
    return Control(
        key=key,
        name=name,
        kind="switch",
        values=(False, True),
        texts=tuple(texts),
        start=start,
    )


def choice(
    key: str,
    name: str,
    options: Mapping[str, str],
    *,
    start: str,
    kind: Kind = "buttons",
) -> Control:
    """Return a lever with named positions, as buttons or as a list."""
    return Control(
        key=key,
        name=name,
        kind=kind,
        values=tuple(options),
        texts=tuple(options.values()),
        start=start,
    )


def free_text(key: str, name: str, *, start: str = "") -> Control:
    """Return a field for the reader's own words."""
    return Control(key=key, name=name, kind="text", values=(), texts=(), start=start)


def _same(known: Value, value: Value) -> bool:
    if isinstance(known, float) and isinstance(value, int | float):
        return not isinstance(value, bool) and abs(known - value) < _NEAR
    return known == value and type(known) is type(value)
