"""What is seen of a dropped file: the report on it, or one sentence on why not."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from lederlib.answers import Answers, read_answers
from lederlib.answers.intake.files import sheet_names
from lederlib.catalogue import FACTOR_KEYS, factor
from lederlib.report.balance import item_names
from lederlib.report.documents import require_documents
from lederlib.report.drop_page.hands import typed_html
from lederlib.report.reading import read_section
from lederlib.report.themes import chosen_keys
from lederlib.report.write import plan_document, report_html
from lederlib.text import Lang, join_words, label, wording

LIMIT = 5
_LONGEST_NAME = 80
_UNFIT = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]')
_IN_PYTHON = re.compile(
    r" \((?:fra|from) Python,? \w+=(?:\{[^}]*\})?\)"
    r"|, (?:fra|from) Python,? \w+=(?:\{[^}]*\})?,?"
)
_OPTION = re.compile(
    r"--(?:keep first (?:eller|or) --)?(keep|sheet|coding|scale|coarse)"
    r"(?: last| FILE?)?(?= |\)|;|,|\.|$)"
)
_word = wording("your_answers.")


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file as the browser hands it over."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the reader chose; empty where nothing was."""

    lang: Lang = "da"
    group: str = ""
    sheet: str = ""
    keep: Literal["", "first", "last"] = ""
    coarse: bool = False
    focus: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the page shows of a file.

    Attributes
    ----------
    refusal : str
        Why nothing is shown; "" where something is.
    options : tuple of str
        The choices that the refusal names.
    words, read, typed : str
        What was found in one sentence; how the file was read, and hands as they were
        counted, as HTML.
    columns, sheets : tuple of str
        What there is to choose the groups and the sheet from.
    themes : tuple of (str, str)
        What the plan may be about: keys and names.
    report : str
        The whole report, as it is saved.
    plan : bytes
        The document, as it is saved; empty where `no_plan` says why.
    no_plan : str
        Why there is no document.
    mistake : Exception or None
        What went wrong, for whoever wants more than the sentence.
    """

    refusal: str = ""
    options: tuple[str, ...] = ()
    words: str = ""
    read: str = ""
    typed: str = ""
    columns: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    themes: tuple[tuple[str, str], ...] = ()
    report: str = ""
    plan: bytes = b""
    no_plan: str = ""
    mistake: Exception | None = None


def look(
    files: Mapping[str, File],
    choices: Choices,
    *,
    lang: Lang = "da",
    progress: Callable[[float], None] | None = None,
) -> Seen:
    """Return what is seen of the file under ``"answers"``; nothing raises.

    Parameters
    ----------
    files : mapping of str to File
        Under ``"answers"`` the answers, and perhaps a ``"scale"`` and a ``"coding"``.
        They lie on the disk only while they are read.
    choices : Choices
        How to read them and what to show.
    lang : {"da", "en"}
        Language of the page; the report has its own.
    progress : callable, optional
        Is told the share of the file that is read.
    """
    sheets: tuple[str, ...] = ()
    try:
        with TemporaryDirectory(prefix="lederlib-") as folder:
            paths = {
                kind: _placed(file, Path(folder, kind)) for kind, file in files.items()
            }
            sheets = sheet_names(paths["answers"])
            answers = read_answers(
                paths["answers"],
                scale=paths.get("scale"),
                coding=paths.get("coding"),
                group=choices.group or None,
                sheet=choices.sheet or None,
                keep=choices.keep or None,
                progress=progress,
            )
        return _seen(answers, choices, sheets, lang)
    except Exception as mistake:
        return refused(mistake, lang, sheets=sheets)


def refused(mistake: Exception, lang: Lang, *, sheets: tuple[str, ...] = ()) -> Seen:
    """Return the sentence on a mistake: the reader's own, or that it is ours."""
    phrase = getattr(mistake, "phrase", None)
    if phrase is None:
        reason = " ".join(str(mistake).split()).rstrip(".") or type(mistake).__name__
        words = _word("failed", lang, reason=reason)
        return Seen(refusal=words, sheets=sheets, mistake=mistake)
    text = str(phrase.to(lang))
    options = dict.fromkeys(found[1] for found in _OPTION.finditer(text))
    return Seen(
        refusal=on_page(text, lang),
        options=tuple(options),
        sheets=sheets,
        mistake=mistake,
    )


def on_page(text: str, lang: Lang) -> str:
    """Return a sentence with the page's own choices for the command's options.

    Examples
    --------
    >>> on_page("Choose one with --sheet (from Python, sheet=).", "en")
    'Choose one with “Sheet”.'
    """
    bare = _IN_PYTHON.sub("", text)
    return _OPTION.sub(lambda found: f"“{_word(found[1], lang)}”", bare)


def file_name(name: str) -> str:
    """Return a name that any disk takes, as near as can be to the reader's own.

    Examples
    --------
    >>> file_name("C:/Svar: uge 3?.xlsx")
    'C__Svar_ uge 3_.xlsx'
    """
    plain = _UNFIT.sub("_", name).strip(" .") or "_"
    stem, ending = Path(plain).stem, Path(plain).suffix[:10]
    return stem[: _LONGEST_NAME - len(ending)] + ending


def _placed(file: File, folder: Path) -> Path:
    folder.mkdir()
    path = folder / file_name(file.name)
    path.write_bytes(file.data)
    return path


def _seen(
    answers: Answers, choices: Choices, sheets: tuple[str, ...], lang: Lang
) -> Seen:
    options: dict[str, Any] = {
        "lang": choices.lang,
        "group": choices.group or None,
        "coarse": choices.coarse,
        "focus": chosen_keys(choices.focus) if choices.focus else (),
    }
    plan, no_plan = _document(answers, options, lang)
    told_from = len(answers.respondents) + 1 if choices.coarse else LIMIT
    return Seen(
        words=_found(answers, lang),
        read=on_page(read_section(answers, lang=lang, min_group=told_from), lang),
        typed=typed_html(answers, lang) if answers.counted else "",
        columns=_columns(answers),
        sheets=sheets,
        themes=_themes(answers, lang),
        report=report_html(answers, **options),
        plan=plan,
        no_plan=no_plan,
    )


def _document(
    answers: Answers, options: Mapping[str, Any], lang: Lang
) -> tuple[bytes, str]:
    try:
        require_documents(label("your_answers.file_plan", options["lang"]))
    except ValueError as mistake:
        return b"", refused(mistake, lang).refusal
    return plan_document(answers, **options), ""


def _found(answers: Answers, lang: Lang) -> str:
    counts = {
        "factors": answers.factors.shape[1],
        "items": answers.items.shape[1],
        "balance": len(_rated(answers)),
    }
    parts = [
        _word(name if count > 1 else f"{name}_one", lang, count=count)
        for name, count in counts.items()
        if count
    ]
    count = len(answers.respondents)
    few = label("report.fewer", lang, limit=LIMIT)
    return _word(
        "found_hands" if answers.counted else "found",
        lang,
        people=few if count < LIMIT else count,
        parts=join_words(parts, lang),
        file=answers.source,
    )


def _columns(answers: Answers) -> tuple[str, ...]:
    """Return the columns that several people share, by which they can be divided."""
    named = set(answers.columns["found"])
    most = len(answers.respondents) // 2
    found = {str(name): cells.nunique() for name, cells in answers.background.items()}
    return tuple(name for name in found if name in named and 1 < found[name] <= most)


def _rated(answers: Answers) -> set[str]:
    """Return the items of the balance, whether rated now, in general or both."""
    return {str(name).rpartition("_")[0] for name in answers.balance}


def _themes(answers: Answers, lang: Lang) -> tuple[tuple[str, str], ...]:
    items = _rated(answers)
    names = item_names(answers, lang)
    on_map = not (answers.factors.empty and answers.items.empty)
    factors = [(key, factor(key).name.to(lang)) for key in FACTOR_KEYS if on_map]
    return (*factors, *((key, names[key]) for key in names if key in items))
