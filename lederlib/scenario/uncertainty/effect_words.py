"""Say in words which quantities an outcome is sensitive to."""

from collections.abc import Mapping

import pandas as pd

from lederlib.scenario.flexwork.outcome import UNITS
from lederlib.text import (
    Lang,
    Phrase,
    format_number,
    format_range,
    format_share,
    join_words,
    label,
)

MOST_NAMED = 3
LEAST_NAMED = 0.05
# So much of the variance has to arise between quantities before it is worth a word.
_WORTH_SAYING = 0.02


def effects_sentence(
    table: pd.DataFrame,
    lang: Lang,
    *,
    titles: Mapping[str, Phrase],
    outcome: str,
    difference: bool,
    level: float,
    too_few: int,
) -> str:
    """Return what most of the uncertainty comes from, and what hinders trust in it.

    Parameters
    ----------
    table : pandas.DataFrame
        As `Sensitivity.table`.
    lang : {"da", "en"}
        Language of the words.
    titles : mapping
        The quantities in words.
    outcome : str
        Name of the outcome, or empty.
    difference : bool
        Whether it is a difference between two settings.
    level : float
        Coverage of the intervals.
    too_few : int
        The number of draws where they were too few, else 0.
    """
    name = outcome_name(outcome, lang, difference=difference)
    if not (table["total"] > 0).any():
        return label("sensitivity.still", lang, outcome=name)
    named = table[table["total"] >= LEAST_NAMED].head(MOST_NAMED)
    words = [_quantity(row, titles, lang) for _, row in named.iterrows()]
    said = [
        label(
            "sensitivity.most",
            lang,
            outcome=name,
            quantities=join_words(words, lang),
            level=format_share(level, lang),
        )
    ]
    said.append(_together(float(table["first"].sum()), lang))
    if too_few:
        numbers = [format_number(n, lang, digits=0) for n in (too_few, 4 * too_few)]
        said.append(
            label("sensitivity.too_few", lang, draws=numbers[0], more=numbers[1])
        )
    said.append(label("sensitivity.prior", lang))
    return " ".join(said)


def outcome_name(outcome: str, lang: Lang, *, difference: bool) -> str:
    """Return what the outcome is called in the middle of a sentence."""
    name = outcome or label("sensitivity.result", lang)
    if outcome in UNITS:
        title = label(f"flexwork.outcome_{outcome}", lang)
        name = label("sensitivity.named", lang, title=title)
    return label("sensitivity.difference", lang, outcome=name) if difference else name


def _quantity(row: pd.Series, titles: Mapping[str, Phrase], lang: Lang) -> str:
    return label(
        "sensitivity.quantity",
        lang,
        title=titles[row["quantity"]].to(lang),
        share=format_number(row["total"], lang),
        range=format_range(row["total_low"], row["total_high"], lang),
    )


def _together(alone: float, lang: Lang) -> str:
    alone = max(0.0, alone)
    if alone > 1 - _WORTH_SAYING:
        return label("sensitivity.apart", lang)
    return label("sensitivity.together", lang, share=format_share(alone, lang))
