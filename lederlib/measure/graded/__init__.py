"""The graded response model: what each answer tells about a trait."""

from lederlib.measure.graded.dif import graded_dif
from lederlib.measure.graded.graded_response import graded_response

__all__ = ["graded_dif", "graded_response"]
