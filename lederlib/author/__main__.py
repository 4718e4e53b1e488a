"""Write every page again: ``python -m lederlib.author [NUMBER …]``."""

import sys

from lederlib.author.building import build_all

build_all(only=tuple(sys.argv[1:]))
