"""Work out all that the report on a measure shows, and keep what went wrong."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import pandas as pd

from lederlib._checks import nearest
from lederlib.measure import (
    Agreement,
    Alpha,
    Cfa,
    FactorReliability,
    Htmt,
    Icc,
    Invariance,
    ItemTable,
    MeasurementError,
    MissingPatterns,
    ParallelAnalysis,
    Suitability,
    alpha,
    cfa,
    factor_reliability,
    htmt,
    icc,
    invariance,
    item_table,
    measurement_error,
    missing_patterns,
    parallel_analysis,
    rwg_j,
    suitability,
)

Factors = Mapping[str, Sequence[str]]
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Part:
    """One factor's own figures.

    Attributes
    ----------
    items : ItemTable or str
        Its items; a sentence where they could not be described.
    alpha, error : Alpha, MeasurementError or str
        Its reliability.
    icc, agreement : Icc, Agreement, str or None
        Its groups, where a column tells them apart.
    """

    items: ItemTable | str
    alpha: Alpha | str
    error: MeasurementError | str
    icc: Icc | str | None
    agreement: Agreement | str | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Measured:
    """Every figure of the report; a sentence where one could not be computed.

    Attributes
    ----------
    factors : mapping of str to sequence of str
        Items by factor.
    people, estimator : int, str
        Rows of the table, and how the model was fitted.
    parts : mapping of str to Part
        By factor.
    gaps, suitability, parallel, model, composite, distinct, invariance
        The whole measure's figures; `invariance` is None without a group.
    """

    factors: Factors
    people: int
    estimator: str
    parts: Mapping[str, Part]
    gaps: MissingPatterns | str
    suitability: Suitability | str
    parallel: ParallelAnalysis | str
    model: Cfa | str
    composite: FactorReliability | str
    distinct: Htmt | str | None
    invariance: Invariance | str | None


def work_out(
    data: pd.DataFrame,
    factors: Factors,
    *,
    estimator: str,
    group: str | None,
    unit: str | None,
    options: int,
    min_group: int,
    rng: int,
) -> Measured:
    """Return all figures; an analysis that cannot be done leaves its reason.

    Raises
    ------
    ValueError
        If a column is missing from the table, or an item stands in two factors.
    """
    items = _require_columns(data, factors, group, unit)
    model = model_syntax(factors)
    answers, named = data[items], _renamed(data, items)
    several = len(factors) > 1
    fitted = _or_reason(
        lambda: cfa(model, named, estimator, std_lv=True)  # type: ignore[arg-type]
    )
    return Measured(
        factors=factors,
        people=len(data),
        estimator=estimator,
        parts={
            name: _part(data, list(own), unit, options=options, min_group=min_group)
            for name, own in factors.items()
        },
        gaps=_or_reason(lambda: missing_patterns(answers)),
        suitability=_or_reason(lambda: suitability(answers)),
        parallel=_or_reason(lambda: parallel_analysis(answers, rng=rng)),
        model=fitted,
        composite=fitted if isinstance(fitted, str) else factor_reliability(fitted),
        distinct=_or_reason(lambda: htmt(answers, factors)) if several else None,
        invariance=_or_reason(
            lambda: invariance(model, named, group, estimator)  # type: ignore[arg-type]
        )
        if group
        else None,
    )


def model_syntax(factors: Factors) -> str:
    r"""Return the model in which each item belongs to one factor, under plain names.

    Examples
    --------
    >>> model_syntax({"Psykologisk tryghed": ["a b", "c"], "Tid": ["d"]})
    'factor1 =~ item1 + item2\nfactor2 =~ item3'
    """
    lines, number = [], 0
    for place, own in enumerate(factors.values(), start=1):
        names = [f"item{number + step}" for step in range(1, len(own) + 1)]
        number += len(own)
        lines.append(f"factor{place} =~ {' + '.join(names)}")
    return "\n".join(lines)


def _renamed(data: pd.DataFrame, items: Sequence[str]) -> pd.DataFrame:
    plain = {name: f"item{number}" for number, name in enumerate(items, start=1)}
    return data.rename(columns=plain)


def _part(
    data: pd.DataFrame,
    own: list[str],
    unit: str | None,
    *,
    options: int,
    min_group: int,
) -> Part:
    answers = data[own]
    mean = answers.mean(axis=1, skipna=False)
    return Part(
        items=_or_reason(lambda: item_table(answers)),
        alpha=_or_reason(lambda: alpha(answers)),
        error=_or_reason(lambda: measurement_error(answers)),
        icc=_or_reason(lambda: icc(mean, data[unit])) if unit else None,
        agreement=_or_reason(
            lambda: rwg_j(answers, data[unit], options=options, min_group=min_group)
        )
        if unit
        else None,
    )


def _or_reason(compute: Callable[[], Found]) -> Found | str:
    try:
        return compute()
    except ValueError as reason:
        return str(reason)


def _require_columns(
    data: pd.DataFrame, factors: Factors, group: str | None, unit: str | None
) -> list[str]:
    items = [str(name) for own in factors.values() for name in own]
    if not items:
        msg = "factors must name at least one factor with its items; got none."
        raise ValueError(msg)
    doubled = next((name for name in items if items.count(name) > 1), None)
    if doubled is not None:
        msg = f"Every item must belong to one factor; {doubled!r} belongs to two."
        raise ValueError(msg)
    for name in [*items, *(column for column in (group, unit) if column)]:
        if name not in data:
            known = [str(column) for column in data.columns]
            hint = nearest(name, known)
            msg = f"data must have a column {name!r}; it has none.{hint}"
            raise ValueError(msg)
    return items
