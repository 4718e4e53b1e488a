"""Checks shared by every layer. Each says what was given and what is allowed."""

from collections.abc import Collection, Iterable
from difflib import get_close_matches
from math import prod
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
WEEKS_PER_YEAR: Final = 52
#: Standard errors to either side of an estimate that make a 95 % interval.
NORMAL_95: Final = 1.959963984540054
_MOST_GIGABYTES = 4


def require_between(
    values: npt.ArrayLike, low: float, high: float, *, name: str
) -> Floats:
    """Return `values` as floats, or raise if any lies outside [`low`, `high`].

    Raises
    ------
    ValueError
        If a value is no number, missing or outside the range.

    Examples
    --------
    >>> require_between([0, 1], 0, 1, name="share").tolist()
    [0.0, 1.0]
    """
    numbers = as_floats(values, name=name)
    outside = ~((numbers >= low) & (numbers <= high))
    if outside.any():
        worst = numbers[outside].flat[0]
        msg = f"{name} must lie between {low:g} and {high:g}; got {worst:g}."
        raise ValueError(msg)
    return numbers


def require_whole(
    values: npt.ArrayLike, low: int, high: int, *, name: str
) -> npt.NDArray[np.int64]:
    """Return `values` as whole numbers in [`low`, `high`], or raise.

    Raises
    ------
    ValueError
        If a value is not whole, or outside the range.
    """
    numbers = require_between(values, low, high, name=name)
    broken = numbers != np.round(numbers)
    if broken.any():
        worst = numbers[broken].flat[0]
        msg = f"{name} must be a whole number from {low} to {high}; got {worst:g}."
        raise ValueError(msg)
    return numbers.astype(np.int64)


def require_number(
    value: npt.ArrayLike, low: float, high: float, *, name: str
) -> float:
    """Return one number in [`low`, `high`], or raise as `require_between`.

    Examples
    --------
    >>> require_number(0.5, 0, 1, name="share")
    0.5
    """
    return float(_only(require_between(value, low, high, name=name), name))


def require_count(value: npt.ArrayLike, low: int, high: int, *, name: str) -> int:
    """Return one whole number in [`low`, `high`], or raise as `require_whole`.

    Examples
    --------
    >>> require_count(12.0, 1, 100, name="teams")
    12
    """
    return int(_only(require_whole(value, low, high, name=name), name))


def _only(numbers: npt.NDArray[Any], name: str) -> Any:  # noqa: ANN401
    if numbers.size != 1:
        msg = f"{name} must be one number; got {numbers.size} of them."
        raise ValueError(msg)
    return numbers.item()


def brief(value: object) -> str:
    """Return what was given, on one short line.

    Examples
    --------
    >>> brief(["en", "to"])
    "['en', 'to']"
    """
    if getattr(value, "ndim", 0) > 1:
        sizes = " × ".join(map(str, value.shape))  # type: ignore[attr-defined]
        return f"a {type(value).__name__} of {sizes}"
    return f"{' '.join(repr(value).split()):.60}"


def as_floats(values: npt.ArrayLike, *, name: str) -> Floats:
    """Return `values` as an array of floats, or say that they are no numbers."""
    try:
        # A number in quotes would pass as one here, and break what uses it next.
        if np.asarray(values).dtype.kind in "US":
            raise TypeError
        return np.asarray(values, dtype=float)
    except (TypeError, ValueError, OverflowError):
        msg = f"{name} must be a number or an array of numbers; got {brief(values)}."
        raise ValueError(msg) from None


def require_finite(values: npt.ArrayLike, *, name: str) -> Floats:
    """Return `values` as floats, or raise if one is missing or infinite.

    Raises
    ------
    ValueError
        If a value is no number, missing or infinite.

    Examples
    --------
    >>> require_finite([0, -1], name="eta").tolist()
    [0.0, -1.0]
    """
    numbers = as_floats(values, name=name)
    broken = ~np.isfinite(numbers)
    if broken.any():
        msg = f"{name} must be finite numbers; got {numbers[broken].flat[0]:g}."
        raise ValueError(msg)
    return numbers


def seed_of(rng: int | np.random.Generator) -> int:
    """Return the seed itself, or one taken from the generator.

    Raises
    ------
    ValueError
        If the seed is no whole number from 0 upwards.

    Examples
    --------
    >>> seed_of(7)
    7
    """
    if isinstance(rng, np.random.Generator):
        return int(rng.integers(2**63))
    if isinstance(rng, bool) or not isinstance(rng, int | np.integer) or rng < 0:
        msg = (
            "rng must be a generator or a seed, a whole number from 0 upwards; "
            f"got {rng!r}."
        )
        raise ValueError(msg)
    return int(rng)


def generator_of(rng: int | np.random.Generator) -> np.random.Generator:
    """Return the generator itself, or a new one from the seed.

    Raises
    ------
    ValueError
        If the seed is no whole number from 0 upwards.
    """
    if isinstance(rng, np.random.Generator):
        return rng
    return np.random.default_rng(seed_of(rng))


def require_progress(progress: object) -> None:
    """Raise unless a function, or nothing, is to be told how far the work is.

    Raises
    ------
    ValueError
        If it cannot be called.

    Examples
    --------
    >>> require_progress(print)
    """
    if progress is not None and not callable(progress):
        msg = (
            "progress must be a function that takes the share done, or None; got "
            f"{brief(progress)}."
        )
        raise ValueError(msg)


def require_known(key: str, known: Iterable[str], *, name: str) -> str:
    """Return `key`, or raise and list the known ones, the nearest first.

    Raises
    ------
    ValueError
        If `key` is not among `known`.

    Examples
    --------
    >>> require_known("home", ["home", "anchor"], name="lever")
    'home'
    """
    names = list(known)
    if isinstance(key, str) and key in names:
        return key
    near = nearest(key, names)
    msg = f"{name} must be one of {', '.join(names)}; got {brief(key)}.{near}"
    raise ValueError(msg)


def require_names(names: object, *, name: str, fewest: int = 0) -> list[str]:
    """Return names as a list of texts, or raise unless they are listed.

    Raises
    ------
    ValueError
        If a single text or something else that is no list is given, or too few names.

    Examples
    --------
    >>> require_names(("a", 2), name="items")
    ['a', '2']
    """
    if isinstance(names, str) or not isinstance(names, Iterable):
        msg = f"{name} must be a list of names; got {brief(names)}."
        raise ValueError(msg)
    listed = [str(one) for one in names]
    if len(listed) < fewest:
        msg = f"{name} must name at least {fewest}; got {len(listed)}."
        raise ValueError(msg)
    return listed


def nearest(key: str, known: Collection[str]) -> str:
    """Return a closing sentence that names the known word nearest to `key`, or ''."""
    match = get_close_matches(str(key), [str(word) for word in known], n=1)
    return f" Nearest: {match[0]!r}." if match else ""


def require_room(
    *sizes: int, tables: int = 1, of: str = "draws", by: str = "weeks"
) -> None:
    """Raise if `tables` tables of `by` × `of` would need more than 4 GB.

    A run asks before it starts, so that it never dies half-way for want of memory.

    Examples
    --------
    >>> require_room(20, 1024, by="quantities")
    """
    gigabytes = 8 * tables * prod(sizes) / 2**30
    if gigabytes > _MOST_GIGABYTES:
        msg = (
            f"{by} × {of} must fit into {_MOST_GIGABYTES} GB; "
            f"{' × '.join(map(str, sizes))} would need {gigabytes:.0f} GB: "
            f"take fewer {of} or {by}."
        )
        raise ValueError(msg)
