"""The graded response model: what each answer tells about a trait."""

from lederlib.measure.graded.dif import GradedDif, graded_dif
from lederlib.measure.graded.graded_response import graded_response
from lederlib.measure.graded.result import GradedResponse

__all__ = ["GradedDif", "GradedResponse", "graded_dif", "graded_response"]
