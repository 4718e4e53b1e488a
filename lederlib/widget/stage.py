"""The stage: where a description is shown in a notebook, with the kernel as host."""

from collections.abc import Mapping
from typing import Any

import anywidget
import traitlets

from lederlib.widget.frames import Frame, Scene
from lederlib.widget.listing import sent_each_time
from lederlib.widget.script import front_script, front_style


class Stage(anywidget.AnyWidget):  # type: ignore[misc]
    """Show the levers, the words and the pictures of one explorer.

    What stands still is sent once. A move sends one message with the moving sheets and
    the words; the browser paints the newest of them at its next frame.

    Attributes
    ----------
    description : dict
        What the script draws, as `told_once` returns it.
    frame : dict
        What changes: number, values, words, sure, notice, alarm, the moving sheet of
        each picture, which rows of a table stand in which order, and the number of the
        last move that it answers.
    asked : dict
        The moves that the browser has not seen answered, in order: for each its number,
        the lever's key, its value, and where other levers are set along with it.
    seen : list of int
        Places of the pictures that are in view; the others are not drawn.
    released : int
        Number of the frame at which the reader let go of the lever.
    guess : dict
        Empty until a guess is placed or left out; then its value, or none.
    """

    _esm = front_script("keys", "kernel")
    _css = front_style()

    description = traitlets.Dict().tag(sync=True)
    frame = traitlets.Dict().tag(sync=True)
    asked = traitlets.Dict({"moves": []}).tag(sync=True)
    seen = traitlets.List().tag(sync=True)
    released = traitlets.Int(0).tag(sync=True)
    guess = traitlets.Dict().tag(sync=True)

    def __init__(
        self, description: Mapping[str, Any], shown: Frame, values: Mapping[str, Any]
    ) -> None:
        begun = {"number": 1, "answered": 0, "notice": "", "rest": True}
        frame = {**begun, **_sent(shown, {}), "values": dict(values)}
        super().__init__(description=dict(description), frame=frame)

    def show(
        self,
        shown: Frame,
        values: Mapping[str, Any],
        *,
        answered: int,
        notice: str = "",
        rest: bool = True,
    ) -> None:
        """Show the scenes, say the words, and take back an earlier alarm.

        A scene that was not drawn stays as it was, marked as stale. With `rest`, the
        browser need not tell when the reader lets go of the lever.
        """
        self._tell(
            **_sent(shown, self.frame),
            values=dict(values),
            answered=answered,
            notice=notice,
            rest=rest,
        )

    def sound_alarm(
        self, sentence: str, values: Mapping[str, Any], *, answered: int
    ) -> None:
        """Say in words what went wrong, and leave the pictures as they were."""
        self._tell(
            alarm=sentence,
            values=dict(values),
            answered=answered,
            notice="",
            rest=True,
        )

    def _tell(self, **changed: object) -> None:
        number = self.frame["number"] + 1
        self.frame = {**self.frame, **changed, "number": number}


def _sent(shown: Frame, before: Mapping[str, Any]) -> dict[str, Any]:
    """Return what of a frame is sent; one not drawn is the one before, stale."""
    listing = shown.listing
    return {
        "words": shown.words,
        "sure": shown.sure,
        "alarm": "",
        "scenes": [
            {**before["scenes"][place], "stale": True}
            if scene is None
            else _moving(scene)
            for place, scene in enumerate(shown.scenes)
        ],
        "listing": None if listing is None else sent_each_time(listing),
    }


def _moving(scene: Scene) -> dict[str, object]:
    return {
        "moving": scene.moving,
        "alt": scene.alt,
        "caption": scene.caption,
        "stale": False,
    }
