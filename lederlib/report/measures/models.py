"""The models of the report side by side, and what the scale's own one says."""

from collections.abc import Iterator

import numpy as np

from lederlib.plot import plot_path
from lederlib.report.measures import pictures, tables
from lederlib.report.measures.saying import failed, words
from lederlib.report.measures.tables import Numbered
from lederlib.report.measures.working import Measured
from lederlib.report.pieces import Piece, Points, Words
from lederlib.text import Lang, format_number, label


def confirmatory(
    measured: Measured, numbered: Numbered, lang: Lang, *, synthetic: bool
) -> Iterator[Piece]:
    """Yield the models side by side, and what the scale's own one says."""
    for name, fit in measured.models.items():
        if isinstance(fit, str):
            which = label(f"measure.column_model_{name}", lang)
            yield failed(fit, lang, which)
    rows = tables.comparison_rows(measured, lang)
    columns = tables.comparison_columns(measured)
    compared = list(numbered("comparison_table", columns, rows))
    yield from compared
    if compared:
        yield words(f"compared_{measured.estimator.lower()}", lang)
        apart = measured.difference
        if not isinstance(apart, str) and np.isnan(apart.chi2):
            yield words("difference_unscaled", lang)
    fits = [fit for fit in measured.models.values() if not isinstance(fit, str)]
    if any(fit.fit.people != measured.people for fit in fits):
        yield words("compared_roughly", lang)
    own = measured.own
    if isinstance(own, str):
        return
    yield from cautions(measured, lang)
    yield from numbered(
        "loadings_table", tables.LOADINGS, tables.loading_rows(measured, own, lang)
    )
    pairs = tables.correlation_rows(measured, own, lang)
    yield from numbered("correlations_table", ("pair", "r", "low", "high"), pairs)
    yield plot_path(own, names(measured, lang), lang=lang, synthetic=synthetic)
    yield from pictures.residuals(own, lang, synthetic=synthetic)
    changes = tables.index_rows(measured, own, lang)
    yield from numbered("indices_table", tables.INDICES, changes)
    yield words("indices_read", lang)


def names(measured: Measured, lang: Lang) -> dict[str, str]:
    """Return what the reader calls the factors and items of the model."""
    factors = {key: measured.factor(key, lang) for key in measured.study.factors}
    items = measured.study.scale.items
    return factors | {item.key: f"{item.key}: {item.text.to(lang)}" for item in items}


def cautions(measured: Measured, lang: Lang) -> Iterator[Piece]:
    """Yield what speaks against the fit, without the number of those left out.

    Where the scale's own model has nothing to test, the narrower one tells what a fit
    of so few people is worth.
    """
    own = measured.own
    if isinstance(own, str):
        return
    if not own.df > 0:
        yield Words(text=label("cfa.no_test", lang, df=own.df), kind="notice")
    fits = [fit for fit in measured.models.values() if not isinstance(fit, str)]
    for fit in [fit for fit in reversed(fits) if fit.worth][:1]:
        told = label(
            f"cfa.worth_{fit.worth}",
            lang,
            n=tables.people_told(fit.fit.people, measured, lang),
            parameters=fit.parameters,
            seen=format_number(fit.least_seen, lang),
        )
        yield Words(text=told, kind="notice")
    notices = [notice.to(lang) for notice in own.notices if notice.key != "left_out"]
    if notices:
        yield Points(lines=tuple(notices))
