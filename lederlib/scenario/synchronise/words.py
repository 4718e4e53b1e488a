"""The tables on portfolios as a reader meets them: names, points and sentences."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from lederlib.catalogue import intervention, intervention_pairs
from lederlib.scenario.synchronise.world import PortfolioWorld
from lederlib.text import (
    Lang,
    format_number,
    format_range,
    format_share,
    join_words,
    label,
)

POINTS = 100


def names_of(keys: Sequence[str], lang: Lang) -> str:
    """Return the names of interventions as a sentence lists them."""
    return join_words([intervention(key).name.to(lang) for key in keys], lang)


def letter_of(place: int) -> str:
    """Return the letter of a row in a table of at most 26.

    Examples
    --------
    >>> letter_of(2)
    'C'
    """
    return chr(ord("A") + place)


def points(value: float, lang: Lang) -> str:
    """Return log units as points: one is about one per cent fewer who quit.

    Examples
    --------
    >>> points(0.0158, "da")
    '1,6 point'
    """
    number = format_number(POINTS * value, lang, digits=1)
    return label("synchronise.points", lang, number=number)


def range_in_points(low: float, high: float, lang: Lang) -> str:
    """Return an interval of log units as points, without the word.

    Examples
    --------
    >>> range_in_points(-0.01, 0.057, "en")
    '−1.0 to 5.7'
    """
    return format_range(POINTS * low, POINTS * high, lang, digits=1)


def sets_in_words(sets: pd.DataFrame, lang: Lang, *, rows: int = 5) -> pd.DataFrame:
    """Return the first rows of `best_sets` with names, points and shares.

    Examples
    --------
    >>> from lederlib.scenario import best_sets, portfolio_world
    >>> table = best_sets(portfolio_world(draws=100))
    >>> sets_in_words(table, "en").columns[0]
    'three together'
    """
    first = sets.head(rows)
    columns = {
        "choice": [names_of(keys, lang) for keys in first["keys"]],
        "value": [_plain(value, lang) for value in first["value"]],
        "best": [format_share(share, lang) for share in first["best"]],
        "regret": [_plain(value, lang) for value in first["regret"]],
        "attention": [format_share(used, lang) for used in first["attention"]],
        "weeks": [format_number(weeks, lang, digits=0) for weeks in first["weeks"]],
    }
    return _named(columns, lang)


def pairs_in_words(pairs: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    """Return the pairs that the catalogue names, from hindering to helping, and why.

    Examples
    --------
    >>> from lederlib.scenario import pair_effects, portfolio_world
    >>> pairs_in_words(pair_effects(portfolio_world(draws=100)), "en").shape
    (10, 3)
    """
    reasons = {frozenset(pair.keys): pair.why for pair in intervention_pairs()}
    named = pairs[pairs["kind"] != ""].sort_values("help")
    both = list(zip(named["one"], named["other"], strict=True))
    columns = {
        "pair": [names_of(pair, lang) for pair in both],
        "together": [_plain(value, lang) for value in named["help"]],
        "why": [reasons[frozenset(pair)].to(lang) for pair in both],
    }
    return _named(columns, lang)


def stops_in_words(
    stops: pd.DataFrame, world: PortfolioWorld, lang: Lang
) -> pd.DataFrame:
    """Return `stop_first` with names, what each opens for, points and shares."""
    opens = [
        [p for p in world.table if intervention(p).remove_first == legacy]
        for legacy in stops["legacy"]
    ]
    ends = zip(stops["q05"], stops["q95"], strict=True)
    columns = {
        "stop": [intervention(key).name.to(lang) for key in stops["legacy"]],
        "gain": [_plain(value, lang) for value in stops["gain"]],
        "range": [range_in_points(low, high, lang) for low, high in ends],
        "most": [format_share(share, lang) for share in stops["best"]],
        "lets_in": [names_of(keys, lang) for keys in opens],
    }
    return _named(columns, lang)


def stop_sentence(stops: pd.DataFrame, lang: Lang) -> str:
    """Say what to stop first, what it gives, and whether that depends on assumptions.

    Raises
    ------
    ValueError
        If there is nothing to stop.

    Examples
    --------
    >>> from lederlib.scenario import portfolio_world, stop_first
    >>> stop_sentence(stop_first(portfolio_world(draws=500)), "en")[:20]
    'Worth stopping first'
    """
    if stops.empty:
        msg = "stops must have a row for each legacy; got none."
        raise ValueError(msg)
    return label("synchronise.stop_words", lang, **_stop_facts(stops, lang))


def stop_words(stops: pd.DataFrame, lang: Lang) -> str:
    """Say the same in half a line."""
    facts = _stop_facts(stops, lang)
    del facts["range"]
    return label("synchronise.words_stop", lang, **facts)


def _stop_facts(stops: pd.DataFrame, lang: Lang) -> dict[str, str]:
    first = stops.iloc[0]
    often = stops.iloc[int(np.argmax(stops["best"]))]
    return {
        "name": intervention(first["legacy"]).name.to(lang),
        "gain": points(first["gain"], lang),
        "range": range_in_points(first["q05"], first["q95"], lang),
        "verdict": _verdict(first, often, lang),
    }


def _verdict(first: pd.Series, often: pd.Series, lang: Lang) -> str:
    share = format_share(often["best"], lang)
    if often["legacy"] == first["legacy"]:
        return label("synchronise.stop_often", lang, share=share)
    other = intervention(often["legacy"]).name.to(lang)
    return label("synchronise.stop_other", lang, share=share, other=other)


def letters_of(keys: Sequence[str], table: Sequence[str], lang: Lang) -> str:
    """Return the letters of interventions in a table, in its order.

    Examples
    --------
    >>> letters_of(["supervision", "home_days"], ["home_days", "supervision"], "da")
    'A og B'
    """
    places = sorted(list(table).index(key) for key in keys)
    return join_words([letter_of(place) for place in places], lang)


def _plain(value: float, lang: Lang) -> str:
    return format_number(POINTS * value, lang, digits=1)


def _named(columns: dict[str, list[str]], lang: Lang) -> pd.DataFrame:
    return pd.DataFrame(
        {
            label(f"synchronise.table_{key}", lang): cells
            for key, cells in columns.items()
        }
    )
