"""One lever in view at a time, chosen from a list: fifteen fit on a phone."""

from collections.abc import Sequence

import ipywidgets

from lederlib.text import Lang, label

Named = Sequence[tuple[str, ipywidgets.DOMWidget]]


def one_of(name: str, levers: Named, *, lang: Lang) -> list[ipywidgets.DOMWidget]:
    """Return a list to choose a lever from, the lever, and buttons to go on and back.

    Parameters
    ----------
    name : str
        The list's label.
    levers : sequence of (str, widget)
        Each lever by the name that the reader chooses it by.
    lang : {"da", "en"}
        Language of the buttons.
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
