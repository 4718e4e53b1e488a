"""What every figure is drawn with: the theme, the colours, and moving pictures."""

from lederlib.plot.drawing.picture import Picture, background_svg, moving_svg
from lederlib.plot.drawing.theme import Drawing, new_figure

__all__ = ["Drawing", "Picture", "background_svg", "moving_svg", "new_figure"]
