"""Words and numbers shown to readers, in Danish and English, kept out of the code.

Each area (`plot`, `widget`, `report`, …) has one file, `<area>.toml`, in which every
phrase stands in both languages side by side.
"""

from lederlib.text.numbers import (
    format_number,
    format_p,
    format_range,
    format_share,
    format_short,
    format_signed,
)
from lederlib.text.phrases import (
    COLOURS,
    LANGS,
    Lang,
    Phrase,
    both,
    join_words,
    label,
    phrase,
    wording,
)

__all__ = [
    "COLOURS",
    "LANGS",
    "Lang",
    "Phrase",
    "both",
    "format_number",
    "format_p",
    "format_range",
    "format_share",
    "format_short",
    "format_signed",
    "join_words",
    "label",
    "phrase",
    "wording",
]
