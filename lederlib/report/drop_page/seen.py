"""What the page is handed, what is chosen on it, and what it shows."""

from dataclasses import dataclass
from typing import Literal

from lederlib.text import Lang

About = Literal["map", "scale"]


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file as the browser hands it over."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the reader chose; empty where nothing was.

    With a scale, `about` says whether the report is on it or, as without one, a map;
    `unit` and `missing` are those of the report on a scale.
    """

    lang: Lang = "da"
    group: str = ""
    sheet: str = ""
    keep: Literal["", "first", "last"] = ""
    coarse: bool = False
    focus: tuple[str, ...] = ()
    about: About = "scale"
    unit: str = ""
    missing: Literal["", "listwise"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the page shows of a file.

    Attributes
    ----------
    refusal : str
        Why nothing is shown; "" where something is, or where answers are awaited.
    options : tuple of str
        The choices that the refusal names.
    words, read, typed : str
        What was found in one sentence; how the file was read, and hands as they were
        counted, as HTML.
    about : {"map", "scale"}
        What the report is on.
    either : bool
        Whether it may be on the other as well.
    columns, sheets : tuple of str
        What there is to choose groups and units from, and the sheet.
    themes : tuple of (str, str)
        What the plan may be about: keys and names.
    report : str
        The whole report, as it is saved.
    document : bytes
        The plan, or the report on a scale, as it is saved; empty where `no_document`
        says why.
    no_document : str
        Why there is no document.
    mistake : Exception or None
        What went wrong, for whoever wants more than the sentence.
    """

    refusal: str = ""
    options: tuple[str, ...] = ()
    words: str = ""
    read: str = ""
    typed: str = ""
    about: About = "map"
    either: bool = False
    columns: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    themes: tuple[tuple[str, str], ...] = ()
    report: str = ""
    document: bytes = b""
    no_document: str = ""
    mistake: Exception | None = None
