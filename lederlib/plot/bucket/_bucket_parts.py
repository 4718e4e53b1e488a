"""The moving shapes of the bucket, in inches: its levels and its streams."""

from collections.abc import Mapping
from typing import Final

import numpy as np

from lederlib._checks import Floats
from lederlib.plot.drawing.boxes import boxes

LEFT, RIGHT, BOTTOM, TOP = 2.0, 4.3, 2.0, 5.3
FLOOR: Final = 1.25
TAP: Final = 6.15
POOL: Final = (4.5, 6.85)
INCHES_PER_PERSON: Final = 0.03
WIDEST: Final = 0.75
FULL_POOL: Final = 50.0
TAPER: Final = 0.32
THICK: Final = 0.03


def bucket_shapes(people: Mapping[str, float]) -> tuple[dict[str, Floats], Floats]:
    """Return the corners of every level and stream, and of the lines to the words."""
    wide = {
        name: min(INCHES_PER_PERSON * number, WIDEST) for name, number in people.items()
    }
    deep = (TOP - BOTTOM) / 100
    settled = BOTTOM + deep * people["settled"]
    surface = settled + deep * people["new"]
    pool = FLOOR + 0.6 * min(people["alumni"] / FULL_POOL, 1)
    high, low = (settled + surface) / 2, min(2.95, settled)
    back = 6.65 - wide["returned"]
    shapes = {
        "settled": _layer(BOTTOM, settled),
        "newcomers": _layer(settled, surface),
        "pool": boxes(POOL[0], FLOOR, POOL[1], pool),
        "hires": boxes(
            2.95 - wide["hired"] / 2, surface, 2.95 + wide["hired"] / 2, TAP
        ),
        "returns": _bent(wide["returned"], back, pool=pool, surface=surface),
        "newcomer_quits": _spilt(wide["hole_new"], high, 5.3, pool),
        "others": _spilt(wide["hole_quit"], low, 4.5, pool),
        "retirements": boxes(2.5, FLOOR, 2.5 + wide["hole_retired"], BOTTOM),
    }
    vacant = (surface + TOP) / 2
    return shapes, np.concatenate([_lead(5.13, vacant), _lead(4.48, high)])


def _layer(bottom: float, top: float) -> Floats:
    """Return what stands between two heights in a bucket that widens upwards."""
    low, high = _wall(bottom), _wall(top)
    sides = [(low, bottom), (-low, bottom), (-high, top), (high, top)]
    return np.array([[(x + (LEFT + RIGHT) / 2, y) for x, y in sides]])


def _wall(y: float) -> float:
    """Return how far the right side lies from the middle at this height."""
    narrower = TAPER * (TOP - y) / (TOP - BOTTOM)
    return (RIGHT - LEFT) / 2 - narrower - THICK


def _spilt(wide: float, y: float, x: float, floor: float) -> Floats:
    """Return a stream out of the right side at `y` that falls at `x`."""
    top, hole = y + wide / 2, (LEFT + RIGHT) / 2 + _wall(y)
    return boxes([hole, x], [y - wide / 2, floor], [x + wide] * 2, [top, top])


def _bent(wide: float, x: float, *, pool: float, surface: float) -> Floats:
    """Return a stream up from the pool at `x`, across, and down into the bucket."""
    into, top = 3.75, 5.75
    return boxes(
        [x, into, into],
        [pool, top - wide, surface],
        [x + wide, x + wide, into + wide],
        [top, top, top],
    )


def _lead(y: float, level: float) -> Floats:
    """Return a thin line from a word beside the bucket to its level."""
    inside = (LEFT + RIGHT) / 2 - _wall(level) + 0.08
    return np.array([[(1.76, y), (inside, level), (inside, level), (1.76, y)]])
