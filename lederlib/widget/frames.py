"""From where the levers stand to what is seen and said, without a page or a kernel."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from lederlib.plot import Drawing, background_svg, moving_svg
from lederlib.widget.description import Description, Guess, Values, View
from lederlib.widget.listing import Listing, listing_html

_numbers = count(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Where the first axes of a picture lie, and what they measure.

    Attributes
    ----------
    left, top, width, height : float
        The rectangle of the axes in shares of the picture, from its upper left corner.
    x, y : tuple of float
        What stands at both ends of each axis.
    """

    left: float
    top: float
    width: float
    height: float
    x: tuple[float, float]
    y: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One picture as the reader meets it.

    Attributes
    ----------
    background, moving : str
        Two SVG images of the same size; `moving` lies on top and changes at a move.
    title : str
        What it is a picture of, in a few words.
    alt, caption : str
        What the picture shows, for those who do not see it and for everyone.
    scale : Scale or None
        Where its axes lie, if a guess is placed in it.
    """

    background: str
    moving: str
    title: str
    alt: str
    caption: str
    scale: Scale | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a set of levers leads to: the result in words, its pictures and a table.

    Attributes
    ----------
    words : str
        The result, in one sentence.
    sure : str
        How sure it is, or what it rests on; what stands for it on the way.
    scenes : tuple of Scene or None
        A picture each; None where it is not in view, or waits until the lever is at
        rest.
    listing : Listing or None
        The rows of a table.
    """

    words: str
    sure: str
    scenes: tuple[Scene | None, ...]
    listing: Listing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hung:
    """A drawing whose background was drawn once, under names of its own."""

    drawing: Drawing
    prefix: str
    background: str
    caption: str
    scale: Scale | None

    def scene(self, data: Mapping[str, Any]) -> Scene:
        alt = self.drawing.update(**data)
        return Scene(
            background=self.background,
            moving=moving_svg(self.drawing, prefix=self.prefix),
            title=self.drawing.title,
            alt=alt,
            caption=self.caption,
            scale=self.scale,
        )


class Frames:
    """Draw the frames of one explorer; the same values give the same frame.

    Parameters
    ----------
    description : Description
        What the explorer is.

    Examples
    --------
    >>> from lederlib.widget import DESCRIPTIONS
    >>> frames = Frames(DESCRIPTIONS["reliability"]("en"))
    >>> frames({**frames.description.start, "items": 10}).words[:38]
    '10 items that correlate 0.35 have a re'
    """

    def __init__(self, description: Description) -> None:
        self.description = description
        self._hung: tuple[_Hung, ...] = ()

    def __call__(
        self, values: Values, *, rest: bool = True, seen: Sequence[int] = ()
    ) -> Frame:
        """Return what the values lead to, at rest or while a lever is on its way.

        With `seen`, the places of the pictures that are in view, no other is drawn.
        """
        told, found = self.description, self.description.find(values, rest)
        shown = [
            view
            for place, view in enumerate(told.pictures)
            if (rest or not view.at_rest) and (not seen or place in seen)
        ]
        data = {view.name: view.data(values, found) for view in shown}
        if not self._hung:
            at_start = rest and not seen and dict(values) == dict(told.start)
            self._hung = self._hang(data if at_start else self._first_data())
        drawn = zip(told.pictures, self._hung, strict=True)
        return Frame(
            words=told.sentence(values, found),
            sure=told.how_sure(values, found) if rest else told.waiting,
            scenes=tuple(
                hung.scene(data[view.name]) if view.name in data else None
                for view, hung in drawn
            ),
            listing=told.table(values, found) if told.table else None,
        )

    def still(self, values: Values) -> str:
        """Return pictures and table as they stand, for a page without a kernel."""
        listing = self(values).listing if self.description.table else None
        pictures = "".join(hung.drawing.to_html() for hung in self._hung)
        return pictures + (listing_html(listing) if listing else "")

    def unanswered(self, guess: Guess) -> str:
        """Return the picture that a guess is placed in: axes and the question alone."""
        names = [view.name for view in self.description.pictures]
        drawing = self._hung[names.index(guess.picture)].drawing
        return drawing.to_html(question=guess.question)

    def _first_data(self) -> dict[str, Mapping[str, Any]]:
        start = self.description.start
        found = self.description.find(start, True)
        views = self.description.pictures
        return {view.name: view.data(start, found) for view in views}

    def _hang(self, data: Mapping[str, Mapping[str, Any]]) -> tuple[_Hung, ...]:
        asked = self.description.guess
        return tuple(
            _hang(
                view, data[view.name], asked=bool(asked and asked.picture == view.name)
            )
            for view in self.description.pictures
        )


def _hang(view: View, data: Mapping[str, Any], *, asked: bool) -> _Hung:
    drawing = view.plot(**data)
    # Two explorers on one page must not share the names inside their drawings.
    prefix = f"scene{next(_numbers)}"
    return _Hung(
        drawing=drawing,
        prefix=prefix,
        background=background_svg(drawing, prefix=prefix),
        caption=view.caption or drawing.caption,
        scale=_scale_of(drawing) if asked else None,
    )


def _scale_of(drawing: Drawing) -> Scale:
    axes = drawing.axes[0]
    box = axes.get_position()
    return Scale(
        left=box.x0,
        top=1 - box.y1,
        width=box.width,
        height=box.height,
        x=axes.get_xlim(),
        y=axes.get_ylim(),
    )
