"""Reads a report as a file: words, tables, attributes and what its pictures hold."""

import base64
from dataclasses import dataclass, field
from html.parser import HTMLParser
from xml.etree import ElementTree as ET


@dataclass(kw_only=True)
class Page:
    """What stands in the file."""

    words: str
    tables: dict[str, list[list[str]]]
    attributes: list[tuple[str, str]]
    pictures: list[ET.Element]
    alts: list[str]


@dataclass(eq=False)
class _Reader(HTMLParser):
    words: list = field(default_factory=list)
    tables: dict = field(default_factory=dict)
    attributes: list = field(default_factory=list)
    inside: list = field(default_factory=list)
    caption: str = ""

    def __post_init__(self):
        super().__init__()

    def handle_starttag(self, tag, attrs):
        self.attributes += attrs
        if tag == "tr":
            self.tables.setdefault(self.caption, []).append([])
        if tag in ("td", "th"):
            self.tables[self.caption][-1].append("")
        if tag in ("style", "caption", "td", "th"):
            self.inside.append(tag)

    def handle_endtag(self, tag):
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data):
        where = self.inside[-1] if self.inside else ""
        if where != "style":
            self.words.append(data)
        if where == "caption":
            self.caption = data
        if where in ("td", "th"):
            self.tables[self.caption][-1][-1] += data


def read_page(text):
    reader = _Reader()
    reader.feed(text)
    found = dict.fromkeys(
        value for name, value in reader.attributes if name == "src" and value
    )
    pictures = [
        ET.fromstring(base64.b64decode(source.partition("base64,")[2]))
        for source in found
        if source.startswith("data:image/svg")
    ]
    return Page(
        words=" ".join(reader.words),
        tables=reader.tables,
        attributes=reader.attributes,
        pictures=pictures,
        alts=[value for name, value in reader.attributes if name == "alt"],
    )


def own_attributes(page):
    """Return the ``data-`` attributes of the page and of its pictures."""
    drawn = [name for p in page.pictures for each in p.iter() for name in each.attrib]
    named = [name for name, _ in page.attributes]
    return [name for name in (*named, *drawn) if name.startswith("data-")]
