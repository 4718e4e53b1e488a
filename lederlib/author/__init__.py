"""For course authors: one bilingual source in, one page per language out.

Needs jupytext (in uv's default group) beside the extra ``lab``.
"""

from lederlib.author.building import build_all

__all__ = [
    "build_all",
]
