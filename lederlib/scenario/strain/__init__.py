"""A leader's year: the seasons, the load, and the strain that it leads to."""

from lederlib._checks import WEEKS_PER_YEAR
from lederlib.scenario.strain.rest_curve import RestCurve
from lederlib.scenario.strain.season import calendar_weeks, season
from lederlib.scenario.strain.year import STOCKS, LeaderYear, Stocks, leader_year

__all__ = [
    "STOCKS",
    "WEEKS_PER_YEAR",
    "LeaderYear",
    "RestCurve",
    "Stocks",
    "calendar_weeks",
    "leader_year",
    "season",
]
