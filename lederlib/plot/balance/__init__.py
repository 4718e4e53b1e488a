"""Load against resources: for one leader as a scale, for a group as points."""

from lederlib.plot.balance.group_balance import plot_group_balance
from lederlib.plot.balance.scale import live_scale, plot_scale

__all__ = ["live_scale", "plot_group_balance", "plot_scale"]
