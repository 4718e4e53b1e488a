"""Read a scale: its items, answer options, reversed items and missing rule."""

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from lederlib._checks import nearest
from lederlib.catalogue import FACTOR_KEYS
from lederlib.text import Phrase

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

    @property
    def factors(self) -> tuple[str, ...]:
        """The factors that the items measure, in the order of the items."""
        return tuple(dict.fromkeys(item.factor for item in self.items))


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
        msg = f"{path.name} is not a text file in UTF-8; a scale is a TOML file."
        raise ValueError(msg) from None
    except tomllib.TOMLDecodeError as error:
        msg = f"{path.name} is not valid TOML: {error}."
        raise ValueError(msg) from None
    return _scale(facts, path.name)


def _scale_path(name_or_path: str | Path) -> Path:
    shipped = {path.stem: path for path in sorted(_SCALES.glob("*.toml"))}
    if str(name_or_path) in shipped:
        return shipped[str(name_or_path)]
    path = Path(name_or_path)
    if path.is_file():
        return path
    msg = (
        f"There is no scale {str(name_or_path)!r}; give the path of a TOML file or "
        f"one of {', '.join(shipped)}."
    )
    raise FileNotFoundError(msg)


def _scale(facts: Mapping[str, Any], file: str) -> Scale:
    options, missing = (
        _get(facts, name, dict, file) for name in ("options", "missing")
    )
    low, high = (_get(options, name, int, f"{file}, options") for name in _ENDS)
    entries = _get(facts, "items", list, file)
    items = tuple(
        _item(entry, f"{file}, item {number}")
        for number, entry in enumerate(entries, 1)
    )
    scale = Scale(
        key=_get(facts, "key", str, file),
        title=_phrase(facts, "title", file),
        items=items,
        low=low,
        high=high,
        labels=_labels(options, f"{file}, options"),
        min_answered=_get(missing, "min_answered", int, f"{file}, missing"),
        origin=_phrase(facts, "origin", file),
        licence=_get(facts, "licence", str, file),
    )
    _require_consistent(scale, file)
    return scale


def _item(entry: object, where: str) -> Item:
    if not isinstance(entry, dict):
        msg = f"{where} must be a table with key, factor, reversed, da and en."
        raise ValueError(msg)
    factor = _get(entry, "factor", str, where)
    if factor not in FACTOR_KEYS:
        msg = (
            f"{where} names the factor {factor!r}, which is not among the 15."
            f"{nearest(factor, FACTOR_KEYS)}"
        )
        raise ValueError(msg)
    return Item(
        key=_get(entry, "key", str, where),
        factor=factor,
        text=Phrase(*(_get(entry, lang, str, where) for lang in ("da", "en"))),
        reversed=_get(entry, "reversed", bool, where) if "reversed" in entry else False,
    )


def _labels(options: Mapping[str, Any], where: str) -> tuple[Phrase, ...]:
    both = _get(options, "labels", dict, where)
    da, en = (_get(both, lang, list, f"{where}, labels") for lang in ("da", "en"))
    if len(da) != len(en):
        msg = f"{where} has {len(da)} Danish labels but {len(en)} English ones."
        raise ValueError(msg)
    return tuple(
        Phrase(str(first), str(second)) for first, second in zip(da, en, strict=True)
    )


def _phrase(facts: Mapping[str, Any], name: str, where: str) -> Phrase:
    if isinstance(facts.get(name), str):
        return Phrase(facts[name], facts[name])
    both = _get(facts, name, dict, where)
    return Phrase(*(_get(both, lang, str, f"{where}, {name}") for lang in ("da", "en")))


_T = TypeVar("_T")
_ENDS = ("low", "high")
_KINDS: dict[type, str] = {
    str: "text",
    int: "a whole number",
    bool: "true or false",
    dict: "a table",
    list: "a list",
}


def _get(facts: Mapping[str, Any], name: str, kind: type[_T], where: str) -> _T:
    if name not in facts:
        msg = f"{where} lacks {name!r}, which must be {_KINDS[kind]}."
        raise ValueError(msg)
    value = facts[name]
    if type(value) is not kind:
        msg = f"{name!r} in {where} must be {_KINDS[kind]}; got {value!r:.60}."
        raise ValueError(msg)
    return value


def _require_consistent(scale: Scale, file: str) -> None:
    counts = Counter(item.key for item in scale.items)
    twice = [key for key, count in counts.items() if count > 1]
    sizes = Counter(item.factor for item in scale.items)
    mistakes = {
        "items is empty; a scale has at least one item": not scale.items,
        f"the item key {next(iter(twice), '')!r} stands twice": bool(twice),
        f"low must be below high; got {scale.low} and {scale.high}": (
            scale.low >= scale.high
        ),
        f"{len(scale.labels)} labels cannot name the answers from {scale.low} "
        f"to {scale.high}": len(scale.labels) != scale.high - scale.low + 1,
        f"min_answered must lie between 1 and {min(sizes.values(), default=1)}, the "
        f"fewest items of a factor; got {scale.min_answered}": not (
            1 <= scale.min_answered <= min(sizes.values(), default=1)
        ),
    }
    for mistake, found in mistakes.items():
        if found:
            msg = f"{file}: {mistake}."
            raise ValueError(msg)
