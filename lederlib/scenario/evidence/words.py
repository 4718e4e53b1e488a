"""A confrontation as a reader meets it: sentences and tables."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from lederlib.catalogue import Ledger, factor
from lederlib.scenario.evidence.prior import JOINTLY
from lederlib.scenario.evidence.target import Target
from lederlib.text import (
    Lang,
    format_number,
    format_range,
    format_share,
    join_words,
    wording,
)

_word = wording("confront.")
#: Below this, a number is hardly narrowed; a tenth is what sampling alone may show.
_LITTLE = 0.1
_ROWS = 8


def summary_of(
    targets: Sequence[Target],
    ledger: Ledger,
    *,
    prior: pd.DataFrame,
    after: pd.DataFrame,
    table: pd.DataFrame,
    effective: float,
    unreproduced: Mapping[str, tuple[str, ...]],
    lang: Lang,
) -> str:
    """Return the sentences of `Confrontation.summary`."""
    numbers = [one for one in targets if one.kind == "number"]
    before, later = _by_row(prior), _by_row(after)
    told = [_word("nothing_held", lang)]
    if numbers:
        told = [
            _word(
                "weighed",
                lang,
                numbers=titles_of(numbers, lang),
                effective=format_number(effective, lang, digits=0),
            ),
            _narrowed_most(table, ledger, lang),
        ]
    told += [
        _word(
            "sign_told",
            lang,
            title=one.title.to(lang),
            before=format_share(before[one.key]["passes"], lang),
            after=format_share(later[one.key]["passes"], lang),
        )
        for one in targets
        if one.kind == "sign"
    ]
    told += [
        _word(_out_of_reach(unreproduced[one.key]), lang, title=one.title.to(lang))
        for one in targets
        if one.key in unreproduced
    ]
    if targets and not unreproduced:
        told.append(_word("all_reproduced", lang))
    if numbers:
        told.append(_word("not_an_effect", lang))
    return " ".join(told)


def conflict_sentence(
    targets: Sequence[Target], after: pd.DataFrame, effective: float, least: int
) -> str:
    """Say that the numbers cannot be met together, and which lies furthest off."""
    numbers = [one for one in targets if one.kind == "number"]
    rows = _by_row(after)
    far = {
        one.key: abs(rows[one.key]["q500"] - one.value) / (one.high - one.low)
        for one in numbers
    }
    worst = max(far, key=lambda key: far[key])
    return _word(
        "conflict",
        "en",
        numbers=join_words([one.key for one in numbers], "en"),
        effective=format_number(effective, "en", digits=0),
        least=least,
        worst=worst,
    )


def titles_of(targets: Sequence[Target], lang: Lang) -> str:
    """Return the titles of targets as a sentence lists them."""
    quoted = {"da": "»{}«", "en": "“{}”"}[lang]
    return join_words([quoted.format(one.title.to(lang)) for one in targets], lang)


def prior_in_words(
    targets: Sequence[Target], prior: pd.DataFrame, lang: Lang
) -> pd.DataFrame:
    """Return the prior-predictive table under headings in one language."""
    before = _by_row(prior)
    rows = [
        [
            *_published(one, lang),
            _given(before[one.key], one, lang),
            _count(before[one.key]["effective"], lang),
        ]
        for one in targets
    ]
    if JOINTLY in before:
        left = _count(before[JOINTLY]["effective"], lang)
        rows.append([_word("jointly", lang), "", "", "", left])
    heads = ("target", "published", "unit", "before", "effective")
    return _framed(rows, heads, lang)


def targets_in_words(
    targets: Sequence[Target], prior: pd.DataFrame, after: pd.DataFrame, lang: Lang
) -> pd.DataFrame:
    """Return what was seen beside what the model gives before and after."""
    before, later = _by_row(prior), _by_row(after)
    rows = [
        [
            *_published(one, lang),
            _given(before[one.key], one, lang),
            _given(later[one.key], one, lang),
        ]
        for one in targets
    ]
    return _framed(rows, ("target", "published", "unit", "before", "after"), lang)


def quantities_in_words(
    table: pd.DataFrame, ledger: Ledger, lang: Lang, *, rows: int = _ROWS
) -> pd.DataFrame:
    """Return the numbers that were narrowed most, the most first."""
    size = _changed(table)
    moved = table[size > 0].loc[size[size > 0].sort_values(ascending=False).index]
    lines = [
        [
            title_of(name, ledger, lang),
            _three(one["before_low"], one["before"], one["before_high"], lang),
            _three(one["after_low"], one["after"], one["after_high"], lang),
            format_share(one["moved"], lang),
            format_share(one["narrowed"], lang),
        ]
        for name, one in _by_row(moved.head(rows)).items()
    ]
    return _framed(lines, ("quantity", "range", "after", "moved", "narrowed"), lang)


def widths_in_words(table: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    """Return `under_other_widths` under headings in one language."""
    names = {0.5: "width_half", 1.0: "width_whole", 2.0: "width_double"}
    rows = [
        [
            _word(names[row["times"]], lang),
            format_range(row["low"], row["high"], lang, digits=1),
            _three(row["effect_low"], row["effect"], row["effect_high"], lang),
            _three(
                100 * row["stay_low"], 100 * row["stay"], 100 * row["stay_high"], lang
            ),
        ]
        for row in _by_row(table).values()
    ]
    return _framed(rows, ("width", "range", "effect", "stay"), lang)


def title_of(name: str, ledger: Ledger, lang: Lang) -> str:
    """Return the title of a row of `Confrontation.table`.

    Examples
    --------
    >>> from lederlib.catalogue import ledger
    >>> title_of("retention_weights.values", ledger(), "en")
    'Weight of the factors for retention: Values'
    """
    quantity, _, key = name.partition(".")
    title = ledger[quantity].title.to(lang)
    return f"{title}: {factor(key).name.to(lang)}" if key else title


def _narrowed_most(table: pd.DataFrame, ledger: Ledger, lang: Lang) -> str:
    size = _changed(table)
    name = str(size.idxmax())
    row = _by_row(table)[name]
    if size[name] < _LITTLE:
        return _word("hardly", lang, limit=format_share(_LITTLE, lang))
    ends = {
        when: _three(row[f"{when}_low"], row[when], row[f"{when}_high"], lang)
        for when in ("before", "after")
    }
    return _word("narrowed", lang, title=title_of(name, ledger, lang), **ends)


def _changed(table: pd.DataFrame) -> pd.Series:
    """Return how much each number changed: narrower, or moved, whichever is more."""
    return table[["narrowed", "moved"]].abs().max(axis=1)


def _out_of_reach(when: tuple[str, ...]) -> str:
    if when == ("alone", "jointly"):
        return "unreproduced_alone"
    return "unreproduced_jointly" if when == ("jointly",) else "unreproduced_before"


def _published(target: Target, lang: Lang) -> list[str]:
    title, unit = target.title.to(lang), target.unit.to(lang)
    if np.isnan(target.value):
        return [title, _word("published_sign", lang), unit]
    digits = _digits(target.value)
    value = format_number(target.value, lang, digits=digits)
    if np.isnan(target.low) or np.isnan(target.high):
        return [title, _word("published_alone", lang, value=value), unit]
    low, high = (
        format_number(end, lang, digits=digits) for end in (target.low, target.high)
    )
    return [title, _word("published", lang, value=value, low=low, high=high), unit]


def _given(row: Mapping[Hashable, Any], target: Target, lang: Lang) -> str:
    if target.kind == "sign":
        return _word("passes", lang, share=format_share(row["passes"], lang))
    return _three(row["q005"], row["q500"], row["q995"], lang)


def _three(low: float, middle: float, high: float, lang: Lang) -> str:
    digits = _digits(max(abs(low), abs(high)))
    ends = [format_number(one, lang, digits=digits) for one in (low, middle, high)]
    return _word("gives", lang, low=ends[0], middle=ends[1], high=ends[2])


def _digits(size: float) -> int:
    """Return as many decimals as three figures need, two at most."""
    return int(np.clip(2 - np.floor(np.log10(max(abs(size), 1e-9))), 0, 2))


def _count(value: float, lang: Lang) -> str:
    return "" if np.isnan(value) else format_number(value, lang, digits=0)


def _by_row(table: pd.DataFrame) -> dict[str, dict[Hashable, Any]]:
    return {str(name): row for name, row in table.to_dict("index").items()}


def _framed(
    rows: Sequence[Sequence[str]], heads: Sequence[str], lang: Lang
) -> pd.DataFrame:
    names = [_word(f"head_{head}", lang) for head in heads]
    return pd.DataFrame([list(row) for row in rows], columns=names)
