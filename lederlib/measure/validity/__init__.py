"""Does the measure measure it? Test–retest and correlations with criteria."""

from lederlib.measure.validity.criterion import criterion_validity
from lederlib.measure.validity.retest import retest

__all__ = ["criterion_validity", "retest"]
