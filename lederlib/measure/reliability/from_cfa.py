"""Composite reliability and average variance extracted, from a fitted model."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from lederlib._checks import NORMAL_95, Floats, brief
from lederlib.measure.against import going_against, told_against
from lederlib.measure.cfa import Cfa
from lederlib.text import Lang, format_number, label


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FactorReliability:
    """How reliably the sum of each factor's items stands for the factor.

    Attributes
    ----------
    table : pandas.DataFrame
        A row a factor, or a group and a factor: `items`; `composite`, the composite
        reliability (omega from this model), with the ends `low` and `high` of its 95 %
        interval (delta method on the log odds; missing for ordered items); `variance`,
        the average variance extracted (AVE); `closest`, the factor's highest absolute
        correlation with another one.
    estimator : str
        That of the model; with WLSMV the figures are those of the variables behind the
        answers.
    trusted : bool
        Whether the model converged to a proper solution.
    against : tuple of str
        Items that go against their factor's others; perhaps they are reversed.
    n : int
        People in the model.
    """

    table: pd.DataFrame
    estimator: str
    trusted: bool
    against: tuple[str, ...]
    n: int

    def to_frame(self) -> pd.DataFrame:
        """Return the table."""
        return self.table

    def summary(self, lang: Lang = "da") -> str:
        """Return each factor's figures in words, and what speaks against them."""
        words = [
            label(
                "reliability.factor",
                lang,
                name=", ".join(name) if isinstance(name, tuple) else name,
                composite=format_number(composite, lang),
                variance=format_number(variance, lang),
            )
            for name, composite, variance in zip(
                self.table.index,
                self.table["composite"],
                self.table["variance"],
                strict=True,
            )
        ]
        blurred = self.table[self.table["variance"] < self.table["closest"] ** 2]
        if len(blurred):
            words.append(label("reliability.blurred", lang))
        if self.estimator == "WLSMV":
            words.append(label("reliability.behind", lang))
        if not self.trusted:
            words.append(label("reliability.untrusted", lang))
        return " ".join(words + told_against(self.against, lang))


def factor_reliability(fit: Cfa) -> FactorReliability:
    r"""Return composite reliability and average variance extracted of each factor.

    Parameters
    ----------
    fit : Cfa
        A model from `cfa` in which items load on factors, and no factor on another.

    Raises
    ------
    ValueError
        If factors are themselves measured by factors, or an item loads on two.

    Notes
    -----
    Composite reliability is
    :math:`(\sum\lambda)^2\varphi / ((\sum\lambda)^2\varphi + \sum\theta)`, with the
    model's variance and the errors' covariances in the denominator, in the items'
    units. The average variance extracted is the mean squared standardised loading.
    Fornell and Larcker (1981), https://doi.org/10.1177/002224378101800104, hold two
    factors apart where each one's average variance exceeds their squared correlation.

    Examples
    --------
    >>> from lederlib.measure import cfa
    >>> rng = np.random.default_rng(1)
    >>> trait = rng.standard_normal((500, 1)) + 0.5 * rng.standard_normal((500, 4))
    >>> seen = pd.DataFrame(trait, columns=list("abcd"))
    >>> table = factor_reliability(cfa("calm =~ a + b + c + d", seen)).table
    >>> table.loc["calm", ["composite", "variance"]].round(2).to_list()
    [0.93, 0.77]
    """
    if not isinstance(fit, Cfa):
        msg = f"fit must be a model that cfa has fitted; got {brief(fit)}."
        raise ValueError(msg)
    loadings = fit.estimates[fit.estimates["op"] == "=~"]
    _require_simple(fit.estimates, loadings)
    rows = [
        {"group": fit.groups[number - 1], "factor": factor}
        | _figures(fit, number, factor)
        for number, factor in dict.fromkeys(
            zip(loadings["group"].astype(int), loadings["lhs"].astype(str), strict=True)
        )
    ]
    table = pd.DataFrame(rows).set_index(["group", "factor"])
    return FactorReliability(
        table=table if len(fit.groups) > 1 else table.droplevel("group"),
        estimator=fit.estimator,
        trusted=fit.converged and fit.proper,
        against=_against(fit, loadings),
        n=fit.n,
    )


def _against(fit: Cfa, loadings: pd.DataFrame) -> tuple[str, ...]:
    """Return the items that go against their own factor in any group."""
    items, found = fit.people.items, dict[str, None]()
    for _, own in loadings.groupby(["group", "lhs"], sort=False):
        names = tuple(own["rhs"])
        places = [items.index(name) for name in names]
        group = int(own["group"].iloc[0]) - 1
        cov = fit.fit.samples[group].cov[np.ix_(places, places)]
        found |= dict.fromkeys(going_against(names, cov))
    return tuple(found)


def _require_simple(estimates: pd.DataFrame, loadings: pd.DataFrame) -> None:
    factors = set(loadings["lhs"])
    above = loadings[loadings["rhs"].isin(factors)]
    if len(above):
        msg = (
            f"Factor {above['rhs'].iloc[0]!r} is itself measured by "
            f"{above['lhs'].iloc[0]!r}; factor_reliability is of factors on which only "
            "items load."
        )
        raise ValueError(msg)
    told = estimates[estimates["op"] == "~"]
    if len(told):
        msg = (
            f"Variable {told['lhs'].iloc[0]!r} is explained by a regression; "
            "factor_reliability is of measurement models."
        )
        raise ValueError(msg)
    crossed = loadings[loadings.duplicated(["group", "rhs"])]
    if len(crossed):
        msg = (
            f"Item {crossed['rhs'].iloc[0]!r} loads on more than one factor; "
            "factor_reliability needs items that load on one."
        )
        raise ValueError(msg)


def _figures(fit: Cfa, number: int, factor: str) -> dict[str, float]:
    part = fit.estimates[fit.estimates["group"] == number]
    own = part[(part["op"] == "=~") & (part["lhs"] == factor)]
    between = part[part["op"] == "~~"]
    same = between["lhs"] == between["rhs"]
    variance = float(between.loc[same & (between["lhs"] == factor), "est"].sum())
    inside = between["lhs"].isin(own["rhs"]) & between["rhs"].isin(own["rhs"])
    # A covariance of two errors stands once in the table and twice in the sum.
    errors = float((between["est"] * np.where(same, 1, 2))[inside].sum())
    shared = float(own["est"].sum()) ** 2 * variance
    composite = shared / (shared + errors)
    # What the composite moves by for each parameter in the table.
    slopes = np.zeros(len(fit.estimates))
    slopes[own.index] = 2 * float(own["est"].sum()) * variance * errors
    slopes[between.index[same & (between["lhs"] == factor)]] = (
        float(own["est"].sum()) ** 2 * errors
    )
    slopes[between.index[inside]] = -shared * np.where(same, 1, 2)[inside]
    low, high = _interval(fit, composite, slopes / (shared + errors) ** 2)
    touching = (between["lhs"] == factor) | (between["rhs"] == factor)
    return {
        "items": len(own),
        "composite": composite,
        "low": low,
        "high": high,
        "variance": float((own["std"] ** 2).mean()),
        "closest": float(between.loc[touching & ~same, "std"].abs().max()),
    }


def _interval(fit: Cfa, value: float, slopes: Floats) -> tuple[float, float]:
    """Return the ends of a 95 % interval, on the scale of log odds.

    With ordered items the residuals follow from the other parameters, so that the
    slopes are not those of free ones; then there is no interval.
    """
    model = fit.fit.model
    if model.frame.levels or not 0 < value < 1:
        return np.nan, np.nan
    free = model.target >= 0
    gradient = np.bincount(
        model.target[free],
        weights=slopes[: len(free)][free],
        minlength=len(fit.fit.covariance),
    )
    error = float(np.sqrt(gradient @ fit.fit.covariance @ gradient))
    odds, reach = np.log(value / (1 - value)), NORMAL_95 * error
    ends = odds + np.array([-1, 1]) * reach / (value * (1 - value))
    low, high = 1 / (1 + np.exp(-ends))
    return float(low), float(high)
