"""A leader's year: the seasons, the load, and the strain that it leads to."""

from lederlib.scenario.strain.rest_curve import RestCurve, edges_in_words
from lederlib.scenario.strain.season import calendar_weeks, season
from lederlib.scenario.strain.year import STOCKS, LeaderYear, Stocks, leader_year

__all__ = [
    "STOCKS",
    "LeaderYear",
    "RestCurve",
    "Stocks",
    "calendar_weeks",
    "edges_in_words",
    "leader_year",
    "season",
]
