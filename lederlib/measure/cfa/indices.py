"""Tests of a model and indices of its fit: χ², CFI, TLI and RMSEA."""

from dataclasses import dataclass

import numpy as np
from scipy.special import chdtrc, chdtri, chndtr

SURE = 0.95
#: An RMSEA up to this is called a close fit.
CLOSE = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Test:
    r"""A test of a model's fit.

    Attributes
    ----------
    chi2 : float
        The unscaled statistic.
    df : int
        Degrees of freedom.
    scale, shift : float
        The scaled statistic is ``chi2 / scale + shift``; NaN where the estimator has
        none.
    trace : float
        :math:`tr(U\Gamma)`, what `chi2` would be on average if the model were true.
    """

    chi2: float
    df: int
    scale: float = np.nan
    shift: float = 0.0
    trace: float = np.nan

    @property
    def scaled(self) -> float:
        """Return the scaled statistic."""
        return self.chi2 / self.scale + self.shift


@dataclass(frozen=True, slots=True, kw_only=True)
class Indices:
    """A test of the model, CFI, TLI, and RMSEA with its 90 % interval, or NaN."""

    chi2: float = np.nan
    df: float = np.nan
    p: float = np.nan
    cfi: float = np.nan
    tli: float = np.nan
    rmsea: float = np.nan
    rmsea_low: float = np.nan
    rmsea_high: float = np.nan


@dataclass(frozen=True, slots=True, kw_only=True)
class Misfit:
    """χ² of a model and of the one without relations, with what they are on average."""

    chi2: float
    df: float
    scale: float = 1.0
    base_chi2: float
    base_df: float
    base_scale: float = 1.0


def p_value(chi2: float, df: float) -> float:
    """Return the probability of a χ² at least this large; NaN without a test."""
    return float(chdtrc(df, max(chi2, 0.0))) if df > 0 else np.nan


def cfi(fit: Misfit) -> float:
    """Return the comparative fit index."""
    excess = max(fit.chi2 - fit.scale * fit.df, 0.0)
    most = max(fit.base_chi2 - fit.base_scale * fit.base_df, excess)
    if np.isnan(fit.chi2 + fit.scale + fit.base_chi2 + fit.base_scale):
        return np.nan
    return 1.0 if most == 0 else 1 - excess / most


def tli(fit: Misfit) -> float:
    """Return the Tucker–Lewis index."""
    excess = (fit.chi2 - fit.scale * fit.df) * fit.base_df
    most = (fit.base_chi2 - fit.base_scale * fit.base_df) * fit.df
    return 1 - excess / most if fit.df > 0 and most else 1.0


def rmsea(
    chi2: float, df: float, people: float, groups: int, scale: float = 1.0
) -> float:
    """Return the root mean square error of approximation; 0 where nothing is tested."""
    if not df > 0:
        return np.nan if np.isnan(df) else 0.0
    return float(np.sqrt(max(chi2 / df - scale, 0.0) / people * groups))


def close_fit(chi2: float, df: float, people: float, groups: int) -> float:
    """Return the p of the hypothesis that the RMSEA is at most .05.

    For a scaled test give χ² unscaled, and what it would be on average as `df`.

    Browne and Cudeck (1992), Sociological Methods & Research, 21(2), 230–258.
    https://doi.org/10.1177/0049124192021002005
    """
    if not df > 0 or not np.isfinite(chi2):
        return np.nan
    centre = df * CLOSE**2 * people / groups
    return float(1 - chndtr(max(chi2, 0.0), df, centre))


def rmsea_interval(
    chi2: float, df: float, people: float, groups: int, scale: float = 1.0
) -> tuple[float, float]:
    """Return the 90 % interval of the RMSEA, from the non-central χ²."""
    if not np.isfinite(chi2 + df + scale):
        return np.nan, np.nan
    if df < 1:
        return 0.0, 0.0
    # Where nothing is left over, rounding may leave χ² a hair below zero.
    least = max(chi2, 0.0)
    ends = [_non_centrality(least, df, share) for share in (SURE, 1 - SURE)]
    low, high = (float(np.sqrt(scale * end / (people * df) * groups)) for end in ends)
    return low, high


def _non_centrality(chi2: float, df: float, share: float) -> float:
    """Return where a χ² this large has `share` of the others below it, at least 0."""
    from scipy.optimize import brentq  # noqa: PLC0415 - slow to load

    def off(centre: float) -> float:
        return float(chndtr(chi2, df, centre)) - share

    if off(0) < 0:
        return 0.0
    high = max(chi2, 10.0)
    while off(high) > 0:
        high *= 2
    return float(brentq(off, 0, high, xtol=1e-12))


def least_seen(df: float, people: float, groups: int = 1) -> float:
    """Return the smallest RMSEA that a test of exact fit would see in 4 studies of 5.

    MacCallum, Browne and Sugawara (1996, https://doi.org/10.1037/1082-989X.1.2.130); at
    a level of 5 %. NaN without a test.

    Examples
    --------
    >>> round(least_seen(20, 200), 3)
    0.072
    """
    from scipy.optimize import brentq  # noqa: PLC0415 - slow to load

    if not df > 0:
        return np.nan
    limit = float(chdtri(df, 1 - SURE))
    centre = brentq(lambda far: chndtr(limit, df, far) - 0.2, 0, 1e4)
    return float(np.sqrt(centre / (df * people) * groups))


def plain_indices(test: Test, base: Test, people: float, groups: int) -> Indices:
    """Return the indices from the unscaled statistics."""
    fit = Misfit(chi2=test.chi2, df=test.df, base_chi2=base.chi2, base_df=base.df)
    return _indices(fit, test.chi2, test.df, people, groups)


def scaled_indices(test: Test, base: Test, people: float, groups: int) -> Indices:
    """Return the indices from the scaled statistics.

    A shifted statistic takes its place in the RMSEA; one that is only scaled is instead
    set against what the unscaled one is on average.
    """
    fit = Misfit(chi2=test.scaled, df=test.df, base_chi2=base.scaled, base_df=base.df)
    if test.shift:
        return _indices(fit, test.scaled, test.df, people, groups)
    return _indices(fit, test.chi2, test.trace, people, groups)


def robust_indices(fit: Misfit, people: float, groups: int) -> Indices:
    """Return the indices that estimate those of normal, complete answers; no test."""
    low, high = rmsea_interval(fit.chi2 / fit.scale, fit.df, people, groups, fit.scale)
    return Indices(
        cfi=cfi(fit),
        tli=tli(fit),
        rmsea=rmsea(fit.chi2, fit.df, people, groups, fit.scale),
        rmsea_low=low,
        rmsea_high=high,
    )


def _indices(
    fit: Misfit, chi2: float, df: float, people: float, groups: int
) -> Indices:
    low, high = rmsea_interval(chi2, df, people, groups)
    return Indices(
        chi2=fit.chi2,
        df=fit.df,
        p=p_value(fit.chi2, fit.df),
        cfi=cfi(fit),
        tli=tli(fit),
        rmsea=rmsea(chi2, df, people, groups),
        rmsea_low=low,
        rmsea_high=high,
    )
