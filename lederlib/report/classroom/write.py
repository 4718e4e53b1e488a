"""Read a class's hand-ins and write the teacher's page, or the projector's."""

from datetime import date
from pathlib import Path

import numpy as np

from lederlib._checks import generator_of
from lederlib.answers import AnswersError
from lederlib.report.classroom.gather import gather
from lederlib.report.classroom.own_page import own_page
from lederlib.report.classroom.show_page import show_page
from lederlib.report.dates import last_day
from lederlib.report.saving import refuse_target, write_whole
from lederlib.text import Lang, both, label


def write_class(
    source: str | Path,
    output: str | Path = "class.html",
    *,
    lang: Lang = "da",
    show: bool = False,
    force: bool = False,
    today: date | None = None,
    delete_by: date | None = None,
    rng: int | np.random.Generator | None = None,
) -> str:
    """Write the page of a class from the hand-ins in a folder or zip archive.

    Parameters
    ----------
    source : str or Path
        What Moodle, Canvas or Brightspace gave out. Files are read and never run, and
        what cannot be read is named on the page.
    output : str or Path, default "class.html"
        Where to write.
    lang : {"da", "en"}, default "da"
        Language of the page.
    show : bool, default False
        Whether to write the page for the projector, which shows nothing of fewer than
        five people, instead of the teacher's own.
    force : bool, default False
        Whether to overwrite a file that is no page of ours.
    today, delete_by : date, optional
        Date on the page, and when it is deleted at the latest; half a year later
        unless told.
    rng : int or numpy.random.Generator, optional
        Decides the order of the texts; another one each time unless told.

    Raises
    ------
    ValueError
        If the source is neither, holds no hand-in, or the page cannot be written.
    """
    chance = np.random.default_rng() if rng is None else generator_of(rng)
    folder, target = Path(source), Path(output)
    refuse_target(target, folder if folder.is_file() else None, force=force)
    day = today or date.today()
    end = last_day(day, delete_by)
    found = gather(folder)
    count, left_out = len(found.handed_in), len(found.skipped)
    if not count:
        raise AnswersError(both("classroom.nobody", path=folder, count=left_out))
    text = (
        show_page(found, lang, rng=chance)
        if show
        else own_page(found, lang, today=day, delete_by=end, rng=chance)
    )
    write_whole(target, text.encode("utf-8", "backslashreplace"))
    return label("classroom.written", lang, count=count, skipped=left_out, file=target)
