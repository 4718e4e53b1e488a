"""The part of the report on what moved since last time."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import pandas as pd

from lederlib.answers import Answers, Change, change, compare_chosen
from lederlib.answers.change import WORDS
from lederlib.catalogue import FACTOR_KEYS
from lederlib.plot import plot_change
from lederlib.report.page import figure, section
from lederlib.report.plan_filled import Card
from lederlib.report.predictions import factor_name, interval_words, predictions
from lederlib.report.themes import suggested_factors
from lederlib.text import (
    Lang,
    format_number,
    format_signed,
    join_words,
    label,
    wording,
)
from lederlib.text.html import cell, paragraph, table

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
    chosen : tuple of str
        Keys of the factors that were worked on.
    chosen_by : str
        "focus", "plan", "suggested" or "none": who says which were chosen.
    cards : tuple of Card
        What the plan of last time predicted.
    """

    found: Change
    before: Answers
    chosen: tuple[str, ...]
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
    keys = tuple(chosen.get(chosen_by, ()))
    return Since(
        found=change(now, before, group, min_group, chosen=keys),
        before=before,
        chosen=keys,
        chosen_by=chosen_by,
        cards=cards,
    )


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
        *predictions(since.cards, found.table, lang),
        paragraph(_word("cause", lang), kind="notice"),
        paragraph(
            _word("protection", lang, limit=found.limit, before=since.before.source),
            kind="small",
        ),
    ]
    return section("change", body, lang=lang, area="change")


def _pairing(found: Change, lang: Lang) -> list[str]:
    """Return how the two times were compared, and of what only a word is told."""
    ways = set(found.table["how"])
    return [*_how_paired(found, ways, lang), *_few_moved(found, lang)]


def _how_paired(found: Change, ways: set[str], lang: Lang) -> list[str]:
    if not found.paired:
        return [_word("unpaired", lang)] if found.judged else []
    if "paired" not in ways:
        return [_word("paired_not", lang)] if "totals" in ways else []
    many = found.matched
    lines = [
        _word("paired_some", lang)
        if many is None
        else _word("paired", lang, matched=many)
    ]
    return [*lines, _word("paired_partly", lang)] if "totals" in ways else lines


def _few_moved(found: Change, lang: Lang) -> list[str]:
    """Return of which factors only a word is told, and why."""
    words = found.table.index[found.table["how"] == "words"]
    if not len(words):
        return []
    names = join_words([factor_name(key, lang) for key in words], lang)
    key = "few_moved_all" if len(words) == found.judged else "few_moved"
    told = _word(key, lang, factors=names, limit=found.limit)
    return [told, _word("few_share", lang)]


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
    name = factor_name(key, lang)
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
        cell(interval_words(row, lang)),
        cell(format_number(row["before"], lang)),
        cell(format_number(row["now"], lang)),
        cell(basis),
    ]


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
    heading = f"<h3>{escape(_word('chosen', lang))}</h3>"
    if not since.chosen:
        return [heading, paragraph(_word("chosen_none", lang))]
    names, absent = (
        join_words([factor_name(key, lang) for key in keys], lang)
        for keys in (
            since.chosen,
            [key for key in since.chosen if key not in found.table.index],
        )
    )
    numbered = bool(found.table["change"].notna().any())
    totals = bool((found.table["how"] == "totals").any())
    return [
        heading,
        paragraph(_word(f"chosen_{since.chosen_by}", lang, names=names)),
        paragraph(_word("chosen_absent", lang, names=absent) if absent else ""),
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
