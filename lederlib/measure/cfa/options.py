"""How a model is fitted, and what goes together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from lederlib._checks import brief, require_known, require_names
from lederlib.measure.cfa.syntax import Syntax

Estimator = Literal["ML", "MLR", "WLSMV"]
Missing = Literal["listwise", "fiml", "pairwise"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a model is fitted; what each means is told by `sem`."""

    estimator: Estimator = "ML"
    group: str | None = None
    missing: Missing = "listwise"
    cluster: str | None = None
    ordered: Sequence[str] | None = None
    std_lv: bool = False
    orthogonal: bool = False
    group_equal: Sequence[str] = ()
    sampling_weights: str | None = None
    fixed_x: bool = True

    @property
    def full(self) -> bool:
        """Return whether answers with gaps count by full information."""
        return self.missing == "fiml"

    @property
    def robust(self) -> bool:
        """Return whether errors and tests are those of MLR."""
        return self.estimator == "MLR" or self.sampling_weights is not None


def require_options(
    estimator: str,
    missing: str,
    cluster: str | None,
    ordered: Sequence[str] | None,
) -> None:
    """Raise unless the options exist and go together.

    Raises
    ------
    ValueError
        If they do not.
    """
    require_known(estimator, get_args(Estimator), name="estimator")
    require_known(missing, get_args(Missing), name="missing")
    if cluster is not None and estimator == "ML":
        msg = f"cluster needs the estimator MLR or WLSMV; got {estimator}."
        raise ValueError(msg)
    if ordered is not None:
        require_names(ordered, name="ordered")
    if ordered is not None and estimator != "WLSMV":
        msg = f"ordered items need the estimator WLSMV; got {estimator}."
        raise ValueError(msg)
    if estimator == "WLSMV" and missing == "fiml":
        msg = "WLSMV has no full information; missing must be listwise or pairwise."
        raise ValueError(msg)
    if estimator != "WLSMV" and missing == "pairwise":
        msg = f"missing='pairwise' needs the estimator WLSMV; got {estimator}."
        raise ValueError(msg)


def require_structure_options(options: Options, *, known: bool) -> None:
    """Raise unless weights and predictors are treated in a way that the estimator has.

    `known` tells whether only moments are.

    Raises
    ------
    ValueError
        If they are not.
    """
    for name in ("std_lv", "orthogonal", "fixed_x"):
        value = getattr(options, name)
        if not isinstance(value, bool | np.bool_):
            msg = f"{name} must be True or False; got {brief(value)}."
            raise ValueError(msg)
    weighted = options.sampling_weights is not None
    if weighted and options.estimator == "WLSMV":
        msg = "sampling_weights need the estimator ML or MLR; got WLSMV."
        raise ValueError(msg)
    if weighted and known:
        msg = "sampling_weights need each person's answers; only moments are known."
        raise ValueError(msg)
    if options.estimator == "WLSMV" and not options.fixed_x:
        msg = "WLSMV takes predictors as they are; fixed_x must be True."
        raise ValueError(msg)


def require_plain_predictors(syntax: Syntax, ordered: Sequence[str]) -> None:
    """Raise if an ordered item predicts another variable.

    Raises
    ------
    ValueError
        If one does, by its name.
    """
    for name in syntax.predictors():
        if name in ordered:
            msg = (
                f"Variable {name!r} predicts others and cannot be ordered; leave it "
                "out of ordered, so that its answers count as numbers."
            )
            raise ValueError(msg)
