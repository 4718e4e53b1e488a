"""The part of the report on what moved since last time."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import pandas as pd

from lederlib.answers import Answers, Change, change, compare_chosen
from lederlib.answers.change import WORDS
from lederlib.catalogue import FACTOR_KEYS, factor
from lederlib.plot import plot_change
from lederlib.report.page import cell, figure, paragraph, section, table
from lederlib.report.plan import Outcome
from lederlib.report.plan_filled import Card
from lederlib.report.themes import suggested_factors
from lederlib.text import (
    Lang,
    format_number,
    format_range,
    format_signed,
    join_words,
    label,
    wording,
)

_word = wording("change.")
COLUMNS = ("factor", "direction", "moved", "interval", "before", "now", "basis")
IN_WORDS = ("factor", "direction")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Since:
    """What is told of the time since an earlier file.

    Attributes
    ----------
    found : Change
        What moved; the chosen factors are marked in it.
    before : Answers
        What was answered then.
    chosen_by : str
        "focus", "plan", "suggested" or "none": who says which were chosen.
    cards : tuple of Card
        What the plan of last time predicted.
    """

    found: Change
    before: Answers
    chosen_by: str
    cards: tuple[Card, ...]


def since(
    now: Answers,
    before: Answers,
    profile: pd.DataFrame,
    *,
    focus: Sequence[str] = (),
    cards: tuple[Card, ...] = (),
    group: str | None = None,
    min_group: int = 5,
) -> Since:
    """Return what moved, with the factors of `focus`, of `cards` or of `profile`.

    Parameters
    ----------
    now, before : Answers
        What was answered, and last time.
    profile : pandas.DataFrame
        What is told of everyone last time.
    focus : sequence of str
        Keys of the themes that were worked on, as far as they are factors.
    cards : tuple of Card
        The plan of last time; its themes count where there is no focus.
    group, min_group
        As for `lederlib.answers.change`.
    """
    named = {
        "focus": focus,
        "plan": [card.key for card in cards if card.key],
        "suggested": () if focus or cards else suggested_factors(profile),
    }
    chosen = {
        by: [key for key in dict.fromkeys(keys) if key in FACTOR_KEYS]
        for by, keys in named.items()
    }
    chosen_by = next((by for by, keys in chosen.items() if keys), "none")
    keys = chosen.get(chosen_by, [])
    found = change(now, before, group, min_group, chosen=keys)
    return Since(found=found, before=before, chosen_by=chosen_by, cards=cards)


def change_section(
    since: Since | None, *, lang: Lang, synthetic: bool, coarse: bool = False
) -> str:
    """Return picture, table, the chosen beside the others, and the predictions.

    Nothing without an earlier file; with `coarse` only that no change is shown.
    """
    if since is None:
        return ""
    if coarse:
        body = [paragraph(_word("coarse", lang))]
        return section("change", body, lang=lang, area="change")
    found = since.found
    numbered = bool(found.table["change"].notna().any())
    drawn = plot_change(found.table, lang=lang, synthetic=synthetic)
    body = [
        paragraph(_word("lead", lang, before=since.before.source)),
        *map(paragraph, _pairing(found, lang)),
        figure(drawn) if numbered else "",
        _table(found, lang, numbered=numbered),
        paragraph(_word("note", lang), kind="small"),
        _note_on_two(found, lang),
        paragraph(_crossing(found, lang)),
        *_chosen(since, lang),
        *_predictions(since, lang),
        paragraph(_word("cause", lang), kind="notice"),
        paragraph(
            _word("protection", lang, limit=found.limit, before=since.before.source),
            kind="small",
        ),
    ]
    return section("change", body, lang=lang, area="change")


def outcomes(since: Since, lang: Lang) -> tuple[Outcome, ...]:
    """Return what each card predicted beside the direction, without numbers."""
    return tuple(
        Outcome(
            theme=card.theme,
            prediction=card.prediction or _word("empty", lang),
            sign=card.sign or _word("empty", lang),
            words=_outcome(since.found.table, card.key, lang, numbers=False),
        )
        for card in since.cards
    )


def _pairing(found: Change, lang: Lang) -> list[str]:
    """Return how the two times were compared, and of what only a word is told."""
    words = found.table.index[found.table["how"] == "words"]
    lines = []
    if not found.paired:
        lines.append(_word("unpaired", lang))
    elif found.matched is not None:
        lines.append(_word("paired", lang, matched=found.matched))
    elif len(words) < found.judged:
        lines.append(_word("paired_some", lang))
    if not len(words):
        return lines
    if len(words) == found.judged:
        lines.append(_word("few_moved_all", lang, limit=found.limit))
    else:
        names = join_words([_name(key, lang) for key in words], lang)
        lines.append(_word("few_moved", lang, factors=names, limit=found.limit))
    return [*lines, _word("few_share", lang)]


def _table(found: Change, lang: Lang, *, numbered: bool) -> str:
    """Return each factor's direction, with its numbers where any may be told."""
    names = COLUMNS if numbered else COLUMNS[:2]
    return table(
        [_word(name, lang) for name in names],
        [
            _row(str(key), row, lang)[: len(names)]
            for key, row in found.table.iterrows()
        ],
        caption=_word("table" if numbered else "table_words", lang),
        kinds=["words" if name in IN_WORDS else "" for name in names],
    )


def _row(key: str, row: pd.Series, lang: Lang) -> list[str]:
    name = _name(key, lang)
    title = _word("chosen_mark", lang, factor=name) if row["chosen"] else name
    if row["how"] == "hidden":
        hidden = label("report.hidden_cell", lang)
        words = [cell(hidden, kind="words hidden"), *[cell(hidden, kind="hidden")] * 5]
        return [cell(title, row=True), *words]
    basis = _word(f"how_{row['how']}", lang, pairs=row["pairs"])
    return [
        cell(title, row=True),
        cell(_word(row["word"], lang), kind="words"),
        cell(format_signed(row["change"], lang)),
        cell(_interval(row, lang)),
        cell(format_number(row["before"], lang)),
        cell(format_number(row["now"], lang)),
        cell(basis),
    ]


def _interval(row: pd.Series, lang: Lang) -> str:
    return "–" if pd.isna(row["low"]) else format_range(row["low"], row["high"], lang)


def _note_on_two(found: Change, lang: Lang) -> str:
    paired = (found.table["how"] == "paired").any()
    return paragraph(_word("note_two", lang) if paired else "", kind="small")


def _crossing(found: Change, lang: Lang) -> str:
    if not found.judged:
        return ""
    expected = format_number(found.expected_by_chance, lang, digits=1)
    return _word(
        "crossing", lang, count=found.judged, expected=expected, moved=found.moved
    )


def _chosen(since: Since, lang: Lang) -> list[str]:
    """Return the chosen factors beside the others and beside chance alone."""
    found = since.found
    chosen = found.table.index[found.table["chosen"]]
    heading = f"<h3>{escape(_word('chosen', lang))}</h3>"
    if not len(chosen):
        return [heading, paragraph(_word("chosen_none", lang))]
    names = join_words([_name(key, lang) for key in chosen], lang)
    numbered = bool(found.table["change"].notna().any())
    totals = bool((found.table["how"] == "totals").any())
    return [
        heading,
        paragraph(_word(f"chosen_{since.chosen_by}", lang, names=names)),
        _chosen_table(found, lang, numbered=numbered),
        paragraph(_word("regression", lang)),
        paragraph(_word("regression_numbers", lang) if numbered else ""),
        paragraph(_word("regression_totals", lang) if totals else "", kind="small"),
    ]


def _chosen_table(found: Change, lang: Lang, *, numbered: bool) -> str:
    """Return directions of the chosen and the others, with means where told."""
    numbers = ("change", "expect") if numbered else ()
    rows = [
        [
            cell(_word("which_chosen" if which else "which_others", lang), row=True),
            *[cell(format_signed(row[name], lang)) for name in numbers],
            *[cell(str(int(row[word]))) for word in WORDS],
        ]
        for which, row in compare_chosen(found).iterrows()
    ]
    heads = ("which", *(f"mean_{name}" for name in numbers), *WORDS)
    return table(
        [_word(head, lang).capitalize() for head in heads],
        rows,
        caption=_word("chosen_table" if numbered else "chosen_table_words", lang),
    )


def _predictions(since: Since, lang: Lang) -> list[str]:
    """Return each card's prediction and sign beside what the answers say now."""
    heading = f"<h3>{escape(_word('predictions', lang))}</h3>"
    if not since.cards:
        return [heading, paragraph(_word("no_plan", lang))]
    return [
        heading,
        *[_prediction(card, since.found.table, lang) for card in since.cards],
    ]


def _prediction(card: Card, told: pd.DataFrame, lang: Lang) -> str:
    lines = (
        ("predicted", card.prediction or _word("empty", lang)),
        ("sign", card.sign or _word("empty", lang)),
        ("outcome", _outcome(told, card.key, lang, numbers=True)),
    )
    pairs = "".join(
        f"<p><strong>{escape(_word(key, lang))}</strong> {escape(words)}</p>"
        for key, words in lines
    )
    return f'<div class="focus"><h4>{escape(card.theme)}</h4>{pairs}</div>'


def _outcome(told: pd.DataFrame, key: str | None, lang: Lang, *, numbers: bool) -> str:
    """Return what the answers say of a theme now, as a sentence."""
    if key not in told.index:
        return _word("outcome_absent", lang)
    row = told.loc[key]
    if row["how"] == "hidden":
        return _word("outcome_hidden", lang)
    word = _word(row["word"], lang).capitalize()
    if not numbers or pd.isna(row["change"]):
        return _word("outcome_word", lang, word=word)
    moved = format_signed(row["change"], lang)
    between = _interval(row, lang)
    return _word("outcome_numbers", lang, word=word, change=moved, interval=between)


def _name(key: object, lang: Lang) -> str:
    return factor(str(key)).name.to(lang)
