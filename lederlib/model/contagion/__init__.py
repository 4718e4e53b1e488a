"""How strain spreads between leaders and their teams, and who leaves."""

from lederlib.model.contagion.crossover import (
    PRECISIONS,
    CrossoverPath,
    Precision,
    crossover,
)
from lederlib.model.contagion.mean_field import MeanFieldPath, mean_field

__all__ = [
    "PRECISIONS",
    "CrossoverPath",
    "MeanFieldPath",
    "Precision",
    "crossover",
    "mean_field",
]
