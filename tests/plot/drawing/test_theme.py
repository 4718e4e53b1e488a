import io
import subprocess
import sys
from html.parser import HTMLParser

import matplotlib as mpl
import pytest
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.text import Text
from PIL import Image

from lederlib import plot
from lederlib.plot.drawing.theme import stamp_line


def saved(figure, kind):
    buffer = io.BytesIO()
    figure.savefig(buffer, format=kind)
    return buffer.getvalue()


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_saving_twice_gives_the_same_bytes(danish_drawing, kind):
    assert saved(danish_drawing, kind) == saved(danish_drawing, kind)


def test_a_kind_of_file_that_holds_no_words_can_be_saved(danish_drawing):
    assert saved(danish_drawing, "jpg").startswith(b"\xff\xd8")


def test_a_png_repeats_the_stamp_and_the_alt_text(danish_drawing):
    drawing = danish_drawing
    text = Image.open(io.BytesIO(saved(drawing, "png"))).text
    assert text["Description"] == drawing.alt
    assert text["Software"] == "lederlib 0.1.0"
    for name, value in drawing.stamp.facts().items():
        assert text[name.title()] == str(value)


@pytest.mark.parametrize("kind", ["svg", "pdf"])
def test_svg_and_pdf_repeat_the_stamp(examples, kind):
    figure = plot.plot_provenance({"seed": 1.0}, stamp=examples["stamp"])
    data = saved(figure, kind)
    for words in (b"seed: 7", b"draws: 10000", b"0.1.0", b"fingerprint: ab12cd34ef"):
        assert words in data
    assert b"CreationDate" not in data
    assert b"dc:date" not in data


def test_an_svg_says_what_it_shows(drawing):
    assert drawing.alt.split(":")[0] in saved(drawing, "svg").decode()


def test_the_stamp_stands_in_the_figure(examples):
    for lang, words in (
        ("da", "10.000 træk · frø 7 · lederlib 0.1.0 · grundlag ab12cd34ef"),
        ("en", "10,000 draws · seed 7 · lederlib 0.1.0 · ledger ab12cd34ef"),
    ):
        assert stamp_line(examples["stamp"], lang) == words
        figure = plot.plot_provenance({}, stamp=examples["stamp"], lang=lang)
        assert words in {text.get_text() for text in figure.texts}


def test_synthetic_data_says_so_in_the_figure(examples, lang):
    word = {"da": "syntetiske data", "en": "synthetic data"}[lang]
    figures = [
        plot.plot_factor_map(examples["profile"](), lang=lang, synthetic=True),
        plot.plot_group_balance(examples["points"], lang=lang, synthetic=True),
        plot.plot_scale(examples["load"], {}, lang=lang, synthetic=True),
    ]
    for figure in figures:
        assert word in {text.get_text() for text in figure.texts}


def test_no_words_reach_beyond_the_figure(drawing):
    width, height = drawing.bbox.size
    renderer = RendererAgg(width, height, drawing.dpi)
    # Axes put their own words in place only when they are drawn.
    drawing.draw(renderer)
    for text in drawing.findobj(Text):
        if text.get_text() and text.get_visible():
            box = text.get_window_extent(renderer)
            assert box.x0 >= -1, text.get_text()
            assert box.x1 <= width + 1, text.get_text()
            assert box.y0 >= -1, text.get_text()
            assert box.y1 <= height + 1, text.get_text()


def test_a_notebook_gets_a_figure_with_a_picture_and_words(drawing):
    found = {}

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attrs):
            found[tag] = dict(attrs)

    bundle = drawing._repr_mimebundle_()
    Reader().feed(bundle["text/html"])
    assert list(found) == ["figure", "img", "figcaption"]
    assert found["img"]["alt"] == drawing.alt == bundle["text/plain"]
    assert found["img"]["src"].startswith("data:image/png;base64,")
    assert found["figure"]["lang"] == drawing.lang


def test_words_are_whole_sentences_and_short(drawing):
    assert 20 < len(drawing.alt) < 350
    assert drawing.alt.endswith(".")
    assert drawing.caption.endswith(".")


def test_making_a_figure_leaves_matplotlib_as_it_was():
    with mpl.rc_context({"font.size": 29, "text.color": "red", "axes.grid": True}):
        before = dict(mpl.rcParams)
        figure = plot.plot_provenance({"seed": 1.0})
        saved(figure, "svg")
        assert dict(mpl.rcParams) == before
    assert saved(figure, "png") == saved(plot.plot_provenance({"seed": 1.0}), "png")


def test_importing_the_figures_does_not_import_pyplot():
    code = "import sys, lederlib.plot; sys.exit('matplotlib.pyplot' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
