"""Score the factors of a scale from the items of its questionnaire."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import groupby
from typing import Any, Literal, get_args

import numpy as np
import numpy.typing as npt
import pandas as pd

from lederlib._checks import Bools, Floats, nearest, require_known
from lederlib.answers.intake import Answers
from lederlib.answers.scales import Item, Scale, read_scale
from lederlib.catalogue import FACTOR_KEYS

#: Rows worked on at a time: few enough to stay near the processor, and enough that the
#: threads, one factor each, seldom wait for each other.
_ROWS = 131_072
#: Sums of small whole numbers stay small whole numbers up to here, and are fast.
_INT8_MOST = 127
Range = Literal["0-1", "1-5"]
_NULLABLE = (pd.Int8Dtype, pd.Int16Dtype, pd.Int32Dtype, pd.Int64Dtype)


def score(
    answers: Answers | pd.DataFrame,
    scale: Scale | None = None,
    *,
    range: Range = "0-1",  # noqa: A002 - what it is
    progress: Callable[[float], None] | None = None,
) -> pd.DataFrame:
    """Return each person's factor scores from the items, reversed items turned.

    Parameters
    ----------
    answers : Answers or pandas.DataFrame
        With a table, person × item key in the scale's units, as answered; other
        columns are left alone and an item without a column counts as not answered.
    scale : Scale, optional
        The questionnaire; the one that the answers were read by, else the shipped one.
    range : {"0-1", "1-5"}
        What the scale's lowest and highest answer count as.
    progress : callable, optional
        Called with the share of the work done.

    Returns
    -------
    pandas.DataFrame, person × factor key
        In that range: the mean over the items answered, NaN where fewer than the
        scale's `min_answered` were.

    Raises
    ------
    ValueError
        If no column is an item, or an answer lies off the scale or is no number; the
        message names item and row.

    Examples
    --------
    >>> items = pd.DataFrame({"values_1": [5, 1], "values_2": [3, float("nan")]})
    >>> score(items)["values"].tolist()
    [0.75, nan]
    """
    require_known(range, get_args(Range), name="range")
    read_by = answers.scale if isinstance(answers, Answers) else None
    scale = scale or read_by or read_scale()
    table = answers.items if isinstance(answers, Answers) else answers
    _require_items(table, scale)
    tell = progress or (lambda _: None)
    order = list(dict.fromkeys([*FACTOR_KEYS, *scale.factors]))
    ordered = sorted(scale.items, key=lambda item: order.index(item.factor))
    parts = [
        [item for item in part if item.key in table]
        for _, part in groupby(ordered, lambda item: item.factor)
    ]
    scores = np.empty((len(parts), len(table)))
    with ThreadPoolExecutor() as pool:
        jobs = pool.map(partial(_score_factor, table, scale), parts, scores)
        for done, _ in enumerate(jobs, 1):
            tell(done / len(parts))
    if range == "1-5":
        scores = 1 + 4 * scores
    names = dict.fromkeys(item.factor for item in ordered)
    return pd.DataFrame(scores.T, index=table.index, columns=list(names), copy=False)


def turn(table: pd.DataFrame, scale: Scale) -> pd.DataFrame:
    """Return the answers with reversed items turned round; see `Scale.turn`."""
    _require_items(table, scale)
    turned = table.copy()
    for item in scale.items:
        if item.key in table:
            values = _as_numbers(table, item)
            _require_on_scale(table, item, scale, values)
            plain = pd.api.types.is_numeric_dtype(table[item.key])
            given = table[item.key] if plain else pd.Series(values, table.index)
            ends = scale.low + scale.high
            turned[item.key] = ends - given if item.reversed else given
    return turned


def _require_items(table: pd.DataFrame, scale: Scale) -> None:
    known = [item.key for item in scale.items]
    if not set(known) & set(table.columns):
        near = next((nearest(str(name), known) for name in table.columns), "")
        msg = f"No column is an item of the scale {scale.key!r}.{near}"
        raise ValueError(msg)
    twice = table.columns[table.columns.duplicated()].intersection(known)
    if len(twice):
        msg = f"Item {twice[0]} stands in two columns; each item has one."
        raise ValueError(msg)


def _score_factor(
    table: pd.DataFrame, scale: Scale, items: list[Item], scores: Floats
) -> None:
    """Fill in one factor's scores; a missing answer adds nothing to sum and count."""
    steps = scale.high - scale.low
    columns = [_column(table, item) for item in items]
    if steps * len(items) > _INT8_MOST:
        columns = [(values.astype(float), known) for values, known in columns]
    kind = np.result_type(np.int8, *(values.dtype for values, _ in columns))
    share = np.full(len(items) + 1, np.nan)
    enough = np.arange(scale.min_answered, len(items) + 1)
    share[scale.min_answered :] = 1 / (steps * enough)
    for start in range(0, len(scores), _ROWS):
        part = slice(start, start + _ROWS)
        total = np.zeros(len(scores[part]), dtype=kind)
        count = np.zeros(len(total), dtype=np.int8)
        for item, (values, known) in zip(items, columns, strict=True):
            answer = values[part]
            above = scale.high - answer if item.reversed else answer - scale.low
            if known is None:
                answered = ~np.isnan(above)
                above = np.where(answered, above, above.dtype.type(0))
            else:
                answered = known[part]
                above = above * answered
            if above.max() > steps or above.min() < 0:
                _raise_off_scale(table, items, scale)
            total += above
            count += answered.view(np.int8)
        np.multiply(total, share.take(count), out=scores[part])


def _column(table: pd.DataFrame, item: Item) -> tuple[npt.NDArray[Any], Bools | None]:
    """Return an item's answers as they lie in memory, and which were given.

    The second is None where missing answers are NaN.
    """
    answers = table[item.key]
    if isinstance(answers.dtype, _NULLABLE):
        whole = answers.to_numpy(dtype=answers.dtype.type, na_value=0)
        return whole, answers.notna().to_numpy()
    if isinstance(answers.dtype, np.dtype) and answers.dtype.kind in "fiu":
        return answers.to_numpy(), None
    return _as_numbers(table, item), None


def _as_numbers(table: pd.DataFrame, item: Item) -> Floats:
    try:
        return table[item.key].to_numpy(dtype=float, na_value=np.nan)
    except (TypeError, ValueError):
        numbers = pd.to_numeric(table[item.key], errors="coerce")
        row = int(np.argmax(table[item.key].notna() & numbers.isna()))
        msg = (
            f"Item {item.key}, row {table.index[row]}: an answer must be a number; "
            f"got {table[item.key].iloc[row]!r:.40}."
        )
        raise ValueError(msg) from None


def _raise_off_scale(table: pd.DataFrame, items: list[Item], scale: Scale) -> None:
    for item in items:
        _require_on_scale(table, item, scale, _as_numbers(table, item))


def _require_on_scale(
    table: pd.DataFrame, item: Item, scale: Scale, values: Floats
) -> None:
    off = (values < scale.low) | (values > scale.high)
    if off.any():
        row = int(np.argmax(off))
        msg = (
            f"Item {item.key}, row {table.index[row]}: an answer must lie between "
            f"{scale.low} and {scale.high}; got {values[row]:g}."
        )
        raise ValueError(msg)
