"""How far scores would repeat themselves, and what that rests on."""

from lederlib.measure.reliability.alpha import Alpha, alpha
from lederlib.measure.reliability.error import MeasurementError, measurement_error
from lederlib.measure.reliability.factor_icc import FactorIcc, factor_icc
from lederlib.measure.reliability.feldt import (
    draw_alphas,
    feldt_interval,
    usual_alphas,
)
from lederlib.measure.reliability.from_cfa import FactorReliability, factor_reliability
from lederlib.measure.reliability.general import GeneralFactor, general_factor
from lederlib.measure.reliability.guttman import (
    guttman,
    split_halves,
)
from lederlib.measure.reliability.htmt import Htmt, htmt
from lederlib.measure.reliability.lengthening import spearman_brown, times_needed
from lederlib.measure.reliability.omega import omega

__all__ = [
    "Alpha",
    "FactorIcc",
    "FactorReliability",
    "GeneralFactor",
    "Htmt",
    "MeasurementError",
    "alpha",
    "draw_alphas",
    "factor_icc",
    "factor_reliability",
    "feldt_interval",
    "general_factor",
    "guttman",
    "htmt",
    "measurement_error",
    "omega",
    "spearman_brown",
    "split_halves",
    "times_needed",
    "usual_alphas",
]
