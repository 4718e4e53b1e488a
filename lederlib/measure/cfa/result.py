"""The result of a confirmatory factor analysis."""

from dataclasses import dataclass, fields

import numpy as np
import pandas as pd

from lederlib.measure.cfa.estimates import estimate_table
from lederlib.measure.cfa.factor_scores import score_table
from lederlib.measure.cfa.fit import (
    Fit,
    Indices,
    p_value,
    plain_indices,
    residual_table,
    robust_indices,
    scaled_indices,
    srmr,
)
from lederlib.measure.cfa.modification import modification_table
from lederlib.measure.cfa.notices import Notice, fit_notices
from lederlib.measure.cfa.sample import People
from lederlib.text import Lang, format_number, format_p, format_range, label

NONE = Indices(
    cfi=np.nan, tli=np.nan, rmsea=np.nan, rmsea_low=np.nan, rmsea_high=np.nan
)
TABLES = ("estimates", "groups", "notices", "fit", "people")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cfa:
    r"""A fitted measurement model.

    Attributes
    ----------
    estimator : str
        ML, MLR or WLSMV.
    n, left_out : int
        People counted, and rows that were not.
    groups : tuple of str
        The groups in the order of their numbers in `estimates`; ('',) where there is
        one.
    parameters : int
        How many were estimated.
    chi2, df, p : float
        The unscaled test of the model: n × F for ML, Σ(n − 1)F over groups for WLSMV.
    baseline_chi2, baseline_df : float
        The same of the model without relations.
    cfi, tli, rmsea, rmsea_low, rmsea_high : float
        From the unscaled statistics; the interval holds with 90 % confidence. The RMSEA
        divides by n for ML, by n minus the number of groups for WLSMV, and is
        multiplied by the root of the number of groups.
    srmr : float
        Bentler's; with intercepts in the model the means count, for WLSMV only the
        correlations.
    aic, bic, loglik : float
        NaN for WLSMV, which has no likelihood.
    scaled_chi2, scaled_df, scaled_p, scaling_factor : float
        The test that allows for answers that are not normal, dependent or ordered: Yuan
        and Bentler's for MLR, scaled and shifted for WLSMV; NaN for ML. The difference
        of two such statistics is no χ².
    scaled_cfi, scaled_tli, scaled_rmsea, scaled_rmsea_low, scaled_rmsea_high : float
        The indices from the scaled statistics.
    robust_cfi, robust_tli, robust_rmsea, robust_rmsea_low, robust_rmsea_high : float
        What the indices would be with normal, complete, continuous answers.
    converged : bool
        Whether the search for the estimates ended where no step makes the fit better.
    proper : bool
        Whether the model is identified, no variance is negative and the factors'
        covariances are possible.
    estimates : pandas.DataFrame
        Columns lhs, op, rhs, group (from 1), est, se, z, p and std, the estimate in
        standard deviations; fixed parameters have an se of 0.
    notices : tuple of Notice
        What the reader must know; told by `summary`.
    fit, people : Fit, People
        The machinery and the answers, for comparisons, gains and factor scores.
    """

    estimator: str
    n: int
    left_out: int
    groups: tuple[str, ...]
    parameters: int
    chi2: float
    df: int
    p: float
    baseline_chi2: float
    baseline_df: int
    cfi: float
    tli: float
    rmsea: float
    rmsea_low: float
    rmsea_high: float
    srmr: float
    aic: float
    bic: float
    loglik: float
    scaled_chi2: float
    scaled_df: float
    scaled_p: float
    scaling_factor: float
    scaled_cfi: float
    scaled_tli: float
    scaled_rmsea: float
    scaled_rmsea_low: float
    scaled_rmsea_high: float
    robust_cfi: float
    robust_tli: float
    robust_rmsea: float
    robust_rmsea_low: float
    robust_rmsea_high: float
    converged: bool
    proper: bool
    estimates: pd.DataFrame
    notices: tuple[Notice, ...]
    fit: Fit
    people: People

    def to_frame(self) -> pd.DataFrame:
        """Return every figure of the fit, one a row: quantity and value."""
        names = [part.name for part in fields(self) if part.name not in TABLES]
        rows = [(name, getattr(self, name)) for name in names]
        return pd.DataFrame(rows, columns=["quantity", "value"])

    def modification_indices(self) -> pd.DataFrame:
        """Return what each loading and covariance that the model lacks would gain.

        Columns lhs, op, rhs, group, chi2 (what χ² would fall by, unscaled), p and the
        change of the parameter; the largest gain first.
        """
        return modification_table(self.fit)

    def factor_scores(self) -> pd.DataFrame:
        """Return each person's place on each factor, a row for each row that was used.

        Regression scores; of ordered answers the mode of the posterior. They are less
        spread than the factors, and more uncertain the fewer items there are.
        """
        return score_table(self.fit, self.people)

    def residuals(self) -> pd.DataFrame:
        """Return what is left of each pair's correlation: group, item, other, residual.

        Observed minus implied covariance, divided by the items' observed standard
        deviations (a correlation, for ordered items).
        """
        return residual_table(self.fit)

    def summary(self, lang: Lang = "da") -> str:
        """Return the fit in plain words, with everything that speaks against it."""
        lines = [
            label(
                "cfa.people",
                lang,
                n=format_number(self.n, lang, digits=0),
                estimator=self.estimator,
            ),
            *self._test(lang),
            *(notice.to(lang) for notice in self.notices),
        ]
        return " ".join(lines)

    def _test(self, lang: Lang) -> list[str]:
        """Return the test and the indices, which a model without a df has not."""
        if self.df < 1:
            return [label("cfa.no_test", lang, df=self.df)]
        scaled = not np.isnan(self.scaled_chi2)
        shown = "scaled_" if scaled else ""
        return [
            label(
                "cfa.test_scaled" if scaled else "cfa.test",
                lang,
                chi2=self._number(f"{shown}chi2", lang),
                df=self.df,
                p=format_p(getattr(self, f"{shown}p"), lang),
            ),
            label(
                "cfa.indices",
                lang,
                cfi=self._number(f"{shown}cfi", lang, digits=3),
                tli=self._number(f"{shown}tli", lang, digits=3),
                rmsea=self._number(f"{shown}rmsea", lang, digits=3),
                interval=format_range(
                    getattr(self, f"{shown}rmsea_low"),
                    getattr(self, f"{shown}rmsea_high"),
                    lang,
                    digits=3,
                ),
                srmr=self._number("srmr", lang, digits=3),
            ),
        ]

    def _number(self, name: str, lang: Lang, *, digits: int = 2) -> str:
        return format_number(float(getattr(self, name)), lang, digits=digits)


def make_result(
    fit: Fit, *, estimator: str, people: People, notices: tuple[Notice, ...]
) -> Cfa:
    """Return the public result of a fit."""
    table = estimate_table(fit)
    found = (*notices, *fit_notices(fit))
    groups = fit.model.frame.groups
    counted = fit.people - (groups if estimator == "WLSMV" else 0)
    test, base, free = fit.test, fit.base, fit.model.estimates
    has_scaled = not np.isnan(test.scale)
    return Cfa(
        estimator=estimator,
        n=fit.people,
        left_out=people.left_out,
        groups=tuple(sample.name for sample in fit.samples),
        parameters=free,
        chi2=test.chi2,
        df=test.df,
        p=p_value(test.chi2, test.df),
        baseline_chi2=base.chi2,
        baseline_df=base.df,
        srmr=srmr(fit),
        aic=2 * free - 2 * fit.loglik,
        bic=free * float(np.log(fit.people)) - 2 * fit.loglik,
        loglik=fit.loglik,
        scaled_chi2=test.scaled,
        scaled_df=test.df if has_scaled else np.nan,
        scaled_p=p_value(test.scaled, test.df) if has_scaled else np.nan,
        scaling_factor=test.scale,
        converged=fit.optimum.converged,
        proper=not any(notice.spoils for notice in found),
        estimates=table,
        notices=found,
        fit=fit,
        people=people,
        **_named("", plain_indices(test, base, counted, groups)),
        **_named(
            "scaled_",
            scaled_indices(test, base, counted, groups) if has_scaled else NONE,
        ),
        **_named(
            "robust_",
            robust_indices(fit.robust, counted, groups) if fit.robust else NONE,
        ),
    )


def _named(prefix: str, indices: Indices) -> dict[str, float]:
    return {
        f"{prefix}{part.name}": getattr(indices, part.name) for part in fields(Indices)
    }
