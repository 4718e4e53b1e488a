"""From a file of answers to scores: intake, scales, profiles and protected tables."""

from lederlib.answers.balance import balance_points, balance_table, load_steps
from lederlib.answers.chance import (
    paired_change,
    regression_to_mean,
    unpaired_change,
)
from lederlib.answers.change import Change, change, compare_chosen
from lederlib.answers.codebook import (
    data_dictionary,
    data_package,
    new_scale,
    write_dictionary,
)
from lederlib.answers.focus import describe_focus, disagreement, suggest_focus
from lederlib.answers.intake import Answers, AnswersError, read_answers, read_coding
from lederlib.answers.profile import coarsen, describe_hidden, profile, profiles
from lederlib.answers.reference import Reference, read_reference
from lederlib.answers.scales import Item, Scale, read_scale
from lederlib.answers.scoring import score
from lederlib.answers.study import Study

__all__ = [
    "Answers",
    "AnswersError",
    "Change",
    "Item",
    "Reference",
    "Scale",
    "Study",
    "balance_points",
    "balance_table",
    "change",
    "coarsen",
    "compare_chosen",
    "data_dictionary",
    "data_package",
    "describe_focus",
    "describe_hidden",
    "disagreement",
    "load_steps",
    "new_scale",
    "paired_change",
    "profile",
    "profiles",
    "read_answers",
    "read_coding",
    "read_reference",
    "read_scale",
    "regression_to_mean",
    "score",
    "suggest_focus",
    "unpaired_change",
    "write_dictionary",
]
