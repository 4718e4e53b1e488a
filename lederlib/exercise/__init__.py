"""Check a learner's answer and answer with a hint that teaches. Plain Python."""

from lederlib.exercise.checking import answers_path, check, keep_answer, kept_answers
from lederlib.exercise.judging import Feedback, Verdict
from lederlib.exercise.tasks import Kind, Mistake, Task, seal, task, task_keys

__all__ = [
    "Feedback",
    "Kind",
    "Mistake",
    "Task",
    "Verdict",
    "answers_path",
    "check",
    "keep_answer",
    "kept_answers",
    "seal",
    "task",
    "task_keys",
]
