"""Colours that readers who see colours differently can tell apart, with symbols."""

from typing import Final

INK: Final = "#1A1A1A"
GREY: Final = "#595959"
PALE: Final = "#E6E6E6"
PAPER: Final = "#FFFFFF"
BLUE: Final = "#0B4F8A"
SKY: Final = "#9CC9EC"
RUST: Final = "#B4500A"
SAND: Final = "#F3C98B"
PLUM: Final = "#6A2C70"

RED: Final = "#B2182B"
YELLOW: Final = "#F7D154"
GREEN: Final = "#4FA890"

LIGHTS: Final = {"red": RED, "yellow": YELLOW, "green": GREEN}
LIGHT_MARKERS: Final = {"red": "s", "yellow": "^", "green": "o"}
LIGHT_SYMBOLS: Final = {"red": "■", "yellow": "▲", "green": "●"}
TEXT_ON: Final = {
    RED: PAPER,
    YELLOW: INK,
    GREEN: INK,
    BLUE: PAPER,
    SKY: INK,
    RUST: PAPER,
    SAND: INK,
    PALE: INK,
    PAPER: INK,
}

PROVENANCE_COLOURS: Final = {
    "seed": BLUE,
    "published": SKY,
    "own": GREEN,
    "derived": "#7FB5A2",
    "direction": SAND,
    "structure": "#B79AC8",
    "assumption": RUST,
    "unverified": PALE,
}
PROVENANCE_HATCHES: Final = {
    "seed": "",
    "published": "..",
    "own": "++",
    "derived": "--",
    "direction": "\\\\",
    "structure": "oo",
    "assumption": "//",
    "unverified": "xx",
}
