"""The rows of the map of factors: where each stands, and what it shows."""

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from lederlib._checks import Floats
from lederlib.catalogue import FACTOR_KEYS, factors
from lederlib.measure import half_width
from lederlib.text import COLOURS

SIDES: Final = ("attraction", "both", "retention")
COLUMNS: Final = ("mean", "spread", *COLOURS, "n", "hidden")


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorRows:
    """What each row of the map shows, from the top.

    Attributes
    ----------
    keys : tuple of str
        Factor keys.
    place : numpy.ndarray, shape (rows,)
        Height of each row, counted downwards; headings stand between.
    shares : numpy.ndarray, shape (rows, 3)
        Red, yellow and green; missing where hidden or pooled.
    mean, low, high, n : numpy.ndarray, shape (rows,)
        Mean with its 90 % interval (0 to 1) and the number of answers.
    hidden : tuple of str
        Why a row is hidden; "" where it is shown.
    """

    keys: tuple[str, ...]
    place: Floats
    shares: Floats
    mean: Floats
    low: Floats
    high: Floats
    n: Floats
    hidden: tuple[str, ...]

    @property
    def pooled(self) -> npt.NDArray[np.bool_]:
        """Whether two colours of a row are told as one."""
        return np.asarray(np.isnan(self.shares).sum(axis=1) == 2)  # noqa: PLR2004

    @property
    def told(self) -> npt.NDArray[np.bool_]:
        """Whether anything of a row is told."""
        return np.asarray(~np.isnan(self.mean) | self.pooled)


@cache
def places() -> tuple[tuple[str, float], ...]:
    """Return each factor's key and height, and each side's, from the top."""
    order: list[str] = []
    for side in SIDES:
        order += [side, *(factor.key for factor in factors() if factor.side == side)]
    return tuple((key, float(row)) for row, key in enumerate(order))


def factor_rows(profile: pd.DataFrame) -> FactorRows:
    """Return the map's rows from a profile, with intervals for the means.

    The intervals are those of `lederlib.measure.half_width`, kept within 0 to 1.

    Raises
    ------
    ValueError
        If the profile holds several groups, unknown factors or too few columns.
    """
    _require_profile(profile)
    keys = tuple(key for key, _ in places() if key in FACTOR_KEYS)
    place = np.array([row for key, row in places() if key in FACTOR_KEYS])
    table = profile.reindex(list(keys))
    n = table["n"].to_numpy(dtype=float, na_value=0)
    mean = table["mean"].to_numpy(dtype=float)
    half = half_width(table["spread"].to_numpy(dtype=float), n)
    return FactorRows(
        keys=keys,
        place=place,
        shares=table[list(COLOURS)].to_numpy(dtype=float),
        mean=mean,
        low=np.clip(mean - half, 0, 1),
        high=np.clip(mean + half, 0, 1),
        n=np.nan_to_num(n),
        hidden=tuple(table["hidden"].fillna("absent").astype(str)),
    )


def _require_profile(profile: pd.DataFrame) -> None:
    if isinstance(profile.index, pd.MultiIndex):
        groups = profile.index.get_level_values(0).unique()
        msg = (
            f"profile must hold one group; got {len(groups)}. "
            f"Choose one, such as profile.loc[{groups[0]!r}]."
        )
        raise ValueError(msg)
    missing = [column for column in COLUMNS if column not in profile]
    unknown = [str(key) for key in profile.index if key not in FACTOR_KEYS]
    if missing or unknown:
        msg = (
            f"profile must have factor keys as index and columns {', '.join(COLUMNS)}; "
            f"trouble with {', '.join(missing + unknown)}."
        )
        raise ValueError(msg)
