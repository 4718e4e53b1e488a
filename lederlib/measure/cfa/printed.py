"""A fit as printed: header, tests, indices, criteria and estimates by block."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from lederlib.measure.cfa.indices import close_fit
from lederlib.measure.cfa.notices import Notice
from lederlib.text import Lang, format_number, wording

_word = wording("cfa.printed_")
COLUMNS = ("est", "se", "z", "p", "low", "high", "std")
TEST = ("chi2", "df", "p")
INDICES = ("cfi", "tli", "rmsea", "rmsea_low", "rmsea_high")
#: What the figures of a kind of test or index begin with.
KINDS = {"plain": "", "scaled": "scaled_", "robust": "robust_"}
BLOCKS = {"=~": "loadings", "~": "regressions", "~1": "intercepts", "|": "thresholds"}
ALONE = ("intercepts", "variances", "defined")
NAME, WIDE = 24, 10


def printed(
    figures: Mapping[str, Any],
    estimates: pd.DataFrame,
    groups: Sequence[str],
    notices: Sequence[Notice],
    lang: Lang,
) -> str:
    """Return a fit as R's ``summary(fit, fit.measures = TRUE)`` shows it.

    Estimates stand by block with standard errors, z, p, 95 % intervals and the
    standardised estimate. The figures are those of `Cfa.to_frame`, by name.
    """
    blocks = [
        _header(figures, lang),
        _tests(figures, lang),
        _indices(figures, max(len(groups), 1), lang),
    ]
    if not np.isnan(figures["aic"]):
        blocks.append(
            [
                _line(_word(key, lang), [_figure(value, lang)])
                for key, value in _criteria(figures).items()
            ]
        )
    for number, group in enumerate((*groups, ""), start=1):
        held = estimates["group"] == (number if number <= len(groups) else 0)
        blocks += list(_group(estimates[held], group, lang))
    blocks.append([notice.to(lang) for notice in notices])
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _line(name: str, cells: list[str]) -> str:
    return f"{name:<{NAME}}{''.join(f'{cell:>{WIDE}}' for cell in cells)}".rstrip()


def _figure(value: float, lang: Lang, digits: int = 3) -> str:
    return format_number(float(value), lang, digits=digits)


def _header(figures: Mapping[str, Any], lang: Lang) -> list[str]:
    counts = ("n", "left_out", "parameters")
    return [
        _line(_word("estimator", lang), [figures["estimator"]]),
        *(_line(_word(key, lang), [_figure(figures[key], lang, 0)]) for key in counts),
    ]


def _tests(figures: Mapping[str, Any], lang: Lang) -> list[str]:
    """Return the test of the model, plain and scaled, and that of the baseline."""
    told = {"model": "", "scaled": "scaled_"}
    if np.isnan(figures["scaled_chi2"]):
        del told["scaled"]
    tests = [
        _line(
            _word(key, lang),
            [
                _figure(figures[f"{start}{name}"], lang, 0 if name == "df" else 3)
                for name in TEST
            ],
        )
        for key, start in told.items()
    ]
    base = [
        _figure(figures["baseline_chi2"], lang),
        _figure(figures["baseline_df"], lang, 0),
    ]
    head = _line(_word("test", lang), [_word(name, lang) for name in TEST])
    return [head, *tests, _line(_word("baseline", lang), base)]


def _criteria(figures: Mapping[str, Any]) -> dict[str, float]:
    """Return log-likelihoods, and criteria that set fit against estimates."""
    loglik, many = figures["loglik"], figures["parameters"]
    return {
        "loglik": loglik,
        "loglik_free": loglik + figures["chi2"] / 2,
        "aic": figures["aic"],
        "bic": figures["bic"],
        "bic_adjusted": many * np.log((figures["n"] + 2) / 24) - 2 * loglik,
    }


def _indices(figures: Mapping[str, Any], groups: int, lang: Lang) -> list[str]:
    """Return the indices: plain, scaled and robust side by side where they are told."""
    told = {
        key: start
        for key, start in KINDS.items()
        if not np.isnan(figures[f"{start}cfi"])
    }
    rows = [
        _line(
            _word(name, lang),
            [_figure(figures[f"{start}{name}"], lang) for start in told.values()],
        )
        for name in INDICES
    ]
    close = [_close(figures, start, groups) for start in told.values()]
    rows.append(_line(_word("close", lang), [_figure(value, lang) for value in close]))
    head = _line(_word("indices", lang), [_word(f"of_{key}", lang) for key in told])
    return [head, *rows, _line(_word("srmr", lang), [_figure(figures["srmr"], lang)])]


def _close(figures: Mapping[str, Any], start: str, groups: int) -> float:
    """Return the p of close fit; as R's, for tests that are scaled and not shifted."""
    scaled = start == KINDS["scaled"] and figures["estimator"] != "WLSMV"
    if start and not scaled:
        return np.nan
    chi2, df = figures["chi2"], figures["df"]
    mean = df * chi2 / figures["scaled_chi2"] if scaled else df
    return close_fit(chi2, mean, figures["n"], groups)


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
