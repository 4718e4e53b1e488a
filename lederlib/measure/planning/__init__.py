"""How many are needed, and what a few can never show."""

from lederlib.measure.planning.difference import plan_difference
from lederlib.measure.planning.loadings import plan_loadings
from lederlib.measure.planning.precision import plan_icc, plan_reliability
from lederlib.measure.planning.reach import smallest_effects
from lederlib.measure.planning.structure import plan_cfa

__all__ = [
    "plan_cfa",
    "plan_difference",
    "plan_icc",
    "plan_loadings",
    "plan_reliability",
    "smallest_effects",
]
