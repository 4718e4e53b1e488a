"""What is said of a parameter: fixed, free, a label or where to start."""

import re
from dataclasses import dataclass

NAME = re.compile(r"[^\W\d][\w.]*|\.[\w.]*|`[^`]+`")
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Modifier:
    """What is said of a parameter in one group; None where nothing is."""

    fixed: float | None = None
    free: bool = False
    label: str | None = None
    start: float | None = None


def read_modifier(text: str, line: str) -> tuple[Modifier, ...]:
    """Return what a word before a star says, for all groups or one for each.

    Raises
    ------
    ValueError
        If it says nothing that can be said of a parameter.
    """
    many = re.fullmatch(r"c\((.*)\)", text)
    words = many.group(1).split(",") if many else [text]
    found = tuple(_one_modifier(word.strip(), line) for word in words)
    labels = [part.label for part in found if part.label is not None]
    if labels and any(part.free for part in found):
        msg = (
            f"A label cannot stand beside NA in {text!r}: R would hold {labels[0]!r} "
            f"equal in all groups. Write a label of its own for each group that is "
            f"free, or the same label for those that are equal; got the line {line!r}."
        )
        raise ValueError(msg)
    return found


def _one_modifier(word: str, line: str) -> Modifier:
    call = re.fullmatch(r"(start|label)\(\s*[\"']?([^\"']*?)[\"']?\s*\)", word)
    bare = word.strip("\"'")
    if call and call.group(1) == "start" and NUMBER.fullmatch(call.group(2)):
        return Modifier(start=float(call.group(2)))
    if call and call.group(1) == "label":
        return Modifier(label=call.group(2))
    if word == "NA":
        return Modifier(free=True)
    if NUMBER.fullmatch(word):
        return Modifier(fixed=float(word))
    if NAME.fullmatch(bare):
        return Modifier(label=bare)
    msg = (
        f"A modifier must be a number, NA, a label or start(number); got {word!r} "
        f"in the line {line!r}."
    )
    raise ValueError(msg)
