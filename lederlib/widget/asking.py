"""Ask a task: its question, the control that fits, and the reply of Python's judge."""

import os
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from lederlib._checks import require_known
from lederlib.exercise import Feedback, check, kept_answers, task
from lederlib.exercise.tasks import Lever, Task
from lederlib.exercise.words import Wording
from lederlib.text import LANGS, Lang, format_short, label
from lederlib.text.markdown import question_html
from lederlib.widget.controls import Control, free_text, slider
from lederlib.widget.script import front_script, front_style, lever_told

_WORDS = ("answer", "choose", "order", "up", "down", "working")
_CSS = Path(__file__).parent / "front" / "ask.css"
_SILENT = {"number": 0, "verdict": "waiting", "heading": "", "message": ""}


class _Sheet(anywidget.AnyWidget):  # type: ignore[misc]
    """What the browser shows of a task; `asked` comes back, `reply` goes out."""

    _esm = front_script("keys", "ask")
    _css = front_style() + _CSS.read_text(encoding="utf-8")

    description = traitlets.Dict().tag(sync=True)
    asked = traitlets.Dict({"number": 0, "answer": None}).tag(sync=True)
    reply = traitlets.Dict(_SILENT).tag(sync=True)


class Ask:
    """One task with its control, as `ask` shows it.

    Attributes
    ----------
    sheet : anywidget.AnyWidget
        What the browser shows.
    """

    def __init__(
        self, key: str, lang: Lang, file: str | os.PathLike[str] | None
    ) -> None:
        self._key, self._lang, self._file = key, lang, file
        self._words = Wording(task=task(key), lang=lang)
        kept = _kept(key, file)
        self.sheet = _Sheet(description=_told(self._words, kept))
        if kept is not None:
            self.sheet.reply = _said(check(key, lang=lang, file=file), number=0)
        self.sheet.observe(lambda change: self.answer(change.new["answer"]), "asked")

    def answer(self, answer: object) -> Feedback:
        """Answer the task as the reader's hand does, and show the reply."""
        reply = check(self._key, answer, lang=self._lang, file=self._file)
        # Numbered, so that the same reply once more is told to the browser as well.
        self.sheet.reply = _said(reply, number=self.sheet.reply["number"] + 1)
        return reply

    def __repr__(self) -> str:
        return f"Ask({self._key!r}, lang={self._lang!r})"

    def _repr_mimebundle_(self, **kwargs: object) -> dict[str, object]:
        data, _ = self.sheet._repr_mimebundle_(**kwargs)
        return {**data, "text/plain": repr(self), "text/html": self._page()}

    def _page(self) -> str:
        """Return the question alone, marked for a page without a kernel."""
        told = self.sheet.description
        options = "".join(f"<li>{escape(text)}</li>" for text in told["options"])
        listed = f"<ol>{options}</ol>" if options else ""
        return (
            f'<div data-lederlib="ask" data-task="{self._key}" lang="{self._lang}">'
            f"<h2>{escape(told['heading'])}</h2>{told['question']}{listed}</div>"
        )


def ask(
    key: str, *, lang: Lang = "da", file: str | os.PathLike[str] | None = None
) -> Ask:
    """Show the task `key` with the control that fits, and reply to each answer.

    Parameters
    ----------
    lang : {"da", "en"}
        Language of the question, the control and the reply.
    file
        Where answers are kept; ``answers.json`` in the working folder unless given.

    Raises
    ------
    ValueError
        If there is no such task or language.

    Examples
    --------
    >>> ask("04.2", lang="en")
    Ask('04.2', lang='en')
    """
    require_known(lang, LANGS, name="lang")
    return Ask(task(key).key, lang, file)


def _kept(key: str, file: str | os.PathLike[str] | None) -> object:
    """Return the answer kept earlier; a file in trouble is dealt with on keeping."""
    try:
        record: Mapping[str, Any] = kept_answers(file).get(key, {})
    except (OSError, ValueError):
        return None
    return record.get("answer")


def _said(reply: Feedback, *, number: int) -> dict[str, str | int]:
    return {
        "number": number,
        "verdict": reply.verdict,
        "heading": reply.heading,
        "message": reply.message,
    }


def _told(words: Wording, kept: object) -> dict[str, Any]:
    """Return the task as the script takes it."""
    asked, lang = words.task, words.lang
    limits = f"<p>{escape(words.limits())}</p>" if words.limits() else ""
    return {
        "key": asked.key,
        "kind": asked.kind,
        "lang": lang,
        "heading": words.heading(),
        "question": question_html(asked.question.to(lang)) + limits,
        "options": [option.text.to(lang) for option in asked.options],
        "levers": [lever_told(control) for control in _controls(words)],
        "standing": _standing(asked, kept, lang),
        "middle": _middle(asked),
        "words": {name: label(f"widget.ask_{name}", lang) for name in _WORDS},
    }


def _controls(words: Wording) -> list[Control]:
    """Return the controls of a task; the script has its own for options."""
    asked, lang = words.task, words.lang
    if asked.kind == "levers":
        return [_lever(key, lever, lang) for key, lever in asked.levers.items()]
    if asked.kind == "slider":
        one = slider(
            "guess",
            label("widget.ask_guess", lang),
            low=asked.low,
            high=asked.high,
            step=asked.step,
            start=_middle(asked) or asked.low,
            words=words.number,
        )
        return [one]
    if asked.options:
        return []
    if asked.kind == "text":
        return [free_text("text", label("widget.ask_text", lang))]
    unit = asked.unit_words(lang)
    key = "ask_number_unit" if unit else "ask_number"
    return [free_text("number", label(f"widget.{key}", lang, unit=unit))]


def _lever(key: str, lever: Lever, lang: Lang) -> Control:
    return slider(
        key,
        lever.name.to(lang),
        low=lever.low,
        high=lever.high,
        step=lever.step,
        start=lever.start,
        words=lambda value: format_short(value, lang),
    )


def _middle(asked: Task) -> float | None:
    """Return the position in the middle of a slider, where it waits to be moved."""
    if asked.kind != "slider":
        return None
    steps = round((asked.high - asked.low) / asked.step)
    return float(round(asked.low + steps // 2 * asked.step, 10))


def _standing(asked: Task, kept: object, lang: Lang) -> Any:  # noqa: ANN401 - any answer
    """Return where the controls stand: at what was kept, or where they begin."""
    if asked.kind == "levers":
        levers = kept if isinstance(kept, Mapping) else {}
        return {**asked.start, **{k: v for k, v in levers.items() if k in asked.levers}}
    if asked.kind == "number" and isinstance(kept, int | float):
        return format_short(kept, lang)
    return kept
