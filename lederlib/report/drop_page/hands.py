"""Hands that were counted in a room: typed on the page, and shown as counted."""

import csv
from collections.abc import Mapping, Sequence
from io import StringIO

import numpy as np
import pandas as pd

from lederlib.answers import Answers, AnswersError
from lederlib.catalogue import FACTOR_KEYS, factor
from lederlib.plot import plot_factor_map
from lederlib.report.page import figure, section
from lederlib.text import COLOURS, Lang, both, label, phrase
from lederlib.text.html import cell, paragraph, table

MOST_HANDS = 100_000
SHARES = (0.0, 0.5, 1.0)
Typed = Mapping[str, Sequence[str]]


def hands_table(typed: Typed, lang: Lang) -> bytes:
    """Return hands as typed, by factor, as the table of text that the reader knows.

    Parameters
    ----------
    typed : mapping of str to sequence of str
        By factor key the numbers of red, yellow and green; "" where none was typed.

    Raises
    ------
    AnswersError
        If something typed is no whole number, or there are no hands at all.

    Examples
    --------
    >>> print(hands_table({"values": ["1", "", "4"]}, "en").decode(), end="")
    Factor;red;yellow;green
    Values;1;0;4
    """
    rows = [(key, _counts(key, typed[key])) for key in FACTOR_KEYS if key in typed]
    held = [(key, counts) for key, counts in rows if any(counts)]
    if not held:
        raise AnswersError(phrase("your_answers.hands_none"))
    stream = StringIO()
    lines = csv.writer(stream, delimiter=";", lineterminator="\n")
    colours = [label(f"common.{colour}", lang) for colour in COLOURS]
    lines.writerow([label("report.factor", lang), *colours])
    lines.writerows([factor(key).name.to(lang), *counts] for key, counts in held)
    return stream.getvalue().encode()


def _counts(key: str, texts: Sequence[str]) -> list[int]:
    return [
        _count(key, colour, text.strip())
        for colour, text in zip(COLOURS, texts, strict=True)
    ]


def _count(key: str, colour: str, text: str) -> int:
    if not text:
        return 0
    if text.isascii() and text.isdigit() and int(text[:9]) <= MOST_HANDS:
        return int(text[:9])
    raise AnswersError(
        both(
            "your_answers.hands_wrong",
            factor=factor(key).name,
            colour=phrase(f"common.{colour}"),
            found=f"“{text[:20]}”",
            most=MOST_HANDS,
        )
    )


def hands_profile(answers: Answers) -> pd.DataFrame:
    """Return the profile of hands as they were counted, nothing hidden.

    For the screen of those who saw the hands, and never for what is saved: see
    `lederlib.answers.profile` for that, and for the columns.
    """
    held = answers.factors[[key for key in FACTOR_KEYS if key in answers.factors]]
    n = held.count()
    shares = {
        colour: (held == share).sum() / n
        for colour, share in zip(COLOURS, SHARES, strict=True)
    }
    facts = {"mean": held.mean(), "spread": held.std(), **shares, "n": n}
    told = pd.DataFrame(facts).rename_axis("factor")
    return told[told["n"] > 0].assign(hidden="")


def typed_html(answers: Answers, lang: Lang) -> str:
    """Return hands as they were counted: the map, and the numbers in a table."""
    profile = hands_profile(answers)
    counts = profile[[*COLOURS]].mul(profile["n"], axis=0).round().astype(np.int64)
    rows = [
        [
            cell(factor(str(key)).name.to(lang), row=True),
            *[cell(str(row[colour]), kind=colour) for colour in COLOURS],
        ]
        for key, row in counts.iterrows()
    ]
    head = [label(f"report.{name}", lang) for name in ("factor", *COLOURS)]
    body = [
        paragraph(label("your_answers.typed_lead", lang), kind="notice"),
        figure(plot_factor_map(profile, lang=lang, synthetic=answers.synthetic)),
        table(head, rows, caption=label("your_answers.typed_table", lang)),
    ]
    return section("typed", body, lang=lang, area="your_answers")
