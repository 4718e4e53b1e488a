"""Home days and fixed days: who meets whom, at which desk, and what it does."""

from lederlib.model.flexwork.copresence import freedom, pair_days, team_days
from lederlib.model.flexwork.desks import peak_desks, peak_desks_law
from lederlib.model.flexwork.flexible_work import flexible_work
from lederlib.model.flexwork.meetings import any_team_day, never_meet, weeks_to_meet_all

__all__ = [
    "any_team_day",
    "flexible_work",
    "freedom",
    "never_meet",
    "pair_days",
    "peak_desks",
    "peak_desks_law",
    "team_days",
    "weeks_to_meet_all",
]
