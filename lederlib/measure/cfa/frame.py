"""The parameters of a model and what it is about."""

from collections.abc import Mapping
from dataclasses import dataclass

SYMMETRIC = ("factors", "residuals")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One parameter in one group, and the place in a matrix where it stands.

    Attributes
    ----------
    lhs, op, rhs : str
        As in the model.
    group : int
        Counted from 0.
    matrix : str
        loadings, paths (second-order loadings), factors (their covariances), residuals,
        intercepts, means, thresholds or scales.
    row, column : int
        Place in the matrix; of thresholds, the item and the number of the threshold.
    free : bool
        Whether it is estimated.
    value : float or None
        Its fixed value, or where the model told to start.
    label : str
        Free parameters with one label are one; '' where there is none.
    """

    lhs: str
    op: str
    rhs: str
    group: int
    matrix: str
    row: int
    column: int
    free: bool
    value: float | None
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a model is about, and the choices that its automatic parameters depend on.

    Attributes
    ----------
    items, factors : tuple of str
        Observed variables and factors.
    groups : int
        How many groups.
    means : bool
        Whether the model has intercepts.
    std_lv : bool
        Whether factors have variance 1 rather than a first loading of 1.
    levels : mapping of str to int
        How many categories each ordered item has.
    theta : bool
        Whether ordered items have a residual variance (theta parameterisation) rather
        than a scale (delta).
    """

    items: tuple[str, ...]
    factors: tuple[str, ...]
    groups: int = 1
    means: bool = False
    std_lv: bool = False
    levels: Mapping[str, int]
    theta: bool = False
