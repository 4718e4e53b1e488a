"""Take models elsewhere: the EMA workbench, SALib, and XMILE for system dynamics."""

from lederlib.scenario.interop.ema import ema_model
from lederlib.scenario.interop.salib import salib_problem
from lederlib.scenario.interop.xmile import strain_xmile

__all__ = ["ema_model", "salib_problem", "strain_xmile"]
