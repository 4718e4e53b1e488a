"""The correlations between items that a factor analysis begins from."""

from typing import Literal, get_args

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.correlations import ordinal_moments
from lederlib.measure.correlations.polychoric import answer_codes
from lederlib.measure.gathering import Gathered

CorrelationKind = Literal["pearson", "polychoric"]
CORRELATIONS: tuple[CorrelationKind, ...] = get_args(CorrelationKind)


def item_correlations(held: Gathered, kind: CorrelationKind) -> Floats:
    """Return the correlations of complete answers, of the kind asked for."""
    if kind == "pearson":
        return held.correlations
    answered = held.answers(needed_by="A polychoric correlation")
    codes = answer_codes(answered)
    return ordinal_moments(codes, names=answered.names, influence=False).correlations


def require_positive_definite(between: Floats, names: tuple[str, ...]) -> None:
    """Raise if items determine one another, and name the pair most alike.

    Raises
    ------
    ValueError
        If the smallest eigenvalue is zero or below.
    """
    if np.linalg.eigvalsh(between)[0] > 1e-10:  # noqa: PLR2004
        return
    apart = np.abs(between - np.eye(len(between)))
    first, second = np.unravel_index(np.argmax(apart), apart.shape)
    msg = (
        "The correlations must be positive definite, but some items determine others; "
        f"the two most alike are {names[first]!r} and {names[second]!r} "
        f"(r = {between[first, second]:.3f})."
    )
    raise ValueError(msg)
