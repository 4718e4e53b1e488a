"""One look for every figure, and the two sheets in which it is shown and moved."""

import base64
import io
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from html import escape
from pathlib import PurePath
from textwrap import fill
from typing import IO, Any, Final

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from lederlib.catalogue import Stamp
from lederlib.plot.drawing.colours import GREY, INK, PAPER, PLUM
from lederlib.text import Lang, format_number, format_share, label

THEME: Final[Any] = {
    "font.family": ["DejaVu Sans"],
    "font.size": 11,
    "text.color": INK,
    "text.parse_math": False,
    "text.usetex": False,
    "axes.edgecolor": GREY,
    "axes.facecolor": PAPER,
    "axes.labelcolor": INK,
    "axes.labelsize": 11,
    "axes.linewidth": 0.8,
    "axes.grid": False,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.unicode_minus": True,
    "axes.autolimit_mode": "data",
    "xtick.color": INK,
    "ytick.color": INK,
    "xtick.labelsize": 10.5,
    "ytick.labelsize": 10.5,
    "hatch.linewidth": 0.8,
    "lines.linewidth": 2.0,
    "path.sketch": None,
    "savefig.bbox": None,
    "savefig.facecolor": PAPER,
    "savefig.edgecolor": PAPER,
    "savefig.transparent": False,
    "svg.fonttype": "path",
    "svg.hashsalt": "lederlib",
    "svg.image_inline": True,
    "pdf.fonttype": 42,
    "pdf.compression": 6,
}
POINTS_PER_INCH: Final = 72
PNG_DOTS_PER_INCH: Final = 150
_LIVE: Final[Any] = {
    name: THEME[name]
    for name in ("svg.fonttype", "svg.hashsalt", "svg.image_inline", "hatch.linewidth")
}
_UNTYPED_RENDERER: Final[Any] = RendererSVG  # matplotlib gives it no types
_NAMES: Final = (' id="', "url(#", 'href="#')
_OPENING: Final = (
    '<svg aria-hidden="true" style="stroke-linejoin:round;stroke-linecap:butt"'
)


@contextmanager
def house_style() -> Iterator[None]:
    """Draw in the house's settings: above every public figure, and around saving."""
    with mpl.rc_context(THEME):
        yield


class Drawing(Figure):
    """A figure that carries its own words and the conditions it was made under.

    Attributes
    ----------
    alt : str
        What the figure shows, in words computed from its data.
    caption : str
        How to read it, and which conventions it rests on.
    title : str
        What it is a picture of.
    stamp : Stamp
        What remakes the numbers.
    lang : {"da", "en"}
        Language of every word in it.
    moving : tuple of matplotlib.artist.Artist
        What `update` may change, from the back to the front; drawn above the rest.
    """

    alt: str = ""
    caption: str = ""
    title: str = ""
    lang: Lang = "da"
    stamp: Stamp = Stamp()
    moving: tuple[Artist, ...] = ()
    _move: Callable[..., str] | None = None

    def with_moving(
        self, moving: Sequence[Artist], move: Callable[..., str]
    ) -> "Drawing":
        """Return the drawing itself, which `move` can change from now on."""
        self.moving, self._move = tuple(moving), move
        return self

    def update(self, **data: Any) -> str:  # type: ignore[override]  # noqa: ANN401
        """Set new data on what moves, and return the new alt text.

        Raises
        ------
        ValueError
            If nothing in the drawing moves.
        """
        if self._move is None:
            msg = f"{self.title!r} stands still: nothing in it moves."
            raise ValueError(msg)
        return self._move(**data)

    def savefig(
        self,
        fname: str | os.PathLike[str] | IO[Any],
        *,
        transparent: bool | None = None,
        **kwargs: Any,  # noqa: ANN401 - handed on as matplotlib takes them
    ) -> None:
        """Save as `matplotlib.figure.Figure.savefig`, with words and stamp inside."""
        kind = kind_of(fname, kwargs.get("format"))
        inside = {"title": self.title, "alt": self.alt, "lang": self.lang}
        own = metadata(kind, **inside, stamp=self.stamp)
        # Matplotlib refuses even empty words in a kind of file that holds none.
        inside_file = {**own, **(kwargs.get("metadata") or {})}
        kwargs["metadata"] = inside_file or None
        if kind == "png":
            kwargs.setdefault("dpi", PNG_DOTS_PER_INCH)
        with house_style():
            super().savefig(fname, transparent=transparent, **kwargs)

    def to_html(self, *, question: str = "") -> str:
        """Return the figure as one piece of HTML that needs no file beside it.

        With a `question`, what moves is left out, and the question is all that is said.
        """
        buffer = io.BytesIO()
        with _hidden(self.moving if question else ()):
            self.savefig(buffer, format="png")
        data = base64.b64encode(buffer.getvalue()).decode()
        return (
            f'<figure lang="{self.lang}">'
            f'<img src="data:image/png;base64,{data}" '
            f'alt="{escape(question or self.alt)}" '
            f'style="max-width: 100%; height: auto" '
            f'width="{100 * self.get_figwidth():.0f}">'
            f"<figcaption>{escape(question or self.caption)}</figcaption></figure>"
        )

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/html": self.to_html(), "text/plain": self.alt}


def new_figure(
    title: str,
    *,
    lang: Lang,
    width: float = 7.0,
    height: float = 4.2,
    note: str = "",
    caption: str = "",
    stamp: Stamp | None = None,
    synthetic: bool = False,
) -> Drawing:
    """Return an empty figure with its title, its note and its stamp in place.

    Parameters
    ----------
    title, note, caption : str
        Heading; the line under the figure; how to read it, for the text around it.
    width, height : float
        Size in inches.
    stamp : Stamp, optional
        What remakes the numbers.
    synthetic : bool
        Whether the data were made up; then the figure says so.
    """
    figure = Drawing(figsize=(width, height), dpi=POINTS_PER_INCH, facecolor=PAPER)
    figure.title, figure.lang = title, lang
    figure.stamp = stamp or Stamp()
    figure.caption = caption or note
    place_text(figure, 0.12, height - 0.1, title, size=13, weight="bold", va="top")
    below = fill(note, int(13.9 * width)) if note else ""
    place_text(figure, 0.12, 0.3, below, size=9, va="bottom")
    place_text(figure, 0.12, 0.1, stamp_line(figure.stamp, lang), **_SMALL)
    if synthetic:
        _mark_synthetic(figure, lang)
    return figure


_SMALL: Final[dict[str, Any]] = {"size": 8.5, "color": GREY, "va": "bottom"}


def place_text(figure: Drawing, x: float, y: float, text: str, **look: Any) -> None:  # noqa: ANN401
    """Write `text` at (`x`, `y`) inches from the figure's lower left corner."""
    width, height = figure.get_size_inches()
    figure.text(x / width, y / height, text, **look)


def place_axes(
    figure: Drawing, left: float, bottom: float, right: float, top: float
) -> Axes:
    """Add axes that leave these margins, in inches, inside the figure."""
    width, height = figure.get_size_inches()
    across, up = 1 - (left + right) / width, 1 - (bottom + top) / height
    return figure.add_axes((left / width, bottom / height, across, up))


def stamp_line(stamp: Stamp, lang: Lang) -> str:
    """Return the conditions behind the numbers in one short line.

    Examples
    --------
    >>> stamp_line(Stamp(seed=0, draws=10_000, version="0.1.0"), "da")
    '10.000 træk · frø 0 · lederlib 0.1.0'
    """
    facts: dict[str, object] = dict(stamp.facts())
    if stamp.draws is not None:
        facts["draws"] = format_number(stamp.draws, lang, digits=0)
    return " · ".join(
        label(f"plot.stamp_{name}", lang, value=facts[name])
        for name in ("draws", "seed", "version", "fingerprint")
        if name in facts
    )


def number_ticks(lang: Lang, digits: int) -> FuncFormatter:
    """Return a formatter that writes ticks as the reader writes numbers."""
    return FuncFormatter(lambda value, _: format_number(value, lang, digits=digits))


def share_ticks(lang: Lang) -> FuncFormatter:
    """Return a formatter that writes shares as percentages."""
    return FuncFormatter(lambda value, _: format_share(value, lang))


def _mark_synthetic(figure: Drawing, lang: Lang) -> None:
    width, height = figure.get_size_inches()
    place_text(
        figure,
        width - 0.12,
        height - 0.13,
        label("common.synthetic", lang),
        size=10,
        weight="bold",
        color=PLUM,
        ha="right",
        va="top",
    )


def kind_of(fname: str | os.PathLike[str] | IO[Any], named: str | None) -> str:
    """Return the kind of file that is asked for, png where nothing says so."""
    if named:
        return named.lower()
    if isinstance(fname, str | os.PathLike):
        return PurePath(fname).suffix.lstrip(".").lower() or "png"
    return "png"


def metadata(
    kind: str, *, title: str, alt: str, lang: str, stamp: Stamp
) -> dict[str, Any]:
    """Return title, words and stamp as a file of that kind holds them.

    Dates are left out, so that the same figure gives the same file.

    Examples
    --------
    >>> stamp = Stamp(seed=0, version="0.1.0")
    >>> metadata("pdf", title="A", alt="B.", lang="en", stamp=stamp)["Keywords"]
    'version: 0.1.0; seed: 0'
    """
    facts = {"version": stamp.version, **stamp.facts()}
    words = [f"{name}: {value}" for name, value in facts.items()]
    maker = f"lederlib {stamp.version}"
    match kind:
        case "png":
            stamped = {name.title(): str(value) for name, value in facts.items()}
            return {"Title": title, "Description": alt, "Software": maker, **stamped}
        case "svg":
            return {
                "Title": title,
                "Description": alt,
                "Language": lang,
                "Creator": maker,
                "Keywords": words,
                "Date": None,
            }
        case "pdf":
            return {
                "Title": title,
                "Subject": alt,
                "Creator": maker,
                "Keywords": "; ".join(words),
                "CreationDate": None,
            }
        case _:
            return {}


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
