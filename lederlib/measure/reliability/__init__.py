"""How far scores would repeat themselves, and what that rests on."""

from lederlib.measure.reliability.alpha import Alpha, alpha
from lederlib.measure.reliability.error import MeasurementError, measurement_error
from lederlib.measure.reliability.feldt import draw_alphas, feldt_interval
from lederlib.measure.reliability.guttman import (
    Guttman,
    SplitHalves,
    guttman,
    split_halves,
)
from lederlib.measure.reliability.lengthening import spearman_brown, times_needed

__all__ = [
    "Alpha",
    "Guttman",
    "MeasurementError",
    "SplitHalves",
    "alpha",
    "draw_alphas",
    "feldt_interval",
    "guttman",
    "measurement_error",
    "spearman_brown",
    "split_halves",
    "times_needed",
]
