"""Small pieces of HTML: paragraphs, lists and tables."""

from collections.abc import Iterable, Sequence
from html import escape


def paragraph(text: str, *, kind: str = "") -> str:
    """Return one paragraph of plain words."""
    look = f' class="{kind}"' if kind else ""
    return f"<p{look}>{escape(text)}</p>" if text else ""


def bullets(lines: Iterable[str]) -> str:
    """Return a list of plain words."""
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<ul>{items}</ul>" if items else ""


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
