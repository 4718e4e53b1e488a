"""From a file of answers to an `Answers` table, whatever program wrote the file."""

from lederlib.answers.intake.answers import Answers, AnswersError
from lederlib.answers.intake.coding import read_coding
from lederlib.answers.intake.reading import read_answers

__all__ = ["Answers", "AnswersError", "read_answers", "read_coding"]
