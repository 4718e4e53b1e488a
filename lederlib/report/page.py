"""Small pieces of HTML that make one self-contained, printable page."""

import base64
import io
from collections.abc import Iterable
from html import escape
from importlib.resources import files

from lederlib import __version__
from lederlib.plot import Drawing
from lederlib.text import Lang, label


def page(title: str, body: Iterable[str], *, lang: Lang) -> str:
    """Return a whole page; its style is inside, and it asks no network for anything."""
    style = files(__package__).joinpath("style.css").read_text(encoding="utf-8")
    lines = "\n".join(part for part in body if part)
    return f"""<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="lederlib {__version__}">
<link rel="icon" href="data:,">
<title>{escape(title)}</title>
<style>
{style}</style>
</head>
<body>
<main>
<h1>{escape(title)}</h1>
{lines}
</main>
</body>
</html>
"""


def section(key: str, body: Iterable[str], *, lang: Lang, area: str = "report") -> str:
    """Return a section under the heading ``<area>.<key>``; an empty one is left out."""
    lines = "\n".join(part for part in body if part)
    if not lines:
        return ""
    heading = escape(label(f"{area}.{key}", lang))
    return f'<section id="{key}">\n<h2>{heading}</h2>\n{lines}\n</section>'


def figure(drawing: Drawing) -> str:
    """Return a drawing with its alternative text and its caption."""
    buffer = io.BytesIO()
    drawing.savefig(buffer, format="svg")
    data = base64.b64encode(buffer.getvalue()).decode()
    return (
        f'<figure><img src="data:image/svg+xml;base64,{data}" '
        f'alt="{escape(drawing.alt)}"><figcaption>{escape(drawing.caption)}'
        "</figcaption></figure>"
    )
