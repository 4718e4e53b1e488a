"""Which factors stand behind items: how many, and which item belongs to which."""

from lederlib.measure.factors.efa import Efa, efa
from lederlib.measure.factors.lining_up import LinedUp, line_up
from lederlib.measure.factors.parallel import ParallelAnalysis, parallel_analysis
from lederlib.measure.factors.suitability import (
    Suitability,
    partial_test,
    suitability,
)

__all__ = [
    "Efa",
    "LinedUp",
    "ParallelAnalysis",
    "Suitability",
    "efa",
    "line_up",
    "parallel_analysis",
    "partial_test",
    "suitability",
]
