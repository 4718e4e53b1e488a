"""The week of flexible work: which days fit into it, and what a sample of it shows."""

from typing import Any, Final

from lederlib.scenario import LEVERS
from lederlib.text import Lang, join_words, label
from lederlib.widget.conditions import Conditions, days_in_words
from lederlib.widget.description import Values

DAYS: Final = 5


def fit_the_week(
    values: Values, moved: str, *, lang: Lang
) -> tuple[dict[str, Any], str]:
    """Let the other levers give way, so that the days fit into the week, and say so.

    Examples
    --------
    >>> levers = {"home": 4, "anchor": 2, "four_day": False}
    >>> settled, sentence = fit_the_week(levers, "home", lang="en")
    >>> settled["anchor"], sentence
    (1, 'The week has five days, so fixed days at work are set to 1 day a week.')
    """
    settled, changes = dict(values), []
    for key in ("anchor", "four_day", "home"):
        excess = settled["home"] + settled["anchor"] + settled["four_day"] - DAYS
        if key == moved or excess <= 0 or not settled[key]:
            continue
        settled[key] = type(values[key])(max(settled[key] - excess, 0))
        changes.append(_change(key, settled[key], lang))
    joined = join_words(changes, lang)
    return settled, label("flexwork.gave_way", lang, changes=joined) if changes else ""


def week_data(values: Values, conditions: Conditions) -> dict[str, Any]:
    """Return the rules of the sample week; a day off counts as a day away."""
    home = float(values["home"])
    if values["role"] == "frontline":
        home = min(home, DAYS * conditions.ledger["poolable_share"].value)
    return {
        "anchor": int(values["anchor"]),
        "home": home + float(values["four_day"]),
        "agreement": float(values["agreement"]),
        "team": int(values["team"]),
        "rng": conditions.seed,
    }


def _change(key: str, value: float, lang: Lang) -> str:
    if key == "four_day":
        return label("flexwork.gave_way_four_day", lang)
    name = LEVERS[key].name.to(lang)
    lever = name[0].lower() + name[1:]
    words = days_in_words(value, lang)
    return label("flexwork.gave_way_days", lang, lever=lever, value=words)
