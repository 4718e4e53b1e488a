"""Levers that a reader can see, hear and reach with the keyboard."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import ipywidgets
import numpy as np

from lederlib._checks import require_between

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


def lever(control: Control) -> ipywidgets.DOMWidget:
    """Return the control as a widget; its description is the label that is seen."""
    makers = {
        "slider": _slider,
        "choice": _list,
        "buttons": _buttons,
        "switch": _checkbox,
        "text": _field,
    }
    widget = makers[control.kind](control)
    widget.add_class("lederlib-lever")
    widget.add_class(f"lederlib-lever-{control.key}")
    if control.kind == "slider":
        widget.observe(lambda change: _relabel(widget, control, change.new), "value")
    return widget


def handle(control: Control) -> dict[str, object]:
    """Return what the browser needs to name the control and to say its value."""
    if control.kind != "slider":
        return {"name": control.name, "texts": {}}
    spoken = zip(control.values, control.texts, strict=True)
    return {"name": control.name, "texts": {f"{v:.10g}": text for v, text in spoken}}


def _same(known: Value, value: Value) -> bool:
    if isinstance(known, float) and isinstance(value, int | float):
        return not isinstance(value, bool) and abs(known - value) < _NEAR
    return known == value and type(known) is type(value)


def _relabel(widget: ipywidgets.DOMWidget, control: Control, value: float) -> None:
    widget.description = f"{control.name}: {control.words(value)}"


def _slider(control: Control) -> ipywidgets.DOMWidget:
    low, high = control.values[0], control.values[-1]
    step = control.values[1] - control.values[0]  # type: ignore[operator]
    whole = all(float(value).is_integer() for value in control.values)
    kind = ipywidgets.IntSlider if whole else ipywidgets.FloatSlider
    number = int if whole else float
    return kind(
        value=number(control.start),
        min=number(low),
        max=number(high),
        step=number(step),
        description=f"{control.name}: {control.words(control.start)}",
        tooltip=control.name,
        readout=False,
        continuous_update=True,
    )


def _options(control: Control) -> list[tuple[str, Value]]:
    return list(zip(control.texts, control.values, strict=True))


def _list(control: Control) -> ipywidgets.DOMWidget:
    return ipywidgets.Dropdown(
        options=_options(control), value=control.start, description=control.name
    )


def _buttons(control: Control) -> ipywidgets.DOMWidget:
    return ipywidgets.ToggleButtons(
        options=_options(control),
        value=control.start,
        description=control.name,
        tooltip=control.name,
    )


def _checkbox(control: Control) -> ipywidgets.DOMWidget:
    widget = ipywidgets.Checkbox(
        value=control.start, description=control.name, indent=False
    )
    widget.add_class("lederlib-switch")
    return widget


def _field(control: Control) -> ipywidgets.DOMWidget:
    return ipywidgets.Text(
        value=control.start, description=control.name, continuous_update=False
    )
