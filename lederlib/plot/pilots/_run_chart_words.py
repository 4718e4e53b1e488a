"""Say what a run chart shows, by counting runs and crossings."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats
from lederlib.model import run_chart
from lederlib.model.pilots.run_charts import FEWEST_POINTS
from lederlib.text import Lang, format_number, label, wording

_word = wording("pilots.chart_")

_WIDE = 15


def chart_words(
    rows: Mapping[str, Floats], cut: int | None, lang: Lang, *, shown: bool
) -> str:
    """Return the medians before and after, and what the rules find, for each row."""
    if cut is not None and not shown:
        medians = [_median(row[:cut], row[:cut], lang) for row in rows.values()]
        facts = {"before": medians[0], "before_others": medians[-1]}
        return _word("alt_hidden", lang, **facts)
    said = []
    for key, row in rows.items():
        name = _upper(_word(key if len(rows) > 1 else "row", lang))
        facts = {"name": name, "before": _median(row[:cut], row[:cut], lang)}
        facts["rules"] = rule_words(row, cut, lang)
        if cut is None:
            said.append(_word("alt_whole", lang, **facts))
            continue
        after = _median(row[cut:], row[:cut], lang)
        said.append(_word("alt", lang, **facts, after=after))
    return " ".join(said)


def rule_words(row: npt.ArrayLike, start: int | None, lang: Lang) -> str:
    """Say what Anhøj's rules find when all points are held against those before.

    Examples
    --------
    >>> rule_words([1, 2] * 8, None, "en")[:14]
    'May be chance:'
    """
    chart = run_chart(row, baseline=start)
    if not chart.enough:
        facts = {"points": int(chart.points), "needed": FEWEST_POINTS}
        return label("pilots.rules_few", lang, **facts)
    counts = {
        "run": int(chart.longest_run),
        "most": int(chart.longest_expected),
        "crossings": int(chart.crossings),
        "fewest": int(chart.fewest_expected),
    }
    key = "signal" if chart.signal else "chance"
    return label(f"pilots.rules_{key}", lang, **counts)


def digits_for(row: Floats) -> int:
    """Return how many decimals its medians take: none where it spans more than 15."""
    return 0 if np.nanmax(row) - np.nanmin(row) > _WIDE else 1


def _median(part: Floats, early: Floats, lang: Lang) -> str:
    # Digits by what came first: what is kept back must not show in them.
    middle = float(np.nanmedian(part))
    return format_number(middle, lang, digits=digits_for(early))


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
