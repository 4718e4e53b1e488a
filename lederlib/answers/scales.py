"""Read a scale: its items, answer options, reversed items and missing rule."""

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from lederlib.answers.item_scores import (
    AsAnswered,
    Range,
    as_answered,
    score_items,
    turn_items,
)
from lederlib.answers.scale_facts import (
    NoScaleError,
    ScaleError,
    closest,
    get_fact,
    get_labels,
    get_phrase,
    languages,
    languages_of,
    place,
    told,
)
from lederlib.catalogue import FACTOR_KEYS
from lederlib.catalogue import factor as shared_factor
from lederlib.text import LANGS, Lang, Phrase

_SCALES = Path(__file__).parent / "scales"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One statement that people answer.

    Attributes
    ----------
    key, factor : str
        Name in code, and the factor that the item belongs to.
    text : Phrase
        The statement as people read it.
    reversed : bool
        Whether agreeing speaks against the factor.
    """

    key: str
    factor: str
    text: Phrase
    reversed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A questionnaire and the rules for scoring it.

    Attributes
    ----------
    key, title : str, Phrase
        Name in code and for readers.
    items : tuple of Item
        The statements, in the order in which they are asked.
    low, high : int
        Lowest and highest answer.
    labels : tuple of Phrase
        What each answer from `low` to `high` is called.
    min_answered : int
        Items of a factor that a person must have answered to get a score on it.
    origin, licence : Phrase, str
        Where the items come from, and how they may be used.
    own_factors : tuple of (str, Phrase)
        Factors that the scale names itself, beside the 15 that all scales share.
    languages : tuple of str
        The languages it is written in; a text stands for the one that is missing.
    """

    key: str
    title: Phrase
    items: tuple[Item, ...]
    low: int
    high: int
    labels: tuple[Phrase, ...]
    min_answered: int
    origin: Phrase
    licence: str
    own_factors: tuple[tuple[str, Phrase], ...] = ()
    languages: tuple[Lang, ...] = LANGS

    @property
    def factors(self) -> tuple[str, ...]:
        """The factors that the items measure, in the order of the items."""
        return tuple(dict.fromkeys(item.factor for item in self.items))

    def factor_name(self, key: str) -> Phrase:
        """Return what a factor of the scale is called."""
        own = dict(self.own_factors)
        return own[key] if key in own else shared_factor(key).name

    def only(self, *factors: str) -> "Scale":
        """Return the scale with the items of some of its factors alone."""
        kept = tuple(item for item in self.items if item.factor in factors)
        return replace(self, items=kept)

    def turn(self, table: pd.DataFrame) -> pd.DataFrame:
        """Return the answers with reversed items turned round.

        Parameters
        ----------
        table : pandas.DataFrame
            Person × item key in the scale's units, as answered; other columns are left
            alone. Nothing tells a turned table from one that is not.

        Raises
        ------
        ValueError
            If no column is an item, or an answer lies off the scale or is no number.

        Examples
        --------
        >>> import pandas as pd
        >>> table = pd.DataFrame({"values_1": [5, 2], "balanced_demands_2": [5, 2]})
        >>> read_scale().turn(table).to_dict("list")
        {'values_1': [5, 2], 'balanced_demands_2': [1, 4]}
        """
        return turn_items(table, self)

    def score(
        self,
        answers: AsAnswered | pd.DataFrame,
        range: Range = "0-1",  # noqa: A002 - what it is
    ) -> pd.DataFrame:
        """Return each person's factor scores; see `lederlib.answers.score`."""
        return score_items(as_answered(answers), self, range=range)


@cache
def read_scale(name_or_path: str | Path = "workplace") -> Scale:
    """Read a shipped scale by its name, or one of your own from a TOML file.

    Raises
    ------
    FileNotFoundError
        If there is no such scale.
    ValueError
        If the file breaks a rule; the message says which, and where.

    Examples
    --------
    >>> scale = read_scale("workplace")
    >>> len(scale.items), scale.low, scale.high
    (45, 1, 5)
    """
    path = _scale_path(name_or_path)
    try:
        facts = tomllib.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise ScaleError(told("not_utf8", file=path.name)) from None
    except tomllib.TOMLDecodeError as error:
        raise ScaleError(told("not_toml", file=path.name, reason=error)) from None
    return _scale(facts, path.name)


def _scale_path(name_or_path: str | Path) -> Path:
    shipped = {path.stem: path for path in sorted(_SCALES.glob("*.toml"))}
    if str(name_or_path) in shipped:
        return shipped[str(name_or_path)]
    path = Path(name_or_path)
    if path.is_file():
        return path
    raise NoScaleError(
        told("no_scale", name=repr(str(name_or_path)), shipped=", ".join(shipped))
    )


def _scale(facts: Mapping[str, Any], file: str) -> Scale:
    where, in_options = place(file), place(file, "options")
    options, missing = (
        get_fact(facts, name, dict, where) for name in ("options", "missing")
    )
    low, high = (get_fact(options, name, int, in_options) for name in ("low", "high"))
    langs = languages_of(facts)
    own = _own_factors(facts, file, langs)
    known = [*FACTOR_KEYS, *(key for key, _ in own)]
    items = tuple(
        _item(entry, place(file, item=number), known, langs)
        for number, entry in enumerate(get_fact(facts, "items", list, where), 1)
    )
    scale = Scale(
        key=get_fact(facts, "key", str, where),
        title=get_phrase(facts, "title", where, langs),
        items=items,
        low=low,
        high=high,
        labels=get_labels(options, in_options, langs),
        min_answered=get_fact(missing, "min_answered", int, place(file, "missing")),
        origin=get_phrase(facts, "origin", where, langs),
        licence=get_fact(facts, "licence", str, where),
        own_factors=own,
        languages=langs,
    )
    _require_consistent(scale, file)
    return scale


def _own_factors(
    facts: Mapping[str, Any], file: str, langs: tuple[Lang, ...]
) -> tuple[tuple[str, Phrase], ...]:
    if "factors" not in facts:
        return ()
    table = get_fact(facts, "factors", dict, place(file))
    for key in table:
        if key in FACTOR_KEYS:
            raise ScaleError(told("factor_taken", file=file, factor=repr(key)))
    return tuple(
        (
            key,
            languages(
                get_fact(table, key, dict, place(file, "factors")),
                place(file, f"factors, {key}"),
                langs,
            ),
        )
        for key in table
    )


def _item(
    entry: object, where: Phrase, known: list[str], langs: tuple[Lang, ...]
) -> Item:
    if not isinstance(entry, dict):
        raise ScaleError(told("not_item", where=where))
    name = get_fact(entry, "factor", str, where)
    if name not in known:
        near = closest(name, known)
        raise ScaleError(
            told("unknown_factor", where=where, factor=repr(name), nearest=near)
        )
    turned = get_fact(entry, "reversed", bool, where) if "reversed" in entry else False
    return Item(
        key=get_fact(entry, "key", str, where),
        factor=name,
        text=languages(entry, where, langs),
        reversed=turned,
    )


def _require_consistent(scale: Scale, file: str) -> None:
    counts = Counter(item.key for item in scale.items)
    twice = [key for key, count in counts.items() if count > 1]
    fewest = min(Counter(item.factor for item in scale.items).values(), default=1)
    if not scale.items:
        raise ScaleError(told("empty", file=file))
    if twice:
        raise ScaleError(told("twice", file=file, item=repr(twice[0])))
    if scale.low >= scale.high:
        raise ScaleError(told("ends", file=file, low=scale.low, high=scale.high))
    if len(scale.labels) != scale.high - scale.low + 1:
        raise ScaleError(
            told(
                "labels_count",
                file=file,
                count=len(scale.labels),
                low=scale.low,
                high=scale.high,
            )
        )
    if not 1 <= scale.min_answered <= fewest:
        found = scale.min_answered
        raise ScaleError(told("min_answered", file=file, most=fewest, found=found))
