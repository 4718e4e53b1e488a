"""The tables of groups and units, of which few people are never told."""

from collections.abc import Iterator
from math import nan

from lederlib.measure import Agreement, Invariance
from lederlib.report.apa import MISSING, apa_number, apa_p, apa_share
from lederlib.report.measures.few import nearest_multiple, size_class
from lederlib.report.measures.tables import about
from lederlib.report.measures.working import Measured, Part
from lederlib.text import Lang, label

GROUPS = ("group", "n")
STEPS = ("step", "chi2", "df", "cfi", "rmsea", "delta_chi2", "p", "delta_cfi")


def group_rows(measured: Measured, lang: Lang) -> Iterator[list[str]]:
    """Yield the groups that are compared, and about how many they are."""
    for name, people in measured.groups.items():
        yield [str(name), about(int(people), measured.min_group, lang)]


def invariance_rows(found: Invariance, lang: Lang) -> Iterator[list[str]]:
    """Yield a row a step; a step that cannot be tested shows dashes."""
    for step, row in found.table.assign(**found.told).iterrows():
        delta = apa_number(row["delta_chi2"], lang)
        freedom = apa_number(row["delta_df"], lang, digits=0)
        change = delta if delta == MISSING else f"{delta} ({freedom})"
        yield [
            label(f"measure.step_{step}", lang),
            apa_number(row["chi2"], lang),
            apa_number(row["df"], lang, digits=0),
            apa_share(row["cfi"], lang, digits=3),
            apa_share(row["rmsea"], lang, digits=3),
            change,
            apa_p(row["p"], lang).removeprefix("= "),
            apa_share(row["delta_cfi"], lang, digits=3),
        ]


UNITS = ("factor", "icc1", "low", "high", "icc2", "low", "high")


def unit_rows(measured: Measured, lang: Lang) -> Iterator[list[str]]:
    """Yield what each factor says of the units, and how far their people agree."""
    for factor, part in measured.parts.items():
        if part.icc is None:
            continue
        figures = [
            getattr(part.icc, f"{name}{end}", nan)
            for name in ("icc1", "icc2")
            for end in ("", "_low", "_high")
        ]
        medians = [_median(part, null) for null in part.agreement]
        yield [
            measured.factor(factor, lang),
            *(apa_share(figure, lang) for figure in (*figures, *medians)),
        ]


def unit_columns(measured: Measured) -> tuple[str, ...]:
    """Return the columns of the table of units: a median of agreement for each null."""
    first = next(iter(measured.parts.values()))
    return (*UNITS, *(f"rwg_{null}" for null in first.agreement))


def _median(part: Part, null: str) -> float:
    found = part.agreement[null]
    return found.median if isinstance(found, Agreement) else nan


def units_told(measured: Measured, lang: Lang) -> str:
    """Return how many units there are, and their sizes as a mean and classes."""
    sizes = measured.units
    if sizes.empty:
        return label("measure.units_none", lang, limit=measured.min_group)
    near = nearest_multiple(int(sizes.sum()), measured.min_group)
    ends = [size_class(int(end)) for end in (sizes.min(), sizes.max())]
    classes = [
        label(
            "measure.size_class" if high else "measure.size_over",
            lang,
            low=low,
            high=high,
        )
        for low, high in dict.fromkeys(ends)
    ]
    return label(
        "measure.units_sizes",
        lang,
        units=len(sizes),
        mean=apa_number(near / len(sizes), lang, digits=0),
        classes=label("measure.size_to", lang).join(classes),
        limit=measured.min_group,
    )
