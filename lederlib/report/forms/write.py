"""Write a form for every place in which it can be answered."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from lederlib.report.dates import last_day
from lederlib.report.forms.content import Form, form_named
from lederlib.report.forms.limesurvey import limesurvey_text
from lederlib.report.forms.moodle import moodle_xml
from lederlib.report.forms.paper import paper_html
from lederlib.report.forms.plain import guide_text, plain_text
from lederlib.report.forms.workbook import form_workbook
from lederlib.report.saving import refuse_limit, write_folder
from lederlib.text import Lang, label

ENDINGS = {
    "excel": ".xlsx",
    "paper": "-paper.html",
    "limesurvey": "-limesurvey.txt",
    "moodle": "-moodle.xml",
    "text": "-text.txt",
}
GUIDE = "-guide.txt"
_TEXTS: Mapping[str, Callable[[Form], str]] = {
    "paper": paper_html,
    # LimeSurvey writes its own files with a byte order mark, and Excel needs one.
    "limesurvey": lambda form: "\ufeff" + limesurvey_text(form),
    "moodle": moodle_xml,
    "text": plain_text,
}


def write_forms(
    name: str | Path,
    folder: str | Path = "forms",
    *,
    lang: Lang = "da",
    delete_by: date | None = None,
    min_group: int = 5,
    open_slots: bool = False,
    force: bool = False,
    today: date | None = None,
) -> str:
    """Write a form for Excel, paper, LimeSurvey, Moodle and pasting; say where it is.

    Parameters
    ----------
    name : str or Path
        "factors", "balance", a shipped scale, or the path of a scale in TOML.
    folder : str or Path, default "forms"
        Where to write; made if it is not there.
    lang : {"da", "en"}, default "da"
        Language of the form.
    delete_by : date, optional
        When the answers are deleted at the latest; half a year from today.
    min_group : int, default 5
        Fewest people about whom numbers are shown, 5 to 10.
    open_slots : bool, default False
        Whether the balance has room for what a group names itself.
    force : bool, default False
        Whether files of the same names may be overwritten.
    today : date, optional
        The day on which the form is made.

    Raises
    ------
    ValueError
        If there is no such form, the date is past, or a file is there already; one
        sentence says which, and nothing is written.
    """
    refuse_limit(min_group)
    form = form_named(
        str(name),
        lang=lang,
        delete_by=last_day(today or date.today(), delete_by),
        min_group=min_group,
        open_slots=open_slots,
    )
    target = Path(folder)
    contents = form_files(form)
    write_folder(target, contents, force=force)
    first = f"{form.name}{GUIDE}"
    return label("forms.written", lang, count=len(contents), folder=target, first=first)


def form_files(form: Form) -> dict[str, bytes]:
    """Return what every file of the form holds, by its name."""
    names = {kind: form.name + ending for kind, ending in ENDINGS.items()}
    texts = {names[kind]: write(form) for kind, write in _TEXTS.items()}
    texts[form.name + GUIDE] = guide_text(form, names)
    encoded = {name: text.encode("utf-8") for name, text in texts.items()}
    return {names["excel"]: form_workbook(form), **encoded}
