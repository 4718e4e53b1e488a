"""An outcome as a surface over two predictors, such as load and resources."""

from lederlib.measure.surface.response_surface import response_surface
from lederlib.measure.surface.result import ResponseSurface

__all__ = ["ResponseSurface", "response_surface"]
