"""Work out all that the report on a measure shows, and keep what went wrong."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from lederlib.answers import Study
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
    ParallelAnalysis,
    Suitability,
    alpha,
    cfa,
    factor_reliability,
    htmt,
    icc,
    item_table,
    measurement_error,
    parallel_analysis,
    rwg_j,
    suitability,
)
from lederlib.measure.invariance.difference import Difference, difference
from lederlib.report.measures.few import roughly
from lederlib.report.measures.fitting import (
    CLUSTER,
    Fitted,
    model_texts,
    or_reason,
    unknowns,
    with_clusters,
)
from lederlib.report.measures.judging import (
    FactorCount,
    count_factors,
    rate_of_each,
)
from lederlib.text import Phrase, both

#: The null distributions of agreement; the skewed one is known for five options.
NULLS = ("uniform", "slight")
_SKEWED_OPTIONS = 5


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Part:
    """One factor's own figures; a sentence where one could not be computed.

    Attributes
    ----------
    items : ItemTable or str
        Its items.
    alpha, error : Alpha, MeasurementError or str
        Its reliability.
    icc : Icc, str or None
        How much of its differences lies between units; None without them.
    agreement : mapping of str to (Agreement or str)
        Agreement within units, by the null that it is held against.
    """

    items: ItemTable | str
    alpha: Alpha | str
    error: MeasurementError | str
    icc: Icc | str | None
    agreement: Mapping[str, Agreement | str]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Measured:
    """Every figure of the report; a sentence where one could not be computed.

    Attributes
    ----------
    study : Study
        The scale and the answers.
    estimator, missing, min_group : str, str, int
        How models were fitted, and the fewest people that are told about.
    parts : mapping of str to Part
        By factor.
    suitability, parallel, models, difference, composite, distinct, invariance
        The whole measure's figures. Of the models the narrower stands first, and the
        last is the scale's own. `invariance` is None without a group.
    count : FactorCount or None
        The number suggested beside the one meant; None without a suggestion.
    clustered : bool
        Whether errors and tests allow for people of one unit answering alike.
    least : int
        Fewest people of a group that is compared: as many as a group has estimates.
    groups, units : pandas.Series
        People by group and by unit, those of at least `least` and of at least
        `min_group` people; empty without them.
    """

    study: Study
    estimator: str
    missing: str
    min_group: int
    parts: Mapping[str, Part]
    suitability: Suitability | str
    parallel: ParallelAnalysis | str
    count: FactorCount | None
    models: Mapping[str, Cfa | str]
    difference: Difference | str
    composite: FactorReliability | str
    distinct: Htmt | str | None
    invariance: Invariance | str | None
    clustered: bool
    least: int
    groups: pd.Series
    units: pd.Series

    @property
    def people(self) -> int:
        """People in the study."""
        return len(self.study.items)

    @property
    def whole(self) -> bool:
        """Whether everybody answered everything."""
        return not self.study.items.isna().to_numpy().any()

    @property
    def own(self) -> Cfa | str:
        """The scale's own model."""
        return self.models["own"]

    def factor(self, key: str, lang: Any) -> str:  # noqa: ANN401 - a language
        """Return what a factor is called."""
        return self.study.scale.factor_name(key).to(lang)


def work_out(
    study: Study,
    *,
    estimator: str,
    missing: str | None,
    min_group: int,
    rng: int,
    tell: Callable[[Phrase], None] | None = None,
) -> Measured:
    """Return all figures; an analysis that cannot be done leaves its reason.

    `tell` is told what comes next, before each part that takes its time.
    """
    say = tell or (lambda _: None)
    items, factors = study.items, study.factors
    gaps = bool(items.isna().to_numpy().any()) and estimator != "WLSMV"
    missing = missing or ("fiml" if gaps else "listwise")
    units = _large(study.table, study.unit, min_group)
    clustered = estimator == "MLR" and len(units) > unknowns(study)
    fitted = Fitted(
        table=with_clusters(study, units) if clustered else study.table,
        estimator=estimator,
        missing=missing,
        cluster=CLUSTER if clustered else None,
    )
    say(both("measure.doing_models", items=items.shape[1]))
    models = {
        name: or_reason(fitted.fit, text) for name, text in model_texts(study).items()
    }
    narrow, own = models.values()
    least = max(min_group, _estimates(own) if study.group else 0)
    groups = _large(study.table, study.group, least)
    several = len(factors) > 1
    compared = None
    if study.group:
        say(both("measure.doing_groups", count=len(groups), column=study.group))
        compared = or_reason(fitted.compare, study, groups)
    say(both("measure.doing_parts"))
    parallel = or_reason(parallel_analysis, study, rng=rng)
    return Measured(
        study=study,
        estimator=estimator,
        missing=missing,
        min_group=min_group,
        parts={name: _part(study, name, units, min_group) for name in factors},
        suitability=or_reason(suitability, study),
        parallel=parallel,
        count=_count(study, parallel, own, min_group),
        models=models,
        difference=_difference(own, narrow),
        composite=own if isinstance(own, str) else or_reason(factor_reliability, own),
        distinct=or_reason(htmt, study, factors) if several else None,
        invariance=compared,
        clustered=clustered,
        least=least,
        groups=groups,
        units=units,
    )


def _estimates(own: Cfa | str) -> int:
    return 0 if isinstance(own, str) else own.fit.model.estimates


def _count(
    study: Study, parallel: ParallelAnalysis | str, own: Cfa | str, min_group: int
) -> FactorCount | None:
    """Return the number suggested beside the one meant; answers count as numbers.

    From about as many people as answered all, so that it does not tell how many.
    """
    if isinstance(parallel, str):
        return None
    if not isinstance(own, str) and own.estimator == "WLSMV":
        own = or_reason(cfa, study.model, study, std_lv=True)
    near = roughly(parallel, len(study.items), min_group)
    return count_factors(near, len(study.factors), own, rate_of_each(study))


def _difference(own: Cfa | str, narrow: Cfa | str) -> Difference | str:
    if isinstance(own, str) or isinstance(narrow, str):
        return str(own if isinstance(own, str) else narrow)
    return or_reason(difference, own.fit, narrow.fit)


def _large(table: pd.DataFrame, column: str | None, limit: int) -> pd.Series:
    """Return the groups of at least `limit` people, and how many they are."""
    if column is None:
        return pd.Series(dtype=int)
    sizes = table[column].value_counts().sort_index()
    return sizes[sizes >= limit]


def _part(study: Study, factor: str, units: pd.Series, min_group: int) -> Part:
    own = study.only(factor)
    nulls = (
        NULLS if own.scale.high - own.scale.low + 1 == _SKEWED_OPTIONS else NULLS[:1]
    )
    if study.unit is None:
        found, agreement = None, {}
    else:
        labels = study.table[study.unit]
        inside = labels.isin(units.index)
        rows = own.items[inside]
        options = own.scale.high - own.scale.low + 1
        found = or_reason(icc, own.scores.loc[inside, factor], labels[inside])
        agreement = {
            null: or_reason(
                rwg_j, rows, labels[inside], options, null, min_group=min_group
            )
            for null in nulls
        }
    return Part(
        items=or_reason(item_table, own),
        alpha=or_reason(alpha, own),
        error=or_reason(measurement_error, own),
        icc=found,
        agreement=agreement,
    )
