"""The stage: pictures in two sheets, and the result said in words."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from lederlib.widget.frames import Frame, Scene
from lederlib.widget.listing import sent_each_time, sent_once

_HERE = Path(__file__).parent


class Stage(anywidget.AnyWidget):  # type: ignore[misc]
    """Show scenes, and say in words what they show.

    The background of a picture is sent once. A move sends one message with the moving
    sheets and the words; the browser paints the newest of them at its next frame.

    Attributes
    ----------
    scenes : list of dict
        What stands still in each picture.
    table : dict
        The rows of a table below the pictures, all of them; empty where there is none.
    frame : dict
        The rest: number, words, notice, alarm, the moving sheet of each picture, and
        which rows of the table stand in which order.
    handles : dict
        For each lever its accessible name and the words for each of its values.
    released : int
        Number of the frame at which the reader let go of the lever.
    wish : dict
        The lever and the position that a heading of the table asks for.
    """

    _esm = _HERE / "stage.js"
    _css = _HERE / "stage.css"

    scenes = traitlets.List().tag(sync=True)
    table = traitlets.Dict().tag(sync=True)
    frame = traitlets.Dict().tag(sync=True)
    handles = traitlets.Dict().tag(sync=True)
    released = traitlets.Int(0).tag(sync=True)
    wish = traitlets.Dict().tag(sync=True)

    def __init__(self, handles: Mapping[str, Mapping[str, Any]] | None = None) -> None:
        blank = {"words": "", "notice": "", "alarm": "", "scenes": [], "listing": {}}
        super().__init__(
            frame={**blank, "number": 0, "rest": True}, handles=dict(handles or {})
        )

    def show(self, shown: Frame, *, notice: str = "", rest: bool = True) -> None:
        """Show the scenes, say the words, and take back an earlier alarm.

        A scene that waits stays as it was, marked as stale. With `rest`, the browser
        need not tell when the reader lets go of the lever.
        """
        self._hang(shown.scenes)
        listing = shown.listing
        if listing is not None and not self.table:
            self.table = sent_once(listing.table)
        self._send_frame(
            words=shown.words,
            notice=notice,
            alarm="",
            rest=rest,
            scenes=[
                self._stale(place) if scene is None else _moving(scene)
                for place, scene in enumerate(shown.scenes)
            ],
            listing={} if listing is None else sent_each_time(listing),
        )

    def sound_alarm(self, sentence: str) -> None:
        """Say in words what went wrong, and leave the pictures as they were."""
        self._send_frame(alarm=sentence, notice="", rest=True)

    def _hang(self, scenes: Sequence[Scene | None]) -> None:
        hung = [
            self.scenes[place] if scene is None else {"background": scene.background}
            for place, scene in enumerate(scenes)
        ]
        if hung != self.scenes:
            self.scenes = hung

    def _stale(self, place: int) -> dict[str, object]:
        return {**self.frame["scenes"][place], "stale": True}

    def _send_frame(self, **changed: object) -> None:
        number = self.frame["number"] + 1
        self.frame = {**self.frame, **changed, "number": number}


def _moving(scene: Scene) -> dict[str, object]:
    return {
        "moving": scene.moving,
        "alt": scene.alt,
        "caption": scene.caption,
        "stale": False,
    }
