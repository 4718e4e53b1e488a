"""What cancellations, interruptions and urgency do to a leader's calendar."""

from lederlib.model.calendar.formulas import cascade, focus_wait, turnaround
from lederlib.model.calendar.simulation import (
    simulate_cascade,
    simulate_focus_wait,
    simulate_turnaround,
)

__all__ = [
    "cascade",
    "focus_wait",
    "simulate_cascade",
    "simulate_focus_wait",
    "simulate_turnaround",
    "turnaround",
]
