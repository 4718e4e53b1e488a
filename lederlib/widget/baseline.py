"""The factors today, from whatever a reader has at hand."""

from collections.abc import Mapping

import pandas as pd

from lederlib.scenario import factor_baseline

Profile = Mapping[str, float] | pd.Series | pd.DataFrame


def baseline_of(profile: Profile | None) -> dict[str, float]:
    """Return the 15 factors today, 0 to 1; 0.5 where the profile hides or lacks one.

    Parameters
    ----------
    profile : mapping, Series or DataFrame, optional
        Values by factor key, or a table of `lederlib.answers.profile` for one group.

    Raises
    ------
    ValueError
        If a table has no column `mean`, or holds several groups.

    Examples
    --------
    >>> baseline_of({"values": 0.7})["values"], baseline_of(None)["values"]
    (0.7, 0.5)
    """
    if profile is None:
        return factor_baseline(None)
    if isinstance(profile, pd.DataFrame):
        profile = _means(profile)
    known = {
        str(key): float(value) for key, value in profile.items() if not pd.isna(value)
    }
    return factor_baseline(known)


def _means(table: pd.DataFrame) -> pd.Series:
    if "mean" not in table:
        found = ", ".join(str(column) for column in table.columns)
        msg = f"profile must have a column named mean; got {found}."
        raise ValueError(msg)
    if table.index.nlevels > 1:
        msg = "profile must hold one group; choose one, as in profile.loc['name']."
        raise ValueError(msg)
    return table["mean"]
