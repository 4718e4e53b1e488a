"""A week with home days and fixed days, and what each sharing buys and costs."""

from lederlib.plot.flexwork.frontier import live_frontier, plot_frontier
from lederlib.plot.flexwork.week import live_week, plot_week

__all__ = ["live_frontier", "live_week", "plot_frontier", "plot_week"]
