"""Many tests at once: chance gets no more alarms than of one.

The rule for every sentence that judges: where the measure is what it is taken to be and
the groups are alike, all sentences of one result, and of one report, together accuse in
at most `FALSE_ALARM` of studies; what they could have seen stands beside them.
"""

import numpy as np

from lederlib._checks import Floats

FALSE_ALARM = 0.05


def holm(p: Floats) -> Floats:
    """Return p values adjusted by Holm (1979); a missing one stays missing.

    Examples
    --------
    >>> holm(np.array([0.01, np.nan, 0.04])).tolist()
    [0.02, nan, 0.04]
    """
    order = np.argsort(p)
    tests = int((~np.isnan(p)).sum())
    times = np.maximum(tests - np.arange(len(p)), 1)
    adjusted = np.full(len(p), np.nan)
    adjusted[order] = np.minimum(np.maximum.accumulate(p[order] * times), 1)
    return adjusted
