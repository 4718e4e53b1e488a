import io

import numpy as np
import pytest
from matplotlib.patches import Polygon
from PIL import Image

from lederlib.plot import plot_surface
from lederlib.text import format_number


def test_the_outline_of_the_people_is_marked_in_both_pictures(examples):
    found = examples["surface"]()
    flat, space = plot_surface(found).axes
    outlines = [patch for patch in flat.patches if isinstance(patch, Polygon)]
    for outline in outlines:
        np.testing.assert_allclose(outline.get_xy()[:-1], found.hull)
    x, y, z = space.lines[0].get_data_3d()
    np.testing.assert_allclose(z, found.predict(x, y))
    assert found.hull[:, 0].max() == pytest.approx(np.max(x))


def test_nothing_is_drawn_where_there_are_no_people(examples):
    found = examples["surface"]()
    figure = plot_surface(found)
    page = io.BytesIO()
    figure.savefig(page, format="png", dpi=100)
    colours = np.asarray(Image.open(page).convert("RGB"))
    flat = figure.axes[0]
    x, y = np.meshgrid(*(np.linspace(*flat.get_xlim()), np.linspace(*flat.get_ylim())))
    near = [
        found.has_people(x + dx, y + dy) for dx in (-0.2, 0.2) for dy in (-0.2, 0.2)
    ]
    places = flat.transData.transform(np.column_stack([x.ravel(), y.ravel()]))
    columns, rows = (places * 100 / figure.dpi).round().astype(int).T
    seen = colours[np.minimum(len(colours) - rows, len(colours) - 1), columns]
    spread = np.ptp(seen.astype(int), axis=1)
    assert np.median(spread[np.all(near, axis=0).ravel()]) > 20
    assert spread[~np.any(near, axis=0).ravel()].max() == 0, "only greys out there"


def test_words_name_the_highest_and_the_lowest_place_with_people(examples, lang):
    found = examples["surface"]()
    alt = plot_surface(found, names=("Slid", "Krav", "Ro"), lang=lang).alt
    x, y = np.meshgrid(*np.linspace(found.hull.min(0), found.hull.max(0), 121).T)
    held = found.predict(x, y)[found.has_people(x, y)]
    for word in ("Slid", "Krav", "Ro", "80"):
        assert word in alt
    for value in (held.max(), held.min()):
        assert format_number(value, lang, digits=1) in alt


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({}, "convention"),
        ({"commensurable": True}, "claim"),
        ({"center": "mean"}, "number by number"),
    ],
)
def test_the_note_says_what_the_dashed_line_rests_on(change, words, examples):
    figure = plot_surface(examples["surface"](**change), lang="en")
    note = " ".join(text.get_text() for text in figure.texts)
    assert words in " ".join(note.split())
