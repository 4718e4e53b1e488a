"""Say in words where a conclusion fails."""

import math

import pandas as pd

from lederlib.catalogue import Ledger, Quantity, factor
from lederlib.scenario.uncertainty.effect_words import outcome_name
from lederlib.text import (
    Lang,
    format_number,
    format_range,
    format_share,
    join_words,
    label,
)

PERCENT = 100
_RARE = 0.01


def discovery_sentences(
    table: pd.DataFrame,
    rules: pd.DataFrame,
    lang: Lang,
    *,
    ledger: Ledger,
    fails: tuple[float, float, float],
    conclusion: tuple[str, bool, float],
    difference: bool,
    draws: int,
) -> str:
    """Return how often a conclusion fails, and each rule in a sentence.

    Parameters
    ----------
    table, rules : pandas.DataFrame
        As of `Discovery`.
    lang : {"da", "en"}
        Language of the words.
    ledger : Ledger
        The quantities.
    fails : tuple of float
        Share of the worlds in which it fails, with its interval.
    conclusion : tuple of (str, bool, float)
        Outcome, whether it should lie above, and the limit.
    difference : bool
        Whether the outcome is a difference between two settings.
    draws : int
        How many worlds were counted.
    """
    said = _conclusion(*conclusion, lang, difference=difference)
    if fails[0] in (0, 1):
        key = "discover.always" if fails[0] else "discover.never"
        count = format_number(draws, lang, digits=0)
        return label(key, lang, conclusion=said, draws=count)
    share, between = _share(fails, lang)
    sentences = [
        label("discover.fails", lang, conclusion=said, share=share, range=between),
        *(_rule(rule, table, ledger, lang) for _, rule in rules.iterrows()),
    ]
    if rules.empty:
        sentences.append(label("discover.no_rule", lang))
    return " ".join(sentences)


def _conclusion(
    outcome: str, above: bool, limit: float, lang: Lang, *, difference: bool
) -> str:
    if difference and limit == 0:
        name = outcome_name(outcome, lang, difference=False)
        return label(
            "discover.rises" if above else "discover.falls", lang, outcome=name
        )
    return label(
        "discover.above" if above else "discover.below",
        lang,
        outcome=outcome_name(outcome, lang, difference=difference),
        limit=format_number(limit, lang, digits=0 if limit % 1 == 0 else 2),
    )


def _rule(rule: pd.Series, table: pd.DataFrame, ledger: Ledger, lang: Lang) -> str:
    lines = table[table["rule"] == rule["rule"]]
    words = {"lines": [_line(row, ledger, lang) for _, row in lines.iterrows()]}
    shares = {
        name: _share((rule[name], rule[f"{name}_low"], rule[f"{name}_high"]), lang)
        for name in ("density", "coverage")
    }
    return label(
        "discover.rule",
        lang,
        number=format_number(rule["rule"], lang, digits=0),
        lines=join_words(words["lines"], lang),
        density=shares["density"][0],
        density_range=shares["density"][1],
        coverage=shares["coverage"][0],
        coverage_range=shares["coverage"][1],
    )


def _line(row: pd.Series, ledger: Ledger, lang: Lang) -> str:
    quantity = ledger[row["quantity"]]
    title = quantity.title.to(lang)
    if row["factor"]:
        title = f"{title}: {factor(row['factor']).name.to(lang)}"
    low, high = row["at_least"], row["at_most"]
    digits = limit_digits(quantity)
    words = {
        "title": title,
        "low": format_number(low, lang, digits=digits),
        "high": format_number(high, lang, digits=digits),
    }
    return label(f"discover.{_kind(low, high)}", lang, **words)


def _kind(low: float, high: float) -> str:
    if low == high:
        return "exactly"
    if math.isnan(high):
        return "at_least"
    return "at_most" if math.isnan(low) else "between"


def limit_digits(quantity: Quantity) -> int:
    """Return the decimals with which a limit within the quantity's range is worth it.

    Examples
    --------
    >>> from lederlib.catalogue import ledger
    >>> limit_digits(ledger()["contact_reach"]), limit_digits(ledger()["drain"])
    (2, 3)
    """
    if quantity.distribution == "choice":
        return 0
    return max(0, 2 - math.ceil(math.log10(quantity.high - quantity.low)))


def _share(ends: tuple[float, float, float], lang: Lang) -> tuple[str, str]:
    share, low, high = ends
    digits = 0 if _RARE < share < 1 - _RARE else 1
    return (
        format_share(share, lang, digits=digits),
        format_range(PERCENT * low, PERCENT * high, lang, digits=digits),
    )
