"""From a file of answers to scores: intake, scales, profiles and protected tables."""

from lederlib.answers.balance import balance_points, balance_table, load_steps
from lederlib.answers.codebook import (
    data_dictionary,
    data_package,
    new_scale,
    write_dictionary,
)
from lederlib.answers.focus import describe_focus, disagreement, suggest_focus
from lederlib.answers.intake import Answers, AnswersError, read_answers, read_coding
from lederlib.answers.profile import coarsen, describe_hidden, profile, profiles
from lederlib.answers.scales import Item, Scale, read_scale
from lederlib.answers.scoring import score
from lederlib.answers.study import Study

__all__ = [
    "Answers",
    "AnswersError",
    "Item",
    "Scale",
    "Study",
    "balance_points",
    "balance_table",
    "coarsen",
    "data_dictionary",
    "data_package",
    "describe_focus",
    "describe_hidden",
    "disagreement",
    "load_steps",
    "new_scale",
    "profile",
    "profiles",
    "read_answers",
    "read_coding",
    "read_scale",
    "score",
    "suggest_focus",
    "write_dictionary",
]
