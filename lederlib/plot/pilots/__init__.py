"""Small tests: what they show, and how many teams they take."""

from lederlib.plot.pilots.pilot_effect import live_pilot_effect, plot_pilot_effect
from lederlib.plot.pilots.power import live_power, plot_power
from lederlib.plot.pilots.run_chart import live_run_chart, plot_run_chart

__all__ = [
    "live_pilot_effect",
    "live_power",
    "live_run_chart",
    "plot_pilot_effect",
    "plot_power",
    "plot_run_chart",
]
