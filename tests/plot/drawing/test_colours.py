from itertools import combinations

import numpy as np
import pytest
from matplotlib.colors import to_rgb

from lederlib.catalogue import PROVENANCES
from lederlib.plot.drawing import colours

#: Machado, Oliveira & Fernandes (2009), severity 1; doi:10.1109/TVCG.2009.113
DEFICIENCIES = {
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
    "none": np.eye(3),
}
LEAST_DIFFERENCE = 20  # of 100; about ten times what is just noticeable


def linear(colour):
    value = np.array(to_rgb(colour))
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def luminance(colour):
    return linear(colour) @ [0.2126, 0.7152, 0.0722]


def contrast(first, second):
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lab(rgb):
    to_xyz = np.array(
        [
            [0.4124, 0.3576, 0.1805],
            [0.2126, 0.7152, 0.0722],
            [0.0193, 0.1192, 0.9505],
        ]
    )
    ratio = to_xyz @ rgb / [0.9505, 1, 1.089]
    f = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("background", colours.TEXT_ON)
def test_words_stand_out_from_every_background(background):
    assert contrast(colours.TEXT_ON[background], background) >= 4.5


@pytest.mark.parametrize("ink", [colours.INK, colours.GREY, colours.PLUM, colours.RUST])
def test_every_colour_of_words_stands_out_from_the_paper(ink):
    assert contrast(ink, colours.PAPER) >= 4.5


@pytest.mark.parametrize("sight", DEFICIENCIES)
@pytest.mark.parametrize(
    "together",
    [
        tuple(colours.LIGHTS.values()),
        (colours.BLUE, colours.SAND, colours.RUST),
        (colours.BLUE, colours.RUST, colours.PAPER),
    ],
)
def test_colours_side_by_side_differ_for_every_sight(sight, together):
    seen = [
        lab(np.clip(np.array(DEFICIENCIES[sight]) @ linear(colour), 0, 1))
        for colour in together
    ]
    for first, second in combinations(seen, 2):
        assert np.linalg.norm(first - second) > LEAST_DIFFERENCE


def test_every_colour_has_a_symbol_or_a_pattern_of_its_own():
    assert len(set(colours.LIGHT_MARKERS.values())) == 3
    assert len(set(colours.LIGHT_SYMBOLS.values())) == 3
    assert len(set(colours.PROVENANCE_HATCHES.values())) == len(PROVENANCES)
