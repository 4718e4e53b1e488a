"""Write numbers as Danes and as English speakers read them."""

import math

from lederlib.text.phrases import Lang

_SMALLEST_P = 0.001


def format_number(value: float, lang: Lang, *, digits: int = 2) -> str:
    """Write a number with `digits` decimals; a missing one is a dash.

    Examples
    --------
    >>> format_number(1234.5, "da", digits=1), format_number(1234.5, "en", digits=1)
    ('1.234,5', '1,234.5')
    >>> format_number(-0.25, "da"), format_number(float("nan"), "da")
    ('−0,25', '–')
    """
    if math.isnan(value):
        return "–"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    text = f"{round(value, digits) + 0.0:,.{digits}f}".replace("-", "−")
    return text.translate(str.maketrans(",.", ".,")) if lang == "da" else text


def format_signed(value: float, lang: Lang, *, digits: int = 2) -> str:
    """Write a change with its sign; none where it rounds to zero.

    Examples
    --------
    >>> format_signed(0.12, "da"), format_signed(-0.1, "en"), format_signed(0, "en")
    ('+0,12', '−0.10', '0.00')
    """
    text = format_number(value, lang, digits=digits)
    return f"+{text}" if round(value, digits) > 0 else text


def format_share(value: float, lang: Lang, *, digits: int | None = 0) -> str:
    r"""Write a share of one as a percentage; without `digits` with as many as it has.

    Examples
    --------
    >>> format_share(0.18, "da"), format_share(0.18, "en")
    ('18\xa0%', '18%')
    >>> format_share(0.025, "en", digits=None)
    '2.5%'
    """
    share = 100 * value
    if digits is None:
        text = format_short(share, lang)
    else:
        text = format_number(share, lang, digits=digits)
    if text == "–":
        return text
    return f"{text}\N{NO-BREAK SPACE}%" if lang == "da" else f"{text}%"


def format_p(value: float, lang: Lang) -> str:
    """Write a p value with its sign; one below 0.001 says only that.

    Examples
    --------
    >>> format_p(0.0312, "da"), format_p(0.0004, "da"), format_p(0.0004, "en")
    ('p = 0,031', 'p < 0,001', 'p < 0.001')
    """
    if value < _SMALLEST_P:
        return f"p < {format_number(_SMALLEST_P, lang, digits=3)}"
    return f"p = {format_number(value, lang, digits=3)}"


def format_range(low: float, high: float, lang: Lang, *, digits: int = 2) -> str:
    """Write an interval from `low` to `high`.

    Examples
    --------
    >>> format_range(0.25, 1.5, "da", digits=1)
    '0,2 til 1,5'
    """
    between = "til" if lang == "da" else "to"
    ends = [format_number(end, lang, digits=digits) for end in (low, high)]
    return f" {between} ".join(ends)


def format_short(value: float, lang: Lang) -> str:
    """Return a number with no more decimals than it has, two at most.

    Examples
    --------
    >>> format_short(2, "da"), format_short(0.25, "da")
    ('2', '0,25')
    """
    if math.isnan(value):
        return format_number(value, lang)
    digits = next(d for d in (0, 1, 2) if round(value, d) == round(value, 2))
    return format_number(value, lang, digits=digits)
