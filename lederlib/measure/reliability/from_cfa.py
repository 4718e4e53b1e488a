"""Composite reliability and average variance extracted, from a fitted model."""

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
import pandas as pd

from lederlib._checks import Floats, require_known
from lederlib.measure.against import told_against
from lederlib.measure.cfa import Cfa
from lederlib.measure.reliability._of_a_sum import (
    answers_of,
    items_against,
    require_fit,
    share_of_answers,
    share_of_sum,
    whole_covariances,
    with_intervals,
)
from lederlib.measure.shown import Readable
from lederlib.text import Lang, format_number, format_range, label

Average = Literal["standardised", "weighted"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class FactorReliability(Readable):
    """How reliably the sum of each factor's items stands for the factor.

    Attributes
    ----------
    table : pandas.DataFrame
        A row a factor, or a group (a level) and a factor: `items`; `composite`, the
        composite reliability (omega from this model); `summed`, the same of the sum of
        the answers themselves, which for ordered items is Green and Yang's; `variance`,
        the average variance extracted (AVE); each of the three with the ends of its
        95 % interval (delta method on the log odds), `low` and `high`, `summed_low` and
        so on; `closest`, the factor's highest absolute correlation with another one.
    average : str
        How AVE was defined: "standardised" or "weighted".
    estimator : str
        That of the model; with WLSMV all but `summed` are of the variables behind the
        answers.
    trusted : bool
        Whether the model converged to a proper solution.
    against : tuple of str
        Items that go against their factor's others; perhaps they are reversed.
    n : int
        People in the model.
    """

    table: pd.DataFrame
    average: Average
    estimator: str
    trusted: bool
    against: tuple[str, ...]
    n: int

    def to_frame(self) -> pd.DataFrame:
        """Return the table."""
        return self.table

    def summary(self, lang: Lang = "da") -> str:
        """Return each factor's figures in words, and what speaks against them."""
        words = [self._factor(name, row, lang) for name, row in self.table.iterrows()]
        words.append(label(f"reliability.average_{self.average}", lang))
        blurred = self.table[self.table["variance"] < self.table["closest"] ** 2]
        if len(blurred):
            words.append(label("reliability.blurred", lang))
        if self.estimator == "WLSMV":
            words.append(label("reliability.behind", lang))
        if not self.trusted:
            words.append(label("reliability.untrusted", lang))
        return " ".join(words + told_against(self.against, lang))

    def _factor(self, name: object, row: pd.Series, lang: Lang) -> str:
        figures = {
            key: format_number(float(row[key]), lang)
            for key in ("composite", "summed", "variance")
        }
        ordered = self.estimator == "WLSMV"
        ends = ("summed_low", "summed_high") if ordered else ("low", "high")
        low, high = (float(row[end]) for end in ends)
        return label(
            "reliability.factor_ordered" if ordered else "reliability.factor",
            lang,
            name=", ".join(name) if isinstance(name, tuple) else name,
            interval=format_range(low, high, lang),
            **figures,
        )


def factor_reliability(
    fit: Cfa, *, average: Average = "standardised"
) -> FactorReliability:
    r"""Return composite reliability and average variance extracted of each factor.

    Parameters
    ----------
    fit : Cfa
        A model from `cfa` in which items load on factors, and no factor on another. Of
        a model of two levels each level has rows of its own.
    average : {"standardised", "weighted"}
        AVE as the mean of the squared standardised loadings, or in the items' units,
        :math:`\sum\lambda^2\varphi / (\sum\lambda^2\varphi + \sum\theta)`, where
        items that vary more weigh more (Fornell and Larcker's formula, and semTools').

    Raises
    ------
    ValueError
        If factors are themselves measured by factors, or an item loads on two.

    Notes
    -----
    Composite reliability is
    :math:`(\sum\lambda)^2\varphi / ((\sum\lambda)^2\varphi + \sum\theta)`, with the
    model's variance and the errors' covariances in the denominator, in the items'
    units; of two levels it is Geldhof, Preacher and Zyphur's (2014,
    https://doi.org/10.1037/a0032138). `summed` counts in steps of the answers (Green
    and Yang, 2009, https://doi.org/10.1007/s11336-008-9099-3).
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
    require_fit(fit)
    loadings = fit.estimates[fit.estimates["op"] == "=~"]
    require_known(average, get_args(Average), name="average")
    _require_simple(fit.estimates, loadings)
    factors = list(
        dict.fromkeys(
            zip(loadings["group"].astype(int), loadings["lhs"].astype(str), strict=True)
        )
    )
    columns = _columns(
        *with_intervals(
            fit,
            lambda estimate: np.array(
                [_shares(fit, estimate, own, average) for own in factors]
            ),
        )
    )
    rows = [
        {"group": fit.groups[number - 1], "factor": factor}
        | _counts(fit, number, factor)
        for number, factor in factors
    ]
    table = pd.DataFrame(rows).assign(**columns).set_index(["group", "factor"])
    table = table[["items", *columns, "closest"]]
    return FactorReliability(
        table=table if len(fit.groups) > 1 else table.droplevel("group"),
        average=average,
        estimator=fit.estimator,
        trusted=fit.converged and fit.proper,
        against=items_against(fit),
        n=fit.n,
    )


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


def _shares(
    fit: Cfa, estimate: Floats, factor: tuple[int, str], average: Average
) -> list[float]:
    """Return composite reliability, that of the answers' sum, and AVE."""
    number, name = factor[0] - 1, factor[1]
    model = fit.fit.model
    matrices = model.matrices(estimate, number)
    place = model.frame.factors.index(name)
    loadings = matrices.loadings[:, place]
    own = np.flatnonzero(loadings)
    common = np.outer(loadings, loadings) * matrices.factors[place, place]
    composite = summed = share_of_sum(model, matrices, own, common)
    if fit.estimator == "WLSMV":
        answers = answers_of(fit, number)
        summed = np.nan
        if answers is not None:
            summed = share_of_answers(model, matrices, own, common, answers)
    variances = np.diag(whole_covariances(model, matrices))[own]
    explained = np.diag(common)[own]
    if average == "weighted":
        return [composite, summed, float(explained.sum() / variances.sum())]
    return [composite, summed, float((explained / variances).mean())]


def _columns(found: Floats, low: Floats, high: Floats) -> dict[str, Floats]:
    columns = {}
    for place, name in enumerate(("composite", "summed", "variance")):
        ends = ("low", "high") if not place else (f"{name}_low", f"{name}_high")
        columns[name] = found[:, place]
        columns |= dict(zip(ends, (low[:, place], high[:, place]), strict=True))
    return columns


def _counts(fit: Cfa, number: int, factor: str) -> dict[str, float]:
    part = fit.estimates[fit.estimates["group"] == number]
    between = part[part["op"] == "~~"]
    touching = (between["lhs"] == factor) != (between["rhs"] == factor)
    own = (part["op"] == "=~") & (part["lhs"] == factor)
    return {
        "items": int(own.sum()),
        "closest": float(between.loc[touching, "std"].abs().max()),
    }
