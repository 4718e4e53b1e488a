"""What is seen of a dropped file: the report on it, or one sentence on why not."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lederlib.answers import Answers, Scale, read_answers, read_scale
from lederlib.answers.intake.files import sheet_names
from lederlib.catalogue import FACTOR_KEYS, factor
from lederlib.report.balance import item_names
from lederlib.report.documents import require_documents
from lederlib.report.drop_page.hands import typed_html
from lederlib.report.drop_page.on_scale import report_on_scale
from lederlib.report.drop_page.seen import Choices, File, Seen
from lederlib.report.measures.writing import reading_notes
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
            scale = read_scale(paths["scale"]) if "scale" in paths else None
            if "answers" not in paths:
                names = join_words([file.name for file in files.values()], lang)
                return Seen(words=_word("alone", lang, file=names))
            sheets = sheet_names(paths["answers"])
            answers = read_answers(
                paths["answers"],
                scale=scale,
                coding=paths.get("coding"),
                group=choices.group or None,
                sheet=choices.sheet or None,
                keep=choices.keep or None,
                progress=progress,
            )
        named = {kind: file.name for kind, file in files.items()}
        seen = _seen(answers, scale, named, choices, lang)
        return replace(seen, sheets=sheets)
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
    answers: Answers,
    scale: Scale | None,
    named: Mapping[str, str],
    choices: Choices,
    lang: Lang,
) -> Seen:
    own = None if answers.counted else scale
    measured = own is not None and choices.about == "scale"
    notes = reading_notes(answers, own) if own and measured else answers.notes
    told_from = len(answers.respondents) + 1 if choices.coarse else LIMIT
    seen = Seen(
        words=_found(answers, lang),
        read=on_page(
            read_section(replace(answers, notes=notes), lang=lang, min_group=told_from),
            lang,
        ),
        typed=typed_html(answers, lang) if answers.counted else "",
        about="scale" if measured else "map",
        either=own is not None and (not measured or _on_map(answers, own)),
        columns=_columns(answers),
    )
    if own is not None and measured:
        report = report_on_scale(answers, own, named, choices)
        document, lack = _document(report.to_docx, "file_scale_document", choices, lang)
        page = report.to_html()
        return replace(seen, report=page, document=document, no_document=lack)
    options: dict[str, Any] = {
        "lang": choices.lang,
        "group": choices.group or None,
        "coarse": choices.coarse,
        "focus": chosen_keys(choices.focus) if choices.focus else (),
    }
    plan = partial(plan_document, answers, **options)
    document, lack = _document(plan, "file_plan", choices, lang)
    return replace(
        seen,
        themes=_themes(answers, lang),
        report=report_html(answers, **options),
        document=document,
        no_document=lack,
    )


def _document(
    made: Callable[[], bytes], name: str, choices: Choices, lang: Lang
) -> tuple[bytes, str]:
    """Return a document, or why none can be written here."""
    try:
        require_documents(label(f"your_answers.{name}", choices.lang))
    except ValueError as mistake:
        return b"", refused(mistake, lang).refusal
    return made(), ""


def _on_map(answers: Answers, scale: Scale) -> bool:
    """Return whether there is something that the map or the balance can show."""
    items = {item.factor for item in scale.items if item.key in answers.items}
    own = {key for key, _ in scale.own_factors}
    held = (answers.factors, answers.balance)
    return bool(items - own) or any(len(table.columns) for table in held)


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
