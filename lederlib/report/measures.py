"""One page on a measure: the tables and figures of a methods section."""

from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path

import numpy as np
import pandas as pd

from lederlib import __version__
from lederlib._checks import require_count, require_number, require_whole, seed_of
from lederlib.catalogue import source
from lederlib.measure import Cfa, Htmt, ParallelAnalysis
from lederlib.plot import plot_scree
from lederlib.report import measure_tables as tables
from lederlib.report.apa import apa_interval, apa_number, apa_p, apa_share
from lederlib.report.dates import day_in_words, last_day
from lederlib.report.measuring import Factors, Measured, work_out
from lederlib.report.page import bullets, figure, page, paragraph, section
from lederlib.report.saving import write_page
from lederlib.text import Lang, format_number, join_words, label

_ITEM_COLUMNS = [
    *("item", "factor", "n", "mean", "spread", "floor", "ceiling"),
    *("item_rest", "dropped"),
]
_STEP_COLUMNS = [
    *("step", "chi2", "df", "cfi", "rmsea", "delta_chi2", "p", "delta_cfi"),
]
_ALWAYS = ("cronbach_1951", "feldt_1965", "mcdonald_1999", "horn_1965", "rosseel_2012")


def measure_report(
    data: pd.DataFrame,
    factors: Factors,
    output: str | Path | None = None,
    *,
    lang: Lang = "da",
    estimator: str = "MLR",
    group: str | None = None,
    unit: str | None = None,
    options: int = 5,
    low: float | None = None,
    min_group: int = 5,
    synthetic: bool = False,
    title: str = "",
    today: date | None = None,
    delete_by: date | None = None,
    rng: int | np.random.Generator = 0,
) -> str:
    """Return one self-contained page with the tables and figures of a methods section.

    Parameters
    ----------
    data : DataFrame
        One row a person; reversed items already turned round.
    factors : mapping of str to sequence of str
        The columns of each factor's items, under the factor's name.
    output : str or Path, optional
        Where to write the page as well; either the whole page or nothing is written.
    lang : {"da", "en"}, default "da"
        Language of the page.
    estimator : str, default "MLR"
        As for `lederlib.measure.cfa`; WLSMV takes all items as ordered.
    group : str, optional
        Column of few groups between which the measure is compared (invariance).
    unit : str, optional
        Column of many groups whose means are to be used (ICC and agreement).
    options : int, default 5
        How many answers an item allows.
    low : float, optional
        The lowest answer that could be given; with `options` it tells the ends of the
        scale, without which floor and ceiling are not told.
    min_group : int, default 5
        Fewest people for which a group's agreement counts, 5 to 10.
    synthetic : bool
        Whether the answers were made up; then the page says so.
    title : str, optional
        Heading of the page.
    today : date, optional
        Date on the page.
    delete_by : date, optional
        When the page is deleted at the latest; half a year from its date
        unless told; made-up answers have no such day.
    rng : int or numpy.random.Generator
        Where the chance of the parallel analysis comes from.

    Raises
    ------
    ValueError
        If a column is missing, an item belongs to two factors, or an option lies
        outside its range. What a single analysis cannot do is said on the page.

    Examples
    --------
    >>> rng = np.random.default_rng(0)
    >>> answers = rng.normal(size=(200, 1)) + rng.normal(size=(200, 4))
    >>> table = pd.DataFrame(answers, columns=list("abcd"))
    >>> html = measure_report(table, {"Trivsel": list("abcd")}, lang="en")
    >>> "<h2>Reliability</h2>" in html
    True
    """
    require_whole(min_group, 5, 10, name="min_group")
    measured = work_out(
        data,
        factors,
        estimator=estimator,
        group=group,
        unit=unit,
        options=require_count(options, 2, 100, name="options"),
        low=None if low is None else require_number(low, -1e6, 1e6, name="low"),
        min_group=min_group,
        rng=seed_of(rng),
    )
    heading = title or label("measure.title", lang)
    made = today or date.today()
    until = last_day(made, delete_by)
    body = _body(measured, lang, synthetic=synthetic, today=made, until=until)
    text = page(heading, body, lang=lang)
    if output is not None:
        write_page(Path(output), text)
    return text


def _body(
    measured: Measured, lang: Lang, *, synthetic: bool, today: date, until: date
) -> Iterator[str]:
    lead = label(
        "measure.lead",
        lang,
        items=sum(map(len, measured.factors.values())),
        factors=len(measured.factors),
        people=format_number(measured.people, lang, digits=0),
        day=day_in_words(today, lang),
        version=__version__,
    )
    numbers = count(1)
    yield paragraph(lead, kind="lead")
    if synthetic:
        yield paragraph(label("report.synthetic", lang), kind="notice synthetic")
    else:
        last = day_in_words(until, lang)
        yield paragraph(label("forms.delete_by", lang, day=last), kind="small")
    yield _section("sample", [_said(measured.gaps, lang)], lang)
    yield _section("items", _items(measured, numbers, lang), lang)
    yield _section("reliability", _reliability(measured, numbers, lang), lang)
    yield _section("structure", _structure(measured, lang, synthetic=synthetic), lang)
    yield _section("confirmatory", _confirmatory(measured, numbers, lang), lang)
    yield _section("groups", _groups(measured, numbers, lang), lang)
    yield _section("units", _units(measured, numbers, lang), lang)
    yield _section("basis", [bullets(_basis(measured, lang))], lang)
    cited = bullets(source(key).citation(lang) for key in _cited(measured))
    yield _section("references", [cited], lang)


def _section(key: str, body: Iterator[str] | list[str], lang: Lang) -> str:
    return section(key, body, lang=lang, area="measure")


def _said(found: object, lang: Lang) -> str:
    """Return a result in its own words, or why there is none."""
    if isinstance(found, str):
        return paragraph(label("measure.failed", lang, reason=found), kind="notice")
    return paragraph(found.summary(lang))  # type: ignore[attr-defined]


def _items(measured: Measured, numbers: Iterator[int], lang: Lang) -> Iterator[str]:
    rows = list(tables.item_rows(measured, lang))
    yield tables.numbered("item_table", next(numbers), _ITEM_COLUMNS, rows, lang)
    for part in measured.parts.values():
        if isinstance(part.items, str):
            yield _said(part.items, lang)
    tables_of = [
        p.items for p in measured.parts.values() if not isinstance(p.items, str)
    ]
    if tables_of and np.isnan(tables_of[0].low):
        yield paragraph(label("measure.no_ends", lang), kind="small")


def _reliability(
    measured: Measured, numbers: Iterator[int], lang: Lang
) -> Iterator[str]:
    columns = ["factor", "count", "alpha", "omega", "error", "ave"]
    parts = measured.parts.items()
    rows = [tables.reliability_row(*part, measured, lang) for part in parts]
    yield tables.numbered("reliability_table", next(numbers), columns, rows, lang)
    for part in measured.parts.values():
        if isinstance(part.alpha, str):
            yield _said(part.alpha, lang)
    for name, part in measured.parts.items():
        if not isinstance(part.alpha, str) and part.alpha.against:
            names = join_words(part.alpha.against, lang)
            told = label("measure.against", lang, factor=name, names=names)
            yield paragraph(told, kind="notice")
    if isinstance(measured.distinct, Htmt | str):
        yield _said(measured.distinct, lang)


def _structure(measured: Measured, lang: Lang, *, synthetic: bool) -> Iterator[str]:
    yield _said(measured.suitability, lang)
    yield _said(measured.parallel, lang)
    if isinstance(measured.parallel, ParallelAnalysis):
        yield figure(plot_scree(measured.parallel, lang=lang, synthetic=synthetic))


def _confirmatory(
    measured: Measured, numbers: Iterator[int], lang: Lang
) -> Iterator[str]:
    model = measured.model
    if isinstance(model, str):
        yield _said(model, lang)
        return
    yield paragraph(_fit(model, len(measured.factors), lang))
    yield bullets(measured.in_own_names(one.to(lang)) for one in model.notices)
    columns = ["item", "factor", "loading", "standardized"]
    rows = list(tables.loading_rows(measured, model, lang))
    yield tables.numbered("loadings_table", next(numbers), columns, rows, lang)
    pairs = list(tables.correlation_rows(measured, model, lang))
    if pairs:
        columns = ["pair", "correlation"]
        yield tables.numbered("correlations_table", next(numbers), columns, pairs, lang)


def _fit(model: Cfa, factors: int, lang: Lang) -> str:
    """Return the fit in one sentence; of a scaled test where the estimator has one."""
    scaled = model.estimator != "ML"
    shown = model.scaled if scaled else model.plain
    text = label(
        "measure.fit",
        lang,
        factors=factors,
        estimator=model.estimator,
        n=format_number(model.n, lang, digits=0),
        df=apa_number(shown.df, lang, digits=0),
        chi2=apa_number(shown.chi2, lang),
        p=apa_p(shown.p, lang),
        cfi=apa_share(shown.cfi, lang, digits=3),
        tli=apa_share(shown.tli, lang, digits=3),
        rmsea=apa_share(shown.rmsea, lang, digits=3),
        interval=apa_interval(shown.rmsea_low, shown.rmsea_high, lang, digits=3),
        srmr=apa_share(model.srmr, lang, digits=3),
    )
    return f"{text} {label('measure.scaled', lang)}" if scaled else text


def _groups(measured: Measured, numbers: Iterator[int], lang: Lang) -> Iterator[str]:
    found = measured.invariance
    if found is None:
        return
    if isinstance(found, str):
        yield _said(found, lang)
        return
    yield paragraph(measured.in_own_names(found.summary(lang)))
    rows = list(tables.invariance_rows(found, lang))
    yield tables.numbered("invariance_table", next(numbers), _STEP_COLUMNS, rows, lang)


def _units(measured: Measured, numbers: Iterator[int], lang: Lang) -> Iterator[str]:
    parts = {name: part for name, part in measured.parts.items() if part.icc}
    rows = [tables.unit_row(name, part, lang) for name, part in parts.items()]
    if rows:
        columns = ["factor", "icc1", "icc2", "rwg"]
        yield tables.numbered("units_table", next(numbers), columns, rows, lang)
    for part in parts.values():
        for found in (part.icc, part.agreement):
            if isinstance(found, str):
                yield _said(found, lang)


def _basis(measured: Measured, lang: Lang) -> Iterator[str]:
    kind = "ordered" if measured.estimator == "WLSMV" else "linear"
    yield label("measure.basis_listwise", lang)
    yield label(f"measure.basis_{kind}", lang, estimator=measured.estimator)
    yield label("measure.basis_cuts", lang)
    yield label("measure.basis_meaning", lang)


def _cited(measured: Measured) -> Iterator[str]:
    yield from _ALWAYS
    if measured.invariance is not None and measured.estimator == "WLSMV":
        yield "wu_2016"
    if any(part.icc is not None for part in measured.parts.values()):
        yield from ("james_1984", "shrout_1979")
