"""How far one person's score could lie from what the items would give on average."""

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
import pandas as pd

from lederlib._checks import NORMAL_95, require_known, require_number
from lederlib.measure.against import told_against
from lederlib.measure.gathering import gather
from lederlib.measure.item_matrix import Table
from lederlib.measure.moments import Moments
from lederlib.measure.reliability.coefficients import alpha_of
from lederlib.measure.shown import Readable
from lederlib.text import Lang, format_number, label

ScoreKind = Literal["mean", "sum"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class MeasurementError(Readable):
    """The standard error of measurement of one person's score.

    Attributes
    ----------
    value : float
        In the units of the score.
    smallest_change : float
        How far two scores of one person must lie apart before chance alone would
        rarely (one time in twenty) have made the difference: 1.96 × √2 × `value`.
    spread, reliability : float
        Standard deviation of the score over people, and the reliability used. Alpha may
        be negative, where the items contradict one another; the error is then larger
        than the spread.
    score : str
        Whether the score is the items' mean or their sum.
    against : tuple of str
        Items that go against the sum of the others; perhaps they are reversed.
    n, dropped : int
        People who answered everything, and people left out.
    """

    value: float
    smallest_change: float
    spread: float
    reliability: float
    score: ScoreKind
    against: tuple[str, ...]
    n: int
    dropped: int

    def to_frame(self) -> pd.DataFrame:
        """Return the figures as one row, indexed by the kind of score."""
        names = ("value", "smallest_change", "spread", "reliability", "n")
        facts = {name: getattr(self, name) for name in names}
        return pd.DataFrame(facts, index=pd.Index([self.score], name="score"))

    def summary(self, lang: Lang = "da") -> str:
        """Return in words what a difference must be to mean something."""
        told = label(
            "reliability.error",
            lang,
            score=label(f"reliability.score_{self.score}", lang),
            value=format_number(self.value, lang),
            change=format_number(self.smallest_change, lang),
            reliability=format_number(self.reliability, lang),
            n=format_number(self.n, lang, digits=0),
        )
        below = [label("reliability.negative", lang)] * (self.reliability < 0)
        return " ".join([told, *below, *told_against(self.against, lang)])


def measurement_error(
    items: Table | Moments,
    *,
    reliability: float | None = None,
    score: ScoreKind = "mean",
) -> MeasurementError:
    r"""Return the standard error of measurement, :math:`s \sqrt{1 - \rho}`.

    Parameters
    ----------
    items : DataFrame, array-like of shape (people, items), or Moments
        Answers with reversed items turned round; only people who answered every item
        count.
    reliability : float, optional
        Between 0 and 1; raw alpha unless told, also where it is negative.
    score : {"mean", "sum"}
        Which score the error is of.

    Raises
    ------
    ValueError
        If an item does not vary, the items cancel out, nobody answered everything, or
        the reliability lies outside 0 and 1.

    Examples
    --------
    >>> error = measurement_error([[1, 2, 1], [2, 2, 3], [3, 4, 3], [5, 4, 5]])
    >>> round(error.value, 3)
    0.373
    """
    require_known(score, get_args(ScoreKind), name="score")
    held = gather(items)
    if reliability is None:
        known = alpha_of(held.covariance)
    else:
        known = require_number(reliability, 0, 1, name="reliability")
    size = 1 if score == "sum" else len(held.names)
    spread = float(np.sqrt(held.covariance.sum())) / size
    value = spread * float(np.sqrt(1 - known))
    return MeasurementError(
        value=value,
        smallest_change=NORMAL_95 * float(np.sqrt(2)) * value,
        spread=spread,
        reliability=known,
        score=score,
        against=held.against,
        n=held.n,
        dropped=held.dropped,
    )
