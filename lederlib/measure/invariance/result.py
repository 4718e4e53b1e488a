"""The result of comparing groups step by step."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from lederlib.measure.cfa.indices import Indices
from lederlib.measure.cfa.result import Cfa
from lederlib.measure.invariance.limits import Hidden, Limits
from lederlib.measure.invariance.words import (
    failed_words,
    form_words,
    free_words,
    notice_words,
    people_words,
    seen_words,
    step_words,
    to_free_words,
    verdict_words,
)
from lederlib.measure.shown import Readable
from lederlib.text import Lang, format_share, label


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Invariance(Readable):
    """How far a measure means the same in several groups.

    Attributes
    ----------
    estimator : str
        ML, MLR or WLSMV.
    n : int
        People.
    groups : tuple of str
        The groups; the first is the one that the others are compared with.
    free : tuple of str
        Parameters that were allowed to differ.
    table : pandas.DataFrame
        Indexed by step: `chi2`, `df`, `cfi`, `rmsea` and `srmr` (unscaled, as in
        `Cfa`), then the test against the step before: `delta_chi2`, `delta_df`, `p`
        and `delta_cfi`; `p_judged`, the p that verdicts rest on, for small groups and
        for as many tests as there are (the first is that of the form); the scaled
        figures; the `scale` and `method` of the test; and a `note`, "not testable"
        where a step says nothing that the one before does not say.
    fits : dict of str to Cfa
        The fit of each step that can be told from the one before.
    score_tests : pandas.DataFrame
        By step, parameter and group: what χ² would fall by (`chi2`) if the parameter
        were let go in that group, its `p`, and the `change` of the parameter; of what
        is `new` in the step also its `rank` among what to let go of, one after another
        (0 if it does not stand out, and never so far that a factor has fewer than two
        items tied), and the `least` change that the step would have seen in 4 studies
        of 5 (in standard deviations of the item `least_sd`).
    limits : Limits
        What counts as a form that fits, and as answers enough.
    cluster : str or None
        The column of clusters that the tests allow for.
    """

    estimator: str
    n: int
    groups: tuple[str, ...]
    free: tuple[str, ...]
    table: pd.DataFrame
    fits: dict[str, Cfa]
    score_tests: pd.DataFrame
    limits: Limits
    cluster: str | None = None

    @property
    def converged(self) -> bool:
        """Return whether every step's search ended."""
        return all(fit.converged for fit in self.fits.values())

    @property
    def form(self) -> Indices:
        """Return the test and the indices of the form, scaled where there are such."""
        first = next(iter(self.fits.values()))
        return first.plain if np.isnan(first.scaled.chi2) else first.scaled

    @property
    def told(self) -> pd.DataFrame:
        """Return `chi2`, `df`, `cfi`, `rmsea` and `delta_cfi` of each step as told.

        They are the scaled ones where there are such, as those of the form are; Δχ² is
        never a difference of them.
        """
        names = ["chi2", "cfi", "rmsea"]
        scaled = self.table[[f"scaled_{name}" for name in names]].set_axis(
            names, axis=1
        )
        shown = self.table[names].where(scaled.isna(), scaled)
        tested = self.table["delta_cfi"].notna()
        fall = shown["cfi"].diff().where(tested)
        return shown.assign(df=self.table["df"], delta_cfi=fall)

    @property
    def form_verdict(self) -> str:
        """Return "holds", "fails", "open" or "untested" of the form.

        It is open where it lies beyond the limits, but chance could have put it there.
        """
        form, limits = self.form, self.limits
        if not form.df > 0:
            return "untested"
        if form.cfi >= limits.cfi and form.rmsea <= limits.rmsea:
            return "holds"
        unlikely = bool(self.table["p_judged"].iloc[0] < limits.false_alarm)
        return "fails" if unlikely else "open"

    @property
    def failed(self) -> str:
        """Return the first step that fits worse than chance allows; "" if none does.

        All tests together give a false alarm in 5 % of comparisons of groups that are
        alike, or what the limits say. It is the form itself where that lies beyond the
        limits.
        """
        if self.form_verdict == "fails":
            return str(self.table.index[0])
        worse = self.table["p_judged"].iloc[1:] < self.limits.false_alarm
        return str(worse.idxmax()) if worse.any() else ""

    @property
    def to_free(self) -> pd.DataFrame:
        """Return the score tests of what to let go of at the failed step, in order."""
        tests = self.score_tests
        own = tests[(tests["step"] == self.failed) & (tests["rank"] > 0)]
        return own.sort_values("rank")

    @property
    def unsound(self) -> tuple[str, ...]:
        """Return the steps before the last that gave no figures to be trusted."""
        steps = self.table.index[:-1].map(str)
        missing = (self.table["delta_df"] > 0) & self.table["p"].isna()
        return tuple(
            step
            for step in steps
            if missing[step] or not getattr(self.fits.get(step), "proper", True)
        )

    @property
    def hidden(self) -> Hidden:
        """Return the largest difference in one item's level that may stay unseen.

        In its loading where no level is held equal; NaN where neither is.
        """
        for operators in (["~1", "|"], ["=~"]):
            chosen = self.score_tests["op"].isin(operators)
            rows = self.score_tests[chosen].dropna(subset=["least_sd"])
            if len(rows):
                worst = rows.nlargest(1, "least_sd")
                op, least, most = (
                    worst[key].item() for key in ("op", "least", "least_sd")
                )
                return Hidden(op=str(op), least=float(least), least_sd=float(most))
        return Hidden()

    def seen(self, lang: Lang = "da") -> str:
        """Return in words how large a difference in one item would have been seen."""
        return seen_words(self.hidden, lang, ordered=self.estimator == "WLSMV")

    @property
    def verdict(self) -> str:
        """Return what may be said of the groups.

        "unsound" without figures to be trusted; "form_fails" or "form_open" where the
        form does not hold; "fails" where a step does not; "too_few" where a difference
        beyond the limit could hide; else "holds".
        """
        if self.unsound:
            return "unsound"
        if self.form_verdict in ("fails", "open"):
            return f"form_{self.form_verdict}"
        if self.failed and self.failed != "strict":
            return "fails"
        enough = bool(self.hidden.least_sd <= self.limits.hidden)
        return "holds" if enough else "too_few"

    def to_frame(self) -> pd.DataFrame:
        """Return the table with the step as a column."""
        return self.table.reset_index()

    def summary(
        self, lang: Lang = "da", *, words: Mapping[str, str] | None = None
    ) -> str:
        """Return in plain words how far the groups can be compared.

        Parameters
        ----------
        lang : {"da", "en"}
            Language of the words.
        words : mapping of str to str, optional
            What items and factors are called, by their names in the model.
        """
        words = words or {}
        told = self.told
        form = replace(self.form, rmsea=float(told["rmsea"].iloc[0]))
        lines = [
            people_words(self.n, self.groups, self.estimator, self.cluster, lang),
            *free_words(self.free, lang, words),
            form_words(form, self.form_verdict, self.limits, lang),
            *step_words(self.table, told["delta_cfi"], lang),
            *self._verdict_words(lang, words),
            *notice_words(self.fits, lang, words),
        ]
        return " ".join(lines)

    def _verdict_words(self, lang: Lang, words: Mapping[str, str]) -> Iterator[str]:
        """Yield what may be said of the groups, with what it rests on."""
        rate = format_share(self.limits.false_alarm, lang, digits=None)
        if self.verdict == "fails":
            fall = float(self.told["delta_cfi"][self.failed])
            yield failed_words(self.failed, fall, rate, lang)
            yield to_free_words(self.to_free, lang, words)
            return
        told = {"seen": self.seen(lang), "rate": rate}
        yield verdict_words(self.verdict, self.unsound, lang, **told)
        if self.verdict in ("holds", "too_few") and self.failed:
            yield label("invariance.strict_fails", lang)
