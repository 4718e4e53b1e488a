"""Check a learner's answer and answer with a hint that teaches. Plain Python."""

from lederlib.exercise.checking import Feedback, check
from lederlib.exercise.keeping import answers_path, keep_answer, kept_answers
from lederlib.exercise.tasks import task, task_keys
from lederlib.exercise.words import task_text

__all__ = [
    "Feedback",
    "answers_path",
    "check",
    "keep_answer",
    "kept_answers",
    "task",
    "task_keys",
    "task_text",
]
