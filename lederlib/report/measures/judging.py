"""What the report judges, and what each judgement rests on.

It judges twice: whether the scale has as many factors as it is meant to have, and
whether groups are measured alike. Where the scale is right and the groups are alike,
both together accuse in at most `FALSE_ALARM` of studies, of which each has an equal
part. All other p values of the report are figures and no verdicts.
"""

from dataclasses import dataclass

import numpy as np

from lederlib._checks import Floats
from lederlib.answers import Study
from lederlib.measure import Cfa, ParallelAnalysis
from lederlib.measure.cfa.implied import implied
from lederlib.measure.factors.expected import suggestions_under
from lederlib.measure.multiple import FALSE_ALARM
from lederlib.text import Lang, format_share, label

_LEAST_SHARE = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorCount:
    """How many factors are suggested, and how often a right scale would have it so.

    Attributes
    ----------
    suggested, tested : int
        By parallel analysis, and how many the scale is meant to have.
    found : float
        Share of studies of this size in which as many are suggested as the scale is
        meant to have, where its own model is true; NaN where that has no fit.
    beyond : float
        Share of them in which as few as were suggested here are, or fewer; or where
        more are suggested than are meant, as many or more.
    false_alarm : float
        How often a scale that is right may be called wrong.
    """

    suggested: int
    tested: int
    found: float
    beyond: float
    false_alarm: float

    @property
    def verdict(self) -> str:
        """Return "same" or "unknown", or "expected" or "differs" if the number differs.

        It differs beyond what is expected of a scale that is right in at most
        `false_alarm` of studies, in half of these to either side.
        """
        if np.isnan(self.found):
            return "unknown"
        if self.suggested == self.tested:
            return "same"
        return "differs" if 2 * self.beyond < self.false_alarm else "expected"

    def summary(self, lang: Lang = "da") -> str:
        """Return what the suggestion says of the scale, and on what ground."""
        key = f"measure.factors_{self.verdict}"
        if self.verdict == "unknown" and self.suggested == self.tested:
            key = "measure.factors_alike"
        side = "fewer" if self.suggested < self.tested else "more"
        return label(
            key,
            lang,
            suggested=self.suggested,
            tested=self.tested,
            side=label(f"measure.factors_or_{side}", lang),
            found=format_share(self.found, lang),
            beyond=format_share(max(self.beyond, _LEAST_SHARE), lang),
        )


def rate_of_each(study: Study) -> float:
    """Return the false-alarm rate of each judgement of a report on the study."""
    return FALSE_ALARM / (1 if study.group is None else 2)


def count_factors(
    parallel: ParallelAnalysis, tested: int, fit: Cfa | str, false_alarm: float
) -> FactorCount:
    """Return how the suggested number stands to the one that is meant.

    `fit` is that of the scale's own model to the answers as numbers, or why there is
    none.
    """
    suggested = parallel.suggested
    shares = np.full(len(parallel.table) + 1, np.nan)
    if not isinstance(fit, str) and fit.converged:
        shares = suggestions_under(parallel, _implied(fit))
    fewer, more = shares[: suggested + 1].sum(), shares[suggested:].sum()
    return FactorCount(
        suggested=suggested,
        tested=tested,
        found=float(shares[tested]),
        beyond=float(fewer if suggested < tested else more),
        false_alarm=false_alarm,
    )


def _implied(fit: Cfa) -> Floats:
    held = fit.fit
    return implied(held.model.matrices(held.optimum.estimate, 0)).cov
