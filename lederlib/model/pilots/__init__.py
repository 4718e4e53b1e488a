"""What small tests show, and what they could have shown."""

from lederlib.model.pilots.change_power import change_power
from lederlib.model.pilots.comparison import PilotComparison, compare_pilot
from lederlib.model.pilots.pilot_power import pilot_power
from lederlib.model.pilots.run_charts import RunChart, run_chart

__all__ = [
    "PilotComparison",
    "RunChart",
    "change_power",
    "compare_pilot",
    "pilot_power",
    "run_chart",
]
