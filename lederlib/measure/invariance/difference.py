"""What each step loses against the one before, by the test that its estimator has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from lederlib._checks import Floats
from lederlib.measure.cfa.fit import Fit
from lederlib.measure.cfa.ground import robust_test
from lederlib.measure.cfa.implied import seen_moments
from lederlib.measure.cfa.indices import Test, p_value
from lederlib.measure.cfa.information import observed_information
from lederlib.measure.cfa.likelihood import ml_objective
from lederlib.measure.cfa.ordered import OrderedSample
from lederlib.measure.cfa.result import Cfa
from lederlib.measure.cfa.sample import Sample, sample_of_moments
from lederlib.measure.cfa.search import Optimum, optimise
from lederlib.measure.cfa.weighted import bread_of, group_slopes, meat_of
from lederlib.measure.invariance.judging import judged

NOT_TESTABLE = "not testable"
ROUNDING = -1e-6
GIVEN_BACK = 1e-3
PLAIN = ["chi2", "df", "cfi", "rmsea", "srmr"]
SCALED = ["scaled_chi2", "scaled_cfi", "scaled_rmsea"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A test of what is held equal or fixed in one model and not in another.

    Attributes
    ----------
    chi2 : float
        The statistic; NaN where its scale cannot be told.
    df : int
        Degrees of freedom.
    p : float
        Probability of a larger one if the narrower model is true.
    method : str
        "difference", "Satorra-Bentler 2001", "Satorra-Bentler 2010" or "Satorra 2000".
    scale : float
        What the difference of the unscaled χ² is divided by.
    """

    chi2: float
    df: int
    p: float
    method: str
    scale: float


def difference(wider: Fit, narrower: Fit) -> Difference:
    """Return the test of the narrower of two models.

    The difference of χ² for ML; scaled after Satorra and Bentler (2001,
    https://doi.org/10.1007/BF02296192) for MLR, or after their method of 2010
    (https://doi.org/10.1007/s11336-009-9135-y) where the scale of 2001 is not positive;
    scaled and shifted after Satorra (2000) for WLSMV. It is never the difference of
    scaled statistics, which is no χ². Without a sure minimum there is no test.

    Raises
    ------
    ValueError
        If the narrower model has no more degrees of freedom than the wider, or fits
        better than it.
    """
    df = narrower.test.df - wider.test.df
    if df < 1:
        msg = (
            f"The narrower model must have more degrees of freedom than the wider; got "
            f"{narrower.test.df} and {wider.test.df}."
        )
        raise ValueError(msg)
    chi2 = narrower.test.chi2 - wider.test.chi2
    if not (narrower.optimum.converged and wider.optimum.converged):
        return Difference(chi2=np.nan, df=df, p=np.nan, method="", scale=np.nan)
    if fits_better(narrower, wider):
        msg = (
            f"The narrower model must not fit better than the wider; got χ² = "
            f"{narrower.test.chi2:.4f} and {wider.test.chi2:.4f}."
        )
        raise ValueError(msg)
    method, scale, shift = _scaling(wider, narrower, df)
    scaled = max(chi2, 0.0) / scale + shift
    p = np.nan if np.isnan(scaled) else p_value(scaled, df)
    return Difference(chi2=scaled, df=df, p=p, method=method, scale=scale)


def fits_better(one: Fit, other: Fit) -> bool:
    """Return whether a model fits better than another by more than rounding."""
    return one.test.chi2 - other.test.chi2 < ROUNDING


def _scaling(wider: Fit, narrower: Fit, df: int) -> tuple[str, float, float]:
    """Return the method, and what the difference is divided by and moved by."""
    ordered = [part for part in wider.samples if isinstance(part, OrderedSample)]
    if ordered:
        return "Satorra 2000", *_shifted(wider, narrower, ordered, df)
    if np.isnan(narrower.test.trace):
        return "difference", 1.0, 0.0
    first = (narrower.test.trace - _trace(wider.test)) / df
    if first > 0:
        return "Satorra-Bentler 2001", first, 0.0
    second = scale_2010(wider, narrower)
    return "Satorra-Bentler 2010", second if second > 0 else np.nan, 0.0


def scale_2010(wider: Fit, narrower: Fit) -> float:
    """Return the scale of the difference, the wider model's part at the narrower's.

    NaN where the wider model's information there is not positive definite (of which R
    warns), or its part of a mean of squares is negative: neither gives a scale.
    """
    df = narrower.test.df - wider.test.df
    return (narrower.test.trace - _trace_at_narrower(wider, narrower)) / df


def _trace(test: Test) -> float:
    return test.trace if test.df else 0.0


def lies_within(wider: Fit, narrower: Fit) -> bool:
    """Return whether the wider model gives all moments back that the narrower implies.

    Bentler and Satorra (2010, https://doi.org/10.1037/a0019625). With ordered items it
    is not tried, and taken for granted.
    """
    if any(isinstance(part, OrderedSample) for part in wider.samples):
        return True
    _, found = _fit_of_narrower(wider, narrower)
    return found.value * wider.people < GIVEN_BACK


def _trace_at_narrower(wider: Fit, narrower: Fit) -> float:
    """Return the wider model's part at the moments that the narrower implies.

    Its estimates there are searched, for the two may be scaled differently.
    """
    samples, found = _fit_of_narrower(wider, narrower)
    space = wider.model.rules.space()
    curve = observed_information(wider.model, samples, found.estimate)
    inner = curve if space is None else space.basis.T @ curve @ space.basis
    if inner.size and np.linalg.eigvalsh(inner)[0] <= 0:
        return np.nan
    trace = _trace(robust_test(wider.model, samples, found.estimate))
    return trace if trace >= 0 else np.nan


def _fit_of_narrower(wider: Fit, narrower: Fit) -> tuple[list[Sample], Optimum]:
    samples = [part for part in wider.samples if isinstance(part, Sample)]
    held = []
    for number, part in enumerate(samples):
        matrices = narrower.model.matrices(narrower.optimum.estimate, number)
        mean, cov = seen_moments(narrower.model, matrices)
        held.append(sample_of_moments(mean, cov, part.n))
    objective = ml_objective(wider.model, held)
    return samples, optimise(objective, wider.optimum.estimate)


def _shifted(
    wider: Fit,
    narrower: Fit,
    samples: Sequence[OrderedSample],
    df: int,
) -> tuple[float, float]:
    """Return the scale and shift that give the mean and variance of χ².

    What the narrower model forbids the wider one is told from how the moments move in
    both. NaN where an estimate of the wider one moves nothing.
    """
    moved = group_slopes(wider.model, samples, wider.optimum.estimate)
    other = group_slopes(narrower.model, samples, narrower.optimum.estimate)
    forbidden = _forbidden(np.vstack(moved), np.vstack(other), df)
    try:
        along = np.linalg.inv(bread_of(samples, moved)) @ forbidden
        inner = along @ np.linalg.solve(forbidden.T @ along, along.T)
    except np.linalg.LinAlgError:
        return np.nan, np.nan
    product = inner @ meat_of(samples, moved)
    first, second = float(np.trace(product)), float(np.sum(product * product.T))
    if not second > 0:
        return np.nan, np.nan
    root = np.sqrt(df / second)
    return float(1 / root), float(df - root * first)


def _forbidden(wider: Floats, narrower: Floats, df: int) -> Floats:
    """Return the directions of the wider model's estimates that the narrower lacks."""
    allowed = np.linalg.lstsq(wider, narrower, rcond=None)[0]
    basis = np.linalg.svd(allowed)[0]
    return np.asarray(basis[:, len(basis) - df :])


def compare_steps(
    steps: Sequence[str], fits: Mapping[str, Fit], results: Mapping[str, Cfa]
) -> pd.DataFrame:
    """Return one row a step.

    A step that says nothing which the one before does not say fits alike: its row
    repeats that fit, has no test and says "not testable".
    """
    rows = []
    held: str | None = None
    for step in steps:
        tested = step in fits
        shown = step if tested else held
        row = {name: getattr(results[str(shown)], name) for name in [*PLAIN, *SCALED]}
        row |= {"delta_chi2": np.nan, "delta_df": 0, "p": np.nan, "delta_cfi": np.nan}
        row |= {"method": "", "scale": np.nan}
        if tested and held is not None:
            found = _difference_of((held, step), fits)
            row |= {"delta_chi2": found.chi2, "delta_df": found.df, "p": found.p}
            row |= {"method": found.method, "scale": found.scale}
            row["delta_cfi"] = results[step].cfi - results[held].cfi
        rows.append({**row, "note": "" if tested else NOT_TESTABLE})
        held = shown
    table = pd.DataFrame(rows, index=pd.Index(steps, name="step"))
    table["p_judged"] = judged(table, results)
    changes = ["delta_chi2", "delta_df", "p", "delta_cfi", "p_judged"]
    return table[[*PLAIN, *changes, *SCALED, "scale", "method", "note"]]


def _difference_of(names: tuple[str, str], fits: Mapping[str, Fit]) -> Difference:
    """Return the test of one step against another.

    Raises
    ------
    ValueError
        If the later step fits better than the earlier, which allows more.
    """
    wider, narrower = (fits[name] for name in names)
    settled = wider.optimum.converged and narrower.optimum.converged
    if settled and fits_better(narrower, wider):
        msg = (
            f"The step {names[1]!r} must lie within the step {names[0]!r}, but fits "
            f"better ({fits[names[1]].test.chi2:.2f} against "
            f"{fits[names[0]].test.chi2:.2f}), so the two cannot be compared. Leave "
            f"out of the model the variances, means and intercepts that it fixes, or "
            f"fix them in every group."
        )
        raise ValueError(msg)
    return difference(wider, narrower)
