import re
from xml.etree import ElementTree

import numpy as np
from matplotlib.backends.backend_agg import RendererAgg

from lederlib.plot import background_svg, moving_svg
from lederlib.plot.drawing.theme import draw_all


def pixels(figure, artists, renderer=None):
    width, height = (int(size) for size in figure.bbox.size)
    renderer = renderer or RendererAgg(width, height, figure.dpi)
    draw_all(tuple(artists), renderer)
    return renderer


def test_what_stands_still_and_what_moves_make_the_whole_figure(live, lang):
    picture = live[0](lang)
    whole = np.array(pixels(picture, [picture]).buffer_rgba())
    for artist in picture.moving:
        artist.set_visible(False)
    layers = pixels(picture, [picture])
    for artist in picture.moving:
        artist.set_visible(True)
    pixels(picture, picture.moving, layers)
    np.testing.assert_array_equal(np.asarray(layers.buffer_rgba()), whole)


def test_only_the_moving_artists_change(live, lang):
    make, moves = live
    picture = make(lang)
    still = background_svg(picture)
    for data in moves:
        picture.update(**data)
        assert background_svg(picture) == still


def test_a_move_makes_no_new_artists(live):
    make, moves = live
    picture = make("da")
    before = [id(artist) for artist in picture.findobj()]
    for data in moves * 2:
        picture.update(**data)
        moving_svg(picture)
    assert [id(artist) for artist in picture.findobj()] == before


def test_a_move_changes_the_picture_and_its_words(live, lang):
    make, moves = live
    picture = make(lang)
    first = moving_svg(picture), picture.alt
    words = picture.update(**moves[0])
    assert words == picture.alt != first[1]
    assert moving_svg(picture) != first[0]


def test_a_move_there_and_back_leaves_no_trace(live):
    make, moves = live
    once, twice = make("da"), make("da")
    once.update(**moves[0])
    for data in (*moves, moves[0]):
        twice.update(**data)
    assert moving_svg(once) == moving_svg(twice)


def test_both_layers_have_the_same_frame_and_are_well_formed(live):
    picture = live[0]("da")
    layers = [
        ElementTree.fromstring(draw(picture)) for draw in (background_svg, moving_svg)
    ]
    frames = [[layer.get(name) for name in ("viewBox", "width")] for layer in layers]
    assert frames[0] == frames[1]


def test_pictures_on_one_page_share_no_names(live):
    picture = live[0]("da")
    sheets = [background_svg(picture, prefix="a"), moving_svg(picture, prefix="a")]
    sheets += [background_svg(picture, prefix="b"), moving_svg(picture, prefix="b")]
    names = [set(re.findall(r' id="([^"]+)"', sheet)) for sheet in sheets]
    assert sum(map(len, names)) == len(set().union(*names))
    for sheet, own in zip(sheets, names, strict=True):
        used = re.findall(r'(?:url\(#|href="#)([^")]+)', sheet)
        assert set(used) <= own


def test_a_layer_sets_no_style_for_the_page_around_it(live):
    picture = live[0]("da")
    for sheet in (background_svg(picture), moving_svg(picture)):
        assert "<style" not in sheet
        assert "<?xml" not in sheet


def test_a_layer_is_the_same_every_time(live):
    picture = live[0]("da")
    assert moving_svg(picture) == moving_svg(picture)
