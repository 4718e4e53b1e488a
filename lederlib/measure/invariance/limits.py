"""What counts as a form that fits, and how large a difference may stay unseen."""

from dataclasses import dataclass

import numpy as np

from lederlib.measure.multiple import FALSE_ALARM

LEAST_CFI = 0.90
MOST_RMSEA = 0.08
MOST_HIDDEN = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What counts as a form that fits, and as answers enough.

    Attributes
    ----------
    cfi, rmsea : float
        Least CFI and most RMSEA of the form.
    hidden : float
        The largest difference in an item, in standard deviations, that may stay unseen.
    false_alarm : float
        How often groups that are alike may be called different, by all tests together.
    """

    cfi: float = LEAST_CFI
    rmsea: float = MOST_RMSEA
    hidden: float = MOST_HIDDEN
    false_alarm: float = FALSE_ALARM


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """A difference that may stay unseen.

    Attributes
    ----------
    op : str
        Of what: a level (`~1`), a threshold (`|`) or a loading (`=~`).
    least, least_sd : float
        In the parameter's own unit, and in standard deviations of the item.
    """

    op: str = ""
    least: float = np.nan
    least_sd: float = np.nan
