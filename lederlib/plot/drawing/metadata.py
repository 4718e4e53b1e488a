"""What a saved figure says about itself, inside the file."""

import os
from pathlib import PurePath
from typing import IO, Any

from lederlib.catalogue import Stamp


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
