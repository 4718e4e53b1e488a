"""Read the number that a learner wrote, however it was written."""

import math
import re

import numpy as np

_SEPARATORS = {",", "."}


def number_or_none(value: object, *, percent: bool = False) -> float | None:
    """Return `value` as a plain finite float, or None where it is no number.

    Text may have a decimal comma, blanks, a true minus and a percent sign; a percent
    sign divides by 100 unless the answer is in percent already. A truth value is no
    number. The result is always a built-in float, so that an object with comparison
    methods of its own has no say in how it is judged.

    Examples
    --------
    >>> number_or_none("0,42"), number_or_none("−3 %"), number_or_none("many")
    (0.42, -0.03, None)
    """
    if isinstance(value, bool | np.bool_):
        return None
    if isinstance(value, np.ndarray) and value.size == 1:
        value = value.item()
    try:
        number = _read_text(value, percent) if isinstance(value, str) else _real(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def _real(value: object) -> float:
    return float(value) + 0.0  # type: ignore[arg-type]  # refused by float() itself


def _read_text(text: str, percent: bool) -> float:
    bare = re.sub(r"\s", "", text).replace("−", "-")
    number = float(_with_decimal_point(bare.removesuffix("%")))
    return number / 100 if bare.endswith("%") and not percent else number


def _with_decimal_point(text: str) -> str:
    """Return `text` with its last separator as the decimal point and no other."""
    if set(text) >= _SEPARATORS:
        thousands = min(_SEPARATORS, key=text.rindex)
        text = text.replace(thousands, "")
    return text.replace(",", ".")
