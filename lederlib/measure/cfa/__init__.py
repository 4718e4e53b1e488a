"""Confirmatory factor analysis with lavaan's language of measurement models."""

from lederlib.measure.cfa.analysis import cfa, sem
from lederlib.measure.cfa.bootstrap import Bootstrap
from lederlib.measure.cfa.result import Cfa

__all__ = ["Bootstrap", "Cfa", "cfa", "sem"]
