"""Small pieces of HTML that make one self-contained, printable page."""

import base64
import io
from collections.abc import Iterable, Sequence
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


def paragraph(text: str, *, kind: str = "") -> str:
    """Return one paragraph of plain words."""
    look = f' class="{kind}"' if kind else ""
    return f"<p{look}>{escape(text)}</p>" if text else ""


def bullets(lines: Iterable[str]) -> str:
    """Return a list of plain words."""
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<ul>{items}</ul>" if items else ""


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


def table(
    head: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    caption: str,
    kind: str = "",
    kinds: Sequence[str] = (),
) -> str:
    """Return a table; the cells of `rows` are HTML made by `cell`.

    The first cell of a row names it; `kinds` are the kinds of the columns.
    """
    looks = [f' class="{look}"' if look else "" for look in kinds or [""] * len(head)]
    heading = "".join(
        f'<th scope="col"{look}>{escape(name)}</th>'
        for name, look in zip(head, looks, strict=True)
    )
    lines = "\n".join(f"<tr>{''.join(cells)}</tr>" for cells in rows)
    return (
        f'<div class="scroll" tabindex="0" role="region" '
        f'aria-label="{escape(caption)}"><table class="{kind}">'
        f"<caption>{escape(caption)}</caption>"
        f"<thead><tr>{heading}</tr></thead>\n<tbody>\n{lines}\n</tbody></table></div>"
    )


def cell(text: str, *, kind: str = "", row: bool = False) -> str:
    """Return one cell; with `row` it names its row."""
    look = f' class="{kind}"' if kind else ""
    if row:
        return f'<th scope="row"{look}>{escape(text)}</th>'
    return f"<td{look}>{escape(text)}</td>"
