"""Levers as ipywidgets, whose labels can be seen, heard and reached by the keyboard."""

from collections.abc import Callable, Mapping, Sequence
from html import escape

import ipywidgets

from lederlib.text import Lang, label
from lederlib.widget.controls import Control, Value
from lederlib.widget.description import Card, Description

Levers = Mapping[str, ipywidgets.DOMWidget]


def lever(control: Control, start: Value) -> ipywidgets.DOMWidget:
    """Return the control as a widget; its description is the label that is seen."""
    makers: dict[str, Callable[..., ipywidgets.DOMWidget]] = {
        "slider": _slider,
        "choice": _list,
        "buttons": _buttons,
        "switch": _checkbox,
        "text": _field,
    }
    widget = makers[control.kind](control, start)
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


def arranged(description: Description, levers: Levers) -> list[ipywidgets.DOMWidget]:
    """Return what stands above the stage: cards to choose from first, then the rest."""
    cards = description.cards
    if cards is None:
        return list(levers.values())
    named = [(card.name, _card(card, levers)) for card in cards.cards]
    on_cards = {key for card in cards.cards for key in card.keys}
    others = [widget for key, widget in levers.items() if key not in on_cards]
    return [*_one_of(cards.name, named, lang=description.lang), *others]


def _card(card: Card, levers: Levers) -> ipywidgets.DOMWidget:
    if not card.sentence:
        return levers[card.keys[0]]
    sentence = ipywidgets.HTML(escape(card.sentence))
    sentence.add_class("lederlib-sentence")
    return ipywidgets.VBox([sentence, *(levers[key] for key in card.keys)])


def _one_of(
    name: str, levers: Sequence[tuple[str, ipywidgets.DOMWidget]], *, lang: Lang
) -> list[ipywidgets.DOMWidget]:
    """Return a list to choose a lever from, the lever, and buttons to go on and back.

    One lever in view at a time: fifteen fit on a phone.
    """
    options = [(text, place) for place, (text, _) in enumerate(levers)]
    chosen = ipywidgets.Dropdown(options=options, value=0, description=name)
    chosen.add_class("lederlib-lever")
    stack = ipywidgets.Stack([lever for _, lever in levers], selected_index=0)
    stack.add_class("lederlib-stack")
    ipywidgets.jslink((chosen, "index"), (stack, "selected_index"))
    steps = [_step(chosen, by, lang) for by in (-1, 1)]
    return [chosen, stack, ipywidgets.HBox(steps, _dom_classes=["lederlib-steps"])]


def _step(chosen: ipywidgets.Dropdown, by: int, lang: Lang) -> ipywidgets.Button:
    text = label("widget.forward" if by > 0 else "widget.back", lang)
    button = ipywidgets.Button(description=text)

    def go(_: ipywidgets.Button) -> None:
        chosen.index = (chosen.index + by) % len(chosen.options)

    button.on_click(go)
    return button


def _relabel(widget: ipywidgets.DOMWidget, control: Control, value: float) -> None:
    widget.description = f"{control.name}: {control.words(value)}"


def _slider(control: Control, start: float) -> ipywidgets.DOMWidget:
    low, high = control.values[0], control.values[-1]
    step = control.values[1] - control.values[0]  # type: ignore[operator]
    whole = all(float(value).is_integer() for value in control.values)
    kind = ipywidgets.IntSlider if whole else ipywidgets.FloatSlider
    number = int if whole else float
    return kind(
        value=number(start),
        min=number(low),
        max=number(high),
        step=number(step),
        description=f"{control.name}: {control.words(start)}",
        tooltip=control.name,
        readout=False,
        continuous_update=True,
    )


def _options(control: Control) -> list[tuple[str, Value]]:
    return list(zip(control.texts, control.values, strict=True))


def _list(control: Control, start: str) -> ipywidgets.DOMWidget:
    return ipywidgets.Dropdown(
        options=_options(control), value=start, description=control.name
    )


def _buttons(control: Control, start: str) -> ipywidgets.DOMWidget:
    return ipywidgets.ToggleButtons(
        options=_options(control),
        value=start,
        description=control.name,
        tooltip=control.name,
    )


def _checkbox(control: Control, start: bool) -> ipywidgets.DOMWidget:
    widget = ipywidgets.Checkbox(value=start, description=control.name, indent=False)
    widget.add_class("lederlib-switch")
    return widget


def _field(control: Control, start: str) -> ipywidgets.DOMWidget:
    return ipywidgets.Text(
        value=start, description=control.name, continuous_update=False
    )
