"""What each step loses against the one before, by the test that its estimator has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from lederlib._checks import Floats
from lederlib.measure.cfa.fit import Fit, p_value
from lederlib.measure.cfa.ordered import OrderedSample
from lederlib.measure.cfa.result import Cfa
from lederlib.measure.cfa.weighted import bread_of, group_slopes, meat_of

NOT_TESTABLE = "not testable"
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
    """

    chi2: float
    df: int
    p: float


def difference(wider: Fit, narrower: Fit) -> Difference:
    """Return the test of the narrower of two models.

    The difference of χ² for ML; scaled after Satorra and Bentler (2001,
    https://doi.org/10.1007/BF02296192) for MLR; scaled and shifted after Satorra (2000)
    for WLSMV. It is never the difference of scaled statistics, which is no χ².

    Raises
    ------
    ValueError
        If the narrower model has no more degrees of freedom than the wider.
    """
    df = narrower.test.df - wider.test.df
    if df < 1:
        msg = (
            f"The narrower model must have more degrees of freedom than the wider; got "
            f"{narrower.test.df} and {wider.test.df}."
        )
        raise ValueError(msg)
    chi2 = narrower.test.chi2 - wider.test.chi2
    ordered = [part for part in wider.samples if isinstance(part, OrderedSample)]
    if ordered:
        chi2 = _shifted(wider, narrower, ordered, chi2, df)
    elif not np.isnan(narrower.test.scale):
        chi2 = _scaled(wider, narrower, chi2, df)
    return Difference(
        chi2=chi2, df=df, p=np.nan if np.isnan(chi2) else p_value(chi2, df)
    )


def _scaled(wider: Fit, narrower: Fit, chi2: float, df: int) -> float:
    scale = (narrower.test.trace - (wider.test.trace if wider.test.df else 0.0)) / df
    return chi2 / scale if scale > 0 else np.nan


def _shifted(
    wider: Fit,
    narrower: Fit,
    samples: Sequence[OrderedSample],
    chi2: float,
    df: int,
) -> float:
    """Return the statistic with the mean and variance of χ².

    What the narrower model forbids the wider one is told from how the moments move in
    both.
    """
    moved = group_slopes(wider.model, samples, wider.optimum.estimate)
    other = group_slopes(narrower.model, samples, narrower.optimum.estimate)
    forbidden = _forbidden(np.vstack(moved), np.vstack(other), df)
    inverse = np.linalg.inv(bread_of(samples, moved))
    along = inverse @ forbidden
    inner = along @ np.linalg.solve(forbidden.T @ along, along.T)
    product = inner @ meat_of(samples, moved)
    first, second = float(np.trace(product)), float(np.sum(product * product.T))
    root = np.sqrt(df / second)
    return float(chi2 * root + df - root * first)


def _forbidden(wider: Floats, narrower: Floats, df: int) -> Floats:
    """Return the directions of the wider model's estimates that the narrower lacks."""
    allowed = np.linalg.lstsq(wider, narrower, rcond=None)[0]
    basis = np.linalg.svd(allowed)[0]
    return np.asarray(basis[:, len(basis) - df :])


def compare(
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
        if tested and held is not None:
            found = difference(fits[held], fits[step])
            row |= {"delta_chi2": found.chi2, "delta_df": found.df, "p": found.p}
            row["delta_cfi"] = results[step].cfi - results[held].cfi
        rows.append({**row, "note": "" if tested else NOT_TESTABLE})
        held = shown
    table = pd.DataFrame(rows, index=pd.Index(steps, name="step"))
    order = [*PLAIN, "delta_chi2", "delta_df", "p", "delta_cfi", *SCALED, "note"]
    return table[order]
