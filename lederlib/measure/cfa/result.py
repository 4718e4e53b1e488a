"""The result of fitting a measurement or a structural model."""

from dataclasses import dataclass
from operator import attrgetter
from typing import get_args

import numpy as np
import pandas as pd

from lederlib._checks import require_known
from lederlib.measure.cfa.bootstrap import Bootstrap, bootstrap
from lederlib.measure.cfa.estimates import estimate_table
from lederlib.measure.cfa.factor_scores import score_table
from lederlib.measure.cfa.fit import Fit
from lederlib.measure.cfa.indices import (
    Indices,
    least_seen,
    plain_indices,
    robust_indices,
    scaled_indices,
)
from lederlib.measure.cfa.modification import modification_table
from lederlib.measure.cfa.notices import Notice, fit_notices
from lederlib.measure.cfa.people import People
from lederlib.measure.cfa.printed import printed
from lederlib.measure.cfa.residuals import Residual, residual_table, srmr
from lederlib.measure.cfa.two_level_fit import Units
from lederlib.measure.cfa.words import fit_words, units_words
from lederlib.measure.shown import Readable
from lederlib.text import Lang, format_number, label

LARGEST_RMSEA = 0.10
TEST = ("chi2", "df", "p")
INDICES = ("cfi", "tli", "rmsea", "rmsea_low", "rmsea_high")
FIGURES = (
    *("estimator", "n", "left_out", "parameters"),
    *(*TEST, "baseline_chi2", "baseline_df", *INDICES, "srmr", "aic", "bic", "loglik"),
    *(*(f"scaled_{name}" for name in TEST), "scaling_factor"),
    *(f"{kind}_{name}" for kind in ("scaled", "robust") for name in INDICES),
    *("converged", "proper"),
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Cfa(Readable):
    r"""A fitted measurement or structural model.

    Attributes
    ----------
    estimator : str
        ML, MLR or WLSMV.
    plain : Indices
        `chi2`, `df`, `p`, `cfi`, `tli`, `rmsea`, `rmsea_low` and `rmsea_high` from the
        unscaled test, n × F for ML, Σ(n − 1)F over groups for WLSMV. The RMSEA divides
        by n for ML, by n minus the number of groups for WLSMV, and is multiplied by the
        root of the number of groups; its interval holds with 90 % confidence. Each also
        stands as an attribute of its own: `cfi` is `plain.cfi`.
    scaled : Indices
        The same from the test that allows for answers that are not normal, dependent or
        ordered: Yuan and Bentler's for MLR, scaled and shifted for WLSMV; NaN for ML.
        The difference of two such statistics is no χ². `scaled_cfi` is `scaled.cfi`.
    robust : Indices
        What the indices would be with normal, complete, continuous answers; without a
        test. `robust_cfi` is `robust.cfi`.
    srmr : float
        Bentler's; with intercepts in the model the means count, for WLSMV only the
        correlations.
    estimates : pandas.DataFrame
        Columns lhs, op, rhs, group (from 1; of two levels the
        level), est, se, z, p, the ends low and high of
        the 95 % interval, and std, the estimate in standard deviations, with its error
        std_se; fixed parameters have an se of 0. Defined figures (`:=`) stand last, in
        group 0.
    notices : tuple of Notice
        What the reader must know; told by `summary`.
    fit, people : Fit, People
        The machinery and the answers, for comparisons, gains and factor scores.
    units : Units or None
        Of a model of two levels the units, the items' ICC, and the SRMR of each level.
    n, left_out : int
        People counted, and rows that were not.
    groups : tuple of str
        The groups in the order of their numbers in `estimates`; ('',) where there is
        one.
    parameters : int
        How many were estimated.
    baseline_chi2, baseline_df : float
        The unscaled test of the model without relations.
    scaling_factor : float
        What the statistic is divided by for `scaled.chi2`; NaN for ML.
    aic, bic, loglik : float
        NaN for WLSMV, which has no likelihood.
    converged : bool
        Whether the search for the estimates ended where no step makes the fit better.
    proper : bool
        Whether the model is identified, no variance is negative and the factors'
        covariances are possible.
    """

    estimator: str
    plain: Indices
    scaled: Indices
    robust: Indices
    srmr: float
    estimates: pd.DataFrame
    notices: tuple[Notice, ...]
    fit: Fit
    people: People
    units: Units | None = None

    _brief_names = ("estimator", "n", *TEST, "cfi", "rmsea", "srmr", "converged")

    n = property(attrgetter("fit.people"))
    left_out = property(attrgetter("people.left_out"))
    parameters = property(attrgetter("fit.model.unknowns"))
    converged = property(attrgetter("fit.optimum.converged"))
    loglik = property(attrgetter("fit.loglik"))
    baseline_chi2 = property(attrgetter("fit.base.chi2"))
    baseline_df = property(attrgetter("fit.base.df"))
    scaling_factor = property(attrgetter("fit.test.scale"))
    chi2 = property(attrgetter("plain.chi2"))
    df = property(attrgetter("plain.df"))
    p = property(attrgetter("plain.p"))
    cfi = property(attrgetter("plain.cfi"))
    tli = property(attrgetter("plain.tli"))
    rmsea = property(attrgetter("plain.rmsea"))
    rmsea_low = property(attrgetter("plain.rmsea_low"))
    rmsea_high = property(attrgetter("plain.rmsea_high"))
    scaled_chi2 = property(attrgetter("scaled.chi2"))
    scaled_df = property(attrgetter("scaled.df"))
    scaled_p = property(attrgetter("scaled.p"))
    scaled_cfi = property(attrgetter("scaled.cfi"))
    scaled_tli = property(attrgetter("scaled.tli"))
    scaled_rmsea = property(attrgetter("scaled.rmsea"))
    scaled_rmsea_low = property(attrgetter("scaled.rmsea_low"))
    scaled_rmsea_high = property(attrgetter("scaled.rmsea_high"))
    robust_cfi = property(attrgetter("robust.cfi"))
    robust_tli = property(attrgetter("robust.tli"))
    robust_rmsea = property(attrgetter("robust.rmsea"))
    robust_rmsea_low = property(attrgetter("robust.rmsea_low"))
    robust_rmsea_high = property(attrgetter("robust.rmsea_high"))

    @property
    def groups(self) -> tuple[str, ...]:
        """Return the groups in the order of their numbers in `estimates`."""
        return tuple(sample.name for sample in self.fit.samples)

    @property
    def proper(self) -> bool:
        """Return whether the estimates can be used as they stand."""
        return not any(notice.spoils for notice in self.notices)

    @property
    def aic(self) -> float:
        """Return Akaike's information criterion."""
        return 2 * self.fit.model.unknowns - 2 * self.fit.loglik

    @property
    def bic(self) -> float:
        """Return Schwarz's information criterion."""
        free, people = self.fit.model.unknowns, self.fit.people
        return free * float(np.log(people)) - 2 * self.fit.loglik

    def to_frame(self) -> pd.DataFrame:
        """Return every figure of the fit, one a row: quantity and value."""
        rows = [(name, getattr(self, name)) for name in FIGURES]
        if self.units is not None:
            names = ("count", "srmr_within", "srmr_between")
            rows += [(f"units_{name}", getattr(self.units, name)) for name in names]
        return pd.DataFrame(rows, columns=["quantity", "value"])

    def __str__(self) -> str:
        """Return the fit as printed: tests, indices, criteria and all estimates."""
        figures = {name: getattr(self, name) for name in FIGURES}
        return printed(figures, self.estimates, self.groups, self.notices, "da")

    def _figures(self) -> pd.DataFrame:
        """Return the estimates, their group where there are more."""
        alone = ["group"] if self.fit.model.frame.groups == 1 else []
        return self.estimates.drop(columns=alone)

    def modification_indices(self) -> pd.DataFrame:
        """Return what each loading, regression or covariance not there would gain.

        Columns lhs, op, rhs, group, chi2 (what χ² would fall by, unscaled), p, the
        expected change of the parameter, and std_change, the same in standard
        deviations; the largest gain first.
        """
        self._require_one_level("Modification indices")
        return modification_table(self.fit)

    def bootstrap(
        self,
        draws: int = 1000,
        rng: int | np.random.Generator = 0,
        interval: str = "percentile",
    ) -> Bootstrap:
        """Return intervals from samples of the same people, drawn with replacement.

        Parameters
        ----------
        draws : int, default 1000
            Samples; people are drawn within their groups.
        rng : int or numpy.random.Generator, default 0
            Where chance comes from.
        interval : {"percentile", "bc"}
            Ends between which 95 % of the draws lie, or the same corrected for bias
            (lavaan's "perc" and "bca.simple").

        Returns
        -------
        Bootstrap
            Samples in which no fit is found are not used, and counted.

        Raises
        ------
        ValueError
            If only moments are known, people sit in clusters, or an option is unknown.
        """
        return bootstrap(self.fit, self.people, draws=draws, rng=rng, interval=interval)

    def factor_scores(self) -> pd.DataFrame:
        """Return each person's place on each factor, a row for each row that was used.

        Regression scores; of ordered answers the mode of the posterior. They are less
        spread than the factors, and more uncertain the fewer items there are.
        """
        self._require_one_level("Factor scores")
        return score_table(self.fit, self.people)

    def _require_one_level(self, what: str) -> None:
        if self.units is not None:
            msg = f"{what} are not made for models of two levels."
            raise ValueError(msg)

    def residuals(self, kind: Residual = "bentler") -> pd.DataFrame:
        """Return what is left of each pair's correlation: group, item, other, residual.

        Bentler's, of which the SRMR is made, are observed minus implied covariances,
        divided by the items' observed standard deviations (R's `cor.bentler`).
        Bollen's are observed minus implied correlations (R's `cor`). They differ where
        the model does not give an item its own variance back.

        Raises
        ------
        ValueError
            If the kind is another.
        """
        require_known(kind, get_args(Residual), name="kind")
        return residual_table(self.fit, kind)

    def summary(self, lang: Lang = "da") -> str:
        """Return the fit in plain words, with everything that speaks against it."""
        lines = [
            label(
                "cfa.people",
                lang,
                n=format_number(self.n, lang, digits=0),
                estimator=self.estimator,
            ),
            *([] if self.units is None else [units_words(self.units, lang)]),
            *([] if self.worth == "none" else self._test(lang)),
            *([words] if (words := self.worth_words(lang)) else []),
            *(notice.to(lang) for notice in self.notices),
        ]
        return " ".join(lines)

    @property
    def worth(self) -> str:
        """Return "none", "little" or "" of what the fit can be used for.

        None if fewer people answered than there are estimates; little if a test of this
        size sees only a misfit that would be called bad, an RMSEA above 0.10 (MacCallum
        et al., 1996).
        """
        if self.n < self.parameters:
            return "none"
        return "little" if self.least_seen > LARGEST_RMSEA else ""

    @property
    def least_seen(self) -> float:
        """Return the least misfit (RMSEA) that a test of this size sees in 4 of 5."""
        return least_seen(self.df, self.n, self.fit.model.frame.groups)

    def worth_words(self, lang: Lang = "da") -> str:
        """Return what the fit can be used for at this size; "" if there is no worry."""
        if not self.worth:
            return ""
        return label(
            f"cfa.worth_{self.worth}",
            lang,
            n=format_number(self.n, lang, digits=0),
            parameters=self.parameters,
            seen=format_number(self.least_seen, lang),
        )

    def _test(self, lang: Lang) -> list[str]:
        """Return the test that counts and the indices, if there is one."""
        if self.df < 1:
            return [label("cfa.no_test", lang, df=self.df)]
        scaled = not np.isnan(self.scaled.chi2)
        return fit_words(
            self.scaled if scaled else self.plain, self.srmr, lang, scaled=scaled
        )


def make_result(
    fit: Fit, *, estimator: str, people: People, notices: tuple[Notice, ...]
) -> Cfa:
    """Return the public result of a fit."""
    groups = fit.model.frame.groups
    counted = fit.people - (groups if estimator == "WLSMV" else 0)
    has_scaled = not np.isnan(fit.test.scale)
    return Cfa(
        estimator=estimator,
        plain=plain_indices(fit.test, fit.base, counted, groups),
        scaled=scaled_indices(fit.test, fit.base, counted, groups)
        if has_scaled
        else Indices(),
        robust=robust_indices(fit.robust, counted, groups) if fit.robust else Indices(),
        srmr=srmr(fit),
        estimates=estimate_table(fit),
        notices=(*notices, *fit_notices(fit)),
        fit=fit,
        people=people,
    )
