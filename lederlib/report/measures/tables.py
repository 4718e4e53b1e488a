"""The tables of the report on a measure, in the form of a methods section."""

from collections.abc import Iterator
from math import isnan, nan

import pandas as pd

from lederlib._checks import NORMAL_95
from lederlib.measure import Agreement, Cfa, Icc, Invariance, ItemTable
from lederlib.report.apa import MISSING, apa_interval, apa_number, apa_p, apa_share
from lederlib.report.measuring import Measured, Part
from lederlib.report.page import cell, table
from lederlib.text import Lang, format_share, label


def item_rows(measured: Measured, lang: Lang) -> Iterator[list[str]]:
    """Yield a row an item, with the factor that it belongs to."""
    for factor, part in measured.parts.items():
        if not isinstance(part.items, ItemTable):
            continue
        for name, row in part.items.to_frame().iterrows():
            yield [
                cell(str(name), row=True),
                cell(factor, kind="words"),
                cell(apa_number(row["n"], lang, digits=0)),
                cell(apa_number(row["mean"], lang)),
                cell(apa_number(row["sd"], lang)),
                cell(format_share(row["floor"], lang)),
                cell(format_share(row["ceiling"], lang)),
                cell(apa_share(row["item_rest"], lang)),
                cell(apa_share(row["alpha_dropped"], lang)),
            ]


def reliability_row(
    factor: str, part: Part, measured: Measured, lang: Lang
) -> list[str]:
    """Return a factor's reliability in one row; a dash where a figure is missing."""
    error = nan if isinstance(part.error, str) else part.error.value
    alphas = [getattr(part.alpha, name, nan) for name in ("value", "low", "high")]
    model = _of_model(factor, measured)
    return [
        cell(factor, row=True),
        cell(str(len(measured.factors[factor]))),
        cell(_share(*alphas, lang=lang)),
        cell(_share(model["composite"], model["low"], model["high"], lang=lang)),
        cell(apa_number(error, lang)),
        cell(apa_share(model["variance"], lang)),
    ]


def _share(value: float, low: float, high: float, *, lang: Lang) -> str:
    """Return a share with its interval, or alone where it has none."""
    text = apa_share(value, lang)
    return text if isnan(low) else f"{text} {apa_interval(low, high, lang)}"


def _of_model(factor: str, measured: Measured) -> pd.Series:
    """Return the factor's composite reliability and average variance extracted."""
    if isinstance(measured.composite, str):
        return pd.Series(nan, index=["composite", "low", "high", "variance"])
    place = list(measured.factors).index(factor) + 1
    return measured.composite.table.T[f"factor{place}"]


def loading_rows(measured: Measured, model: Cfa, lang: Lang) -> Iterator[list[str]]:
    """Yield a row an item: its factor, and its loading in points and standardised."""
    rows = model.estimates
    loadings = rows[rows["op"] == "=~"]
    items = [name for own in measured.factors.values() for name in own]
    factors = [name for name, own in measured.factors.items() for _ in own]
    lines = zip(items, factors, loadings.itertuples(), strict=True)
    for item, factor, line in lines:
        yield [
            cell(item, row=True),
            cell(factor, kind="words"),
            cell(_estimate(line.est, line.se, lang)),  # type: ignore[arg-type]
            cell(apa_share(line.std, lang)),  # type: ignore[arg-type]
        ]


def correlation_rows(measured: Measured, model: Cfa, lang: Lang) -> Iterator[list[str]]:
    """Yield a row a pair of factors: their correlation with an interval."""
    names = {f"factor{n}": name for n, name in enumerate(measured.factors, start=1)}
    rows = model.estimates
    for line in rows[rows["op"] == "~~"].itertuples():
        one, other = str(line.lhs), str(line.rhs)
        if one != other and {one, other} <= set(names):
            pair = f"{names[one]} – {names[other]}"
            text = _estimate(line.est, line.se, lang)  # type: ignore[arg-type]
            yield [cell(pair, row=True), cell(text)]


def _estimate(value: float, error: float, lang: Lang) -> str:
    reach = NORMAL_95 * error
    if not reach > 0:
        return apa_number(value, lang)
    ends = (apa_number(end, lang) for end in (value - reach, value + reach))
    return f"{apa_number(value, lang)} [{('; ' if lang == 'da' else ', ').join(ends)}]"


def invariance_rows(found: Invariance, lang: Lang) -> Iterator[list[str]]:
    """Yield a row a step; a step that cannot be tested shows dashes."""
    for step, row in found.table.iterrows():
        delta = apa_number(row["delta_chi2"], lang)
        freedom = apa_number(row["delta_df"], lang, digits=0)
        change = delta if delta == MISSING else f"{delta} ({freedom})"
        yield [
            cell(label(f"measure.step_{step}", lang), row=True),
            cell(apa_number(row["chi2"], lang)),
            cell(apa_number(row["df"], lang, digits=0)),
            cell(apa_share(row["cfi"], lang, digits=3)),
            cell(apa_share(row["rmsea"], lang, digits=3)),
            cell(change),
            cell(apa_p(row["p"], lang).removeprefix("= ")),
            cell(apa_share(row["delta_cfi"], lang, digits=3)),
        ]


def unit_row(factor: str, part: Part, lang: Lang) -> list[str]:
    """Return what a factor says of the groups: differences, reliability, agreement."""
    shown = [MISSING, MISSING]
    if isinstance(part.icc, Icc):
        found = part.icc
        shown = [
            _share(found.icc1, found.icc1_low, found.icc1_high, lang=lang),
            _share(found.icc2, found.icc2_low, found.icc2_high, lang=lang),
        ]
    median = part.agreement.median if isinstance(part.agreement, Agreement) else nan
    figures = [*shown, apa_share(median, lang)]
    return [cell(factor, row=True), *[cell(figure) for figure in figures]]


def numbered(
    key: str, number: int, columns: list[str], rows: list[list[str]], lang: Lang
) -> str:
    """Return a table with its number and caption, or nothing without rows."""
    if not rows:
        return ""
    head = [label(f"measure.column_{name}", lang) for name in columns]
    return table(head, rows, caption=label(f"measure.{key}", lang, number=number))
