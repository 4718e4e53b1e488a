"""Any model over any grid, or many times by chance, on any number of machines."""

from lederlib.scenario.sweeps.replicate import replicate
from lederlib.scenario.sweeps.sweep import sweep

__all__ = ["replicate", "sweep"]
