"""Two models of the same answers, side by side."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from lederlib._checks import brief
from lederlib.measure.cfa.result import Cfa
from lederlib.measure.invariance.difference import Difference, difference, lies_within
from lederlib.measure.shown import Readable
from lederlib.text import Lang, format_number, format_p, label

SHOWN = ("chi2", "df", "p", "cfi", "tli", "rmsea", "srmr", "aic", "bic")
SCALED = ("chi2", "p", "cfi", "tli", "rmsea")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Comparison(Readable):
    """Two models of the same answers, and the test of the narrower.

    Attributes
    ----------
    table : pandas.DataFrame
        A row a figure of fit (`chi2`, `df`, `p`, `cfi`, `tli`, `rmsea`, `srmr`, `aic`,
        `bic`), with the columns `first` and `second`. Where the estimator scales its
        test, the indices are the scaled ones.
    test : Difference or None
        The test of the narrower model against the wider; None where neither is the
        other with something fixed or held equal. With ordered items that is not
        looked into, and the model with more degrees of freedom is taken for narrower.
    narrower : str
        "first", "second" or "".
    """

    table: pd.DataFrame
    test: Difference | None
    narrower: str

    def to_frame(self) -> pd.DataFrame:
        """Return the figures of both models, and the test in the narrower's column."""
        frame = self.table.rename_axis("quantity")
        if self.test is None:
            return frame
        told = {
            "delta_chi2": self.test.chi2,
            "delta_df": self.test.df,
            "delta_p": self.test.p,
        }
        added = pd.DataFrame({self.narrower: told}).reindex(columns=frame.columns)
        return pd.concat([frame, added]).rename_axis("quantity")

    def summary(self, lang: Lang = "da") -> str:
        """Return in plain words whether the narrower model fits worse."""
        if self.test is None:
            return label("cfa.compared_apart", lang)
        key = "unsure" if np.isnan(self.test.p) else "tested"
        return label(
            f"cfa.compared_{key}",
            lang,
            chi2=format_number(self.test.chi2, lang),
            df=self.test.df,
            p=format_p(self.test.p, lang),
            method=self.test.method,
        )


def compare(first: Cfa, second: Cfa) -> Comparison:
    """Return two models of the same answers side by side, with the test between them.

    The order does not matter: the model with more degrees of freedom is tested against
    the other, by the difference of χ² for ML and by a scaled one for MLR and WLSMV
    (lavaan's `anova`).

    Parameters
    ----------
    first, second : Cfa
        Fits of the same answers by the same estimator.

    Raises
    ------
    ValueError
        If one is no fit, they rest on other answers, items or estimators, have more
        levels, or the narrower fits better than the wider, so that it lies not in it.

    Examples
    --------
    >>> import numpy as np
    >>> from lederlib.measure import cfa
    >>> rng = np.random.default_rng(0)
    >>> seen = rng.normal(size=(200, 1)) + rng.normal(size=(200, 4))
    >>> table = pd.DataFrame(seen, columns=list("abcd"))
    >>> free = cfa("calm =~ a + b + c + d", table)
    >>> equal = cfa("calm =~ 1*a + 1*b + 1*c + 1*d", table)
    >>> found = compare(free, equal)
    >>> found.narrower, found.test.df
    ('second', 3)
    """
    _require_alike(first, second)
    table = pd.DataFrame({"first": _figures(first), "second": _figures(second)})
    wider, narrower = sorted((first, second), key=lambda fit: fit.df)
    if first.df == second.df or not lies_within(wider.fit, narrower.fit):
        return Comparison(table=table, test=None, narrower="")
    return Comparison(
        table=table,
        test=difference(wider.fit, narrower.fit),
        narrower="first" if narrower is first else "second",
    )


def _require_alike(first: Cfa, second: Cfa) -> None:
    """Require that two fits can stand side by side."""
    for name, fit in (("first", first), ("second", second)):
        if not isinstance(fit, Cfa):
            msg = f"{name} must be a model that cfa has fitted; got {brief(fit)}."
            raise ValueError(msg)
    pairs = {
        "estimator": (first.estimator, second.estimator),
        "number of people": (first.n, second.n),
        "items": tuple(
            ", ".join(sorted(fit.fit.model.frame.items)) for fit in (first, second)
        ),
        "groups": (", ".join(first.groups), ", ".join(second.groups)),
    }
    for name, (one, other) in pairs.items():
        if one != other:
            msg = (
                f"Models that are compared must have the same {name}; got {one!r} and "
                f"{other!r}."
            )
            raise ValueError(msg)
    if first.units is not None or second.units is not None:
        msg = "Models of two levels are not compared; compare their AIC and BIC."
        raise ValueError(msg)


def _figures(fit: Cfa) -> dict[str, float]:
    scaled = not np.isnan(fit.scaled.chi2)
    return {
        name: float(getattr(fit.scaled if scaled and name in SCALED else fit, name))
        for name in SHOWN
    }
