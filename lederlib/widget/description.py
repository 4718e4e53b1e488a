"""What an explorer is, whoever shows it: levers, pictures, words and a table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from lederlib.plot import Drawing
from lederlib.text import Lang
from lederlib.widget.controls import Control, Value
from lederlib.widget.listing import Listing

Values = Mapping[str, Any]
#: What the levers lead to; every picture and every word of a frame is made from it.
Found = Any
Settle = Callable[[Values, str], tuple[Values, str]]


def leave_alone(values: Values, moved: str) -> tuple[Values, str]:  # noqa: ARG001
    """Accept every combination of levers, and say nothing about it."""
    return values, ""


def say_nothing(values: Values, found: Found) -> str:  # noqa: ARG001
    """Add nothing to the sentence."""
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One picture of an explorer, drawn once and moved from then on.

    Attributes
    ----------
    name : str
        What it is called in code.
    plot : callable
        A function of `lederlib.plot`, with all that no lever changes in place.
    data : callable
        Takes the values and what they lead to; returns what `plot` takes the first
        time, and the drawing's own `update` every time.
    caption : str
        Stands instead of the drawing's own.
    at_rest : bool
        Whether it follows when the lever is let go, and not before.
    """

    name: str
    plot: Callable[..., Drawing]
    data: Callable[[Values, Found], Mapping[str, Any]]
    caption: str = ""
    at_rest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A few levers that are seen together, chosen by name from a list.

    Attributes
    ----------
    name, sentence : str
        What the list calls them, and what is said above them.
    keys : tuple of str
        The levers.
    """

    name: str
    keys: tuple[str, ...]
    sentence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """Cards of which one is in view at a time, and what the list of them is called."""

    name: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """What the reader places in a picture before the outcome is shown.

    Attributes
    ----------
    picture : str
        The view in which it is placed; the first axes of its drawing are meant, both
        linear.
    question : str
        What is asked; the explorer opens at the premise that it states.
    control : Control
        A slider: its name, and its positions in the unit of the axis.
    axis : {"x", "y"}
        The axis along which the guess lies.
    at : float
        Where it stands along the other axis.
    """

    picture: str
    question: str
    control: Control
    axis: Literal["x", "y"]
    at: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Description:
    """All that an explorer is, free of any page, kernel or widget.

    Attributes
    ----------
    name, lesson : str
        The subject, and the number of its lesson.
    lang : {"da", "en"}
        Language of every word.
    controls : tuple of Control
        The levers, in the reader's order.
    first : tuple of str
        The levers that a short look shows, at most three.
    start : mapping
        Where the levers stand at first; where each control starts unless given.
    tours : mapping of str to mapping
        Where the lesson's walks lead: `tour1`, `tour2`, …, and what each sets.
    settle : callable
        Takes the values and the lever that moved; returns values that can be together
        and a sentence about what gave way. It keeps nothing and writes nothing.
    time : str
        The lever along which time passes, or "".
    find : callable
        Takes the values and whether the lever is at rest; returns what they lead to.
    pictures : tuple of View
        The pictures, in the reader's order.
    sentence, how_sure : callable
        Take the values and what they lead to. The first says it at every move, the
        second adds at rest how sure it is, or what it rests on.
    waiting : str
        Stands for `how_sure` until the lever is at rest.
    table : callable, optional
        Takes the values and what they lead to; returns rows to show below.
    cards : Cards, optional
        Levers that are shown a few at a time; the others follow them.
    guess : Guess, optional
        What is guessed in a picture before levers and outcome are shown.
    """

    name: str
    lesson: str
    lang: Lang
    controls: tuple[Control, ...]
    first: tuple[str, ...]
    find: Callable[[Values, bool], Found]
    pictures: tuple[View, ...]
    sentence: Callable[[Values, Found], str]
    start: Mapping[str, Value] = field(default_factory=dict)
    tours: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    settle: Settle = leave_alone
    time: str = ""
    how_sure: Callable[[Values, Found], str] = say_nothing
    waiting: str = ""
    table: Callable[[Values, Found], Listing] | None = None
    cards: Cards | None = None
    guess: Guess | None = None

    def __post_init__(self) -> None:
        starts = {control.key: control.start for control in self.controls}
        object.__setattr__(self, "start", starts | dict(self.start))

    def control(self, key: str) -> Control:
        """Return the lever of that key."""
        return next(control for control in self.controls if control.key == key)
