"""A teaching and research kit for public leadership.

What we know is in `lederlib.catalogue`, answers become scores in `lederlib.measure`,
claims are functions in `lederlib.model`, and `lederlib.scenario` asks what if.
"""

__version__ = "0.1.0"
