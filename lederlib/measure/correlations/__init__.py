"""Correlations of ordered answers, as if a normal variable stood behind each."""

from lederlib.measure.correlations.ordinal import OrdinalMoments, ordinal_moments
from lederlib.measure.correlations.polychoric import polychoric

__all__ = ["OrdinalMoments", "ordinal_moments", "polychoric"]
