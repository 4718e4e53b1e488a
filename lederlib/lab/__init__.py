"""Open the lessons: a working copy, JupyterLab on it, or the lessons without code."""

from lederlib.lab.app import app_session
from lederlib.lab.copies import make_working_copy
from lederlib.lab.jupyter import lab_session
from lederlib.lab.session import serve

__all__ = [
    "app_session",
    "lab_session",
    "make_working_copy",
    "serve",
]
