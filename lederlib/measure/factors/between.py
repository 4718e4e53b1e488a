"""The correlations between items that a factor analysis begins from."""

from typing import Literal, get_args

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.correlations import ordinal_moments
from lederlib.measure.correlations.polychoric import answer_codes
from lederlib.measure.correlations.shares import NOTHING, lowest_root
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


def require_positive_definite(
    between: Floats, names: tuple[str, ...], kind: CorrelationKind = "pearson"
) -> None:
    """Raise if the smallest eigenvalue is zero or below, and say why it is.

    Pearson correlations of answers are so where items determine one another.
    Polychoric ones can be so without that, since each pair is estimated on its own.

    Raises
    ------
    ValueError
        If it is, naming the pair of items most alike.
    """
    root = lowest_root(between)
    if root > NOTHING:
        return
    apart = np.abs(between - np.eye(len(between)))
    first, second = np.unravel_index(np.argmax(apart), apart.shape)
    alike = f"{names[first]!r} and {names[second]!r} (r = {between[first, second]:.3f})"
    if kind == "polychoric":
        msg = (
            "Maximum likelihood needs polychoric correlations that are positive "
            f"definite, but their smallest eigenvalue is {root:.3f}: each pair is "
            "estimated on its own, and together they contradict one another. Take "
            "method 'minres', join rare answers, or leave out one of the two items "
            f"most alike, {alike}."
        )
        raise ValueError(msg)
    msg = (
        "The correlations must be positive definite, but some items determine others; "
        f"the two most alike are {alike}."
    )
    raise ValueError(msg)
