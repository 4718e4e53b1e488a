"""Coefficient alpha with an interval."""

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
import pandas as pd
from scipy.special import ndtri

from lederlib._checks import (
    Floats,
    generator_of,
    require_count,
    require_known,
    require_number,
)
from lederlib.measure.against import told_against
from lederlib.measure.correlations import ordinal_moments
from lederlib.measure.correlations.ordinal import OrdinalMoments
from lederlib.measure.correlations.polychoric import answer_codes
from lederlib.measure.correlations.shares import lowest_root, told_impossible
from lederlib.measure.gathering import Gathered, gather
from lederlib.measure.item_matrix import Table
from lederlib.measure.moments import Moments
from lederlib.measure.reliability.coefficients import alpha_of
from lederlib.measure.reliability.feldt import feldt_interval
from lederlib.measure.resampling import resample_alpha
from lederlib.measure.shown import Readable
from lederlib.text import Lang, format_number, format_range, format_share, label

AlphaKind = Literal["raw", "standardized", "ordinal"]
AlphaInterval = Literal["feldt", "bootstrap", "delta"]
KINDS: tuple[AlphaKind, ...] = get_args(AlphaKind)
INTERVALS: tuple[AlphaInterval, ...] = get_args(AlphaInterval)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Alpha(Readable):
    """Coefficient alpha of a sum of items.

    Attributes
    ----------
    value : float
        Alpha of the kind asked for.
    low, high : float
        Ends of its interval.
    standardized : float
        Alpha of the items' Pearson correlations, whatever the kind.
    mean_correlation : float
        Mean Pearson correlation between two items.
    kind, interval, confidence : str, str, float
        Which alpha, how the interval was made, and its coverage.
    n, dropped, items : int
        People who answered everything, people left out, and items.
    against : tuple of str
        Items that go against the sum of the others; perhaps they are reversed.
    lowest_root : float
        Smallest eigenvalue of the polychoric correlations of ordinal alpha, which are
        impossible together where it is below 0; NaN for the other kinds.
    """

    value: float
    low: float
    high: float
    standardized: float
    mean_correlation: float
    kind: AlphaKind
    interval: AlphaInterval
    confidence: float
    n: int
    dropped: int
    items: int
    against: tuple[str, ...]
    lowest_root: float

    def to_frame(self) -> pd.DataFrame:
        """Return the figures as one row, indexed by the kind."""
        facts = {
            "value": self.value,
            "low": self.low,
            "high": self.high,
            "standardized": self.standardized,
            "mean_correlation": self.mean_correlation,
            "items": self.items,
            "n": self.n,
        }
        return pd.DataFrame(facts, index=pd.Index([self.kind], name="alpha"))

    def summary(self, lang: Lang = "da") -> str:
        """Return alpha, its interval and its conditions in words."""
        words = [
            label(
                "reliability.alpha",
                lang,
                kind=label(f"reliability.alpha_{self.kind}", lang),
                value=format_number(self.value, lang),
                range=format_range(self.low, self.high, lang),
                confidence=format_share(self.confidence, lang),
                interval=label(f"reliability.interval_{self.interval}", lang),
                items=self.items,
                n=format_number(self.n, lang, digits=0),
            )
        ]
        if self.dropped:
            words.append(label("reliability.dropped", lang, dropped=self.dropped))
        words += told_impossible(self.lowest_root, lang)
        return " ".join(words + told_against(self.against, lang))


def alpha(
    items: Table | Moments,
    *,
    kind: AlphaKind = "raw",
    interval: AlphaInterval | None = None,
    confidence: float = 0.95,
    draws: int = 2000,
    rng: int | np.random.Generator = 0,
) -> Alpha:
    r"""Return coefficient alpha: how far a sum of items would repeat itself.

    Parameters
    ----------
    items : DataFrame, array-like of shape (people, items), or Moments
        Answers with reversed items already turned round. Only the people who answered
        every item count (listwise). Moments serve for Feldt's intervals.
    kind : {"raw", "standardized", "ordinal"}
        Of covariances, of Pearson correlations, or of polychoric ones.
    interval : {"feldt", "bootstrap", "delta"}, optional
        Feldt's unless told: from an F distribution, exact for normal items that are
        equally good, and an approximation for standardised ones. Bootstrap (raw alpha
        only): the middle of `draws` samples of people. Delta (ordinal alpha only, and
        its default): from the covariance of the polychoric correlations, on the scale
        of −log(1 − alpha).
    confidence : float, default 0.95
        Coverage of the interval.
    draws : int
        Bootstrap samples.
    rng : int or numpy.random.Generator
        Where the bootstrap's chance comes from.

    Raises
    ------
    ValueError
        If an item does not vary, nobody answered everything, the items cancel out, or
        the kind has no such interval.

    Notes
    -----
    Alpha is a lower bound of reliability where errors are uncorrelated, and reliability
    itself where all items are equally good. Ordinal alpha is that of the variables
    behind the answers, not of the sum people are given. Feldt (1965),
    https://doi.org/10.1007/BF02289499; Zumbo, Gadermann and Zeisser (2007),
    https://doi.org/10.22237/jmasm/1177992180.

    Examples
    --------
    >>> result = alpha([[1, 2, 1], [2, 2, 3], [3, 4, 3], [5, 4, 5]])
    >>> round(result.value, 3), round(result.low, 3), round(result.high, 3)
    (0.932, 0.548, 0.995)
    """
    require_known(kind, KINDS, name="kind")
    chance = generator_of(rng)
    chosen: AlphaInterval = "delta" if kind == "ordinal" else "feldt"
    chosen = chosen if interval is None else interval
    _require_pair(kind, chosen)
    require_number(confidence, 0.5, 0.999, name="confidence")
    require_count(draws, 100, 1_000_000, name="draws")
    held = gather(items)
    value = alpha_of(held.covariance if kind == "raw" else held.correlations)
    ends, root = _feldt(value, held, confidence), np.nan
    if chosen == "bootstrap":
        values = held.answers(needed_by="The bootstrap").values
        ends = _middle(resample_alpha(values, draws=draws, rng=chance), confidence)
    elif chosen == "delta":
        answered = held.answers(needed_by="Ordinal alpha")
        moments = ordinal_moments(answer_codes(answered), names=answered.names)
        value, ends = _ordinal(moments, confidence)
        root = lowest_root(moments.correlations)
    return Alpha(
        value=value,
        low=ends[0],
        high=ends[1],
        standardized=alpha_of(held.correlations),
        mean_correlation=_mean_off_diagonal(held.correlations),
        kind=kind,
        interval=chosen,
        confidence=confidence,
        n=held.n,
        dropped=held.dropped,
        items=len(held.names),
        against=held.against,
        lowest_root=root,
    )


_ALLOWED: dict[AlphaKind, tuple[AlphaInterval, ...]] = {
    "raw": ("feldt", "bootstrap"),
    "standardized": ("feldt",),
    "ordinal": ("delta",),
}


def _require_pair(kind: AlphaKind, interval: AlphaInterval) -> None:
    require_known(interval, INTERVALS, name="interval")
    if interval not in _ALLOWED[kind]:
        msg = (
            f"interval must be {' or '.join(_ALLOWED[kind])} for {kind} alpha; "
            f"got {interval!r}."
        )
        raise ValueError(msg)


def _feldt(value: float, held: Gathered, confidence: float) -> tuple[float, float]:
    low, high = feldt_interval(
        value, people=held.n, items=len(held.names), confidence=confidence
    )
    return float(low), float(high)


def _middle(draws: Floats, confidence: float) -> tuple[float, float]:
    tail = (1 - confidence) / 2
    low, high = np.nanquantile(draws, [tail, 1 - tail])
    return float(low), float(high)


def _ordinal(
    moments: OrdinalMoments, confidence: float
) -> tuple[float, tuple[float, float]]:
    value = alpha_of(moments.correlations)
    items, total = len(moments.correlations), moments.correlations.sum()
    # Each correlation stands twice in the total, and all of them weigh the same.
    slope = np.full(moments.statistics.shape, 2 * items**2 / ((items - 1) * total**2))
    slope[: -items * (items - 1) // 2] = 0
    error = moments.error(slope)
    reach = float(ndtri((1 + confidence) / 2)) * error / (1 - value)
    return value, (1 - (1 - value) * np.exp(reach), 1 - (1 - value) * np.exp(-reach))


def _mean_off_diagonal(matrix: Floats) -> float:
    items = len(matrix)
    return float((matrix.sum() - np.trace(matrix)) / (items * (items - 1)))
