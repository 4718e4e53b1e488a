"""Uncertain quantities as a problem of SALib."""

from lederlib._checks import NORMAL_95
from lederlib.catalogue import Quantity
from lederlib.scenario.inputs import Quantities, as_ledger, is_varying


def salib_problem(quantities: Quantities) -> dict[str, object]:
    """Return the quantities that vary as the problem that SALib's samplers take.

    A sample goes back through `sweep`: ``sweep(model, DataFrame(sample,
    columns=problem["names"]))``.

    Parameters
    ----------
    quantities : Ledger or mapping
        Quantities, or ranges `(low, high)` by name.

    Returns
    -------
    dict
        `num_vars`, `names`, `bounds` and `dists`. A normal quantity is cut off at
        twice its range.

    Raises
    ------
    ValueError
        If nothing varies, or a quantity is drawn in a way that SALib does not know
        (whole numbers, ranks).

    Examples
    --------
    >>> problem = salib_problem({"load": (0.3, 1.2), "resources": (0.5, 1)})
    >>> problem["names"], problem["bounds"]
    (['load', 'resources'], [[0.3, 1.2], [0.5, 1.0]])
    """
    book = as_ledger(quantities)
    varying = {name: one for name, one in book.items() if is_varying(one)}
    if not varying:
        msg = "quantities must hold one that varies; got none."
        raise ValueError(msg)
    laws = [_law(name, one) for name, one in varying.items()]
    return {
        "num_vars": len(varying),
        "names": list(varying),
        "bounds": [bounds for _, bounds in laws],
        "dists": [law for law, _ in laws],
    }


def _law(name: str, quantity: Quantity) -> tuple[str, list[float]]:
    low, value, high = quantity.low, quantity.value, quantity.high
    match quantity.distribution:
        case "uniform":
            return "unif", [low, high]
        case "loguniform":
            return "logunif", [low, high]
        case "normal":
            sd = (high - low) / (2 * NORMAL_95)
            return "truncnorm", [2 * low - value, 2 * high - value, value, sd]
        case other:
            msg = (
                f"{name} must be uniform, loguniform or normal for SALib; got {other}."
            )
            raise ValueError(msg)
