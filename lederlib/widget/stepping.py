"""A step in a lesson's text: one button that walks an explorer, and one live line."""

from html import escape
from typing import Any

import anywidget
import traitlets

from lederlib._checks import require_known
from lederlib.text import Lang, label
from lederlib.widget.explorer import Explorer
from lederlib.widget.script import front_script, front_style, tour_values


class _Button(anywidget.AnyWidget):  # type: ignore[misc]
    """What the browser shows of a step."""

    _esm = front_script("keys", "step")
    _css = front_style()

    description = traitlets.Dict().tag(sync=True)
    pressed = traitlets.Int(0).tag(sync=True)
    line = traitlets.Unicode("").tag(sync=True)


class Step:
    """One step, as `step` shows it.

    Attributes
    ----------
    button : anywidget.AnyWidget
        What the browser shows.
    """

    def __init__(self, explorer: Explorer, tour: str, lang: Lang) -> None:
        self._explorer, self._tour = explorer, tour
        self._values = tour_values(explorer.description)[tour]
        number = tour.removeprefix("tour")
        self._name = label("widget.tour", lang, number=number)
        self._lang = lang
        self.button = _Button(description={"name": self._name, "lang": lang})
        self.button.observe(lambda _: self.press(), "pressed")
        explorer.stage.observe(lambda _: self._say(), "frame")

    def press(self) -> None:
        """Set the explorer's levers as the tour has them."""
        self._explorer.move(self._values)

    def _say(self) -> None:
        """Say what the explorer says, as long as it stands where the step put it."""
        here = self._explorer.values == self._values
        self.button.line = self._explorer.stage.frame["words"] if here else ""

    def __repr__(self) -> str:
        return f"Step({self._explorer.description.name!r}, {self._tour!r})"

    def _repr_mimebundle_(self, **kwargs: object) -> dict[str, Any]:
        data, _ = self.button._repr_mimebundle_(**kwargs)
        page = (
            f'<div data-lederlib="step" data-tour="{escape(self._tour)}" '
            f'lang="{self._lang}">{escape(self._name)}</div>'
        )
        return {**data, "text/plain": repr(self), "text/html": page}


def step(explorer: Explorer, tour: str, *, lang: Lang = "da") -> Step:
    """Show a button that sets an explorer's levers, and a line of what they gave.

    Parameters
    ----------
    explorer : Explorer
        The explorer above in the lesson.
    tour : str
        One of its description's tours, such as "tour2".
    lang : {"da", "en"}
        Language of the button.

    Raises
    ------
    ValueError
        If the explorer has no such tour.

    Examples
    --------
    >>> from lederlib.widget import explore_flexwork
    >>> walk = step(explore_flexwork(lang="en"), "tour2", lang="en")
    >>> walk.press(), bool(walk.button.line)
    (None, True)
    """
    require_known(tour, explorer.description.tours, name="tour")
    return Step(explorer, tour, lang)
