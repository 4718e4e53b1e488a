"""Coefficient omega; its name says which."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from lederlib._checks import generator_of, require_count, require_known, require_number
from lederlib.measure.correlations.shares import to_correlations
from lederlib.measure.factors.between import (
    CORRELATIONS,
    CorrelationKind,
    item_correlations,
    require_positive_definite,
)
from lederlib.measure.factors.extraction import ExtractionMethod
from lederlib.measure.gathering import gather
from lederlib.measure.item_matrix import Table
from lederlib.measure.moments import Moments
from lederlib.measure.reliability.omega_estimates import (
    OmegaKind,
    bootstrap_interval,
    estimate,
    loading_table,
    make_plan,
)
from lederlib.text import Lang, format_number, format_range, format_share, label


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Omega:
    """Coefficient omega of a sum of items.

    Attributes
    ----------
    value : float
        Omega of the kind asked for.
    low, high : float
        Ends of the bootstrap's interval; NaN unless draws were asked for.
    kind : str
        "total": what all common factors account for. "hierarchical": what the general
        factor alone accounts for. "cfa": what one factor accounts for, fitted to the
        covariances by maximum likelihood.
    loadings : pandas.DataFrame
        A row an item: `general` and the group factors `F1`, … after Schmid and Leiman,
        or `factor` in the items' units for "cfa"; and `uniqueness`.
    common : float
        Share of the common variance that is the general factor's; 1 for "cfa".
    method, correlations, confidence : str, str, float
        How factors were found, of which correlations, and the interval's coverage.
    converged : bool
        Whether extraction and rotation came to rest.
    n, dropped : int
        People who answered everything, and people left out.
    """

    value: float
    low: float
    high: float
    kind: OmegaKind
    loadings: pd.DataFrame
    common: float
    method: ExtractionMethod
    correlations: CorrelationKind
    confidence: float
    converged: bool
    n: int
    dropped: int

    def to_frame(self) -> pd.DataFrame:
        """Return the figures as one row, indexed by the kind."""
        facts = {
            "value": self.value,
            "low": self.low,
            "high": self.high,
            "common": self.common,
            "items": len(self.loadings),
            "n": self.n,
        }
        return pd.DataFrame(facts, index=pd.Index([self.kind], name="omega"))

    def summary(self, lang: Lang = "da") -> str:
        """Return omega, which it is, and its conditions in words."""
        words = [
            label(
                f"reliability.omega_{self.kind}",
                lang,
                value=format_number(self.value, lang),
                factors=len(self.loadings.columns) - 2,
                items=len(self.loadings),
                n=format_number(self.n, lang, digits=0),
                correlations=label(f"factors.kind_{self.correlations}", lang),
            )
        ]
        if not np.isnan(self.low):
            ends = format_range(self.low, self.high, lang)
            share = format_share(self.confidence, lang)
            words.append(
                label("reliability.omega_range", lang, confidence=share, range=ends)
            )
        if self.dropped:
            words.append(label("reliability.dropped", lang, dropped=self.dropped))
        if not self.converged:
            words.append(label("factors.not_converged", lang))
        return " ".join(words)


def omega(
    items: Table | Moments,
    factors: int | None = None,
    kind: OmegaKind = "total",
    *,
    method: ExtractionMethod = "minres",
    correlations: CorrelationKind = "pearson",
    draws: int = 0,
    confidence: float = 0.95,
    rng: int | np.random.Generator = 0,
) -> Omega:
    r"""Return coefficient omega: what factors account for in a sum of items.

    Parameters
    ----------
    items : DataFrame, array-like of shape (people, items), or Moments
        Answers with reversed items turned round; only people who answered every item
        count.
    factors : int, optional
        Group factors: 3 unless told, for "total" and "hierarchical" (with 2, the
        general factor is taken to load on both alike). "cfa" has always one.
    kind : {"total", "hierarchical", "cfa"}
        See `Omega.kind`.
    method : {"minres", "ml"}
        How the group factors are found; "cfa" is always maximum likelihood.
    correlations : {"pearson", "polychoric"}
        With polychoric ones omega is that of the variables behind the answers.
    draws : int, default 0
        Bootstrap samples of people for an interval (Pearson only); 0 makes none.
    confidence, rng : float, int or Generator
        Of that interval.

    Raises
    ------
    ValueError
        If the number of factors does not suit the kind or the items, an item does not
        vary, or draws are asked of polychoric correlations.

    Notes
    -----
    As psych: group factors by oblimin, a general factor of their correlations, then
    Schmid and Leiman's orthogonalisation. Total is :math:`1 - \sum_j u_j^2 / V`,
    hierarchical :math:`(\sum_j g_j)^2 / V`, V the sum of all correlations; "cfa" is
    :math:`(\sum_j \lambda_j)^2 / ((\sum_j \lambda_j)^2 + \sum_j \theta_j)` of
    covariances. For models with more factors fit `cfa` and ask `factor_reliability`.
    Zinbarg, Revelle, Yovel and Li (2005), https://doi.org/10.1007/s11336-003-0974-7.

    Examples
    --------
    >>> rng = np.random.default_rng(1)
    >>> trait = rng.standard_normal((500, 1))
    >>> seen = trait + 0.5 * rng.standard_normal((500, 4))
    >>> round(omega(seen, kind="cfa").value, 2)
    0.93
    """
    require_known(correlations, CORRELATIONS, name="correlations")
    chance = generator_of(rng)
    held = gather(items, fewest=3)
    plan = make_plan(factors, kind, method, len(held.names))
    _require_interval(draws, confidence, correlations)
    covariance = held.covariance
    if correlations == "polychoric":
        covariance = item_correlations(held, correlations)
    if plan.method == "ml":
        require_positive_definite(to_correlations(covariance), held.names)
    value, found = estimate(covariance, plan)
    low, high = bootstrap_interval(held, plan, draws, confidence, chance)
    return Omega(
        value=value,
        low=low,
        high=high,
        kind=kind,
        loadings=loading_table(found, plan, held.names),
        common=found.common,
        method=plan.method,
        correlations=correlations,
        confidence=confidence,
        converged=found.converged,
        n=held.n,
        dropped=held.dropped,
    )


def _require_interval(
    draws: int, confidence: float, correlations: CorrelationKind
) -> None:
    require_number(confidence, 0.5, 0.999, name="confidence")
    require_count(draws, 0, 100_000, name="draws")
    if draws and correlations == "polychoric":
        msg = "draws must be 0 for polychoric correlations, which are not resampled."
        raise ValueError(msg)
