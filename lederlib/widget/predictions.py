"""Predictions that are stored before the outcome is seen, and stand from then on."""

import os
from typing import Final

from lederlib.exercise import kept_answers
from lederlib.exercise.kept import keep_answer

KEY: Final = "09.pilot"
#: Per cent, to both sides.
FURTHEST: Final = 30


class Predictions:
    """What was predicted before it was seen: kept once, and never changed.

    Parameters
    ----------
    file : path, optional
        Where answers are kept; ``answers.json`` in the working folder unless given.
    """

    def __init__(self, file: str | os.PathLike[str] | None = None) -> None:
        self._file = file
        self._known = _read(file)

    def get(self, theme: str, measure: str) -> float | None:
        """Return the stored prediction in per cent, or None."""
        return self._known.get(f"{KEY}.{theme}.{measure}")

    def keep(self, theme: str, measure: str, predicted: float) -> str:
        """Store a prediction; return why it could not be written, or ''."""
        key = f"{KEY}.{theme}.{measure}"
        self._known[key] = predicted
        try:
            keep_answer(key, {"answer": predicted, "seen": True}, self._file)
        except OSError as problem:
            return problem.strerror or str(problem)
        return ""


def _read(file: str | os.PathLike[str] | None) -> dict[str, float]:
    """Return the predictions kept so far; what is damaged is dealt with on keeping."""
    try:
        kept = kept_answers(file)
    except (OSError, ValueError):
        return {}
    found = {}
    for key, record in kept.items():
        answer = record.get("answer")
        whole = isinstance(answer, int | float) and float(answer).is_integer()
        if key.startswith(f"{KEY}.") and whole and abs(answer) <= FURTHEST:
            found[key] = float(answer)
    return found
