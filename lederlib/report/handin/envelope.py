"""Answers inside a page or a document, and out again; nothing in either is run."""

import base64
import io
import re
import zipfile
from html import unescape

from lederlib.exercise.keeping import Answers, read_answers_text

#: Bytes: a hand-in with its picture takes a twentieth of this.
MOST_BYTES = 5_000_000
_ID = "lederlib-answers"
_IN_PAGE = re.compile(
    rf'<script type="application/json" id="{_ID}">(?P<text>[^<]*)</script>'
)
_IN_DOCUMENT = re.compile(rb"<answers [^<>]*>(?P<text>[A-Za-z0-9+/=\s]*)</answers>")
_SPACE = "urn:lederlib:answers"
_KIND = "application/xml"
_RELATION = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
)
_MOST_PARTS = 200


class NoAnswers(ValueError):  # noqa: N818 - a reason, told to the reader as one
    """The file is something else than a hand-in."""


class TooLarge(ValueError):  # noqa: N818
    """The file is larger, or unfolds to more, than any hand-in."""


def answers_in_page(text: str) -> str:
    r"""Return answers as a piece of a page that browsers neither show nor run.

    Examples
    --------
    >>> answers_in_page('{"a": "</script>"}')[-38:]
    '>{"a": "\\u003c/script\\u003e"}</script>'
    """
    safe = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return f'<script type="application/json" id="{_ID}">{safe}</script>'


def answers_in_document(document: bytes, text: str) -> bytes:
    """Return a .docx file with the answers as a part of its own."""
    from docx import Document  # noqa: PLC0415 - part of an extra
    from docx.opc.part import Part  # noqa: PLC0415

    opened = Document(io.BytesIO(document))
    packed = base64.b64encode(text.encode("utf-8", "backslashreplace")).decode()
    held = f'<answers xmlns="{_SPACE}">{packed}</answers>'.encode()
    package = opened.part.package
    part = Part(package.next_partname("/customXml/item%d.xml"), _KIND, held, package)
    opened.part.relate_to(part, _RELATION)
    stream = io.BytesIO()
    opened.save(stream)
    return stream.getvalue()


def read_answers_file(content: bytes) -> Answers:
    """Return the answers, by task, in a kept file, a page or a document.

    Raises
    ------
    ValueError
        `NoAnswers` if it is something else, `TooLarge` if it is larger than any
        hand-in, `lederlib.exercise.keeping.LaterFormat` if it is of a later version,
        and otherwise if it is damaged.
    """
    if len(content) > MOST_BYTES:
        raise TooLarge
    if content.startswith(b"PK"):
        return read_answers_text(_from_document(content))
    text = content.decode("utf-8-sig", errors="strict").strip()
    if text.startswith("{"):
        return read_answers_text(text)
    found = _IN_PAGE.search(text)
    if found is None:
        raise NoAnswers
    # A platform may have escaped what a browser would not.
    return read_answers_text(unescape(found["text"]))


def _from_document(content: bytes) -> str:
    """Return the answers' text in a .docx file, of which only small parts are read."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = [
                each
                for each in package.infolist()[:_MOST_PARTS]
                if each.filename.startswith("customXml/")
            ]
            parts = [read_member(package, each) for each in names]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
        msg = "The document is damaged."
        raise ValueError(msg) from error
    for part in parts:
        found = _IN_DOCUMENT.search(part)
        if found and _SPACE.encode() in part:
            return base64.b64decode(found["text"]).decode("utf-8")
    raise NoAnswers


def read_member(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """Return one file of an archive, unless it unfolds to more than any hand-in.

    Raises
    ------
    ValueError
        `TooLarge` if it does; what the archive says of its size is not believed.
    """
    if member.file_size > MOST_BYTES:
        raise TooLarge
    with package.open(member) as stream:
        content = stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise TooLarge
    return content
