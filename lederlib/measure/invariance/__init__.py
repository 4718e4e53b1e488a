"""Whether a measure means the same in several groups."""

from lederlib.measure.invariance.analysis import invariance
from lederlib.measure.invariance.judging import FALSE_ALARM
from lederlib.measure.invariance.result import Invariance
from lederlib.measure.invariance.words import seen_words

__all__ = ["FALSE_ALARM", "Invariance", "invariance", "seen_words"]
