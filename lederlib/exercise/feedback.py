"""What a learner gets back."""

from dataclasses import dataclass
from html import escape
from typing import Literal

from lederlib.text import Lang, label

Verdict = Literal["right", "wrong", "kept", "waiting"]
_SYMBOLS: dict[Verdict, str] = {"right": "✓", "wrong": "↻", "kept": "✎", "waiting": "…"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Feedback:
    """The reply to one answer.

    `verdict` is ``right``, ``wrong``, ``kept`` (stored and not judged) or ``waiting``
    (nothing there yet that can be read as an answer).
    """

    task: str
    verdict: Verdict
    message: str
    lang: Lang = "da"

    @property
    def correct(self) -> bool:
        """Whether the answer is right or, where nothing is judged, kept."""
        return self.verdict in ("right", "kept")

    @property
    def heading(self) -> str:
        """The verdict as a symbol and a word, with the task's number."""
        word = label(f"exercise.verdict_{self.verdict}", self.lang, task=self.task)
        return f"{_SYMBOLS[self.verdict]} {word}"

    def __repr__(self) -> str:
        return f"{self.heading}: {self.message}"

    def _repr_html_(self) -> str:
        return (
            f'<div lang="{self.lang}" role="status"><strong>{escape(self.heading)}'
            f"</strong><br>{escape(self.message)}</div>"
        )
