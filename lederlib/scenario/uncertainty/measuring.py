"""What if one of the numbers had been measured: the same ledger, one range narrower."""

from typing import Literal, get_args

from lederlib._checks import require_known, require_number
from lederlib.catalogue import Ledger
from lederlib.text import label

Finding = Literal["low", "middle", "high"]
FINDINGS: tuple[Finding, ...] = get_args(Finding)


def as_if_measured(
    ledger: Ledger, name: str, *, found: Finding = "middle", left: float = 0.2
) -> Ledger:
    """Return the ledger as it might be once somebody had measured a quantity.

    Parameters
    ----------
    ledger : Ledger
        The quantities as they are.
    name : str
        The one that is measured; a single number with a range.
    found : {"low", "middle", "high"}
        Where in today's range the measurement falls.
    left : float, default 0.2
        Share of today's range that the measurement leaves open, 0.01 to 1.

    Raises
    ------
    ValueError
        If there is no such quantity, it is a set of weights or a choice, or an argument
        lies outside its range.

    Examples
    --------
    >>> from lederlib.catalogue import ledger
    >>> high = as_if_measured(ledger(), "contact_reach", found="high")["contact_reach"]
    >>> round(high.low, 2), round(high.high, 2)
    (0.68, 0.8)
    """
    require_known(found, FINDINGS, name="found")
    require_number(left, 0.01, 1, name="left")
    old = ledger[name]
    if old.distribution in ("ranks", "choice"):
        msg = f"{name} must be a number on a range to be measured; it is a choice."
        raise ValueError(msg)
    open_end = (old.high - old.low) * (1 - left)
    low = old.low + open_end * FINDINGS.index(found) / 2
    high = low + (old.high - old.low) * left
    return ledger.replace(
        name,
        value=(low + high) / 2,
        low=low,
        high=high,
        source=label("conclusion.source", "da"),
    )
