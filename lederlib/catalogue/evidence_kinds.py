"""Kinds of estimates: what may stand on one axis, and what never may."""

from typing import Literal, get_args

EvidenceKind = Literal["own_unit", "ratio", "difference", "correlation", "direction"]
EVIDENCE_KINDS: tuple[EvidenceKind, ...] = get_args(EvidenceKind)
_WORDS: dict[EvidenceKind, tuple[str, ...]] = {
    "ratio": ("HR", "OR", "RR", "rate ratio", "% (relative", "% (max share"),
    "difference": ("d", "d (", "g"),
    "correlation": ("rho", "rc", "r", "r (", "multiple R", "Fisher", "path", "cross-"),
    "direction": ("direction", "rank order", "null"),
}


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
