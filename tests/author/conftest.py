"""The checkout whose pages are held to the house rules."""

from pathlib import Path

import pytest


@pytest.fixture
def small_root(tmp_path):
    """Return a folder with one small bilingual source."""
    source = tmp_path / "notebooks" / "source"
    source.mkdir(parents=True)
    (tmp_path / "exercises" / "source").mkdir(parents=True)
    (source / "01_small.py").write_text(SMALL, encoding="utf-8")
    return tmp_path


SMALL = Path(__file__).with_name("small_source.txt").read_text("utf-8")
