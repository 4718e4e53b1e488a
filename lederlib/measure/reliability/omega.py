"""Coefficient omega; its name says which.

A general factor and uncorrelated group factors are worked out from correlated ones
(Schmid and Leiman), from all people and again in samples of them.
"""

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
import pandas as pd

from lederlib._checks import (
    Floats,
    generator_of,
    require_count,
    require_known,
    require_number,
)
from lederlib.measure.against import told_against
from lederlib.measure.correlations.shares import (
    lowest_root,
    to_correlations,
    told_impossible,
)
from lederlib.measure.factors.between import (
    CORRELATIONS,
    CorrelationKind,
    item_correlations,
    require_positive_definite,
)
from lederlib.measure.factors.efa import require_few_factors
from lederlib.measure.factors.extraction import METHODS, ExtractionMethod, extract
from lederlib.measure.factors.rotation import rotate, tidy
from lederlib.measure.gathering import Gathered, gather
from lederlib.measure.item_matrix import Table
from lederlib.measure.moments import Moments
from lederlib.measure.reliability.coefficients import total_of
from lederlib.measure.resampling import resample_covariances
from lederlib.measure.shown import Readable
from lederlib.text import Lang, format_number, format_range, format_share, label

_TWO = 2
OmegaKind = Literal["total", "hierarchical", "cfa"]
KINDS: tuple[OmegaKind, ...] = get_args(OmegaKind)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SchmidLeiman:
    """Loadings on a general factor and on group factors, all uncorrelated.

    Attributes
    ----------
    general : numpy.ndarray
        One loading an item.
    groups : numpy.ndarray
        Shape (items, group factors).
    uniquenesses : numpy.ndarray
        Variance of each item that no factor accounts for.
    converged : bool
        Whether every step came to rest.
    """

    general: Floats
    groups: Floats
    uniquenesses: Floats
    converged: bool

    @property
    def common(self) -> float:
        """Share of the common variance that is the general factor's."""
        general = float((self.general**2).sum())
        return general / (general + float((self.groups**2).sum()))


def schmid_leiman(
    correlations: Floats, factors: int, *, method: ExtractionMethod
) -> SchmidLeiman:
    """Return the orthogonalisation of oblimin factors and a factor behind them.

    Schmid and Leiman (1957), https://doi.org/10.1007/BF02289209. With two factors
    the general one is taken to load on both alike; one factor is all general.
    """
    found = extract(correlations, factors, method=method)
    turned = tidy(rotate(found.loadings, "oblimin"))
    above, at_rest = _above(turned.correlations, method)
    general = turned.loadings @ above
    if general.sum() < 0:
        general = -general
    return SchmidLeiman(
        general=general,
        groups=turned.loadings * np.sqrt(np.maximum(1 - above**2, 0)),
        uniquenesses=1 - (found.loadings**2).sum(axis=1),
        converged=found.converged and turned.converged and at_rest,
    )


def _above(between: Floats, method: ExtractionMethod) -> tuple[Floats, bool]:
    """Return each group factor's loading on the general one."""
    if len(between) == 1:
        return np.ones(1), True
    if len(between) == _TWO:
        shared = float(between[0, 1])
        size = np.sqrt(abs(shared))
        return np.array([size, np.sign(shared) * size]), True
    found = extract(between, 1, method=method)
    return found.loadings[:, 0], found.converged


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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Omega(Readable):
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
    against : tuple of str
        Items that go against the sum of the others; perhaps they are reversed.
    lowest_root : float
        Smallest eigenvalue of the correlations; polychoric ones are impossible together
        where it is below 0.
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
    against: tuple[str, ...]
    lowest_root: float
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
                correlations=label(f"structure.kind_{self.correlations}", lang),
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
            words.append(label("structure.not_converged", lang))
        if self.correlations == "polychoric":
            words += told_impossible(self.lowest_root, lang)
        return " ".join(words + told_against(self.against, lang))


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
    between = to_correlations(covariance)
    if plan.method == "ml":
        require_positive_definite(between, held.names, correlations)
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
        against=held.against,
        lowest_root=lowest_root(between),
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
