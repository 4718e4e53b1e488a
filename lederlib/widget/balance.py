"""Explore the leader's balance: rate load and resources, and see the scale tilt."""

from collections.abc import Mapping
from functools import partial
from math import isnan, nan

import pandas as pd

from lederlib._checks import require_known, require_number
from lederlib.catalogue import (
    BalanceItem,
    balance_items,
    balance_names,
    balance_notice,
)
from lederlib.model import tilt, weighted_mean
from lederlib.plot import plot_scale, scale_in_words
from lederlib.text import Lang, format_number, label
from lederlib.widget.controls import Control, choice, free_text, slider
from lederlib.widget.description import Card, Cards, Description, Values, View
from lederlib.widget.explorer import Explorer

UNRATED, HIGHEST = -1, 10
MOMENTS = ("now", "general")
SIDES = ("load", "resource")
Ratings = Mapping[str, float] | pd.Series


def explore_balance(
    answers: Ratings | None = None,
    *,
    lang: Lang = "da",
    reference: float = 1.0,
    synthetic: bool = False,
) -> Explorer:
    """Return levers that rate loads and resources above the scale that they tilt.

    Parameters
    ----------
    answers : mapping or Series, optional
        One leader's ratings, 0 to 1, by item key and moment (``many_demands_now``,
        ``many_demands_general``); what is missing starts as not rated.
    lang : {"da", "en"}
        Language of every word.
    reference : float
        The ratio of resources to load at which the scale is even: a convention.
    synthetic : bool
        Whether the ratings were made up; then the picture says so.

    Raises
    ------
    ValueError
        If an item is unknown or a rating lies outside 0 to 1.

    Examples
    --------
    >>> explorer = explore_balance({"many_demands_now": 0.8}, lang="en")
    >>> explorer.said("many_demands_now")
    'Many demands at once, right now: 8 of 10'
    """
    return Explorer(
        balance_description(
            lang, answers=answers, reference=reference, synthetic=synthetic
        )
    )


def balance_description(
    lang: Lang,
    *,
    answers: Ratings | None = None,
    reference: float = 1.0,
    synthetic: bool = False,
) -> Description:
    """Return what the explorer of the leader's balance is."""
    left_out = label("balance.left_out", lang)
    return Description(
        name="balance",
        lesson="03",
        lang=lang,
        controls=balance_controls(starting_ratings(answers), lang),
        first=tuple(f"{balance_items()[0].key}_{when}" for when in MOMENTS),
        find=lambda values, _: ratings_of(values, values["moment"], lang),
        pictures=(
            View(
                name="scale",
                plot=partial(
                    plot_scale, reference=reference, lang=lang, synthetic=synthetic
                ),
                data=lambda _, sides: {"load": sides[0], "resources": sides[1]},
                caption=f"{balance_notice().to(lang)} {left_out}",
            ),
        ),
        sentence=lambda values, sides: balance_words(
            values,
            scale_in_words(*sides, reference=reference, lang=lang),
            reference=reference,
            lang=lang,
        ),
        cards=_cards(lang),
    )


def starting_ratings(answers: Ratings | None) -> dict[str, int]:
    """Return a rating from 0 to 10 for every item and moment; -1 where there is none.

    Examples
    --------
    >>> starting_ratings({"limited_time_now": 0.72})["limited_time_now"]
    7
    """
    start = {
        f"{item.key}_{when}": UNRATED for item in balance_items() for when in MOMENTS
    }
    for key, value in ({} if answers is None else answers).items():
        require_known(str(key), start, name="rating")
        if isnan(float(value)):
            continue
        rating = require_number(value, 0, 1, name=str(key))
        start[str(key)] = round(HIGHEST * rating)
    return start


def balance_controls(start: Mapping[str, int], lang: Lang) -> tuple[Control, ...]:
    """Return the levers: which moment, and the ratings and own names of all items."""
    controls = [_moment(lang)]
    for item in balance_items():
        if item.open:
            own = label("balance.own", lang, item=item.name.to(lang))
            controls.append(free_text(f"{item.key}_name", own))
        controls += [_rating(item, when, start, lang) for when in MOMENTS]
    return tuple(controls)


def rating_in_words(rating: float, lang: Lang) -> str:
    """Return a rating as a reader says it.

    Examples
    --------
    >>> rating_in_words(7, "da"), rating_in_words(-1, "en")
    ('7 af 10', 'not rated')
    """
    if rating == UNRATED:
        return label("balance.unrated", lang)
    number = format_number(rating, lang, digits=0)
    return label("balance.rated", lang, number=number)


def ratings_of(
    values: Values, when: str, lang: Lang
) -> tuple[dict[str, float], dict[str, float]]:
    """Return loads and resources of one moment, 0 to 1, by the names that are read."""
    sides: dict[str, dict[str, float]] = {side: {} for side in SIDES}
    for item in balance_items():
        rating = values[f"{item.key}_{when}"]
        share = nan if rating == UNRATED else rating / HIGHEST
        side = sides[item.side]
        side[_free(_name(item, values, lang), side)] = share
    return sides["load"], sides["resource"]


def tilt_of(values: Values, when: str, *, reference: float, lang: Lang) -> float:
    """Return the tilt of one moment; missing unless both sides are rated."""
    load, resources = (
        weighted_mean(list(side.values())) for side in ratings_of(values, when, lang)
    )
    return float(tilt(load, resources, reference=reference))


def balance_words(
    values: Values, picture_says: str, *, reference: float, lang: Lang
) -> str:
    """Say which way the scale leans at the chosen moment, and at the other one."""
    when = values["moment"]
    other = MOMENTS[1 - MOMENTS.index(when)]
    leans = [tilt_of(values, m, reference=reference, lang=lang) for m in (when, other)]
    moments = [balance_names("moments")[m].to(lang) for m in (when, other)]
    if isnan(leans[0]):
        return label("balance.missing", lang, moment=moments[0])
    moment = _upper(moments[0])
    said = label("balance.words", lang, moment=moment, words=picture_says)
    if isnan(leans[1]):
        return said
    tilted = format_number(leans[1], lang)
    also = label("balance.other", lang, moment=moments[1], tilt=tilted)
    return f"{said} {also}"


def _moment(lang: Lang) -> Control:
    names = balance_names("moments")
    options = {when: _upper(names[when].to(lang)) for when in MOMENTS}
    return choice("moment", label("balance.show", lang), options, start="now")


def _rating(
    item: BalanceItem, when: str, start: Mapping[str, int], lang: Lang
) -> Control:
    moment = balance_names("moments")[when].to(lang)
    return slider(
        f"{item.key}_{when}",
        f"{item.name.to(lang)}, {moment}",
        low=UNRATED,
        high=HIGHEST,
        step=1,
        start=start[f"{item.key}_{when}"],
        words=lambda rating: rating_in_words(rating, lang),
    )


def _cards(lang: Lang) -> Cards:
    sides = balance_names("sides")
    return Cards(
        name=label("balance.choose", lang),
        cards=tuple(
            Card(
                name=f"{sides[item.side].to(lang)}: {item.name.to(lang)}",
                keys=_keys(item),
                sentence=item.text.to(lang),
            )
            for item in balance_items()
        ),
    )


def _keys(item: BalanceItem) -> tuple[str, ...]:
    rated = tuple(f"{item.key}_{when}" for when in MOMENTS)
    return (f"{item.key}_name", *rated) if item.open else rated


def _name(item: BalanceItem, values: Values, lang: Lang) -> str:
    own = str(values.get(f"{item.key}_name", "")).strip()
    return own or item.name.to(lang)


def _free(name: str, taken: Mapping[str, float]) -> str:
    number, free = 2, name
    while free in taken:
        free, number = f"{name} ({number})", number + 1
    return free


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
