"""A leader's year, and where strain comes to rest, tips and lets go."""

from lederlib.plot.strain.leader_year import live_leader_year, plot_leader_year
from lederlib.plot.strain.phase import live_phase, plot_phase

__all__ = ["live_leader_year", "live_phase", "plot_leader_year", "plot_phase"]
