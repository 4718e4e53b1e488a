"""Turn the items of a questionnaire and score its factors, from a table of answers."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import groupby
from typing import Any, Literal, Protocol, get_args, runtime_checkable

import numpy as np
import numpy.typing as npt
import pandas as pd

from lederlib._checks import Bools, Floats, brief, nearest, require_known
from lederlib.catalogue import FACTOR_KEYS

#: Rows worked on at a time: few enough to stay near the processor, and enough that the
#: threads, one factor each, seldom wait for each other.
_ROWS = 131_072
#: Sums of small whole numbers stay small whole numbers up to here, and are fast.
_INT8_MOST = 127
Range = Literal["0-1", "1-5"]
_NULLABLE = (pd.Int8Dtype, pd.Int16Dtype, pd.Int32Dtype, pd.Int64Dtype)


class Asked(Protocol):
    """An item, as far as scoring needs it."""

    @property
    def key(self) -> str:
        """Its column."""

    @property
    def factor(self) -> str:
        """What it belongs to."""

    @property
    def reversed(self) -> bool:
        """Whether agreeing speaks against the factor."""


class Questionnaire(Protocol):
    """A scale, as far as scoring needs it."""

    @property
    def key(self) -> str:
        """What it is called."""

    @property
    def items(self) -> Sequence[Asked]:
        """What it asks."""

    @property
    def low(self) -> int:
        """The lowest answer."""

    @property
    def high(self) -> int:
        """The highest answer."""

    @property
    def min_answered(self) -> int:
        """How many items of a factor have to be answered."""

    @property
    def factors(self) -> Sequence[str]:
        """Its factors by key."""


@runtime_checkable
class AsAnswered(Protocol):
    """Answers as a file holds them, reversed items not yet turned."""

    @property
    def items(self) -> pd.DataFrame:
        """Person × item."""

    @property
    def counted(self) -> bool:
        """Whether hands were counted, so that a row is no person."""


def as_answered(answers: AsAnswered | pd.DataFrame) -> pd.DataFrame:
    """Return the table of answers as they were given.

    Raises
    ------
    ValueError
        If it is neither a table nor answers that were read from a file.
    """
    if isinstance(answers, pd.DataFrame):
        return answers
    if isinstance(answers, AsAnswered):
        return answers.items
    msg = (
        "answers must be what read_answers returns, or a table as answered; got "
        f"{brief(answers)}."
    )
    raise ValueError(msg)


def score_items(
    table: pd.DataFrame,
    scale: Questionnaire,
    *,
    range: Range = "0-1",  # noqa: A002 - what it is
    progress: Callable[[float], None] | None = None,
) -> pd.DataFrame:
    """Return each person's factor scores from a table; see `lederlib.answers.score`."""
    require_known(range, get_args(Range), name="range")
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


def turn_items(table: pd.DataFrame, scale: Questionnaire) -> pd.DataFrame:
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


def _require_items(table: pd.DataFrame, scale: Questionnaire) -> None:
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
    table: pd.DataFrame, scale: Questionnaire, items: list[Asked], scores: Floats
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


def _column(table: pd.DataFrame, item: Asked) -> tuple[npt.NDArray[Any], Bools | None]:
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


def _as_numbers(table: pd.DataFrame, item: Asked) -> Floats:
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


def _raise_off_scale(
    table: pd.DataFrame, items: list[Asked], scale: Questionnaire
) -> None:
    for item in items:
        _require_on_scale(table, item, scale, _as_numbers(table, item))


def _require_on_scale(
    table: pd.DataFrame, item: Asked, scale: Questionnaire, values: Floats
) -> None:
    off = (values < scale.low) | (values > scale.high)
    if off.any():
        row = int(np.argmax(off))
        msg = (
            f"Item {item.key}, row {table.index[row]}: an answer must lie between "
            f"{scale.low} and {scale.high}; got {values[row]:g}."
        )
        raise ValueError(msg)
