"""A leader's week in the calendar, and the curves behind it."""

from lederlib.plot.calendar.curves import live_calendar_curves, plot_calendar_curves
from lederlib.plot.calendar.week import live_calendar_week, plot_calendar_week

__all__ = [
    "live_calendar_curves",
    "live_calendar_week",
    "plot_calendar_curves",
    "plot_calendar_week",
]
