"""Whether a measure means the same in several groups."""

from lederlib.measure.invariance.analysis import invariance
from lederlib.measure.invariance.comparison import Comparison, compare
from lederlib.measure.invariance.result import Invariance

__all__ = ["Comparison", "Invariance", "compare", "invariance"]
