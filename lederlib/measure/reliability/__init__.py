"""How far scores would repeat themselves, and what that rests on."""

from lederlib.measure.reliability.alpha import Alpha, alpha
from lederlib.measure.reliability.error import MeasurementError, measurement_error
from lederlib.measure.reliability.guttman import (
    Guttman,
    SplitHalves,
    guttman,
    split_halves,
)

__all__ = [
    "Alpha",
    "Guttman",
    "MeasurementError",
    "SplitHalves",
    "alpha",
    "guttman",
    "measurement_error",
    "split_halves",
]
