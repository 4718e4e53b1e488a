"""What a plan predicted beside what the answers say now."""

from collections.abc import Sequence
from html import escape

import pandas as pd

from lederlib.catalogue import FACTOR_KEYS, factor
from lederlib.report.plan import Outcome
from lederlib.report.plan_filled import Card
from lederlib.text import Lang, format_range, format_signed, wording
from lederlib.text.html import paragraph

_word = wording("change.")


def outcomes(
    cards: Sequence[Card], told: pd.DataFrame, lang: Lang
) -> tuple[Outcome, ...]:
    """Return what each card predicted beside the direction, without numbers."""
    return tuple(
        Outcome(
            theme=_title(card, lang),
            prediction=card.prediction or _word("empty", lang),
            sign=card.sign or _word("empty", lang),
            words=_outcome(told, card.key, lang, numbers=False),
        )
        for card in cards
    )


def predictions(cards: Sequence[Card], told: pd.DataFrame, lang: Lang) -> list[str]:
    """Return each card's prediction and sign beside what the answers say now."""
    heading = f"<h3>{escape(_word('predictions', lang))}</h3>"
    if not cards:
        return [heading, paragraph(_word("no_plan", lang))]
    return [
        heading,
        *[_prediction(card, told, lang) for card in cards],
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
    return f'<div class="focus"><h4>{escape(_title(card, lang))}</h4>{pairs}</div>'


def _title(card: Card, lang: Lang) -> str:
    """Return the theme in the reader's language where it is a factor."""
    return factor_name(card.key, lang) if card.key in FACTOR_KEYS else card.theme


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
    between = interval_words(row, lang)
    return _word("outcome_numbers", lang, word=word, change=moved, interval=between)


def interval_words(row: pd.Series, lang: Lang) -> str:
    """Return the ends of a change's interval, or a dash."""
    return "–" if pd.isna(row["low"]) else format_range(row["low"], row["high"], lang)


def factor_name(key: object, lang: Lang) -> str:
    """Return a factor's name."""
    return factor(str(key)).name.to(lang)
