"""Confirmatory factor analysis with lavaan's language of measurement models."""

from lederlib.measure.cfa.analysis import cfa, sem
from lederlib.measure.cfa.result import Cfa

__all__ = ["Cfa", "cfa", "sem"]
