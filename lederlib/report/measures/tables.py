"""The tables of the report on a measure, in the form of a methods section."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import count
from math import isnan, log, nan, sqrt
from typing import Any

import pandas as pd

from lederlib._checks import NORMAL_95
from lederlib.measure import Cfa, FactorReliability
from lederlib.measure.cfa.indices import Indices
from lederlib.report.apa import MISSING, apa_number, apa_p, apa_share
from lederlib.report.measures.few import nearest_multiple, told_item
from lederlib.report.measures.working import Measured
from lederlib.text import Lang, format_share, label
from lederlib.text.tables import Table

MOST_INDICES = 10
_WORDS = {
    *("key", "item", "factor", "reversed", "step", "pair", "parameter", "group"),
    *("reason", "where", "measure"),
}
Numbered = Callable[[str, Sequence[str], Iterable[Sequence[str]]], Iterator[Table]]


def numbering(lang: Lang) -> Numbered:
    """Return what makes tables: numbered as they come, and none without rows."""
    numbers = count(1)

    def numbered(
        key: str, columns: Sequence[str], rows: Iterable[Sequence[str]]
    ) -> Iterator[Table]:
        cells = tuple(tuple(row) for row in rows)
        if cells:
            yield Table(
                caption=label(f"measure.{key}", lang, number=next(numbers)),
                head=tuple(label(f"measure.column_{name}", lang) for name in columns),
                cells=cells,
                kinds=tuple("words" if name in _WORDS else "" for name in columns),
            )

    return numbered


def people_told(people: int, measured: Measured, lang: Lang) -> str:
    """Return a number of people: exact if it is everybody, else about how many."""
    if people == measured.people:
        return apa_number(people, lang, digits=0)
    return about(people, measured.min_group, lang)


def about(people: int, limit: int, lang: Lang) -> str:
    """Return a number of people to the nearest multiple of the limit, with its mark."""
    return f"≈\u00a0{apa_number(nearest_multiple(people, limit), lang, digits=0)}"


WORDING = ("key", "item", "factor", "reversed", "n")
ITEMS = ("key", "n", "mean", "spread", "floor", "ceiling", "item_rest", "dropped")


def wording_rows(measured: Measured, lang: Lang) -> Iterator[list[str]]:
    """Yield a row an item: its words, and how many answered it."""
    for item in measured.study.scale.items:
        yield [
            item.key,
            item.text.to(lang),
            measured.factor(item.factor, lang),
            label(f"codebook.page_{'yes' if item.reversed else 'no'}", lang),
            _answered(item.key, measured, lang),
        ]


def _answered(key: str, measured: Measured, lang: Lang) -> str:
    """Return how many answered; about, unless everybody answered everything."""
    answered = int(measured.study.items[key].notna().sum())
    if measured.whole:
        return apa_number(answered, lang, digits=0)
    return about(answered, measured.min_group, lang)


def item_rows(measured: Measured, lang: Lang) -> Iterator[list[str]]:
    """Yield a row an item: its distribution, as far as it may be told."""
    limit, ends = measured.min_group, measured.study.ends
    for part in measured.parts.values():
        if isinstance(part.items, str):
            continue
        for key, row in part.items.to_frame().iterrows():
            answers = measured.study.items[str(key)]
            told = told_item(answers, ends, whole=measured.whole, limit=limit)
            yield [
                str(key),
                _answered(str(key), measured, lang),
                apa_number(told.mean, lang, digits=told.digits),
                apa_number(told.sd, lang, digits=told.digits),
                *(
                    MISSING if isnan(share) else format_share(share, lang)
                    for share in (told.floor, told.ceiling)
                ),
                apa_share(row["item_rest"], lang),
                apa_share(row["alpha_dropped"], lang),
            ]


RELIABILITY = (
    *("factor", "count", "alpha", "low", "high"),
    *("omega", "low", "high", "error", "ave"),
)


def reliability_rows(measured: Measured, lang: Lang) -> Iterator[list[str]]:
    """Yield a row a factor; a dash where a figure is missing."""
    for factor, part in measured.parts.items():
        error = nan if isinstance(part.error, str) else part.error.value
        alphas = [getattr(part.alpha, name, nan) for name in ("value", "low", "high")]
        own = _of_model(factor, measured.composite)
        figures = [*alphas, own["composite"], own["low"], own["high"]]
        yield [
            measured.factor(factor, lang),
            str(len(measured.study.factors[factor])),
            *(apa_share(figure, lang) for figure in figures),
            apa_number(error, lang),
            apa_share(own["variance"], lang),
        ]


def _of_model(factor: str, found: FactorReliability | str) -> "pd.Series[float]":
    if isinstance(found, str):
        return pd.Series(nan, index=["composite", "low", "high", "variance"])
    return found.table.T[factor]


def comparison_columns(measured: Measured) -> tuple[str, ...]:
    """Return the columns of the models side by side."""
    return ("measure", *(f"model_{name}" for name in measured.models))


def comparison_rows(measured: Measured, lang: Lang) -> Iterator[list[str]]:
    """Yield a row a figure of fit, a column a model; nothing where one has no fit."""
    fits = [fit for fit in measured.models.values() if not isinstance(fit, str)]
    if len(fits) < len(measured.models):
        return
    for name, figure in _figures(measured, lang).items():
        yield [label(f"measure.column_{name}", lang), *map(figure, fits)]
    found, empty = measured.difference, [MISSING] * (len(fits) - 1)
    if not isinstance(found, str):
        told = {
            "delta_alone": apa_number(found.chi2, lang),
            "delta_df": apa_number(found.df, lang, digits=0),
            "p": apa_p(found.p, lang).removeprefix("= "),
        }
        for name, text in told.items():
            yield [label(f"measure.column_{name}", lang), text, *empty]


def _figures(measured: Measured, lang: Lang) -> Mapping[str, Callable[[Cfa], str]]:
    def share(name: str) -> Callable[[Cfa], str]:
        return lambda fit: apa_share(getattr(shown_of(fit), name), lang, digits=3)

    def error(name: str) -> Callable[[Cfa], str]:
        return lambda fit: apa_share(
            getattr(shown_of(fit), name) * untelling(fit.fit.people, measured),
            lang,
            digits=3,
        )

    return {
        "chi2": lambda fit: apa_number(float(shown_of(fit).chi2), lang),
        "df": lambda fit: apa_number(fit.df, lang, digits=0),
        "p": lambda fit: apa_p(shown_of(fit).p, lang).removeprefix("= "),
        "cfi": share("cfi"),
        "tli": share("tli"),
        "rmsea": error("rmsea"),
        "rmsea_low": error("rmsea_low"),
        "rmsea_high": error("rmsea_high"),
        "srmr": lambda fit: apa_share(fit.srmr, lang, digits=3),
        "aic": lambda fit: _criterion(fit, fit.aic, lang),
        "bic": lambda fit: _criterion(fit, _bic(fit, measured), lang),
    }


def untelling(people: int, measured: Measured) -> float:
    """Return what turns RMSEA into that of as many people as are told.

    Beside χ² it would tell how many people a model rests on, and so how few it lost.
    """
    if people == measured.people:
        return 1.0
    return sqrt(people / max(nearest_multiple(people, measured.min_group), 1))


def _bic(fit: Cfa, measured: Measured) -> float:
    """Return BIC of as many people as are told; beside AIC it tells their number."""
    times = untelling(fit.fit.people, measured)
    return fit.bic - 2 * fit.fit.model.estimates * log(times)


def _criterion(fit: Cfa, value: float, lang: Lang) -> str:
    """Return an information criterion, which least squares has not."""
    return MISSING if fit.estimator == "WLSMV" else apa_number(value, lang, digits=1)


def shown_of(fit: Cfa) -> Indices:
    """Return the indices of the estimator: scaled ones where it has them."""
    return fit.plain if fit.estimator == "ML" else fit.scaled


LOADINGS = ("key", "item", "factor", "standardized", "low", "high")


def loading_rows(measured: Measured, fit: Cfa, lang: Lang) -> Iterator[list[str]]:
    """Yield a row an item: its factor, and its standardised loading with an interval.

    Loadings in points are left out: beside standardised ones they tell the spread of an
    item, and so how few answered otherwise than the rest.
    """
    words = {item.key: item.text.to(lang) for item in measured.study.scale.items}
    rows = fit.estimates
    for line in rows[rows["op"] == "=~"].to_dict("records"):
        yield [
            str(line["rhs"]),
            words[str(line["rhs"])],
            measured.factor(str(line["lhs"]), lang),
            *_with_ends(line, lang),
        ]


def correlation_rows(measured: Measured, fit: Cfa, lang: Lang) -> Iterator[list[str]]:
    """Yield a row a pair of factors: their correlation with an interval."""
    rows, factors = fit.estimates, measured.study.factors
    for line in rows[rows["op"] == "~~"].to_dict("records"):
        one, other = str(line["lhs"]), str(line["rhs"])
        if one != other and {one, other} <= set(factors):
            names = (measured.factor(key, lang) for key in (one, other))
            yield [" – ".join(names), *_with_ends(line, lang)]


def _with_ends(line: Mapping[Hashable, Any], lang: Lang) -> list[str]:
    reach = NORMAL_95 * line["std_se"]
    ends = line["std"], line["std"] - reach, line["std"] + reach
    return [apa_share(end, lang) for end in ends]


INDICES = ("parameter", "chi2", "p", "change")


def index_rows(measured: Measured, fit: Cfa, lang: Lang) -> Iterator[list[str]]:
    """Yield what the model gains most by: the parameter, and how it would change."""
    table = fit.modification_indices().head(MOST_INDICES)
    for line in table.to_dict("records"):
        names = [
            measured.factor(str(line[side]), lang)
            if line[side] in measured.study.factors
            else str(line[side])
            for side in ("lhs", "rhs")
        ]
        yield [
            f" {line['op']} ".join(names),
            apa_number(float(line["chi2"]), lang),
            apa_p(float(line["p"]), lang).removeprefix("= "),
            apa_number(float(line["change"]), lang),
        ]
