"""Strain that spreads between leaders and their teams."""

from lederlib.plot.spreading.population import live_population, plot_population
from lederlib.plot.spreading.teams import live_teams, plot_teams

__all__ = ["live_population", "live_teams", "plot_population", "plot_teams"]
