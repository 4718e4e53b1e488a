"""Interventions side by side: what goes together, and which sets are best."""

from lederlib.plot.portfolio.choices import live_choices, plot_choices
from lederlib.plot.portfolio.conflicts import live_conflicts, plot_conflicts

__all__ = ["live_choices", "live_conflicts", "plot_choices", "plot_conflicts"]
