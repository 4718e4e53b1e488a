"""Strain that spreads in a municipality, beside its one average leader."""

from lederlib.scenario.spreading.contagion import Contagion, contagion
from lederlib.scenario.spreading.many_worlds import contagion_worlds
from lederlib.scenario.spreading.teams import leader_loads, team_sizes

__all__ = ["Contagion", "contagion", "contagion_worlds", "leader_loads", "team_sizes"]
