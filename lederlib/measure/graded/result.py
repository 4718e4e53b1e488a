"""A graded response model: what each item tells, and about whom."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from lederlib._checks import Floats, as_floats, require_known
from lederlib.measure.against import told_against
from lederlib.measure.graded._em import expected_information, likelihoods
from lederlib.measure.multiple import FALSE_ALARM
from lederlib.measure.shown import Readable
from lederlib.text import (
    Lang,
    format_number,
    format_range,
    format_share,
    join_words,
    label,
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class GradedResponse(Readable):
    """A graded response model of items that share one trait.

    Attributes
    ----------
    parameters : pandas.DataFrame, indexed by item
        `slope` and `threshold1`, `threshold2`, …, each with its standard error
        (`slope_se`, …). Slopes are logistic, without the constant 1.7; a threshold is
        where the next answers become as likely as the earlier ones. The trait has mean
        0 and standard deviation 1.
    loglik, aic, bic : float
        Marginal log-likelihood and what follows from it.
    scores : pandas.DataFrame, indexed as the rows given
        `score`, the posterior mean of the trait (EAP), and its standard error `se`;
        missing for a person without answers.
    item_fit : pandas.DataFrame, indexed by item
        `s_x2`, `df`, `p`.
    reliability : float
        Variance of the scores over that plus their mean error variance.
    converged : bool
        Whether the search ended at a maximum; if not, there are no standard errors. A
        slope beyond 30 counts as none: the likelihood rises for ever.
    steep : tuple of str
        Items with a slope beyond 5, which say nearly the same as the score itself.
    gaps : tuple of str
        Items with an answer between others that nobody gave; the answers beside it
        became neighbours.
    against : tuple of str
        Items that go against the sum of the others; perhaps they are reversed.
    n, left_out : int
        People with an answer, and without any.
    items : tuple of numpy.ndarray
        Slope and intercepts of each item, as estimated.
    """

    parameters: pd.DataFrame
    loglik: float
    aic: float
    bic: float
    scores: pd.DataFrame
    item_fit: pd.DataFrame
    reliability: float
    converged: bool
    steep: tuple[str, ...]
    gaps: tuple[str, ...]
    against: tuple[str, ...]
    n: int
    left_out: int
    items: tuple[Floats, ...]

    def information(self, trait: npt.ArrayLike) -> pd.DataFrame:
        """Return the information of each item and of all along the trait.

        Beside the items: `total`, with the standard normal's own information of 1, and
        `se`, the standard error of a score there.
        """
        at = np.atleast_1d(as_floats(trait, name="trait"))
        columns = dict(
            zip(
                self.parameters.index,
                (expected_information(item, at) for item in self.items),
                strict=True,
            )
        )
        table = pd.DataFrame(columns, index=pd.Index(at, name="trait"))
        total = table.sum(axis=1) + 1
        return table.assign(total=total, se=1 / np.sqrt(total))

    def curves(self, item: str, trait: npt.ArrayLike) -> pd.DataFrame:
        """Return the chance of each category of an item along the trait."""
        at = np.atleast_1d(as_floats(trait, name="trait"))
        names = list(map(str, self.parameters.index))
        place = names.index(require_known(item, names, name="item"))
        chances = likelihoods(self.items[place], at)
        return pd.DataFrame(chances.T, index=pd.Index(at, name="trait")).rename_axis(
            columns="category"
        )

    def to_frame(self) -> pd.DataFrame:
        """Return the parameters and the fit of each item, one row an item."""
        return self.parameters.join(self.item_fit)

    def summary(self, lang: Lang = "da") -> str:
        """Return what the items tell together, and what to be wary of."""
        slopes = self.parameters["slope"]
        told = [
            label(
                "graded.fit",
                lang,
                items=len(slopes),
                n=self.n,
                low=format_number(float(slopes.min()), lang),
                high=format_number(float(slopes.max()), lang),
                reliability=format_number(self.reliability, lang),
                errors=format_range(*self._errors(), lang),
            )
        ]
        told += [label("graded.not_converged", lang)] * (not self.converged)
        # Over all items, also those that could not be tested: small groups are unruly.
        worst = self.item_fit["p"] * len(slopes) < FALSE_ALARM
        misfit = tuple(map(str, worst.index[worst]))
        rate = format_share(FALSE_ALARM, lang)
        told += _named("misfit", misfit, lang, rate=rate)
        told += _named("steep", self.steep, lang) + _named("gaps", self.gaps, lang)
        if self.left_out:
            told.append(label("graded.left_out", lang, count=self.left_out))
        return " ".join(told + told_against(self.against, lang))

    def _errors(self) -> tuple[float, float]:
        """Return the standard error of a score where it is least, and at its most."""
        errors = self.information(np.linspace(-2, 2, 41))["se"]
        return float(errors.min()), float(errors.max())


def _named(key: str, names: tuple[str, ...], lang: Lang, **values: object) -> list[str]:
    """Return a sentence about some items; none where there are none."""
    if not names:
        return []
    return [label(f"graded.{key}", lang, names=join_words(names, lang), **values)]
