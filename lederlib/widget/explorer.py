"""The explorer: a description's levers above a stage, saved and restored."""

import gc
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import ipywidgets

from lederlib._checks import require_known
from lederlib.text import label
from lederlib.widget.controls import Value
from lederlib.widget.description import Description, Settle, Values
from lederlib.widget.frames import Frames
from lederlib.widget.levers import arranged, handle, lever
from lederlib.widget.stage import Stage

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
