"""The explorer: levers above a stage, wired to pure functions, saved and restored."""

import gc
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import ipywidgets

from lederlib._checks import require_known
from lederlib.text import Lang, label
from lederlib.widget.controls import Control, Value, handle, lever
from lederlib.widget.stage import Show, Stage

Values = Mapping[str, Any]
Arrange = Callable[[Mapping[str, ipywidgets.DOMWidget]], Sequence[ipywidgets.DOMWidget]]
Settle = Callable[[Values, str], tuple[Values, str]]
_FORMAT = 1


def leave_alone(values: Values, moved: str) -> tuple[Values, str]:  # noqa: ARG001
    """Accept every combination of levers, and say nothing about it."""
    return values, ""


class Explorer(ipywidgets.VBox):  # type: ignore[misc]
    """Levers above the pictures that they move.

    Parameters
    ----------
    name : str
        What is explored; stands in a saved file.
    controls : sequence of Control
        The levers, in the reader's order.
    show : callable
        Takes the levers' values and whether the lever is at rest; returns a `Show`.
    still : callable
        Returns the present pictures as HTML, for a page without a kernel.
    settle : callable
        Takes the values and the key that moved; returns values that can be together
        and a sentence about what gave way.
    arrange : callable, optional
        Takes the levers by key; returns what stands above the stage.

    Attributes
    ----------
    levers : dict
        The widgets by key.
    stage : Stage
        Where the pictures and the words are.
    failure : Exception or None
        What went wrong at the last move, for whoever wants more than its words.
    """

    def __init__(
        self,
        *,
        name: str,
        controls: Sequence[Control],
        show: Callable[[Values, bool], Show],
        still: Callable[[], str],
        lang: Lang,
        settle: Settle = leave_alone,
        arrange: Arrange | None = None,
    ) -> None:
        self.subject, self.lang = name, lang
        self.failure: Exception | None = None
        self.controls = {control.key: control for control in controls}
        self.levers = {control.key: lever(control) for control in controls}
        self.stage = Stage({control.key: handle(control) for control in controls})
        self._show, self._still, self._settle = show, still, settle
        self._held = False
        placed = (arrange or _in_order)(self.levers)
        board = ipywidgets.Box(list(placed), _dom_classes=["lederlib-levers"])
        classes = ["lederlib-explorer", f"lederlib-explorer-{name}"]
        super().__init__([board, self.stage], _dom_classes=classes)
        for key, widget in self.levers.items():
            widget.observe(lambda _, key=key: self._answer(key), "value")
        self.stage.observe(lambda change: self._come_to_rest(change.new), "released")
        self.stage.observe(lambda change: self._grant(change.new), "wish")
        self.refresh()
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
            shown = self._show(self.values, rest)
        except Exception as failure:
            self.failure = failure
            sentence = label("widget.failed", self.lang, reason=failure)
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
            "explorer": self.subject,
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
        self.move(_read_saved(Path(path), self.subject))

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

    def _answer(self, moved: str) -> None:
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
        return f"Explorer({self.subject!r}, {self.values})"

    def _repr_mimebundle_(self, **kwargs: object) -> dict[str, object]:
        return {**super()._repr_mimebundle_(**kwargs), "text/html": self._still()}


def _in_order(levers: Mapping[str, ipywidgets.DOMWidget]) -> list[ipywidgets.DOMWidget]:
    return list(levers.values())


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
