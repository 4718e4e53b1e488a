"""The result of comparing groups step by step."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from lederlib.measure.cfa.result import Cfa
from lederlib.text import Lang, format_number, format_p, join_words, label

MOST_SHOWN = 3
LARGEST_FALL = 0.01
SIGNIFICANT = 0.05


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Invariance:
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
        and `delta_cfi`; the scaled figures; and a `note`, "not testable" where a step
        says nothing that the one before does not say.
    fits : dict of str to Cfa
        The fit of each step that can be told from the one before.
    score_tests : pandas.DataFrame
        By step, parameter and group: what χ² would fall by (`chi2`) if the parameter
        were let go in that group, its `p`, and the `change` of the parameter.
    """

    estimator: str
    n: int
    groups: tuple[str, ...]
    free: tuple[str, ...]
    table: pd.DataFrame
    fits: dict[str, Cfa]
    score_tests: pd.DataFrame

    @property
    def converged(self) -> bool:
        """Return whether every step's search ended."""
        return all(fit.converged for fit in self.fits.values())

    @property
    def failed(self) -> str:
        """Return the first step that makes the fit clearly worse; "" if none does.

        It does if p is below 0.05 or CFI falls by more than 0.010, a rule of thumb.
        """
        failed = [str(step) for step in self.table.index[1:] if self._fails(str(step))]
        return failed[0] if failed else ""

    def to_frame(self) -> pd.DataFrame:
        """Return the table with the step as a column."""
        return self.table.reset_index()

    def summary(self, lang: Lang = "da") -> str:
        """Return in plain words how far the groups can be compared."""
        lines = [
            label(
                "invariance.people",
                lang,
                n=format_number(self.n, lang, digits=0),
                groups=join_words(list(self.groups), lang),
                estimator=self.estimator,
            )
        ]
        if self.free:
            free = join_words(list(self.free), lang)
            lines.append(label("invariance.free", lang, names=free))
        lines += [*self._steps(lang), self._verdict(lang), *self._notices(lang)]
        return " ".join(lines)

    def _steps(self, lang: Lang) -> Iterator[str]:
        for step, row in self.table.iloc[1:].iterrows():
            name = label(f"invariance.{step}", lang)
            if row["note"]:
                yield label("invariance.not_testable", lang, step=name)
                continue
            yield label(
                "invariance.step",
                lang,
                step=name,
                chi2=format_number(row["delta_chi2"], lang),
                df=row["delta_df"],
                p=format_p(row["p"], lang),
                cfi=format_number(row["delta_cfi"], lang, digits=3),
            )

    def _verdict(self, lang: Lang) -> str:
        """Return the first step that fails, with what would help it most."""
        step = self.failed
        if not step:
            return label("invariance.holds", lang)
        own = self.score_tests[self.score_tests["step"] == step]
        worst = own.sort_values("chi2", ascending=False).head(MOST_SHOWN)
        names = [f"{row.lhs} {row.op} {row.rhs}".strip() for row in worst.itertuples()]
        name = label(f"invariance.{step}", lang)
        shown = join_words(names, lang)
        return label("invariance.fails", lang, step=name, names=shown)

    def _fails(self, step: str) -> bool:
        row = self.table.loc[step]
        unlikely = bool(row["p"] < SIGNIFICANT)
        return unlikely or bool(row["delta_cfi"] < -LARGEST_FALL)

    def _notices(self, lang: Lang) -> Iterator[str]:
        """Yield what speaks against any step, each once."""
        said = set()
        for step, fit in self.fits.items():
            for notice in fit.notices:
                text = notice.to(lang)
                if text not in said and (notice.spoils or step == self.table.index[0]):
                    said.add(text)
                    name = label(f"invariance.{step}", lang)
                    yield f"({name}) {text}" if notice.spoils else text
