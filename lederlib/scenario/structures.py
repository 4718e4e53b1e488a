"""Which rival structure of strain holds: drawn, unless the caller has chosen."""

from typing import Any

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats, require_between


def law_of_strain(
    tipping: bool | None,
    drawn: npt.ArrayLike,
    *,
    recovery: npt.ArrayLike,
    half_point: npt.ArrayLike,
    power: npt.ArrayLike,
    strain_reference: npt.ArrayLike,
) -> dict[str, Any]:
    r"""Return whether recovery fails under strain, and the recovery that goes with it.

    Where strain is linear, recovery stays what it is at normal strain,

    .. math:: r / (1 + (s_0 / K)^n),

    so that both structures agree at the status quo and part only when strain moves.

    Parameters
    ----------
    tipping : bool or None
        The caller's choice, which leaves `recovery` as it is; None for what is drawn.
    drawn : array-like
        1 where recovery fails under strain, 0 where strain is linear.
    recovery, half_point, power, strain_reference : array-like
        As for `lederlib.model.strain_path` and `leadership_quality`.

    Returns
    -------
    dict
        `tipping` and `recovery`, as the models of strain take them.

    Examples
    --------
    >>> rates = {"recovery": 0.25, "half_point": 0.5, "power": 4}
    >>> law = law_of_strain(None, [1, 0], **rates, strain_reference=0.5)
    >>> law["recovery"].tolist()
    [0.25, 0.125]
    """
    if tipping is not None:
        return {"tipping": tipping, "recovery": recovery}
    half = require_between(half_point, 0.01, 10, name="half_point")
    slower = 1 + (np.asarray(strain_reference) / half) ** np.asarray(power)
    fails: Floats = np.asarray(drawn, dtype=float)
    held = np.where(fails == 1, recovery, np.asarray(recovery) / slower)
    return {"tipping": fails, "recovery": held}
