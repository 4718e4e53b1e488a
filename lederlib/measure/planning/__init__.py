"""How many are needed, and what a few can never show."""

from lederlib.measure.planning.difference import plan_difference
from lederlib.measure.planning.loadings import plan_loadings
from lederlib.measure.planning.plan import Plan
from lederlib.measure.planning.precision import plan_icc, plan_reliability
from lederlib.measure.planning.reach import Reach, smallest_effects
from lederlib.measure.planning.structure import cfa_power, plan_cfa

__all__ = [
    "Plan",
    "Reach",
    "cfa_power",
    "plan_cfa",
    "plan_difference",
    "plan_icc",
    "plan_loadings",
    "plan_reliability",
    "smallest_effects",
]
