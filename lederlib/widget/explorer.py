"""The explorer: a description's levers above a stage, saved and restored."""

import gc
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

import ipywidgets

from lederlib._checks import require_known
from lederlib.text import Lang, label
from lederlib.widget.controls import Control, Value
from lederlib.widget.description import Card, Description, Settle, Values
from lederlib.widget.frames import Frames
from lederlib.widget.stage import Stage

Levers = Mapping[str, ipywidgets.DOMWidget]
_FORMAT = 1


class Explorer(ipywidgets.VBox):  # type: ignore[misc]
    """Levers above the pictures that they move.

    Parameters
    ----------
    description : Description
        What is explored.
    settle : callable, optional
        Stands instead of the description's own, where a page keeps something.

    Attributes
    ----------
    description : Description
        What is explored.
    levers : dict
        The widgets by key.
    stage : Stage
        Where the pictures and the words are.
    failure : Exception or None
        What went wrong at the last move, for whoever wants more than its words.
    """

    def __init__(
        self, description: Description, *, settle: Settle | None = None
    ) -> None:
        self.description = description
        self.failure: Exception | None = None
        self.controls = {control.key: control for control in description.controls}
        self.levers = {
            key: lever(control, description.start[key])
            for key, control in self.controls.items()
        }
        self.stage = Stage(
            {key: handle(control) for key, control in self.controls.items()}
        )
        self._frames = Frames(description)
        self._settle = settle or description.settle
        self._held = False
        board = ipywidgets.Box(
            arranged(description, self.levers), _dom_classes=["lederlib-levers"]
        )
        classes = ["lederlib-explorer", f"lederlib-explorer-{description.name}"]
        super().__init__([board, self.stage], _dom_classes=classes)
        for key, widget in self.levers.items():
            widget.observe(partial(self._answer, key), "value")
        self.stage.observe(lambda change: self._come_to_rest(change.new), "released")
        self.stage.observe(lambda change: self._grant(change.new), "wish")
        # What is wrong with the conditions is raised here, not said on the stage.
        self.stage.show(self._frames(self.values))
        # Drawing the backgrounds leaves much behind; cleared now, it does not stop
        # the reader's hand for a tenth of a second at some later move.
        gc.collect()

    @property
    def values(self) -> dict[str, Value]:
        """Where the levers stand."""
        return {key: widget.value for key, widget in self.levers.items()}

    def refresh(self, *, rest: bool = True, notice: str = "") -> None:
        """Show what the levers lead to; a failure is said in words on the stage."""
        try:
            shown = self._frames(self.values, rest=rest)
        except Exception as failure:
            self.failure = failure
            sentence = label("widget.failed", self.description.lang, reason=failure)
            self.stage.sound_alarm(sentence)
        else:
            self.failure = None
            self.stage.show(shown, notice=notice, rest=rest)

    def move(self, values: Values) -> None:
        """Set several levers at once, and answer once; others may give way.

        Raises
        ------
        ValueError
            If there is no such lever, it has no such position, or the positions
            exclude one another.
        """
        for key, value in values.items():
            require_known(key, self.controls, name="lever")
            self.controls[key].place(value)
        settled, notice = self._agreed(values)
        with self._holding():
            for key, value in settled.items():
                self.levers[key].value = value
        self.refresh(notice=notice)

    def save(self, path: str | Path) -> None:
        """Write where the levers stand to a small JSON file."""
        facts = {
            "lederlib": _FORMAT,
            "explorer": self.description.name,
            "levers": self.values,
        }
        text = json.dumps(facts, ensure_ascii=False, indent=2)
        Path(path).write_text(f"{text}\n", encoding="utf-8")

    def restore(self, path: str | Path) -> None:
        """Set the levers as a saved file says; nothing moves if the file is wrong.

        Raises
        ------
        ValueError
            If the file is missing, is no saved explorer, or holds a position that a
            lever does not have.
        """
        self.move(_read_saved(Path(path), self.description.name))

    def _agreed(self, values: Values) -> tuple[Values, str]:
        wanted: Values = {**self.values, **values}
        settled, notice = wanted, ""
        if values:
            settled, notice = self._settle(wanted, next(iter(values)))
        for key in values:
            if settled[key] != wanted[key]:
                msg = (
                    f"{key} cannot be {wanted[key]!r} beside the other levers; "
                    f"{settled[key]!r} would fit."
                )
                raise ValueError(msg)
        return settled, notice

    def _answer(self, moved: str, _: Mapping[str, Any]) -> None:
        if self._held:
            return
        values, notice = self._settle(self.values, moved)
        with self._holding():
            for key, value in values.items():
                self.levers[key].value = value
        self.refresh(rest=False, notice=notice)

    def _come_to_rest(self, number: int) -> None:
        if number == self.stage.frame["number"] and self.failure is None:
            self.refresh(notice=self.stage.frame["notice"])

    def _grant(self, wish: Mapping[str, Any]) -> None:
        """Move the lever that a heading of the table asks for, as a hand would."""
        self.levers[wish["lever"]].value = wish["value"]

    @contextmanager
    def _holding(self) -> Iterator[None]:
        self._held = True
        try:
            yield
        finally:
            self._held = False

    def __repr__(self) -> str:
        return f"Explorer({self.description.name!r}, {self.values})"

    def _repr_mimebundle_(self, **kwargs: object) -> dict[str, object]:
        return {
            **super()._repr_mimebundle_(**kwargs),
            "text/html": self._frames.still(self.values),
        }


def _read_saved(path: Path, subject: str) -> dict[str, Any]:
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
        saved, levers = facts["explorer"], dict(facts["levers"])
    except OSError as problem:
        msg = f"{path} could not be read: {problem.strerror or problem}."
        raise ValueError(msg) from None
    except (ValueError, KeyError, TypeError, RecursionError):
        msg = f"{path} is no saved explorer: expected JSON with explorer and levers."
        raise ValueError(msg) from None
    if saved != subject:
        msg = f"{path} holds the levers of {saved!r}, and these are of {subject!r}."
        raise ValueError(msg)
    return levers


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
