"""Second derivatives of the discrepancy, the slopes of the moments held still.

Where many answers are missing, or there are many parameters, the way by the moments is
shorter than that by what is missing.
"""

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.gap_curves import expected_by_gaps, observed_by_gaps
from lederlib.measure.cfa.implied import Slope
from lederlib.measure.cfa.moment_curves import expected_by_moments, observed_by_moments
from lederlib.measure.cfa.patterns import Answered
from lederlib.measure.cfa.sight import Sight


def expected_curve(moved: Slope, seen: Sight, answered: Answered) -> Floats:
    """Return the second derivatives that the model expects of such answers."""
    if answered.whole:
        return bend(moved, seen.inverse)
    by = expected_by_moments if _by_moments(moved, answered) else expected_by_gaps
    return by(moved, seen, answered)


def observed_curve(moved: Slope, seen: Sight, answered: Answered) -> Floats:
    """Return the second derivatives that these answers show."""
    by = observed_by_moments if _by_moments(moved, answered) else observed_by_gaps
    return by(moved, seen, answered)


def bend(moved: Slope, inverse: Floats) -> Floats:
    """Return the expected second derivatives where nothing is missing."""
    half, other = moved.u.mT @ inverse, moved.v.mT @ inverse
    across = half @ moved.v
    square = (half @ moved.u) * (other @ moved.v) + across * across.mT
    return np.asarray(2 * (square + moved.mean.mT @ inverse @ moved.mean))


def _by_moments(moved: Slope, answered: Answered) -> bool:
    """Return whether it is cheaper to go by way of the moments."""
    items, parameters = moved.u.shape
    lacking = [(len(kind.missing), kind.missing.shape[1]) for kind in answered.kinds]
    own = sum(count * lost * (lost + 1) / 2 for count, lost in lacking)
    moments = items * (items + 1) / 2
    return bool(own * parameters**2 > sum(count for count, _ in lacking) * moments**2)
