"""Does the measure measure it? Test–retest and correlations with criteria."""

from lederlib.measure.validity.criterion import CriterionValidity, criterion_validity
from lederlib.measure.validity.retest import Retest, retest

__all__ = ["CriterionValidity", "Retest", "criterion_validity", "retest"]
