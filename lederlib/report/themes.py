"""The themes of a plan: those that are named, or those that the answers suggest."""

from collections.abc import Sequence
from difflib import get_close_matches

import pandas as pd

from lederlib.answers import AnswersError, suggest_focus
from lederlib.catalogue import FACTOR_KEYS, BalanceItem, balance_items, factor
from lederlib.text import LANGS, both

MOST_THEMES = 3


def chosen_keys(focus: str | Sequence[str]) -> tuple[str, ...]:
    """Return the keys of the chosen themes, each once; names are known as well.

    Raises
    ------
    ValueError
        If there are none or more than three, one is unknown, or two are loads or two
        resources; one sentence says which.

    Examples
    --------
    >>> chosen_keys("onboarding, Fleksible arbejdsformer")
    ('onboarding', 'flexible_work')
    """
    words = focus.split(",") if isinstance(focus, str) else focus
    given = [word.strip() for word in words if word.strip()]
    keys = tuple(dict.fromkeys(_key(word) for word in given))
    if not 1 <= len(keys) <= MOST_THEMES:
        raise AnswersError(both("plan.count", found=len(keys)))
    for side in ("load", "resource"):
        same = [
            key
            for key in keys
            if key in balance_themes() and balance_themes()[key].side == side
        ]
        if len(same) > 1:
            raise AnswersError(both("plan.one_side", first=same[0], second=same[1]))
    return keys


def theme_key(word: str) -> str | None:
    """Return the key of a theme by its key or name, in either language, or None.

    Examples
    --------
    >>> theme_key("Fleksible arbejdsformer"), theme_key("kaffen")
    ('flexible_work', None)
    """
    return _known_themes().get(word.strip().casefold())


def _known_themes() -> dict[str, str]:
    """Return the key of each theme by its key and its names."""
    themes = {key: factor(key).name for key in FACTOR_KEYS}
    themes |= {key: item.name for key, item in balance_themes().items()}
    known = {key: key for key in themes}
    return known | {
        name.to(lang).casefold(): k for k, name in themes.items() for lang in LANGS
    }


def _key(word: str) -> str:
    """Return the key of a theme, or say which there are."""
    known = _known_themes()
    found = theme_key(word)
    if found is not None:
        return found
    near = get_close_matches(word.casefold(), known, n=1)
    if near:
        raise AnswersError(both("plan.unknown", found=word, nearest=known[near[0]]))
    names = ", ".join(dict.fromkeys(known.values()))
    raise AnswersError(both("plan.unknown_far", found=word, known=names))


def suggested_themes(
    profile: pd.DataFrame | None, items: pd.DataFrame | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the suggested keys, and which notes tell where they come from."""
    if profile is None:
        return _from_balance(items)
    keys = suggested_factors(profile)
    hidden = profile["hidden"].ne("")
    if hidden.all():
        return (), ("hidden",)
    some = ("some_hidden",) if hidden.any() else ()
    return keys, ("suggested" if keys else "open", *some)


def suggested_factors(profile: pd.DataFrame) -> tuple[str, ...]:
    """Return the keys of the suggested focus, the lowest first, as many as may be."""
    focus = suggest_focus(profile)
    chosen = focus[focus["suggested"]].sort_values("mean", kind="stable")
    return tuple(str(key) for key in chosen.index[:MOST_THEMES])


def _from_balance(
    items: pd.DataFrame | None,
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the heaviest load and the scarcest resource that are told right now.

    Both follow from the means that the report shows.
    """
    if items is None:
        return (), ("open",)
    now = items[items.index.get_level_values("moment") == "now"].droplevel("moment")
    told = now[now["hidden"] == ""]
    means = {side: part["mean"] for side, part in told.groupby("side")}
    if set(means) != {"load", "resource"}:
        return (), ("hidden" if items["hidden"].ne("").any() else "open",)
    some = ("some_hidden",) if now["hidden"].ne("").any() else ()
    keys = (str(means["load"].idxmax()), str(means["resource"].idxmin()))
    return keys, ("balance", *some)


def balance_themes() -> dict[str, BalanceItem]:
    """Return the loads and resources that may be themes, by their keys."""
    return {item.key: item for item in balance_items()}
