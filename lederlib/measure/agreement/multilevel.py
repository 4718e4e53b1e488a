"""People within groups: a multilevel model, fitted behind a guard.

statsmodels fits it; its word for it is not taken.
"""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
import pandas as pd
from scipy.special import ndtr, ndtri

from lederlib._checks import Floats, Ints, require_known, require_names
from lederlib.measure.agreement._grouped import Grouped, grouped
from lederlib.measure.has_items import HasItems
from lederlib.measure.item_matrix import named_table, single_column
from lederlib.text import Lang, format_number, format_range, join_words, label

OPTIMISERS: Final = ("lbfgs", "powell", "bfgs")
_FLAT: Final = 1e-3
_EDGE: Final = 1e-6
_SLACK: Final = 1e-4
_LEVEL = 0.95
_SINGULAR = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fit:
    """A fitted model: its estimates, and what is wrong with it."""

    fixed: Floats
    errors: Floats
    between: Floats
    within: float
    loglik: float
    reasons: tuple[str, ...]


def best_fit(
    people: Grouped, design: Floats, *, slope: int | None, restricted: bool
) -> tuple[Fit, Fit]:
    """Return the model asked for, and the one with a random intercept only.

    Parameters
    ----------
    people : Grouped
        The outcome, first among its values, and the groups.
    design : numpy.ndarray, shape (people, terms)
        A column of ones and the centred predictors.
    slope : int, optional
        The column whose slope differs between groups.
    restricted : bool
        REML or ML.
    """
    plain = _fit(people, design, [0], restricted=restricted)
    if slope is None:
        return plain, plain
    sloped = _fit(people, design, [0, slope], restricted=restricted)
    if sloped.loglik < plain.loglik - _SLACK:
        sloped = replace(sloped, reasons=(*sloped.reasons, "below_intercept"))
    return sloped, plain


def _fit(
    people: Grouped, design: Floats, random: list[int], *, restricted: bool
) -> Fit:
    order = np.argsort(people.codes, kind="stable")
    outcome, sorted_design = people.values[0][order], design[order]
    varying = sorted_design[:, random]
    model = _mixed_model(outcome, sorted_design, people.codes[order], varying)
    tried = [_try(model, optimiser, restricted=restricted) for optimiser in OPTIMISERS]
    held = [result for result in tried if result is not None]
    if not held:
        msg = "No optimiser could fit the model; try fewer predictors or no slope."
        raise ValueError(msg)
    best = max(held, key=lambda result: float(result.llf))
    between, within = np.asarray(best.cov_re, dtype=float), float(best.scale)
    errors = _errors(sorted_design, varying, people.codes[order], between, within)
    return Fit(
        fixed=np.asarray(best.fe_params, dtype=float),
        errors=errors,
        between=between,
        within=within,
        loglik=float(best.llf),
        reasons=_reasons(model, best, between, within),
    )


def _mixed_model(outcome: Floats, design: Floats, groups: Ints, varying: Floats) -> Any:  # noqa: ANN401
    try:
        from statsmodels.regression.mixed_linear_model import MixedLM  # noqa: PLC0415
    except ModuleNotFoundError:
        msg = 'multilevel needs statsmodels; run: pip install "lederlib[research]".'
        raise ModuleNotFoundError(msg) from None
    return MixedLM(outcome, design, groups, exog_re=varying)


def _try(model: Any, optimiser: str, *, restricted: bool) -> Any:  # noqa: ANN401
    """Return one fit; None where the optimiser broke down."""
    with warnings.catch_warnings():
        # What statsmodels warns of, the guard measures for itself.
        warnings.simplefilter("ignore")
        try:
            result = model.fit(reml=restricted, method=[optimiser])
            return result if np.isfinite(result.llf) else None
        except (np.linalg.LinAlgError, ValueError):
            return None


def _reasons(model: Any, best: Any, between: Floats, within: float) -> tuple[str, ...]:  # noqa: ANN401
    """Return what speaks against the fit."""
    if np.linalg.eigvalsh(between)[0] < _EDGE * within:
        return ("boundary",)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model.reml = best.reml
        curve = np.asarray(model.hessian(best.params_object)[0], dtype=float)
        flat = np.abs(model.score(best.params_object)).max()
    found = []
    if not flat < _FLAT * max(1.0, abs(float(best.llf))):
        found.append("gradient")
    if not np.linalg.eigvalsh(-(curve + curve.T) / 2)[0] > 0:
        found.append("hessian")
    return tuple(found)


def _errors(
    design: Floats, varying: Floats, codes: Ints, between: Floats, within: float
) -> Floats:
    """Return the standard errors of the fixed part, given the variances.

    By Woodbury's identity, so that no matrix is as large as a group.
    """
    _, first = np.unique(codes, return_index=True)
    across = _sums(varying[:, :, None] * varying[:, None, :], first)
    cross = _sums(varying[:, :, None] * design[:, None, :], first)
    ratio = between / within
    inner = np.linalg.solve(np.eye(len(ratio)) + across @ ratio, cross)
    taken = np.einsum("gra,rs,gsb->ab", cross, ratio, inner)
    return np.sqrt(np.diag(np.linalg.inv(design.T @ design - taken)) * within)


def _sums(products: Floats, first: Ints) -> Floats:
    return np.add.reduceat(products, first, axis=0)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Multilevel:
    """A multilevel model of one outcome.

    Attributes
    ----------
    fixed : pandas.DataFrame, indexed by term
        `est`, `se`, `z`, `p`, `low`, `high` (95 %); all but `est` missing where the
        fit was rejected.
    random : pandas.Series
        Variances between groups (`intercept`, and `slope` with their `covariance`) and
        within (`residual`).
    loglik, loglik_intercept : float
        Log-likelihood (restricted unless told otherwise) of the model, and of the same
        with a random intercept only.
    icc : float
        Share of the unexplained variance between groups, at the predictors' means.
    converged : bool
        Whether the fit passed the guard.
    reasons : tuple of str
        What the guard found: "gradient", "hessian", "below_intercept", "boundary".
    centres : pandas.Series
        The mean that each predictor was centred at.
    groups, n, left_out : int
        Groups and people; people with a gap.
    """

    fixed: pd.DataFrame
    random: pd.Series
    loglik: float
    loglik_intercept: float
    icc: float
    converged: bool
    reasons: tuple[str, ...]
    centres: pd.Series
    groups: int
    n: int
    left_out: int

    def to_frame(self) -> pd.DataFrame:
        """Return the fixed and the random part, one row a figure."""
        random = self.random.to_frame("est")
        return pd.concat({"fixed": self.fixed, "random": random}, names=["part"])

    def summary(self, lang: Lang = "da") -> str:
        """Return what the model says, or why it must not be believed."""
        told = [
            label(
                "agreement.multilevel",
                lang,
                n=self.n,
                groups=self.groups,
                icc=format_number(self.icc, lang),
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

    The fit is statsmodels'. Since that can report convergence far from the optimum,
    the predictors are centred, several optimisers are tried and the best kept, and the
    fit is rejected where its gradient is not flat, its Hessian is not that of a
    maximum, or a random slope fits worse than none.

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
        one another, or there are fewer than two groups.
    ModuleNotFoundError
        If statsmodels, part of the extra `research`, is missing.

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
    place = None if slope is None else names.index(slope)
    fit, plain = best_fit(people, design, slope=place, restricted=restricted)
    return _result(fit, plain, people, design, centres)


def _require_model(people: Grouped) -> None:
    people.require_spread()
    used = people.sizes[people.sizes > 0]
    if len(used) < 2 or used.max() < 2:  # noqa: PLR2004
        msg = (
            "groups must be at least 2, one of them of at least 2 people; "
            f"got {len(used)} with at most {used.max()}."
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
    fit: Fit, plain: Fit, people: Grouped, design: Floats, centres: pd.Series
) -> Multilevel:
    converged = not set(fit.reasons) - {"boundary"}
    between = float(fit.between[0, 0])
    return Multilevel(
        fixed=_fixed(fit, ["intercept", *centres.index], converged=converged),
        random=_random(fit),
        loglik=fit.loglik,
        loglik_intercept=plain.loglik,
        icc=between / (between + fit.within),
        converged=converged,
        reasons=fit.reasons,
        centres=centres,
        groups=int((people.sizes > 0).sum()),
        n=len(design),
        left_out=people.left_out,
    )


def _fixed(fit: Fit, names: list[str], *, converged: bool) -> pd.DataFrame:
    errors = fit.errors if converged else np.full(len(names), np.nan)
    ratio, reach = fit.fixed / errors, ndtri((1 + _LEVEL) / 2) * errors
    columns = {
        "est": fit.fixed,
        "se": errors,
        "z": ratio,
        "p": 2 * ndtr(-np.abs(ratio)),
        "low": fit.fixed - reach,
        "high": fit.fixed + reach,
    }
    return pd.DataFrame(columns, index=pd.Index(names, name="term"))


def _random(fit: Fit) -> pd.Series:
    held = {"intercept": fit.between[0, 0]}
    if len(fit.between) > 1:
        held |= {"slope": fit.between[1, 1], "covariance": fit.between[0, 1]}
    return pd.Series({**held, "residual": fit.within}).rename_axis("term")
