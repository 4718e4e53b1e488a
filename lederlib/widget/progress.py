"""A bar that shows how far a long run has come."""

from collections.abc import Callable

from IPython.display import display
from ipywidgets import FloatProgress

from lederlib.text import Lang, format_share, label


def progress_bar(*, lang: Lang = "da") -> Callable[[float], None]:
    """Show a bar below the cell, and return what moves it.

    Give it to whatever takes `progress`: ``sweep(..., progress=progress_bar())``.

    Examples
    --------
    >>> told = progress_bar(lang="en")
    FloatProgress(value=0.0, ...)
    >>> told(0.5)
    """
    bar = FloatProgress(
        0.0,
        min=0,
        max=1,
        description=_words(0, lang),
        style={"description_width": "initial"},
    )
    display(bar)

    def told(share: float) -> None:
        bar.value, bar.description = share, _words(share, lang)
        bar.bar_style = "success" if share >= 1 else ""

    told.bar = bar  # type: ignore[attr-defined]
    return told


def _words(share: float, lang: Lang) -> str:
    return label("progress.done", lang, share=format_share(share, lang))
