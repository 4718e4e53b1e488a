"""The points of a sweep: which levers stand where, and the chance of each."""

import hashlib
import inspect
import json
from collections.abc import Callable, Mapping
from itertools import product
from math import prod
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from lederlib._checks import require_known

Value = bool | int | float | str | None
Grid = Mapping[str, npt.ArrayLike] | pd.DataFrame
_WORD = 4
# Of one point, its answer and what finds it again; measured.
_BYTES_A_POINT = 2_000


class Point(NamedTuple):
    """One place in the grid, one repeat of it.

    Its key follows from the content alone, so that neither order nor neighbours nor
    workers change what is computed there.
    """

    key: str
    levers: dict[str, Value]
    repeat: int


def chance_of(point: Point, seed: int, *, shared: bool) -> np.random.Generator:
    """Return the generator of a point, or that of its repeat, shared by all points."""
    digest = bytes.fromhex(point.key)
    words = [digest[at : at + _WORD] for at in range(0, len(digest), _WORD)]
    own = tuple(int.from_bytes(word, "big") for word in words)
    spawned = (point.repeat,) if shared else own
    return np.random.default_rng(np.random.SeedSequence(seed, spawn_key=spawned))


def grid_columns(grid: Grid) -> dict[str, list[Value]]:
    """Return the values of each lever, as plain Python values.

    Raises
    ------
    ValueError
        If a lever has no values, or one that is missing or no single value.
    """
    if not isinstance(grid, pd.DataFrame | Mapping) or not len(grid):
        msg = f"grid must name levers and their values; got {grid!r:.60}."
        raise ValueError(msg)
    columns = {str(name): _plain(values, str(name)) for name, values in grid.items()}
    empty = [name for name, values in columns.items() if not values]
    if empty:
        msg = f"grid must hold at least one value of {empty[0]}; got none."
        raise ValueError(msg)
    return columns


def require_points(
    columns: dict[str, list[Value]], repeats: int, *, crossed: bool, limit: float
) -> int:
    """Return how many points there are, or raise if their table would not fit."""
    sizes = [len(values) for values in columns.values()]
    count = (prod(sizes) if crossed else sizes[0]) * repeats
    gigabytes = count * _BYTES_A_POINT / 2**30
    if gigabytes > limit:
        msg = (
            f"grid must fit into {limit:g} GB; its {count:,} points would need "
            f"{gigabytes:,.0f} GB: take fewer values or repeats."
        )
        raise ValueError(msg)
    return count


def point_of(levers: Mapping[str, Any], repeat: int = 0) -> Point:
    """Return the point where the levers stand so."""
    values = {name: _value(value, name) for name, value in levers.items()}
    return Point(_key(values, repeat), values, repeat)


def points_of(
    columns: dict[str, list[Value]], repeats: int, *, crossed: bool
) -> list[Point]:
    """Return the points in the order of the grid, the last lever moving fastest."""
    rows = (
        product(*columns.values()) if crossed else zip(*columns.values(), strict=True)
    )
    return [
        Point(_key(levers, repeat), levers, repeat)
        for levers in (dict(zip(columns, row, strict=True)) for row in rows)
        for repeat in range(repeats)
    ]


def require_levers(
    model: Callable[..., Any], names: list[str], fixed: Mapping[str, object]
) -> bool:
    """Return whether the model takes an `rng` that neither grid nor fixed gives.

    Raises
    ------
    ValueError
        If the model takes no such lever, or needs one that nobody gives.
    """
    doubled = sorted(set(names) & set(fixed))
    if doubled:
        msg = f"{doubled[0]} must stand in grid or in fixed, not in both."
        raise ValueError(msg)
    try:
        parameters = inspect.signature(model).parameters.values()
    except (TypeError, ValueError):
        return False
    given = [*names, *fixed]
    if not any(each.kind is each.VAR_KEYWORD for each in parameters):
        known = [
            each.name for each in parameters if each.kind is not each.VAR_POSITIONAL
        ]
        for name in given:
            require_known(name, known, name="lever")
    for each in parameters:
        if each.name not in (*given, "rng") and _needed(each):
            msg = f"{each.name} must stand in grid or fixed; the model needs it."
            raise ValueError(msg)
    return "rng" not in given and any(each.name == "rng" for each in parameters)


def _needed(parameter: inspect.Parameter) -> bool:
    several = parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD)
    return parameter.default is parameter.empty and not several


def _plain(values: npt.ArrayLike, name: str) -> list[Value]:
    if isinstance(values, str) or np.ndim(values) != 1:
        msg = f"grid must list the values of {name}; got {values!r:.60}."
        raise ValueError(msg)
    return [_value(each, name) for each in np.asarray(values, dtype=object)]


def _value(each: object, name: str) -> Value:
    value = each.item() if isinstance(each, np.generic) else each
    if isinstance(value, float) and not np.isfinite(value):
        msg = f"{name} must be a number in every point of the grid; got {value!r}."
        raise ValueError(msg)
    if not isinstance(value, bool | int | float | str | type(None)):
        msg = f"{name} must be a number, a word, True or False; got {value!r:.60}."
        raise ValueError(msg)
    return value


def _key(levers: Mapping[str, Value], repeat: int) -> str:
    content = {name: _alike(value) for name, value in levers.items()}
    text = json.dumps([content, repeat], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _alike(value: Value) -> Value:
    """Return 2 for 2.0, so that one number has one key."""
    whole = isinstance(value, float) and value.is_integer()
    return int(value) if whole and value is not None else value
