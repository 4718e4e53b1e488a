"""The part of the report that says what it rests on: file, hidden cells, sources."""

from collections import Counter
from html import escape

import pandas as pd

from lederlib import __version__
from lederlib.answers import Answers
from lederlib.catalogue import ledger, source
from lederlib.report.left_out import left_out_words
from lederlib.report.page import section
from lederlib.text import Lang, format_number, format_range, join_words, label
from lederlib.text.html import bullets, cell, paragraph, table

RESTS_ON = (
    "retention_weights",
    "red_below",
    "green_from",
    "important_share",
    "agreed_spread",
    "reference_ratio",
)
REASONS = ("few", "protect", "unanimous")


def hidden_section(
    *tables: pd.DataFrame | None, lang: Lang, min_group: int, coarse: bool = False
) -> str:
    """Return what is hidden in all of the report's tables, why, and what is not."""
    reasons = [list(shown["hidden"]) for shown in tables if shown is not None]
    counts = Counter(reason for column in reasons for reason in column)
    lines = [
        label(f"report.hidden_{reason}", lang, count=counts[reason], limit=min_group)
        for reason in REASONS
        if reason in counts
    ]
    words = "hidden_lead" if lines else "hidden_none"
    body = [
        paragraph(label(f"report.{words}", lang, limit=min_group)),
        bullets(lines),
        ""
        if coarse
        else paragraph(label("report.hidden_shares", lang, limit=min_group)),
        paragraph(label("report.hidden_limits", lang), kind="small"),
    ]
    return section("hidden", body, lang=lang)


def read_section(
    answers: Answers, before: Answers | None = None, *, lang: Lang, min_group: int
) -> str:
    """Return how the file was read, and that of last time, and what was left out."""
    body = _read(answers, lang, min_group)
    if before is not None:
        heading = f"<h3>{escape(before.source)}</h3>"
        body += [heading, *_read(before, lang, min_group)]
    return section("read", body, lang=lang)


def _read(answers: Answers, lang: Lang, min_group: int) -> list[str]:
    """Return how one file was read and what was left out, by reason."""
    unplaced = join_words(answers.unplaced, lang)
    return [
        bullets(note.to(lang) for note in answers.notes),
        paragraph(label("report.unplaced", lang, columns=unplaced), kind="notice")
        if unplaced
        else "",
        left_out_words(answers, lang=lang, limit=min_group),
    ]


def sources_section(*, lang: Lang) -> str:
    """Return the numbers behind the report, each with its standing, and the sources."""
    book = ledger()
    chosen = [book[name] for name in RESTS_ON]
    rows = [
        [
            cell(quantity.title.to(lang), row=True),
            cell(format_number(quantity.value, lang)),
            cell(format_range(quantity.low, quantity.high, lang)),
            cell(label(f"catalogue.{quantity.provenance}", lang), kind="words"),
        ]
        for quantity in chosen
    ]
    names = ("quantity", "value", "range", "standing")
    cited = sorted({quantity.source for quantity in chosen} | {"helhedsmodel_2025"})
    made_by = label(
        "report.made_by", lang, version=__version__, fingerprint=book.fingerprint
    )
    body = [
        table(
            [label(f"report.{name}", lang) for name in names],
            rows,
            caption=label("report.sources_table", lang),
        ),
        bullets(source(key).citation(lang) for key in cited if key != "lederlib"),
        paragraph(made_by, kind="small"),
    ]
    return section("sources", body, lang=lang)
