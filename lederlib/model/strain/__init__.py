"""How strain builds up, where it comes to rest, and when it tips."""

from lederlib.model.strain.numerical_folds import (
    balancing_ratio,
    strain_folds,
    two_stock_folds,
)
from lederlib.model.strain.one_stock import StrainPath, leadership_quality, strain_path
from lederlib.model.strain.tipping import Folds, folds, largest_half_point, rest_points
from lederlib.model.strain.two_stocks import TwoStockPath, two_stock_path

__all__ = [
    "Folds",
    "StrainPath",
    "TwoStockPath",
    "balancing_ratio",
    "folds",
    "largest_half_point",
    "leadership_quality",
    "rest_points",
    "strain_folds",
    "strain_path",
    "two_stock_folds",
    "two_stock_path",
]
