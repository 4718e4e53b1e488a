"""Does the measure say the same again? Test–retest of one score."""

from dataclasses import dataclass, fields
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import fdtri, stdtrit

from lederlib._checks import NORMAL_95, require_number
from lederlib.measure.gathering import gather
from lederlib.measure.item_matrix import item_matrix
from lederlib.measure.labels import as_column
from lederlib.measure.moments import Moments
from lederlib.measure.shown import Readable
from lederlib.measure.validity._correlation import FEWEST, interval, settled
from lederlib.text import Lang, format_number, format_range, format_share, label

_TIMES: Final = 2
#: Less error than this share of the differences between people is rounding.
_NOTHING: Final = 1e-15


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Retest(Readable):
    """How far the same people's scores agree at two times.

    Attributes
    ----------
    r, r_low, r_high : float
        Pearson's correlation: whether people keep their order.
    agreement, agreement_low, agreement_high : float
        ICC(2,1): whether they keep their scores; a shift of everybody counts against.
    consistency, consistency_low, consistency_high : float
        ICC(3,1): the same, but for such a shift.
    change, change_low, change_high : float
        Mean change from the first time to the second.
    error : float
        Standard error of measurement, SD √(1 − consistency), in units of the score;
        the SD is that of the two times pooled.
    real_change : float
        The change of one person that exceeds error 19 times in 20: 1.96 √2 `error`.
    n, left_out : int
        People with both scores, and without.
    level : float
        Coverage of the intervals.
    """

    r: float
    r_low: float
    r_high: float
    agreement: float
    agreement_low: float
    agreement_high: float
    consistency: float
    consistency_low: float
    consistency_high: float
    change: float
    change_low: float
    change_high: float
    error: float
    real_change: float
    n: int
    left_out: int
    level: float

    def to_frame(self) -> pd.DataFrame:
        """Return every figure in a row of its own: `value`."""
        held = {field.name: float(getattr(self, field.name)) for field in fields(self)}
        return pd.Series(held, name="value").rename_axis("figure").to_frame()

    def summary(self, lang: Lang = "da") -> str:
        """Return how far the two times agree, and what one person's change means."""
        words: dict[str, object] = {}
        for name in ("r", "agreement", "change"):
            words[name] = format_number(getattr(self, name), lang)
            ends = getattr(self, f"{name}_low"), getattr(self, f"{name}_high")
            words[f"{name}_interval"] = format_range(*ends, lang)
        told = [
            label(
                "validity.retest",
                lang,
                n=self.n,
                level=format_share(self.level, lang),
                real=format_number(self.real_change, lang),
                **words,
            )
        ]
        if self.left_out:
            told.append(label("validity.left_out", lang, count=self.left_out))
        return " ".join(told)


def retest(
    first: npt.ArrayLike | Moments,
    second: npt.ArrayLike | None = None,
    *,
    level: float = 0.95,
) -> Retest:
    """Return how far the same people's scores agree at two times.

    Parameters
    ----------
    first, second : Series or array-like, shape (people,)
        The score at each time, in the same order of people; two Series must have the
        same index. A person with one score only is left out and counted. Or the
        moments of both scores as `first`, the earlier one as their first item.
    level : float, default 0.95
        Coverage of the intervals, .5 to .999.

    Raises
    ------
    ValueError
        If a score is a text, a column does not vary, the rows do not match, or fewer
        than 5 people have both scores.

    Notes
    -----
    The time between is part of the result: too short and people remember, too long and
    they change. McGraw and Wong (1996), doi:10.1037/1082-989X.1.1.30.

    Examples
    --------
    >>> found = retest([2, 3, 3, 4, 5, 1], [2, 3, 4, 4, 5, 2])
    >>> round(found.r, 2), round(found.change, 2)
    (0.93, 0.33)
    """
    coverage = require_number(level, 0.5, 0.999, name="level")
    known = _known(first, second)
    people = known.n
    if people < FEWEST:
        msg = f"At least {FEWEST} people must have both scores; got {people}."
        raise ValueError(msg)
    r = settled(float(known.correlations[0, 1]))
    icc = _iccs(known, coverage)
    change = _change(known, coverage)
    pooled = np.sqrt(np.trace(known.covariance) / _TIMES)
    error = float(pooled * np.sqrt(max(1 - icc["consistency"], 0.0)))
    ends = dict(
        zip(("r_low", "r_high"), interval(r, people, level=coverage), strict=True)
    )
    return Retest(
        r=r,
        **ends,
        **icc,
        **change,
        error=error,
        real_change=float(NORMAL_95 * np.sqrt(2) * error),
        n=people,
        left_out=known.dropped,
        level=coverage,
    )


def _known(first: npt.ArrayLike | Moments, second: npt.ArrayLike | None) -> Moments:
    """Return the moments of both scores, checked once."""
    if isinstance(first, Moments):
        if second is not None or len(first.names) != _TIMES:
            msg = (
                "Moments must be of both scores and stand alone; got "
                f"{len(first.names)} items{'' if second is None else ' and a second'}."
            )
            raise ValueError(msg)
        gather(first)
        return first
    if second is None:
        msg = "second must be the scores at the second time; got None."
        raise ValueError(msg)
    matrix = item_matrix(_both(first, second)).require_spread()
    whole = matrix.complete().require_spread()
    people = len(whole.values)
    return Moments(
        names=whole.names,
        n=people,
        dropped=len(matrix.values) - people,
        mean=whole.values.mean(axis=0),
        covariance=np.cov(whole.values, rowvar=False),
    )


def _both(first: npt.ArrayLike, second: npt.ArrayLike) -> pd.DataFrame:
    series = isinstance(first, pd.Series) and isinstance(second, pd.Series)
    if series and not first.index.equals(second.index):  # type: ignore[union-attr]
        msg = "first and second must have the same index, in the same order."
        raise ValueError(msg)
    columns = [as_column(first, name="first"), as_column(second, name="second")]
    if len(columns[0]) != len(columns[1]):
        msg = (
            "first and second must be of the same people; "
            f"got {len(columns[0])} and {len(columns[1])}."
        )
        raise ValueError(msg)
    held = [column.reset_index(drop=True) for column in columns]
    return pd.concat(held, axis=1, keys=["first", "second"])


def _apart(known: Moments) -> float:
    """Return the variance of the change between the two times."""
    (one, both), (_, two) = known.covariance.tolist()
    return max(float(one + two - 2 * both), 0.0)


def _change(known: Moments, level: float) -> dict[str, float]:
    mean = float(known.mean[1] - known.mean[0])
    reach = stdtrit(known.n - 1, (1 + level) / 2) * np.sqrt(_apart(known) / known.n)
    return {
        "change": mean,
        "change_low": mean - float(reach),
        "change_high": mean + float(reach),
    }


def _iccs(known: Moments, level: float) -> dict[str, float]:
    """Return agreement and consistency of single scores, with their intervals."""
    people = known.n
    between = float(known.covariance.sum()) / _TIMES
    shift = people * float(((known.mean - known.mean.mean()) ** 2).sum())
    error = max(_apart(known) / _TIMES, _NOTHING * between)
    ratio, tailed = between / error, (1 + level) / 2
    ends = (
        ratio / fdtri(people - 1, people - 1, tailed),
        ratio * fdtri(people - 1, people - 1, tailed),
    )
    low, high = _absolute_ends(between, shift, error, people, tailed)
    return {
        "consistency": _single(ratio),
        "consistency_low": _single(ends[0]),
        "consistency_high": _single(ends[1]),
        "agreement": _absolute(between, shift, error, people),
        "agreement_low": low,
        "agreement_high": high,
    }


def _single(ratio: float) -> float:
    return float((ratio - 1) / (ratio + _TIMES - 1))


def _absolute(between: float, shift: float, error: float, people: int) -> float:
    apart = _TIMES * (shift - error) / people
    return float((between - error) / (between + (_TIMES - 1) * error + apart))


def _absolute_ends(
    between: float, shift: float, error: float, people: int, tailed: float
) -> tuple[float, float]:
    """Return the interval of ICC(2,1), with Satterthwaite's degrees of freedom."""
    icc = _absolute(between, shift, error, people)
    first = _TIMES * icc * shift / error
    second = people * (1 + (_TIMES - 1) * icc) - _TIMES * icc
    freedom = (_TIMES - 1) * (people - 1) * (first + second) ** 2
    freedom /= (people - 1) * first**2 + second**2
    wide = fdtri(people - 1, freedom, tailed)
    slim = fdtri(freedom, people - 1, tailed)
    rest = _TIMES * shift + (_TIMES * people - _TIMES - people) * error
    low = people * (between - wide * error) / (wide * rest + people * between)
    high = people * (slim * between - error) / (rest + people * slim * between)
    return float(low), float(high)
