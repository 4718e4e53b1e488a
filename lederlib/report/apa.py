"""Figures as a methods section writes them."""

from math import isnan

from lederlib.text import Lang, format_number

_SMALLEST_P = 0.001
MISSING = "–"


def apa_share(value: float, lang: Lang, *, digits: int = 2) -> str:
    """Return a figure that cannot pass 1; English leaves out the nought before it.

    Examples
    --------
    >>> apa_share(0.861, "en"), apa_share(-0.08, "en"), apa_share(0.861, "da")
    ('.86', '−.08', '0,86')
    """
    if isnan(value):
        return MISSING
    text = format_number(value, lang, digits=digits)
    bare = lang == "en" and text.lstrip("−").startswith("0.")
    return text.replace("0.", ".", 1) if bare else text


def apa_number(value: float, lang: Lang, *, digits: int = 2) -> str:
    """Return any other figure, or a dash where there is none."""
    return MISSING if isnan(value) else format_number(value, lang, digits=digits)


def apa_interval(low: float, high: float, lang: Lang, *, digits: int = 2) -> str:
    """Return the ends of an interval in square brackets.

    Examples
    --------
    >>> apa_interval(0.8, 0.9, "en"), apa_interval(0.8, 0.9, "da")
    ('[.80, .90]', '[0,80; 0,90]')
    """
    ends = [apa_share(end, lang, digits=digits) for end in (low, high)]
    return f"[{('; ' if lang == 'da' else ', ').join(ends)}]"


def apa_p(value: float, lang: Lang) -> str:
    """Return a p value with its sign.

    Examples
    --------
    >>> apa_p(0.0004, "en"), apa_p(0.0312, "da")
    ('< .001', '= 0,031')
    """
    if isnan(value):
        return MISSING
    if value < _SMALLEST_P:
        return f"< {apa_share(_SMALLEST_P, lang, digits=3)}"
    return f"= {apa_share(value, lang, digits=3)}"
