"""What each item does: how it is answered, left out, and what it adds to the scale."""

from lederlib.measure.items.answers_given import (
    MissingPatterns,
    item_frequencies,
    missing_patterns,
)
from lederlib.measure.items.table import ItemTable, item_table

__all__ = [
    "ItemTable",
    "MissingPatterns",
    "item_frequencies",
    "item_table",
    "missing_patterns",
]
