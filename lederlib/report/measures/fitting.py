"""How the models of the report are fitted, and to which table."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar

import pandas as pd

from lederlib.answers import Study
from lederlib.measure import Cfa, Invariance, cfa, invariance
from lederlib.report.measures.judging import rate_of_each

Found = TypeVar("Found")
Given = ParamSpec("Given")
CLUSTER = "cluster of the unit"
_NUMBER = re.compile(r"(?<![\w.])[-−]?\d[\d.,]*(?![\w])")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fitted:
    """How all models of the report are fitted, and to which table.

    Attributes
    ----------
    table : pandas.DataFrame
        The answers and the groups, with the clusters if there are such.
    estimator, missing, cluster : str, str, str or None
        As for `cfa`; the cluster is a column of the table.
    """

    table: pd.DataFrame
    estimator: Any
    missing: Any
    cluster: str | None

    def fit(self, text: str) -> Cfa:
        """Return the fit of one model, if it is worth any figure.

        Raises
        ------
        ValueError
            If there are fewer people than estimates, or the search did not arrive.
        """
        fit = cfa(
            text,
            self.table,
            self.estimator,
            missing=self.missing,
            cluster=self.cluster,
            std_lv=True,
        )
        if fit.fit.people < fit.fit.model.estimates:
            msg = "the model has more estimates than there are people."
            raise ValueError(msg)
        if not fit.converged:
            msg = "the search for the model's estimates did not arrive."
            raise ValueError(msg)
        return fit

    def compare(self, study: Study, groups: pd.Series) -> Invariance:
        """Return the comparison of those groups that may be told about."""
        column = str(study.group)
        return invariance(
            study.model,
            self.table[self.table[column].isin(groups.index)],
            column,
            self.estimator,
            missing=self.missing,
            cluster=self.cluster,
            false_alarm=rate_of_each(study),
        )


def model_texts(study: Study) -> dict[str, str]:
    """Return the models that are held against each other: a narrower one, and its own.

    Of several factors the narrower has one; of one factor, loadings that are equal, as
    alpha takes them to be.
    """
    lines = study.model.splitlines()
    names = [line.partition(" =~ ")[2] for line in lines]
    if len(lines) > 1:
        free = next(
            name
            for name in ("general", "general_", "general__")
            if name not in {*study.items, *study.factors}
        )
        return {"one": f"{free} =~ {' + '.join(names)}", "own": study.model}
    factor, _, items = study.model.partition(" =~ ")
    equal = " + ".join(f"same*{name}" for name in items.split(" + "))
    return {"equal": f"{factor} =~ {equal}", "own": study.model}


def unknowns(study: Study) -> int:
    """Return how many estimates the scale's own model has, intercepts counted."""
    factors = len(study.factors)
    return 3 * len(study.items.columns) + factors * (factors - 1) // 2


def with_clusters(study: Study, units: pd.Series) -> pd.DataFrame:
    """Return the table with the unit of each person; who has none stands alone.

    So does everyone in a unit of few, of which nothing may follow.
    """
    labels = study.table[study.unit]
    alone = pd.Series([f"alone {row}" for row in range(len(labels))], labels.index)
    clusters = labels.astype(str).where(labels.isin(units.index), alone)
    return study.table.assign(**{CLUSTER: clusters})


def or_reason(
    compute: Callable[Given, Found], *args: Given.args, **options: Given.kwargs
) -> Found | str:
    """Return what was computed, or why it could not be, without a number in it.

    A number in the reason may tell of few people: how many there are, or what they all
    answered.
    """
    try:
        return compute(*args, **options)
    except ValueError as reason:
        return _NUMBER.sub("…", str(reason))
