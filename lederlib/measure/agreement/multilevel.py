"""People within groups: a multilevel model, fitted behind a guard."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from scipy.special import ndtr

from lederlib._checks import NORMAL_95, Floats, require_known, require_names
from lederlib.measure.agreement._grouped import Grouped, grouped
from lederlib.measure.agreement._products import products
from lederlib.measure.agreement.mixed import Peak, peak
from lederlib.measure.agreement.profile import profile_intervals
from lederlib.measure.has_items import HasItems
from lederlib.measure.item_matrix import named_table, single_column
from lederlib.measure.shown import Readable
from lederlib.text import Lang, format_number, format_range, join_words, label

_SINGULAR = 1e-9
_SLACK = 1e-6
_TOLD: Final = {"singular"}  # found, and no reason to reject the fit


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Multilevel(Readable):
    """A multilevel model of one outcome.

    Attributes
    ----------
    fixed : pandas.DataFrame, indexed by term
        `est`, `se`, `z`, `p`, `low`, `high` (95 %); all but `est` missing where the
        fit was rejected.
    random : pandas.DataFrame, indexed by term
        `est`, `low`, `high` (95 %, from the likelihood's profile) of the variances
        between groups (`intercept`, and `slope` with their `covariance`) and within
        (`residual`).
    loglik, loglik_intercept : float
        Log-likelihood (restricted unless told otherwise) of the model, and of the same
        with a random intercept only.
    icc, icc_low, icc_high : float
        Share of the unexplained variance between groups, at the predictors' means, with
        the ends of its 95 % interval.
    converged : bool
        Whether the fit passed the guard.
    reasons : tuple of str
        What the guard found: "gradient", "hessian", "below_intercept", "singular".
    centres : pandas.Series
        The mean that each predictor was centred at.
    groups, n, left_out : int
        Groups and people; people with a gap.
    """

    fixed: pd.DataFrame
    random: pd.DataFrame
    loglik: float
    loglik_intercept: float
    icc: float
    icc_low: float
    icc_high: float
    converged: bool
    reasons: tuple[str, ...]
    centres: pd.Series
    groups: int
    n: int
    left_out: int

    _own_rows = ("intercept", "slope", "covariance", "residual")

    @property
    def singular(self) -> bool:
        """Return whether a variance between groups is 0, as lme4's isSingular."""
        return "singular" in self.reasons

    @property
    def deviance(self) -> float:
        """Return minus twice the log-likelihood."""
        return -2 * self.loglik

    def to_frame(self) -> pd.DataFrame:
        """Return the fixed and the random part, one row a figure."""
        return pd.concat({"fixed": self.fixed, "random": self.random}, names=["part"])

    def summary(self, lang: Lang = "da") -> str:
        """Return what the model says, or why it must not be believed."""
        told = [
            label(
                "agreement.multilevel",
                lang,
                n=self.n,
                groups=self.groups,
                icc=format_number(self.icc, lang),
                interval=format_range(self.icc_low, self.icc_high, lang),
            )
        ]
        told += [label(f"agreement.guard_{reason}", lang) for reason in self.reasons]
        if self.converged:
            told += [self._slope(str(name), lang) for name in self.centres.index]
        if len(self.centres):
            told.append(label("agreement.centred", lang, names=self._means(lang)))
        if self.left_out:
            told.append(label("agreement.left_out", lang, count=self.left_out))
        return " ".join(told)

    def _slope(self, name: str, lang: Lang) -> str:
        est, low, high = map(float, self.fixed.loc[name, ["est", "low", "high"]])
        return label(
            "agreement.slope",
            lang,
            name=name,
            est=format_number(est, lang),
            interval=format_range(low, high, lang),
        )

    def _means(self, lang: Lang) -> str:
        words = [
            f"{name} {format_number(mean, lang)}" for name, mean in self.centres.items()
        ]
        return join_words(words, lang)


def multilevel(
    data: pd.DataFrame | HasItems,
    outcome: str,
    predictors: Sequence[str] = (),
    *,
    group: str,
    slope: str | None = None,
    restricted: bool = True,
) -> Multilevel:
    """Return a model of people within groups, with a random intercept.

    The optimum is that of lme4 with its predictors centred. The fit is rejected where
    its gradient is not flat, its Hessian is not that of a maximum, or a random slope
    fits worse than none; a variance of zero between groups is named.

    Parameters
    ----------
    data : DataFrame or a study
        One row a person; rows with a gap are left out and counted.
    outcome, group : str
        Columns of the outcome and of the groups.
    predictors : sequence of str
        Columns of numbers, centred at their means over everyone.
    slope : str, optional
        The predictor whose slope may differ between groups.
    restricted : bool, default True
        Restricted (REML) or full maximum likelihood.

    Raises
    ------
    ValueError
        If a column is unknown, holds a text or does not vary, the predictors determine
        one another, there are fewer than two groups, or fewer people than coefficients
        that differ between groups.

    Notes
    -----
    The coefficients' intervals rest on the normal law: too short for few groups.

    Examples
    --------
    >>> rng = np.random.default_rng(1)
    >>> unit = np.repeat(np.arange(30), 8)
    >>> strain = rng.normal(size=30)[unit] + rng.normal(size=240)
    >>> table = pd.DataFrame({"strain": strain, "unit": unit})
    >>> found = multilevel(table, "strain", group="unit")
    >>> found.converged, bool(0.3 < found.icc < 0.7)
    (True, True)
    """
    table = named_table(data)
    names = [str(outcome), *require_names(predictors, name="predictors")]
    for name in [*names, str(group)]:
        require_known(name, table.columns, name="column")
    if slope is not None:
        slope = require_known(str(slope), names[1:], name="slope, a predictor,")
    people = grouped(table[names], single_column(table, str(group)), name="data")
    _require_model(people)
    centres = pd.Series(people.values[1:].mean(axis=1), index=names[1:], dtype=float)
    design = np.vstack([np.ones(people.codes.size), people.values[1:]]).T
    design[:, 1:] -= centres.to_numpy()
    _require_independent(design, names[1:])
    _require_rest(people.values[0], design, names[0])
    place = [] if slope is None else [names.index(slope)]
    _require_people(people, 1 + len(place))
    level = float(people.values[0].mean())
    given = products(
        people.values[0] - level,
        design,
        people.codes,
        [0, *place],
        restricted=restricted,
    )
    if not given.varies_within():
        msg = f"Outcome {names[0]!r} must vary within groups, but it hardly does."
        raise ValueError(msg)
    highest, plain = peak(given), peak(given.only([0]))
    return _result(highest, plain, people, centres, level)


def _require_model(people: Grouped) -> None:
    people.require_spread()
    used = people.sizes[people.sizes > 0]
    if len(used) < 2 or used.max() < 2:  # noqa: PLR2004
        msg = (
            "groups must be at least 2, one of them of at least 2 people; "
            f"got {len(used)} with at most {used.max()}."
        )
        raise ValueError(msg)


def _require_people(people: Grouped, random: int) -> None:
    """Raise where every group could be told apart exactly, and nothing were left."""
    groups = int((people.sizes > 0).sum())
    if people.codes.size <= random * groups:
        msg = (
            f"A model with {random} coefficients for each of {groups} groups needs "
            f"more than {random * groups} people; got {people.codes.size}."
        )
        raise ValueError(msg)


def _require_independent(design: Floats, names: Sequence[str]) -> None:
    """Name the first predictor that follows from those before it."""
    scaled = design / np.sqrt((design**2).sum(axis=0))
    for place, name in enumerate(names, start=1):
        values = np.linalg.svd(scaled[:, : place + 1], compute_uv=False)
        if values[-1] < _SINGULAR * values[0]:
            msg = f"Predictor {name!r} must not follow from the others, but it does."
            raise ValueError(msg)


def _require_rest(outcome: Floats, design: Floats, name: str) -> None:
    left = outcome - design @ np.linalg.lstsq(design, outcome, rcond=None)[0]
    if left.std() < _SINGULAR * outcome.std():
        msg = f"Outcome {name!r} must not follow from the predictors, but it does."
        raise ValueError(msg)


def _result(
    highest: Peak, plain: Peak, people: Grouped, centres: pd.Series, level: float
) -> Multilevel:
    reasons = _reasons(highest, plain)
    converged = set(reasons) <= _TOLD
    random = _random(highest, profile_intervals(highest) if converged else {})
    icc, low, high = random.loc["icc", ["est", "low", "high"]].to_numpy(dtype=float)
    return Multilevel(
        fixed=_fixed(highest, list(centres.index), level, converged=converged),
        random=random.drop("icc"),
        loglik=-highest.deviance / 2,
        loglik_intercept=-plain.deviance / 2,
        icc=float(icc),
        icc_low=float(low),
        icc_high=float(high),
        converged=converged,
        reasons=reasons,
        centres=centres,
        groups=int((people.sizes > 0).sum()),
        n=highest.at.given.n,
        left_out=people.left_out,
    )


def _reasons(highest: Peak, plain: Peak) -> tuple[str, ...]:
    """Return what speaks against the fit."""
    found = {
        "gradient": not highest.flat,
        "hessian": not highest.curved,
        "below_intercept": highest.deviance > plain.deviance + _SLACK,
        "singular": highest.singular,
    }
    return tuple(reason for reason, holds in found.items() if holds)


def _fixed(
    highest: Peak, names: list[str], level: float, *, converged: bool
) -> pd.DataFrame:
    """Return the coefficients; the outcome was measured from `level`."""
    errors = np.sqrt(np.diag(highest.at.inverse_information) * highest.at.within)
    errors = errors if converged else np.full(len(errors), np.nan)
    fixed = highest.at.fixed + np.append(level, np.zeros(len(names)))
    ratio, reach = fixed / errors, NORMAL_95 * errors
    columns = {
        "est": fixed,
        "se": errors,
        "z": ratio,
        "p": 2 * ndtr(-np.abs(ratio)),
        "low": fixed - reach,
        "high": fixed + reach,
    }
    return pd.DataFrame(columns, index=pd.Index(["intercept", *names], name="term"))


def _random(
    highest: Peak, intervals: Mapping[str, tuple[float, float]]
) -> pd.DataFrame:
    between = highest.at.between
    held = {"intercept": float(between[0, 0])}
    if len(between) > 1:
        held |= {"slope": between[1, 1], "covariance": between[0, 1]}
    share = held["intercept"] / (held["intercept"] + highest.at.within)
    held |= {"residual": highest.at.within, "icc": share}
    rows = [(est, *intervals.get(name, (np.nan, np.nan))) for name, est in held.items()]
    index = pd.Index(list(held), name="term")
    return pd.DataFrame(rows, index=index, columns=["est", "low", "high"])
