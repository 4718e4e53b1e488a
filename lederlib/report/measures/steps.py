"""The steps of the report on a measure: each returns its pieces."""

from collections.abc import Iterator
from dataclasses import replace

from lederlib import __version__
from lederlib.answers import Answers
from lederlib.catalogue import source
from lederlib.measure import Htmt, Invariance, ParallelAnalysis, Suitability
from lederlib.measure.multiple import FALSE_ALARM
from lederlib.plot import plot_scree
from lederlib.report.apa import apa_number
from lederlib.report.left_out import left_out_rows
from lederlib.report.measures import group_tables, pictures, tables
from lederlib.report.measures.few import nearest_multiple, roughly
from lederlib.report.measures.models import names
from lederlib.report.measures.saying import failed, words
from lederlib.report.measures.tables import Numbered
from lederlib.report.measures.working import Measured
from lederlib.report.pieces import Piece, Points, Words
from lederlib.text import Lang, format_share, join_words, label

_ALWAYS = ("cronbach_1951", "feldt_1965", "mcdonald_1999", "horn_1965", "rosseel_2012")


def sample(measured: Measured, numbered: Numbered, lang: Lang) -> Iterator[Piece]:
    """Yield who answered, what is missing, and who was lost on the way."""
    study, limit = measured.study, measured.min_group
    gaps = study.items.isna()
    if measured.whole:
        yield words("gaps_none", lang)
    else:
        cells = nearest_multiple(int(gaps.to_numpy().sum()), limit)
        complete = int((~gaps.any(axis=1)).sum())
        yield words(
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
    yield words("few", lang, limit=limit)


def items(
    measured: Measured, numbered: Numbered, lang: Lang, *, synthetic: bool
) -> Iterator[Piece]:
    """Yield the items as they were asked, and how they were answered."""
    rows = tables.wording_rows(measured, lang)
    yield from numbered("wording_table", tables.WORDING, rows)
    yield from numbered("item_table", tables.ITEMS, tables.item_rows(measured, lang))
    yield words("items_turned", lang)
    for part in measured.parts.values():
        if isinstance(part.items, str):
            yield failed(part.items, lang)
    yield from pictures.weakest_item(measured, lang, synthetic=synthetic)


def reliability(measured: Measured, numbered: Numbered, lang: Lang) -> Iterator[Piece]:
    """Yield how surely each factor's score is measured."""
    rows = tables.reliability_rows(measured, lang)
    yield from numbered("reliability_table", tables.RELIABILITY, rows)
    for part in measured.parts.values():
        if isinstance(part.alpha, str):
            yield failed(part.alpha, lang)
    for factor, part in measured.parts.items():
        if not isinstance(part.alpha, str) and part.alpha.against:
            against = join_words(part.alpha.against, lang)
            told = {"factor": measured.factor(factor, lang), "names": against}
            yield Words(text=label("measure.against", lang, **told), kind="notice")
    if isinstance(measured.distinct, Htmt):
        named = {key: measured.factor(key, lang) for key in measured.study.factors}
        shown = replace(
            roughly(measured.distinct, measured.people, measured.min_group),
            against=(),
            **{
                part: getattr(measured.distinct, part)
                .rename(named)
                .rename(columns=named)
                for part in ("values", "low", "high")
            },
        )
        yield Words(text=shown.summary(lang))
    elif measured.distinct is not None:
        yield failed(measured.distinct, lang)


def structure(measured: Measured, lang: Lang, *, synthetic: bool) -> Iterator[Piece]:
    """Yield how many factors the answers suggest, beside how many there should be."""
    yield from structure_words(measured, lang)
    if isinstance(measured.parallel, ParallelAnalysis):
        shown = roughly(measured.parallel, measured.people, measured.min_group)
        yield plot_scree(shown, lang=lang, synthetic=synthetic)


def structure_words(measured: Measured, lang: Lang) -> Iterator[Words]:
    """Yield the same in words alone."""
    found = measured.suitability
    if isinstance(found, Suitability):
        shown = roughly(found, measured.people, measured.min_group)
        # Which items go against their factor stands beside its reliability.
        yield Words(text=replace(shown, against=()).summary(lang))
    else:
        yield failed(found, lang)
    parallel = measured.parallel
    if not isinstance(parallel, ParallelAnalysis):
        yield failed(parallel, lang)
        return
    near = roughly(parallel, measured.people, measured.min_group)
    yield Words(text=near.summary(lang))
    if measured.count is not None:
        accused = measured.count.verdict == "differs"
        yield Words(text=measured.count.summary(lang), kind="notice" if accused else "")


def groups(measured: Measured, numbered: Numbered, lang: Lang) -> Iterator[Piece]:
    """Yield whether the measure is the same in all groups, and how large they are."""
    found = measured.invariance
    if found is None:
        return
    rows = group_tables.group_rows(measured, lang)
    yield from numbered("groups_table", group_tables.GROUPS, rows)
    if measured.least > measured.min_group:
        yield words("groups_least", lang, least=measured.least)
    if not isinstance(found, Invariance):
        yield failed(found, lang)
        return
    told = _rough(found, measured)
    yield Words(text=told.summary(lang, words=names(measured, lang)))
    if found.verdict == "unsound":
        return
    steps = group_tables.invariance_rows(told, lang)
    yield from numbered("invariance_table", group_tables.STEPS, steps)
    if measured.estimator != "ML":
        yield words("steps_scaled", lang)


def _rough(found: Invariance, measured: Measured) -> Invariance:
    """Return the comparison without the exact numbers of its people.

    Sentence and table have one RMSEA: χ² beside two of them would tell the number.
    """
    fits = {
        step: replace(
            fit, notices=tuple(each for each in fit.notices if each.key != "left_out")
        )
        for step, fit in found.fits.items()
    }
    times = tables.untelling(found.n, measured)
    told = found.table.assign(
        **{name: found.table[name] * times for name in ("rmsea", "scaled_rmsea")}
    )
    rough = roughly(found, measured.people, measured.min_group)
    return replace(rough, fits=fits, table=told)


def units(measured: Measured, numbered: Numbered, lang: Lang) -> Iterator[Piece]:
    """Yield how far units differ, and how far their people agree."""
    if measured.study.unit is None:
        return
    yield Words(text=group_tables.units_told(measured, lang))
    rows = group_tables.unit_rows(measured, lang)
    yield from numbered("units_table", group_tables.unit_columns(measured), rows)
    if not measured.units.empty:
        yield words("units_nulls", lang)
    told = [found for part in measured.parts.values() for found in _reasons(part)]
    for reason in dict.fromkeys(told):
        yield failed(reason, lang)


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
            _verdicts(measured, lang),
            label("measure.basis_cuts", lang),
            label("measure.basis_meaning", lang),
        )
    )


def _verdicts(measured: Measured, lang: Lang) -> str:
    """Return where the report judges, and how often it accuses by chance."""
    places = "one" if measured.study.group is None else "two"
    rate = format_share(FALSE_ALARM, lang)
    return label(f"measure.basis_verdict_{places}", lang, rate=rate)


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
