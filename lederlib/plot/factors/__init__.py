"""The 15 factors as a map."""

from lederlib.plot.factors.factor_map import live_factor_map, plot_factor_map

__all__ = ["live_factor_map", "plot_factor_map"]
