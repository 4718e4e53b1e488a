"""A drawing in two sheets: what stands still, drawn once, and what moves."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_svg import RendererSVG

from lederlib.plot.drawing.theme import POINTS_PER_INCH, THEME, Drawing

_LIVE: Final[Any] = {
    name: THEME[name]
    for name in ("svg.fonttype", "svg.hashsalt", "svg.image_inline", "hatch.linewidth")
}
_UNTYPED_RENDERER: Final[Any] = RendererSVG  # matplotlib gives it no types
_NAMES: Final = (' id="', "url(#", 'href="#')
_OPENING: Final = (
    '<svg aria-hidden="true" style="stroke-linejoin:round;stroke-linecap:butt"'
)


def background_svg(drawing: Drawing, *, prefix: str = "picture") -> str:
    """Return what stands still as an SVG element for a page.

    Parameters
    ----------
    drawing : Drawing
        As a function of `lederlib.plot` returns it.
    prefix : str
        Letters that no other picture on the page uses; every id begins with them.
    """
    with _hidden(drawing.moving):
        return _svg(drawing, (drawing,), f"{prefix}-still-")


def moving_svg(drawing: Drawing, *, prefix: str = "picture") -> str:
    """Return what moves as an SVG element, transparent, of the background's size.

    Parameters
    ----------
    drawing : Drawing
        As a function of `lederlib.plot` returns it.
    prefix : str
        Letters that no other picture on the page uses; every id begins with them.
    """
    return _svg(drawing, drawing.moving, f"{prefix}-moving-")


def _svg(figure: Drawing, artists: tuple[Artist, ...], prefix: str) -> str:
    width, height = figure.get_size_inches() * POINTS_PER_INCH
    page = io.StringIO()
    with _live_settings():
        renderer = _UNTYPED_RENDERER(width, height, page, metadata={"Date": None})
        draw_all(artists, renderer)
        renderer.finalize()
    return _for_a_page(page.getvalue(), prefix)


@contextmanager
def _live_settings() -> Iterator[None]:
    """Set what the renderer reads; `rc_context` copies all settings, at each move."""
    before = {name: mpl.rcParams[name] for name in _LIVE}
    mpl.rcParams.update(_LIVE)
    try:
        yield
    finally:
        mpl.rcParams.update(before)


def draw_all(artists: tuple[Artist, ...], renderer: RendererBase) -> None:
    """Draw `artists` from the back to the front."""
    for artist in artists:
        artist.draw(renderer)


def _for_a_page(text: str, prefix: str) -> str:
    """Return the element alone, with its own names and no style for the whole page."""
    opening = text[text.index("<svg") :].partition(">")[0]
    body = text[text.index("</defs>", text.index("</style>")) + len("</defs>") :]
    for mark in _NAMES:
        body = body.replace(mark, f"{mark}{prefix}")
    return f"{opening.replace('<svg', _OPENING, 1)}>{body}"


@contextmanager
def _hidden(artists: tuple[Artist, ...]) -> Iterator[None]:
    shown = [artist.get_visible() for artist in artists]
    for artist in artists:
        artist.set_visible(False)
    try:
        yield
    finally:
        for artist, visible in zip(artists, shown, strict=True):
            artist.set_visible(visible)
