"""The register of evidence: what has been measured elsewhere, and whether we saw it."""

from functools import cache
from importlib.resources import files

import pandas as pd

NUMBERS = ("estimate", "low", "high", "k", "n")


def evidence() -> pd.DataFrame:
    """Return the register of evidence, one row per figure.

    Estimates of different types (`estimate_type`) are not comparable; never draw them
    on one axis. `interval` says what `low` and `high` are: in some rows they are the
    range of the studies, not a confidence interval. `factor` is our mapping.

    Returns
    -------
    pandas.DataFrame
        Columns: `key`; `from_construct`, `to_construct` and the `factor` that they
        concern ("" if none); `estimate` with its `estimate_type`, `low`, `high` and
        `interval`; `k` (studies or samples) and `n` (persons); `source` (key of
        `sources()`, or ""), `citation`, `doi`; `verified` ("seen" if the figure was
        seen where `seen_in` says, else "not seen": a recollection that no model may
        use); `citation_unseen` (parts of the reference that still need a check);
        `note`. Numbers are missing where none was seen.

    Examples
    --------
    >>> evidence()["verified"].value_counts().to_dict()
    {'seen': 113, 'not seen': 61}
    """
    return _register().copy()


@cache
def _register() -> pd.DataFrame:
    with files(__package__).joinpath("evidence.csv").open(encoding="utf-8") as file:
        text = pd.read_csv(file, dtype="str", keep_default_na=False)
    return text.assign(**{name: pd.to_numeric(text[name]) for name in NUMBERS})
