"""How it looks: tables and arrays in, one figure out."""

from lederlib.plot._picture import Picture, background_svg, moving_svg
from lederlib.plot._theme import Drawing, new_figure
from lederlib.plot.retention import live_retention, plot_retention

__all__ = [
    "Drawing",
    "Picture",
    "background_svg",
    "live_retention",
    "moving_svg",
    "new_figure",
    "plot_retention",
]
