"""A scale's file from the first draft to the dictionary that goes with the data."""

from lederlib.answers.codebook.dictionary import (
    data_dictionary,
    data_package,
    write_dictionary,
)
from lederlib.answers.codebook.new_scale import new_scale

__all__ = ["data_dictionary", "data_package", "new_scale", "write_dictionary"]
