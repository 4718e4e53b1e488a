"""Check a learner's answer and answer with a hint that teaches. Plain Python."""

from lederlib.exercise.checking import check
from lederlib.exercise.feedback import Feedback, Verdict
from lederlib.exercise.kept import answers_path, keep_answer, kept_answers
from lederlib.exercise.sealed import seal
from lederlib.exercise.tasks import Kind, Mistake, Task, task, task_keys

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
