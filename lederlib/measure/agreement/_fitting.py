"""Fit a multilevel model by statsmodels, and do not take its word for it."""

import warnings
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from lederlib._checks import Floats, Ints
from lederlib.measure.agreement._grouped import Grouped

OPTIMISERS: Final = ("lbfgs", "powell", "bfgs")
_FLAT: Final = 1e-3
_EDGE: Final = 1e-6
_SLACK: Final = 1e-4


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
