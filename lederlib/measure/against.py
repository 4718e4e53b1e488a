"""Items that go against the others, perhaps because they were never turned round."""

import numpy as np

from lederlib._checks import Floats
from lederlib.text import Lang, label


def going_against(names: tuple[str, ...], covariance: Floats) -> tuple[str, ...]:
    """Return the items that go against the sum of the others.

    While some item's covariance with the sum of the others is negative, the one for
    which it is most so is turned round. Those turned in the end are named; or the
    others, if they are fewer.

    Parameters
    ----------
    names : tuple of str
        The items.
    covariance : numpy.ndarray
        Of the items, or their correlations; NaN where it is unknown, which counts as 0.

    Examples
    --------
    >>> between = np.array([[1, -0.5, -0.5], [-0.5, 1, 0.5], [-0.5, 0.5, 1]])
    >>> going_against(("a", "b", "c"), between)
    ('a',)
    """
    shared = np.nan_to_num(covariance - np.diag(np.diag(covariance)))
    side = np.ones(len(names))
    # Each turn makes the variance of the sum larger, so that no turn comes again.
    for _ in range(2 ** min(len(names), 16)):
        with_rest = side * (shared @ side)
        worst = int(np.argmin(with_rest))
        if with_rest[worst] >= 0:
            break
        side[worst] *= -1
    fewer = -1 if (side < 0).sum() <= len(side) / 2 else 1
    return tuple(name for name, own in zip(names, side, strict=True) if own == fewer)


def told_against(names: tuple[str, ...], lang: Lang) -> list[str]:
    """Return the sentence that names them; none where there are none."""
    if not names:
        return []
    return [label("reliability.against", lang, names=", ".join(names))]
