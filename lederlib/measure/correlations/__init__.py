"""Correlations of ordered answers, as if a normal variable stood behind each."""

from lederlib.measure.correlations.ordinal import OrdinalMoments, ordinal_moments
from lederlib.measure.correlations.polychoric import Polychoric, polychoric

__all__ = ["OrdinalMoments", "Polychoric", "ordinal_moments", "polychoric"]
