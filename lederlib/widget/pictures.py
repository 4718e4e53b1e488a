"""Turn a live picture into scenes, and into HTML for a page without a kernel."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count

from lederlib.plot import Picture, background_svg, moving_svg
from lederlib.widget.stage import Scene

MakeScene = Callable[..., Scene]
_numbers = count(1)


def scenes_of(picture: Picture, *, caption: str = "") -> MakeScene:
    """Return a function that moves the picture and returns it as a scene.

    It takes what the picture's own `update` takes. The background is drawn now, once.

    Parameters
    ----------
    picture : Picture
        A live picture of `lederlib.plot`.
    caption : str
        Stands instead of the figure's own caption.
    """
    # Two explorers on one page must not share the names inside their drawings.
    prefix = f"scene{next(_numbers)}"
    background = background_svg(picture, prefix=prefix)

    def scene(**data: object) -> Scene:
        alt = picture.update(**data)
        return Scene(
            background=background,
            moving=moving_svg(picture, prefix=prefix),
            alt=alt,
            caption=caption or picture.figure.caption,
        )

    return scene


def lagging(make: Callable[[], Scene], last: Scene | None, *, rest: bool) -> Scene:
    """Return a new scene at rest, and until then the last one, marked as stale."""
    if rest or last is None:
        return make()
    return replace(last, stale=True)


def still_html(pictures: Sequence[Picture]) -> str:
    """Return the pictures as they stand, each with its alt text and caption."""
    return "".join(picture.figure.to_html() for picture in pictures)
