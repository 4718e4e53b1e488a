"""The little Markdown that questions are written in, as HTML."""

import re
from html import escape

_MARKS = (
    (re.compile(r"\*\*(.+?)\*\*"), r"<strong>\1</strong>"),
    (re.compile(r"\*(.+?)\*"), r"<em>\1</em>"),
    (re.compile(r"`(.+?)`"), r"<code>\1</code>"),
)
_NUMBERED = re.compile(r"\d+\. ")


def question_html(text: str) -> str:
    r"""Return paragraphs with bold, italic, code and numbered lines as HTML.

    Examples
    --------
    >>> question_html("Two **days** < five.")
    '<p>Two <strong>days</strong> &lt; five.</p>'
    >>> question_html("1. One\n2. Two")
    '<ol><li>One</li><li>Two</li></ol>'
    """
    return "".join(_block(block) for block in text.split("\n\n") if block.strip())


def _block(block: str) -> str:
    """Return one paragraph, and the numbered lines below it as a list."""
    lines = block.strip().splitlines()
    said = [line for line in lines if not _NUMBERED.match(line)]
    listed = [_NUMBERED.sub("", line) for line in lines if _NUMBERED.match(line)]
    items = "".join(f"<li>{_inline(line)}</li>" for line in listed)
    words = f"<p>{_inline(' '.join(said))}</p>" if said else ""
    return words + (f"<ol>{items}</ol>" if items else "")


def _inline(text: str) -> str:
    html = escape(text, quote=False)
    for mark, element in _MARKS:
        html = mark.sub(element, html)
    return html
