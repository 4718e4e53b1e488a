"""What the number of employees does to the load of their leader."""

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats, require_between

_MOST = 100_000


def span_load(
    span: npt.ArrayLike,
    *,
    usual: npt.ArrayLike = 200 / 7,
    span_to_load: npt.ArrayLike = 0.3,
    best_span: npt.ArrayLike = 1.0,
) -> Floats:
    r"""Return how many times its usual size a leader's load is at a span of control.

    .. math:: \left(\frac{d(n)}{d(n_0)}\right)^{\zeta}, \qquad
              d(n) = \max(n / n^*,\; n^* / n)

    Load is least at the best span; halving or doubling it from there costs the same.
    With a best span of one, load only grows with the span.

    Parameters
    ----------
    span : array-like
        Employees per leader :math:`n`, at least 1.
    usual : array-like, default 28.6
        The span :math:`n_0` at which load is as stated, at least 1.
    span_to_load : array-like, default 0.3
        Log load per log span :math:`\zeta`, 0 to 10.
    best_span : array-like, default 1
        The span of least load :math:`n^*`, at least 1.

    Returns
    -------
    numpy.ndarray
        1 at the usual span.

    Raises
    ------
    ValueError
        If an input is out of range.

    Notes
    -----
    Own teaching model. Danish studies find both forms: satisfaction with the leader
    that falls with the span [1]_, and most leadership in the middle [2]_. Neither gives
    the size, nor where the middle lies elsewhere.

    References
    ----------
    .. [1] Bro, Langagergaard & Jacobsen (2019). Politica, 51(3).
       https://doi.org/10.7146/politica.v51i3.131157
    .. [2] Jacobsen, Hansen & Pedersen (2023). Public Administration Review, 83(4),
       775–792. https://doi.org/10.1111/puar.13566

    Examples
    --------
    >>> span_load([10, 20, 40], usual=20).round(2).tolist()
    [0.81, 1.0, 1.23]
    >>> span_load([10, 20, 40], usual=20, best_span=20).round(2).tolist()
    [1.23, 1.0, 1.23]
    """
    best = require_between(best_span, 1, _MOST, name="best_span")
    power = require_between(span_to_load, 0, 10, name="span_to_load")

    def away(employees: npt.ArrayLike, name: str) -> Floats:
        people = require_between(employees, 1, _MOST, name=name)
        return np.asarray(np.maximum(people / best, best / people))

    return np.asarray((away(span, "span") / away(usual, "usual")) ** power)
