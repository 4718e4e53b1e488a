"""The one script that draws what a reader touches, and the description it takes.

The script knows a description and a host, and neither a widget nor a kernel: in a
notebook the kernel is the host; a page without one may bring another.
"""

from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from lederlib.text import Lang, label
from lederlib.widget.controls import LONGEST, Control
from lederlib.widget.description import Cards, Description, Values
from lederlib.widget.frames import Frame
from lederlib.widget.listing import sent_once

_FRONT = Path(__file__).parent / "front"
_PARTS = ("levers", "memory", "pictures", "guess", "explorer")
_WORDS = (
    "explorer",
    "more",
    "tours",
    "undo",
    "restart",
    "share",
    "line",
    "no_line",
    "copy",
    "copied",
    "copy_by_hand",
    "pictures",
    "back",
    "forward",
    "own_guess",
    "keep_guess",
    "skip_guess",
)


@cache
def front_script(*hosts: str) -> str:
    """Return the script as one module that exports `mount` and `drawLever`.

    Parameters
    ----------
    *hosts : {"keys", "kernel", "ask", "step"}
        What is added to it for anywidget: the keys that JupyterLab would take, and the
        kernel as host of an explorer, a task or a step.
    """
    parts = ((_FRONT / f"{part}.js") for part in (*_PARTS, *hosts))
    return "\n".join(part.read_text(encoding="utf-8") for part in parts)


@cache
def front_style() -> str:
    """Return how it all looks."""
    return (_FRONT / "explorer.css").read_text(encoding="utf-8")


def told_once(description: Description, first: Frame) -> dict[str, Any]:
    """Return the description as the script takes it, with what stands still in `first`.

    Parameters
    ----------
    description : Description
        What the explorer is.
    first : Frame
        A frame at rest, for the backgrounds of its pictures and the rows of its table.
    """
    lang = description.lang
    return {
        "name": description.name,
        "lesson": description.lesson,
        "lang": lang,
        "words": {key: label(f"widget.{key}", lang) for key in _WORDS},
        "levers": [lever_told(control) for control in description.controls],
        "first": list(description.first),
        "start": dict(description.start),
        "tours": _tours(description, lang),
        "cards": _cards(description.cards),
        "pictures": [
            {"title": scene.title, "background": scene.background}
            for scene in first.scenes
            if scene is not None
        ],
        "guess": _guess(description, first),
        "table": None if first.listing is None else sent_once(first.listing.table),
    }


def lever_told(control: Control) -> dict[str, Any]:
    """Return a lever as the script takes it.

    Examples
    --------
    >>> from lederlib.widget import switch
    >>> lever_told(switch("four", "Four days", texts=("no", "yes")))["texts"]
    ['no', 'yes']
    """
    return {
        "key": control.key,
        "name": control.name,
        "kind": control.kind,
        "values": list(control.values),
        "texts": list(control.texts),
        "longest": LONGEST,
    }


def tour_values(description: Description) -> dict[str, dict[str, Any]]:
    """Return where all levers stand at each tour's end, when those before were walked.

    Examples
    --------
    >>> from lederlib.widget import DESCRIPTIONS
    >>> walked = tour_values(DESCRIPTIONS["flexwork"]("en", draws=200))
    >>> walked["tour2"]["home"], walked["tour2"]["agreement"]
    (3.0, 1.0)
    """
    values: Values = description.start
    walked = {}
    for name, levers in description.tours.items():
        values = walked[name] = {**values, **levers}
    return walked


def _tours(description: Description, lang: Lang) -> list[dict[str, Any]]:
    return [
        {
            "name": label("widget.tour", lang, number=name.removeprefix("tour")),
            "key": next(iter(description.tours[name])),
            "values": values,
        }
        for name, values in tour_values(description).items()
    ]


def _guess(description: Description, first: Frame) -> dict[str, Any] | None:
    guess = description.guess
    if guess is None:
        return None
    names = [view.name for view in description.pictures]
    place = names.index(guess.picture)
    scene = first.scenes[place]
    if scene is None or scene.scale is None:
        msg = f"A guess needs the axes of {guess.picture!r}, and a frame at rest."
        raise ValueError(msg)
    return {
        "picture": place,
        "question": guess.question,
        "lever": lever_told(guess.control),
        "start": guess.control.start,
        "axis": guess.axis,
        "at": guess.at,
        "scale": asdict(scene.scale),
    }


def _cards(cards: Cards | None) -> dict[str, Any] | None:
    if cards is None:
        return None
    told = [
        {"name": one.name, "sentence": one.sentence, "keys": list(one.keys)}
        for one in cards.cards
    ]
    return {"name": cards.name, "cards": told}
