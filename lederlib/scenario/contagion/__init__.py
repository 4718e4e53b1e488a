"""Strain that spreads in a municipality, beside its one average leader."""

from lederlib.scenario.contagion.contagion import Contagion, contagion
from lederlib.scenario.contagion.many_worlds import contagion_worlds
from lederlib.scenario.contagion.teams import leader_loads, team_sizes

__all__ = ["Contagion", "contagion", "contagion_worlds", "leader_loads", "team_sizes"]
