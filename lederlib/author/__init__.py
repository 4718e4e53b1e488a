"""For course authors: one bilingual source in, one page per language out.

Needs jupytext (in uv's default group) beside the extra ``lab``.
"""

from lederlib.author.building import build_all, run_page
from lederlib.author.committed import check_pages
from lederlib.author.pages import FOLDERS, build_page, read_source

__all__ = [
    "FOLDERS",
    "build_all",
    "build_page",
    "check_pages",
    "read_source",
    "run_page",
]
