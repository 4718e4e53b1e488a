"""Check a learner's answer and answer with a hint that teaches. Plain Python."""

from lederlib.exercise.checking import answers_path, check, keep_answer, kept_answers
from lederlib.exercise.tasks import task

__all__ = [
    "answers_path",
    "check",
    "keep_answer",
    "kept_answers",
    "task",
]
