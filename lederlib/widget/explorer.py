"""The explorer: a description shown on a stage, moved, saved and restored."""

import gc
import json
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from lederlib._checks import require_known
from lederlib.text import label
from lederlib.widget.controls import Value
from lederlib.widget.description import Description, Settle, Values
from lederlib.widget.frames import Frames
from lederlib.widget.script import told_once
from lederlib.widget.stage import Stage

_FORMAT = 1


class Explorer:
    """Levers beside the pictures that they move.

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
    stage : Stage
        Where the levers, the pictures and the words are.
    failure : Exception or None
        What went wrong at the last move, for whoever wants more than its words.
    """

    def __init__(
        self, description: Description, *, settle: Settle | None = None
    ) -> None:
        self.description = description
        self.failure: Exception | None = None
        self._controls = {control.key: control for control in description.controls}
        self._values: dict[str, Value] = dict(description.start)
        self._answered = 0
        self._frames = Frames(description)
        self._settle = settle or description.settle
        # What is wrong with the conditions is raised here, not said on the stage.
        first = self._frames(self.values)
        self.stage = Stage(told_once(description, first), first, self.values)
        self.stage.observe(lambda change: self._answer(change.new), "asked")
        self.stage.observe(lambda change: self._look(change.new), "seen")
        self.stage.observe(lambda change: self._come_to_rest(change.new), "released")
        # Drawing the backgrounds leaves much behind; cleared now, it does not stop
        # the reader's hand for a tenth of a second at some later move.
        gc.collect()

    @property
    def values(self) -> dict[str, Value]:
        """Where the levers stand."""
        return dict(self._values)

    @property
    def guess(self) -> float | None:
        """What the reader guessed before the outcome was shown, if anything."""
        value: float | None = self.stage.guess.get("value")
        return value

    def said(self, key: str) -> str:
        """Return the name of a lever and where it stands, in words."""
        control = self._controls[key]
        return f"{control.name}: {control.words(self._values[key])}"

    def refresh(self, *, rest: bool = True, notice: str = "") -> None:
        """Show what the levers lead to; a failure is said in words on the stage."""
        try:
            shown = self._frames(self.values, rest=rest, seen=self.stage.seen)
        except Exception as failure:
            self._fail(failure)
        else:
            self.failure = None
            self.stage.show(
                shown, self.values, answered=self._answered, notice=notice, rest=rest
            )

    def touch(self, key: str, value: Value) -> None:
        """Move one lever as a hand does; what cannot stand beside it gives way.

        Raises
        ------
        ValueError
            If there is no such lever, or it has no such position.
        """
        notice = self._take(key, {key: value})
        self.refresh(rest=False, notice=notice)

    def move(self, values: Values) -> None:
        """Set several levers at once, and answer once; others may give way.

        Raises
        ------
        ValueError
            If there is no such lever, it has no such position, or the positions
            exclude one another.
        """
        settled, notice = self._agreed(values)
        self._values = dict(settled)
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

    def _placed(self, values: Values) -> dict[str, Value]:
        """Return the positions as the levers have them."""
        for key in values:
            require_known(key, self._controls, name="lever")
        return {key: self._controls[key].at(value) for key, value in values.items()}

    def _take(self, moved: str, values: Values) -> str:
        """Set levers as a hand does that moved one of them; return what gave way."""
        wanted = {**self._values, **self._placed(values)}
        settled, notice = self._settle(wanted, moved)
        self._values = dict(settled)
        return notice

    def _agreed(self, values: Values) -> tuple[Values, str]:
        wanted: Values = {**self._values, **self._placed(values)}
        settled, notice = wanted, ""
        if values:
            settled, notice = self._settle(wanted, next(iter(values)))
        for key, value in values.items():
            if settled[key] != wanted[key]:
                msg = (
                    f"{key} cannot be {value!r} beside the other levers; "
                    f"{settled[key]!r} would fit."
                )
                raise ValueError(msg)
        return settled, notice

    def _answer(self, asked: Mapping[str, Any]) -> None:
        """Make the moves of the browser that no frame has answered, and show one."""
        new = [one for one in asked["moves"] if one["number"] > self._answered]
        notice = ""
        try:
            for one in new:
                self._answered = one["number"]
                moves = {**one["along"], one["key"]: one["value"]}
                notice = self._take(one["key"], moves) or notice
        except ValueError as failure:
            self._fail(failure)
        else:
            self.refresh(rest=False, notice=notice)

    def _fail(self, failure: Exception) -> None:
        self.failure = failure
        sentence = label("widget.failed", self.description.lang, reason=failure)
        self.stage.sound_alarm(sentence, self.values, answered=self._answered)

    def _look(self, seen: Sequence[int]) -> None:
        """Draw what comes into view, if levers moved while it was out of it."""
        frame = self.stage.frame
        if self.failure is None and any(frame["scenes"][p]["stale"] for p in seen):
            self.refresh(rest=frame["rest"], notice=frame["notice"])

    def _come_to_rest(self, number: int) -> None:
        if number == self.stage.frame["number"] and self.failure is None:
            self.refresh(notice=self.stage.frame["notice"])

    def __repr__(self) -> str:
        return f"Explorer({self.description.name!r}, {self.values})"

    def _repr_mimebundle_(self, **kwargs: object) -> dict[str, object]:
        data, _ = self.stage._repr_mimebundle_(**kwargs)
        return {**data, "text/plain": repr(self), "text/html": self._page()}

    def _page(self) -> str:
        """Return the pictures as they stand, marked for a page without a kernel."""
        told, guess = self.description, self.description.guess
        if guess and not self.stage.guess:
            stands = self._frames.unanswered(guess)
        else:
            stands = self._frames.still(self.values)
        mark = f'data-lederlib="{escape(told.name)}" lang="{told.lang}"'
        return f"<div {mark}>{stands}</div>"


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
