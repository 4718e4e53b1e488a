"""Small tests of teams that took part and teams that did not, and their words."""

from lederlib.scenario.pilots.weeks import (
    PilotWeeks,
    pilot_outcome,
    pilot_themes,
    pilot_weeks,
)
from lederlib.scenario.pilots.words import pilot_table

__all__ = ["PilotWeeks", "pilot_outcome", "pilot_table", "pilot_themes", "pilot_weeks"]
