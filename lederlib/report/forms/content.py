"""What a form asks, in words that the reader of answers knows again."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from lederlib.answers import AnswersError, Scale, read_scale
from lederlib.answers.intake.folding import fold
from lederlib.answers.scale_facts import NoScaleError
from lederlib.catalogue import (
    BalanceItem,
    balance_items,
    balance_names,
    balance_notice,
    factors,
)
from lederlib.catalogue.factors import Factor
from lederlib.report.dates import day_in_words
from lederlib.text import COLOURS, Lang, both, label

FORMS = ("factors", "balance")
MOMENTS = ("now", "general")
OPENING = (
    "responsible",
    "purpose",
    "basis",
    "voluntary",
    "seen",
    "deleted",
    "objection",
)
HIGHEST_RATING = 10
#: LimeSurvey takes codes of letters and digits, a letter first, of at most this length.
LONGEST_CODE = 20
#: The table of a scale's items.
ITEMS = "items"
_CODE = re.compile(rf"[a-z][a-z0-9]{{0,{LONGEST_CODE - 1}}}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer that can be chosen: its code in an export, and its words."""

    code: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a question stands in a survey that gathers questions into tables.

    Attributes
    ----------
    table, row : str
        Codes of the table of questions and of the question's row in it.
    stem, part : str
        What the table and the row say.
    """

    table: str
    row: str
    stem: str
    part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of a form.

    Attributes
    ----------
    key : str
        The column that `lederlib.answers.read_answers` makes of it.
    heading : str
        Its short name, over a column.
    asked : str
        What people read; like `heading` a name that the reader knows.
    note : str
        What the question is about, where `asked` does not say it.
    place : Place
        Where it stands in a survey of tables.
    """

    key: str
    heading: str
    asked: str
    note: str = ""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form in one language.

    Attributes
    ----------
    name, title, lang : str
        Name of its files, title for people, and "da" or "en".
    opening : tuple of (str, str)
        What must be told before the first question: a heading and a text in which
        square brackets are to be filled in.
    instruction : str
        How to answer.
    questions, options : tuple
        What is asked, and the answers that every question has.
    delete_by : date
        When the answers, and what was made from them, are deleted at the latest.
    min_group : int
        Fewest people about whom numbers are shown.
    """

    name: str
    title: str
    lang: Lang
    opening: tuple[tuple[str, str], ...]
    instruction: str
    questions: tuple[Question, ...]
    options: tuple[Option, ...]
    delete_by: date
    min_group: int


def form_named(
    name: str,
    *,
    lang: Lang,
    delete_by: date,
    min_group: int = 5,
    open_slots: bool = False,
) -> Form:
    """Return the form "factors" or "balance", or that of a scale.

    Raises
    ------
    ValueError
        If there is no such form or scale, or the scale breaks a rule.
    """
    if name == "factors":
        return factors_form(lang, delete_by=delete_by, min_group=min_group)
    if name == "balance":
        return balance_form(
            lang, delete_by=delete_by, min_group=min_group, open_slots=open_slots
        )
    try:
        scale = read_scale(name)
    except NoScaleError:
        raise _unknown(name) from None
    return scale_form(scale, lang, delete_by=delete_by, min_group=min_group)


def factors_form(lang: Lang, *, delete_by: date, min_group: int = 5) -> Form:
    """Return the 15 factors, each to be answered red, yellow or green.

    Examples
    --------
    >>> form = factors_form("en", delete_by=date(2027, 1, 31))
    >>> len(form.questions), [option.words for option in form.options]
    (15, ['red', 'yellow', 'green', "don't know"])
    """
    instruction = label("forms.factors_instruction", lang)
    colours = tuple(
        Option(code=f"A{number}", words=label(f"common.{colour}", lang))
        for number, colour in enumerate(COLOURS, 1)
    )
    # The reader takes a numbered code for a colour, and NA for no answer.
    silent = Option(code="NA", words=label("forms.dont_know", lang))
    return Form(
        name="factors",
        title=label("forms.factors_title", lang),
        lang=lang,
        opening=_opening(lang, delete_by, min_group),
        instruction=instruction,
        questions=tuple(_factor(each, instruction, lang) for each in factors()),
        options=(*colours, silent),
        delete_by=delete_by,
        min_group=min_group,
    )


def balance_form(
    lang: Lang, *, delete_by: date, min_group: int = 5, open_slots: bool = False
) -> Form:
    """Return loads and resources, rated 0–10 now and in general.

    With `open_slots` also the items that a group names itself.
    """
    instruction = label("forms.balance_instruction", lang)
    notice = (
        balance_notice().to(lang)
        if open_slots
        else label("forms.balance_prototype", lang)
    )
    return Form(
        name="balance",
        title=label("forms.balance_title", lang),
        lang=lang,
        opening=_opening(lang, delete_by, min_group),
        instruction=f"{instruction} {notice}",
        questions=tuple(
            _balance(item, moment, lang)
            for item in balance_items()
            if open_slots or not item.open
            for moment in MOMENTS
        ),
        options=tuple(
            Option(code=str(rating), words=str(rating))
            for rating in range(HIGHEST_RATING + 1)
        ),
        delete_by=delete_by,
        min_group=min_group,
    )


def scale_form(
    scale: Scale, lang: Lang, *, delete_by: date, min_group: int = 5
) -> Form:
    """Return the statements of a scale with its answers."""
    instruction = label("forms.scale_instruction", lang)
    codes = _codes(item.key for item in scale.items)
    return Form(
        # A key is free text, and a file's name is not.
        name=scale.key if scale.key.isidentifier() else fold(scale.key) or ITEMS,
        title=scale.title.to(lang),
        lang=lang,
        opening=_opening(lang, delete_by, min_group),
        instruction=instruction,
        questions=tuple(
            Question(
                key=item.key,
                heading=item.text.to(lang),
                asked=item.text.to(lang),
                place=Place(
                    table=table, row=row, stem=instruction, part=item.text.to(lang)
                ),
            )
            for item, (table, row) in zip(scale.items, codes, strict=True)
        ),
        options=_answers(scale, lang),
        delete_by=delete_by,
        min_group=min_group,
    )


def _factor(factor: Factor, instruction: str, lang: Lang) -> Question:
    name = factor.name.to(lang)
    names = (factor.key, factor.name.en, factor.name.da, *factor.aliases)
    row = _code(names, factor.number)
    return Question(
        key=factor.key,
        heading=name,
        asked=name,
        note=factor.covers.to(lang),
        place=Place(table="factors", row=row, stem=instruction, part=name),
    )


def _balance(item: BalanceItem, moment: str, lang: Lang) -> Question:
    when = balance_names("moments")[moment].to(lang)
    name = item.name.to(lang)
    # The reader knows an open slot by its name, and any other by its sentence as well.
    sentence = name if item.open else item.text.to(lang)
    return Question(
        key=f"{item.key}_{moment}",
        heading=f"{name} ({when})",
        asked=f"{sentence} ({when})",
        note=item.text.to(lang),
        place=Place(
            table=_code((item.key, item.name.en, item.name.da), 1),
            row=moment,
            stem=sentence,
            part=when,
        ),
    )


def _answers(scale: Scale, lang: Lang) -> tuple[Option, ...]:
    """Return what each answer is called, and its number where names are not enough."""
    words = [name.to(lang).strip() for name in scale.labels]
    numbers = [str(value) for value in range(scale.low, scale.high + 1)]
    told_apart = all(words) and len({fold(word) for word in words}) == len(words)
    shown = words if told_apart else numbers
    return tuple(
        Option(code=f"A{place}", words=word) for place, word in enumerate(shown, 1)
    )


def _codes(keys: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the codes of table and row for each item; no pair comes twice."""
    codes: dict[tuple[str, str], None] = {}
    for number, key in enumerate(keys, 1):
        pair = _pair(key, number)
        codes[pair if pair not in codes else (ITEMS, f"SQ{number:03}")] = None
    return tuple(codes)


def _pair(key: str, number: int) -> tuple[str, str]:
    """Return codes that together spell the key, as the reader puts them together.

    Examples
    --------
    >>> _pair("reputation_1", 1), _pair("competence_development_1", 25)
    (('items', 'reputation1'), ('competence', 'development1'))
    """
    words = key.split("_")
    halves = (
        (fold("".join(words[:place])), fold("".join(words[place:])))
        for place in range(len(words) - 1, 0, -1)
    )
    pairs = ((ITEMS, fold(key)), *halves)
    fitting = (pair for pair in pairs if all(map(_CODE.fullmatch, pair)))
    return next(fitting, (ITEMS, f"SQ{number:03}"))


def _code(names: Iterable[str], number: int) -> str:
    """Return the first name that can be a code, or a numbered one.

    Examples
    --------
    >>> _code(["competence_development", "Kompetenceudvikling"], 9)
    'kompetenceudvikling'
    """
    folded = (fold(name) for name in names)
    fitting = (name for name in folded if _CODE.fullmatch(name))
    return next(fitting, f"SQ{number:03}")


def _opening(
    lang: Lang, delete_by: date, min_group: int
) -> tuple[tuple[str, str], ...]:
    values = {"day": day_in_words(delete_by, lang), "limit": min_group}
    return tuple(
        (label(f"forms.{key}", lang), label(f"forms.{key}_text", lang, **values))
        for key in OPENING
    )


def _unknown(name: str) -> AnswersError:
    close = get_close_matches(name, FORMS, n=1)
    nearest = both("forms.nearest", name=close[0]) if close else ""
    return AnswersError(both("forms.unknown", name=name, nearest=nearest))
