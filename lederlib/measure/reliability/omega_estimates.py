"""Estimate omega from covariances, and again in samples of people."""

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
import pandas as pd

from lederlib._checks import Floats, require_known
from lederlib.measure.correlations.shares import to_correlations
from lederlib.measure.factors.efa import require_few_factors
from lederlib.measure.factors.extraction import METHODS, ExtractionMethod, extract
from lederlib.measure.gathering import Gathered
from lederlib.measure.reliability.coefficients import total_of
from lederlib.measure.reliability.resampling import resample_covariances
from lederlib.measure.reliability.schmid_leiman import SchmidLeiman, schmid_leiman

OmegaKind = Literal["total", "hierarchical", "cfa"]
KINDS: tuple[OmegaKind, ...] = get_args(OmegaKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to estimate: the options that every sample shares."""

    kind: OmegaKind
    factors: int
    method: ExtractionMethod


def make_plan(
    factors: int | None, kind: OmegaKind, method: ExtractionMethod, items: int
) -> Plan:
    """Return what to estimate, or say why these options do not go together.

    Raises
    ------
    ValueError
        If the number of factors does not suit the kind or the items.
    """
    require_known(kind, KINDS, name="kind")
    require_known(method, METHODS, name="method")
    if kind == "cfa":
        if factors not in {None, 1}:
            msg = (
                f"factors must be 1 for omega of kind 'cfa'; got {factors}. For "
                "several factors fit cfa(...) and ask factor_reliability."
            )
            raise ValueError(msg)
        return Plan(kind=kind, factors=1, method="ml")
    count = 3 if factors is None else factors
    require_few_factors(count, items)
    if kind == "hierarchical" and count == 1:
        msg = "factors must be at least 2 for hierarchical omega; got 1."
        raise ValueError(msg)
    return Plan(kind=kind, factors=count, method=method)


def estimate(covariance: Floats, plan: Plan) -> tuple[float, SchmidLeiman]:
    """Return omega and the loadings that it rests on."""
    between = to_correlations(covariance)
    if plan.kind == "cfa":
        spread = np.sqrt(np.diag(covariance))
        found = extract(between, 1, method="ml")
        loadings, errors = found.loadings[:, 0] * spread, found.uniquenesses
        shared = float(loadings.sum()) ** 2
        value = shared / (shared + float((errors * spread**2).sum()))
        return value, SchmidLeiman(
            general=loadings * np.sign(loadings.sum()),
            groups=np.empty((len(loadings), 0)),
            uniquenesses=errors * spread**2,
            converged=found.converged,
        )
    found_all = schmid_leiman(between, plan.factors, method=plan.method)
    total = total_of(between)
    if plan.kind == "total":
        return 1 - float(found_all.uniquenesses.sum()) / total, found_all
    return float(found_all.general.sum()) ** 2 / total, found_all


def bootstrap_interval(
    held: Gathered,
    plan: Plan,
    draws: int,
    confidence: float,
    rng: int | np.random.Generator,
) -> tuple[float, float]:
    """Return the middle of omega in samples of people; NaN without draws."""
    if not draws:
        return np.nan, np.nan
    answered = held.answers(needed_by="The bootstrap")
    blocks = resample_covariances(answered.values, draws=draws, rng=rng)
    values = [estimate(sample, plan)[0] for block in blocks for sample in block]
    tail = (1 - confidence) / 2
    low, high = np.quantile(values, [tail, 1 - tail])
    return float(low), float(high)


def loading_table(
    found: SchmidLeiman, plan: Plan, names: tuple[str, ...]
) -> pd.DataFrame:
    """Return the loadings and uniquenesses, a row an item."""
    first = "factor" if plan.kind == "cfa" else "general"
    columns = [first, *(f"F{place + 1}" for place in range(found.groups.shape[1]))]
    values = np.column_stack([found.general, found.groups])
    table = pd.DataFrame(values, index=list(names), columns=columns)
    return table.assign(uniqueness=found.uniquenesses)
