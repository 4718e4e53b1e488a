"""The register of evidence: what has been measured elsewhere, and whether we saw it."""

from functools import cache
from importlib.resources import files
from typing import Literal, get_args

import pandas as pd

EvidenceKind = Literal["own_unit", "ratio", "difference", "correlation", "direction"]
EVIDENCE_KINDS: tuple[EvidenceKind, ...] = get_args(EvidenceKind)
_WORDS: dict[EvidenceKind, tuple[str, ...]] = {
    "ratio": ("HR", "OR", "RR", "rate ratio", "% (relative", "% (max share"),
    "difference": ("d", "d (", "g"),
    "correlation": ("rho", "rc", "r", "r (", "multiple R", "Fisher", "path", "cross-"),
    "direction": ("direction", "rank order", "null"),
}
NUMBERS = ("estimate", "low", "high", "k", "n")


def evidence_kind(estimate_type: str) -> EvidenceKind:
    """Return the kind of an `estimate_type` of the register.

    Parameters
    ----------
    estimate_type : str
        As in `evidence()["estimate_type"]`.

    Returns
    -------
    str
        `own_unit` (percent, counts, hours), `ratio` (HR, OR, RR), `difference` in
        standard deviations, `correlation`, or `direction` where no size was seen.

    Examples
    --------
    >>> evidence_kind("rho"), evidence_kind("HR"), evidence_kind("direction (+)")
    ('correlation', 'ratio', 'direction')
    """
    for kind, words in _WORDS.items():
        # A short word such as d stands alone; the others begin the description.
        if any(
            estimate_type == word or (len(word) > 1 and estimate_type.startswith(word))
            for word in words
        ):
            return kind
    return "own_unit"


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
    {'seen': 142, 'not seen': 61}
    """
    return _register().copy()


@cache
def _register() -> pd.DataFrame:
    with files(__package__).joinpath("evidence.csv").open(encoding="utf-8") as file:
        text = pd.read_csv(file, dtype="str", keep_default_na=False)
    return text.assign(**{name: pd.to_numeric(text[name]) for name in NUMBERS})
