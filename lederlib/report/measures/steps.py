"""The steps of the report on a measure: each returns its pieces."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from lederlib import __version__
from lederlib.answers import Answers
from lederlib.catalogue import source
from lederlib.measure import Cfa, Htmt, Invariance, ParallelAnalysis, Suitability
from lederlib.plot import plot_path, plot_scree
from lederlib.report.apa import apa_number
from lederlib.report.left_out import left_out_rows
from lederlib.report.measures import group_tables, pictures, tables
from lederlib.report.measures.few import nearest_multiple, roughly
from lederlib.report.measures.reasons import reason_words
from lederlib.report.measures.tables import Numbered
from lederlib.report.measures.working import Measured
from lederlib.report.pieces import Piece, Points, Words
from lederlib.text import Lang, format_number, format_share, join_words, label

_ALWAYS = ("cronbach_1951", "feldt_1965", "mcdonald_1999", "horn_1965", "rosseel_2012")
#: People for each estimate below which a fit is said to rest on few.


def sample(measured: Measured, numbered: Numbered, lang: Lang) -> Iterator[Piece]:
    """Yield who answered, what is missing, and who was lost on the way."""
    study, limit = measured.study, measured.min_group
    gaps = study.items.isna()
    if measured.whole:
        yield _words("gaps_none", lang)
    else:
        cells = nearest_multiple(int(gaps.to_numpy().sum()), limit)
        complete = int((~gaps.any(axis=1)).sum())
        yield _words(
            f"gaps_{measured.missing}",
            lang,
            share=format_share(cells / gaps.size, lang),
            complete=tables.people_told(complete, measured, lang),
        )
    answers = study.answers
    if isinstance(answers, Answers):
        rows = left_out_rows(answers, lang=lang, limit=limit)
        yield from numbered("lost_table", ("reason", "where", "lost"), rows)
        if not rows:
            yield Words(text=label("report.left_out_none", lang))
    yield _words("few", lang, limit=limit)


def items(
    measured: Measured, numbered: Numbered, lang: Lang, *, synthetic: bool
) -> Iterator[Piece]:
    """Yield the items as they were asked, and how they were answered."""
    rows = tables.wording_rows(measured, lang)
    yield from numbered("wording_table", tables.WORDING, rows)
    yield from numbered("item_table", tables.ITEMS, tables.item_rows(measured, lang))
    yield _words("items_turned", lang)
    for part in measured.parts.values():
        if isinstance(part.items, str):
            yield _failed(part.items, lang)
    yield from pictures.weakest_item(measured, lang, synthetic=synthetic)


def reliability(measured: Measured, numbered: Numbered, lang: Lang) -> Iterator[Piece]:
    """Yield how surely each factor's score is measured."""
    rows = tables.reliability_rows(measured, lang)
    yield from numbered("reliability_table", tables.RELIABILITY, rows)
    for part in measured.parts.values():
        if isinstance(part.alpha, str):
            yield _failed(part.alpha, lang)
    for factor, part in measured.parts.items():
        if not isinstance(part.alpha, str) and part.alpha.against:
            names = join_words(part.alpha.against, lang)
            told = {"factor": measured.factor(factor, lang), "names": names}
            yield Words(text=label("measure.against", lang, **told), kind="notice")
    if isinstance(measured.distinct, Htmt):
        named = {key: measured.factor(key, lang) for key in measured.study.factors}
        shown = replace(
            roughly(measured.distinct, measured.people, measured.min_group),
            **{
                part: getattr(measured.distinct, part)
                .rename(named)
                .rename(columns=named)
                for part in ("values", "low", "high")
            },
        )
        yield Words(text=shown.summary(lang))
    elif measured.distinct is not None:
        yield _failed(measured.distinct, lang)


def structure(measured: Measured, lang: Lang, *, synthetic: bool) -> Iterator[Piece]:
    """Yield how many factors the answers suggest, beside how many there should be."""
    found = measured.suitability
    if isinstance(found, Suitability):
        shown = roughly(found, measured.people, measured.min_group)
        yield Words(text=shown.summary(lang))
    else:
        yield _failed(found, lang)
    parallel = measured.parallel
    if not isinstance(parallel, ParallelAnalysis):
        yield _failed(parallel, lang)
        return
    shown_parallel = roughly(parallel, measured.people, measured.min_group)
    yield Words(text=shown_parallel.summary(lang))
    tested = len(measured.study.factors)
    same = parallel.suggested == tested
    yield Words(
        text=label(
            "measure.factors_same" if same else "measure.factors_differ",
            lang,
            suggested=parallel.suggested,
            tested=tested,
        ),
        kind="" if same else "notice",
    )
    yield plot_scree(shown_parallel, lang=lang, synthetic=synthetic)


def confirmatory(
    measured: Measured, numbered: Numbered, lang: Lang, *, synthetic: bool
) -> Iterator[Piece]:
    """Yield the models side by side, and what the scale's own one says."""
    for name, fit in measured.models.items():
        if isinstance(fit, str):
            which = label(f"measure.column_model_{name}", lang)
            yield _failed(fit, lang, which)
    rows = tables.comparison_rows(measured, lang)
    columns = tables.comparison_columns(measured)
    compared = list(numbered("comparison_table", columns, rows))
    yield from compared
    if compared:
        yield _words(f"compared_{measured.estimator.lower()}", lang)
        apart = measured.difference
        if not isinstance(apart, str) and np.isnan(apart.chi2):
            yield _words("difference_unscaled", lang)
    fits = [fit for fit in measured.models.values() if not isinstance(fit, str)]
    if any(fit.fit.people != measured.people for fit in fits):
        yield _words("compared_roughly", lang)
    own = measured.own
    if isinstance(own, str):
        return
    yield from _cautions(own, measured, lang)
    yield from numbered(
        "loadings_table", tables.LOADINGS, tables.loading_rows(measured, own, lang)
    )
    pairs = tables.correlation_rows(measured, own, lang)
    yield from numbered("correlations_table", ("pair", "r", "low", "high"), pairs)
    yield plot_path(own, _names(measured, lang), lang=lang, synthetic=synthetic)
    yield from pictures.residuals(own, lang, synthetic=synthetic)
    changes = tables.index_rows(measured, own, lang)
    yield from numbered("indices_table", tables.INDICES, changes)
    yield _words("indices_read", lang)


def _names(measured: Measured, lang: Lang) -> dict[str, str]:
    """Return what the reader calls the factors and items of the model."""
    factors = {key: measured.factor(key, lang) for key in measured.study.factors}
    items = measured.study.scale.items
    return factors | {item.key: f"{item.key}: {item.text.to(lang)}" for item in items}


def _cautions(own: Cfa, measured: Measured, lang: Lang) -> Iterator[Piece]:
    """Yield what speaks against the fit, without the number of those left out."""
    if own.worth:
        words = label(
            f"cfa.worth_{own.worth}",
            lang,
            n=tables.people_told(own.fit.people, measured, lang),
            parameters=own.parameters,
            seen=format_number(own.least_seen, lang),
        )
        yield Words(text=words, kind="notice")
    notices = [notice.to(lang) for notice in own.notices if notice.key != "left_out"]
    if notices:
        yield Points(lines=tuple(notices))


def groups(measured: Measured, numbered: Numbered, lang: Lang) -> Iterator[Piece]:
    """Yield whether the measure is the same in all groups, and how large they are."""
    found = measured.invariance
    if found is None:
        return
    rows = group_tables.group_rows(measured, lang)
    yield from numbered("groups_table", group_tables.GROUPS, rows)
    yield _words("groups_least", lang, least=measured.least)
    if not isinstance(found, Invariance):
        yield _failed(found, lang)
        return
    words = _rough(found, measured).summary(lang, words=_names(measured, lang))
    yield Words(text=words)
    if found.verdict == "unsound":
        return
    steps = group_tables.invariance_rows(found, measured, lang)
    yield from numbered("invariance_table", group_tables.STEPS, steps)
    if measured.estimator != "ML":
        yield _words("steps_scaled", lang)


def _rough(found: Invariance, measured: Measured) -> Invariance:
    """Return the comparison without the exact numbers of its people."""
    fits = {
        step: replace(
            fit, notices=tuple(each for each in fit.notices if each.key != "left_out")
        )
        for step, fit in found.fits.items()
    }
    return replace(roughly(found, measured.people, measured.min_group), fits=fits)


def units(measured: Measured, numbered: Numbered, lang: Lang) -> Iterator[Piece]:
    """Yield how far units differ, and how far their people agree."""
    if measured.study.unit is None:
        return
    yield Words(text=group_tables.units_told(measured, lang))
    rows = group_tables.unit_rows(measured, lang)
    yield from numbered("units_table", group_tables.unit_columns(measured), rows)
    if not measured.units.empty:
        yield _words("units_nulls", lang)
    told = [found for part in measured.parts.values() for found in _reasons(part)]
    for reason in dict.fromkeys(told):
        yield _failed(reason, lang)


def _reasons(part: object) -> Iterator[str]:
    for found in (part.icc, *part.agreement.values()):  # type: ignore[attr-defined]
        if isinstance(found, str):
            yield found


def basis(measured: Measured, lang: Lang) -> Iterator[Piece]:
    """Yield what the figures rest on."""
    kind = "ordered" if measured.estimator == "WLSMV" else "linear"
    yield Points(
        lines=(
            label(f"measure.basis_{measured.missing}", lang),
            label(f"measure.basis_{kind}", lang, estimator=measured.estimator),
            *_clusters(measured, lang),
            label("measure.basis_cuts", lang),
            label("measure.basis_meaning", lang),
        )
    )


def _clusters(measured: Measured, lang: Lang) -> Iterator[str]:
    """Yield whether the people of one unit are taken to answer alike."""
    if measured.study.unit is not None and measured.estimator == "MLR":
        key = "clusters" if measured.clustered else "no_clusters"
        yield label(f"measure.basis_{key}", lang)


def references(measured: Measured, lang: Lang) -> Iterator[Piece]:
    """Yield what the methods rest on."""
    cited = [*_ALWAYS]
    if measured.invariance is not None and measured.estimator == "WLSMV":
        cited.append("wu_2016")
    if measured.study.unit is not None:
        cited += ["james_1984", "shrout_1979"]
    yield Points(lines=tuple(source(key).citation(lang) for key in cited))


def opening(
    measured: Measured, lang: Lang, *, day: str, delete_by: str, synthetic: bool
) -> Iterator[Piece]:
    """Yield what the report is about, and until when it may be kept."""
    scale = measured.study.scale
    yield Words(
        text=label(
            "measure.lead",
            lang,
            scale=scale.title.to(lang),
            items=len(scale.items),
            factors=len(scale.factors),
            people=apa_number(measured.people, lang, digits=0),
            day=day,
            version=__version__,
        ),
        kind="lead",
    )
    if synthetic:
        yield Words(text=label("report.synthetic", lang), kind="notice synthetic")
    else:
        yield Words(text=label("forms.delete_by", lang, day=delete_by), kind="small")


def _words(key: str, lang: Lang, **values: object) -> Words:
    return Words(text=label(f"measure.{key}", lang, **values))


def _failed(reason: str, lang: Lang, which: str = "") -> Words:
    """Return why there is no result, and of which model, in a frame."""
    words = reason_words(reason, lang)
    told = f"{which}: {words}" if which else words
    return Words(text=label("measure.failed", lang, reason=told), kind="notice")
