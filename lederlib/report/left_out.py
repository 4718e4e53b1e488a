"""The part of the report on what was left out, so that few people stay "some"."""

from typing import NamedTuple

import pandas as pd

from lederlib.answers import Answers
from lederlib.text import Lang, Phrase, both, label, phrase
from lederlib.text.html import cell, paragraph, table

#: What stands for a place that is not told.
NOWHERE = "–"
#: Reasons of answers, by column; the others are reasons of whole rows.
_OF_ANSWERS = ("no_opinion", "user_missing")
#: Rows that are nobody's, so that their numbers may be told.
_NOBODYS = ("blank_row", "total_row", "footer_row")


class Told(NamedTuple):
    """One line on what was left out; without a number it is told as "some"."""

    reason: str
    where: str
    people: int | None


def left_out_words(answers: Answers, *, lang: Lang, limit: int) -> str:
    """Return what was left out as a table, or that nothing was."""
    rows = left_out_rows(answers, lang=lang, limit=limit)
    if not rows:
        return paragraph(label("report.left_out_none", lang))
    return table(
        [label(f"report.{name}", lang) for name in ("reason", "where", "count")],
        [
            [*(cell(text, kind="words") for text in words), cell(people)]
            for *words, people in rows
        ],
        caption=label("report.left_out_table", lang),
    )


def left_out_rows(answers: Answers, *, lang: Lang, limit: int) -> list[list[str]]:
    """Return why, where and how many, a row a reason; few are "some"."""
    return [
        [
            label(f"answers.left_{line.reason}", lang),
            line.where,
            label("report.some", lang) if line.people is None else str(line.people),
        ]
        for line in told_left_out(answers, limit)
    ]


def left_out_lines(answers: Answers, limit: int) -> tuple[Phrase, ...]:
    """Return what was left out, a sentence for each line."""
    return tuple(
        both(
            "report.left_out_" + ("somewhere" if line.where == NOWHERE else "line"),
            reason=both(f"answers.left_{line.reason}"),
            count=phrase("report.some") if line.people is None else line.people,
            where=line.where,
        )
        for line in told_left_out(answers, limit)
    )


def told_left_out(answers: Answers, limit: int) -> list[Told]:
    """Return what was left out, and the reason of no fewer than `limit` people.

    A reason is told of a column only where no reason there belongs to few, since the
    shown number of answers tells how many gave none. What is not told is one line for
    the whole file, and that line is there whatever the reasons were.
    """
    rows = [Told(*row) for row in answers.left_out.itertuples(index=False)]
    silent = [row for row in rows if row.reason in _OF_ANSWERS]
    missing = _missing(answers)
    open_columns = {
        name
        for name in {row.where for row in silent} & set(missing.index)
        if _may_be_told([row for row in silent if row.where == name], missing, limit)
    }
    about_rows = [_of_rows(row, limit) for row in rows if row not in silent]
    told = [row for row in silent if row.where in open_columns]
    untold = missing.drop(labels=list(open_columns))
    rest = bool((untold > 0).any()) or len(told) < len(silent)
    return [*about_rows, *told, *[Told("any", NOWHERE, None)] * rest]


def _missing(answers: Answers) -> pd.Series:
    """Return how many people gave no answer, by the name of each answered column."""
    held = answers.factors.join([answers.items, answers.balance])
    found = answers.columns.set_index("key")["found"]
    return held.isna().sum().rename(index=found.to_dict())


def _may_be_told(parts: list[Told], missing: pd.Series, limit: int) -> bool:
    """Return whether each reason in a column, and what they leave, is of many."""
    name = parts[0].where
    counts = [row.people or 0 for row in parts]
    rest = abs(int(missing[name]) - sum(counts))
    return all(count >= limit for count in counts) and (rest == 0 or rest >= limit)


def _of_rows(row: Told, limit: int) -> Told:
    if row.reason in _NOBODYS:
        return row
    few = row.people is not None and row.people < limit
    return Told(row.reason, "–", None if few else row.people)
