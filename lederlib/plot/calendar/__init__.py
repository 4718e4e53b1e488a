"""A leader's week in the calendar, and the curves behind it."""
