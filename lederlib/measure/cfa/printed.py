"""A fit as printed: header, tests, indices, criteria and estimates by block."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from lederlib.text import Lang, format_number, wording

if TYPE_CHECKING:
    from lederlib.measure.cfa.result import Cfa

_word = wording("cfa.printed_")
COLUMNS = ("est", "se", "z", "p", "low", "high", "std")
TEST = ("chi2", "df", "p")
INDICES = ("cfi", "tli", "rmsea", "rmsea_low", "rmsea_high", "srmr")
BLOCKS = {"=~": "loadings", "~": "regressions", "~1": "intercepts", "|": "thresholds"}
ALONE = ("intercepts", "variances", "defined")
NAME, WIDE = 24, 10


def printed(fit: "Cfa", lang: Lang) -> str:
    """Return a fit as R's ``summary(fit, fit.measures = TRUE)`` shows it.

    Estimates stand by block with standard errors, z, p, 95 % intervals and the
    standardised estimate.
    """
    blocks = [_header(fit, lang), _tests(fit, lang), _indices(fit, lang)]
    if not np.isnan(fit.aic):
        blocks.append(
            [
                _line(_word(key, lang), [_figure(getattr(fit, key), lang)])
                for key in ("loglik", "aic", "bic")
            ]
        )
    for number, group in enumerate((*fit.groups, ""), start=1):
        held = fit.estimates["group"] == (number if number <= len(fit.groups) else 0)
        blocks += list(_group(fit.estimates[held], group, lang))
    blocks.append([notice.to(lang) for notice in fit.notices])
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _line(name: str, cells: list[str]) -> str:
    return f"{name:<{NAME}}{''.join(f'{cell:>{WIDE}}' for cell in cells)}".rstrip()


def _figure(value: float, lang: Lang, digits: int = 3) -> str:
    return format_number(float(value), lang, digits=digits)


def _header(fit: "Cfa", lang: Lang) -> list[str]:
    counts = [(key, getattr(fit, key)) for key in ("n", "left_out", "parameters")]
    return [
        _line(_word("estimator", lang), [fit.estimator]),
        *(_line(_word(key, lang), [_figure(count, lang, 0)]) for key, count in counts),
    ]


def _tests(fit: "Cfa", lang: Lang) -> list[str]:
    """Return the test of the model, plain and scaled, and that of the baseline."""
    rows = {"model": (fit.chi2, fit.df, fit.p)}
    if not np.isnan(fit.scaled.chi2):
        rows["scaled"] = (fit.scaled.chi2, fit.scaled.df, fit.scaled.p)
    tests = [
        _line(
            _word(key, lang),
            [_figure(chi2, lang), _figure(df, lang, 0), _figure(p, lang)],
        )
        for key, (chi2, df, p) in rows.items()
    ]
    base = [_figure(fit.baseline_chi2, lang), _figure(fit.baseline_df, lang, 0)]
    head = _line(_word("test", lang), [_word(name, lang) for name in TEST])
    return [head, *tests, _line(_word("baseline", lang), base)]


def _indices(fit: "Cfa", lang: Lang) -> list[str]:
    """Return the indices: plain, scaled and robust side by side where they are told."""
    kinds = {"plain": fit.plain, "scaled": fit.scaled, "robust": fit.robust}
    told = {key: held for key, held in kinds.items() if not np.isnan(held.cfi)}
    rows = [
        _line(
            _word(name, lang),
            [_figure(getattr(held, name), lang) for held in told.values()],
        )
        for name in INDICES[:-1]
    ]
    head = _line(_word("indices", lang), [_word(f"of_{key}", lang) for key in told])
    return [head, *rows, _line(_word("srmr", lang), [_figure(fit.srmr, lang)])]


def _group(rows: pd.DataFrame, group: str, lang: Lang) -> Iterator[list[str]]:
    """Yield the blocks of a group, loadings first."""
    blocks: dict[str, list[str]] = {}
    for row in rows.to_dict("records"):
        lhs, op, rhs = (str(row[name]) for name in ("lhs", "op", "rhs"))
        covariance = "variances" if lhs == rhs else "covariances"
        block = BLOCKS.get(op, "defined" if op == ":=" else covariance)
        name = (
            lhs
            if block in {"intercepts", "variances", "defined"}
            else f"{lhs} {op} {rhs}"
        )
        cells = [_figure(row[column], lang) for column in COLUMNS]
        blocks.setdefault(block, []).append(_line(f"  {name}", cells))
    for block, lines in blocks.items():
        head = _word(block, lang) + (f" ({group})" if group else "")
        yield [_line(head, [_word(column, lang) for column in COLUMNS]), *lines]
