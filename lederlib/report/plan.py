"""The plan at the end: one to three themes, questions to zoom in with, action cards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

import pandas as pd

from lederlib.answers import Answers
from lederlib.catalogue import FACTOR_KEYS, factor
from lederlib.report.balance import item_names, rated_items
from lederlib.report.dates import day_in_words, last_day
from lederlib.report.page import section
from lederlib.report.themes import MOST_THEMES, balance_themes, suggested_themes
from lederlib.text import Lang, join_words, label
from lederlib.text.html import paragraph

QUESTIONS = ("worked", "vain", "others", "newcomer", "research", "roles")
#: The fields of a card, and how many lines there are to write on.
FIELDS = {
    "test": 3,
    "holder": 1,
    "start": 1,
    "stop": 2,
    "own": 2,
    "upward": 3,
    "prediction": 2,
    "sign": 2,
    "follow_up": 1,
}
QUESTION_LINES = 2
LINE = '<span class="line"></span>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """What one card is about; an open one has a heading and is left to be written."""

    name: str
    open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One empty field, with what it asks for and how many lines it has."""

    name: str
    hint: str = ""
    lines: int = QUESTION_LINES


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a card of last time predicted, and in words what the answers say now."""

    theme: str
    prediction: str
    sign: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A plan in one language, to be filled in; it holds no number from the answers."""

    lang: Lang
    title: str
    notes: tuple[str, ...]
    notice: str
    delete_by: str
    themes: tuple[Theme, ...]
    questions: tuple[Field, ...]
    fields: tuple[Field, ...]
    closing: Field
    made_on: date
    outcomes: tuple[Outcome, ...] = ()


def make_plan(
    answers: Answers,
    profile: pd.DataFrame | None,
    *,
    focus: Sequence[str] = (),
    lang: Lang = "da",
    min_group: int = 5,
    coarse: bool = False,
    today: date | None = None,
    delete_by: date | None = None,
    outcomes: tuple[Outcome, ...] = (),
) -> Plan:
    """Return the plan on the themes of `focus`, or on what the answers suggest.

    Parameters
    ----------
    answers : Answers
        Where the balance and the names of open slots stand.
    profile : pandas.DataFrame, optional
        What the report tells of everyone, few people protected.
    focus : sequence of str, optional
        Keys of factors or of items of the balance, as `chosen_keys` returns them.
    lang, min_group, coarse, today, delete_by
        As for `lederlib.report.write_report`.
    outcomes : tuple of Outcome
        What was predicted last time; the document opens with it.
    """
    items = rated_items(answers, min_group=min_group)
    # A name from the file may hold signs that a document cannot.
    names = {key: _printable(name) for key, name in item_names(answers, lang).items()}
    if focus:
        keys, notes = tuple(focus), _chosen_notes(focus, profile, items, names, lang)
    else:
        keys, told = ((), ("coarse",)) if coarse else suggested_themes(profile, items)
        notes = [label(f"plan.note_{note}", lang) for note in told]
    day = today or date.today()
    last = day_in_words(last_day(day, delete_by), lang)
    return Plan(
        lang=lang,
        title=label("plan.plan", lang),
        notes=(label("plan.lead", lang), *notes),
        notice=label("report.synthetic", lang) if answers.synthetic else "",
        delete_by=label("plan.delete_by", lang, day=last),
        themes=_themes(keys, names, lang),
        questions=tuple(
            Field(name=label(f"plan.question_{key}", lang)) for key in QUESTIONS
        ),
        fields=tuple(
            Field(
                name=label(f"plan.{key}", lang),
                hint=label(f"plan.{key}_hint", lang),
                lines=lines,
            )
            for key, lines in FIELDS.items()
        ),
        closing=Field(name=label("plan.closing", lang), lines=1),
        made_on=day,
        outcomes=outcomes,
    )


def plan_html(plan: Plan) -> str:
    """Return the plan as a section of the report; a card stays on one printed page."""
    body = [
        *[paragraph(note) for note in plan.notes],
        paragraph(plan.notice, kind="notice synthetic"),
        paragraph(plan.delete_by, kind="notice"),
        f"<h3>{escape(label('plan.zoom', plan.lang))}</h3>",
        *[_block(theme, plan.questions, plan.lang) for theme in plan.themes],
        f"<h3>{escape(label('plan.cards', plan.lang))}</h3>",
        *[_block(theme, plan.fields, plan.lang) for theme in plan.themes],
        f'<div class="card"><h3>{escape(label("plan.end", plan.lang))}</h3>'
        f"{_to_fill([plan.closing])}</div>",
    ]
    return section("plan", body, lang=plan.lang, area="plan")


def _block(theme: Theme, fields: Sequence[Field], lang: Lang) -> str:
    name = [Field(name=label("plan.theme_write", lang), lines=1)] if theme.open else []
    return (
        f'<div class="card"><h4>{escape(theme.name)}</h4>'
        f"{_to_fill([*name, *fields])}</div>"
    )


def _to_fill(fields: Sequence[Field]) -> str:
    """Return each field under its name, with lines that print as they are seen."""
    pairs = "\n".join(
        f"<div><dt>{escape(field.name)}{_hint(field.hint)}</dt>"
        f"<dd>{LINE * field.lines}</dd></div>"
        for field in fields
    )
    return f'<dl class="fill">{pairs}</dl>'


def _hint(words: str) -> str:
    return f' <span class="small">{escape(words)}</span>' if words else ""


def _printable(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable())


def _themes(
    keys: Sequence[str], names: dict[str, str], lang: Lang
) -> tuple[Theme, ...]:
    """Return the themes by their names; without keys as many as there may be, open."""
    if not keys:
        numbers = range(1, MOST_THEMES + 1)
        headings = [label("plan.theme_open", lang, number=n) for n in numbers]
        return tuple(Theme(name=heading, open=True) for heading in headings)
    return tuple(Theme(name=_heading(key, names, lang)) for key in keys)


def _heading(key: str, names: dict[str, str], lang: Lang) -> str:
    if key in FACTOR_KEYS:
        return factor(key).name.to(lang)
    return label(f"plan.theme_{balance_themes()[key].side}", lang, name=names[key])


def _chosen_notes(
    keys: Sequence[str],
    profile: pd.DataFrame | None,
    items: pd.DataFrame | None,
    names: dict[str, str],
    lang: Lang,
) -> list[str]:
    """Return that the themes were chosen, and of which of them answers are hidden."""
    hidden = _hidden_factors(profile) | _hidden_items(items)
    own = {key: factor(key).name.to(lang) for key in FACTOR_KEYS} | names
    untold = join_words([own[key] for key in keys if key in hidden], lang)
    chosen = label("plan.note_chosen", lang)
    if not untold:
        return [chosen]
    return [chosen, label("plan.note_chosen_hidden", lang, names=untold)]


def _hidden_factors(profile: pd.DataFrame | None) -> set[str]:
    if profile is None:
        return set()
    return set(profile.index[profile["hidden"].isin(("few", "protect"))])


def _hidden_items(items: pd.DataFrame | None) -> set[str]:
    if items is None:
        return set()
    return set(items[items["hidden"].ne("")].index.get_level_values("item"))
