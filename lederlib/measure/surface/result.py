"""A response surface, and what may be read from it."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from lederlib._checks import Floats
from lederlib.measure.shown import Readable
from lederlib.measure.surface._polynomial import polynomial
from lederlib.text import (
    Lang,
    format_number,
    format_p,
    format_range,
    format_share,
    label,
)

_HAIR = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ResponseSurface(Readable):
    """An outcome as a surface over two predictors.

    Attributes
    ----------
    coefficients : pandas.DataFrame, indexed by intercept, x, y, x2, xy, y2
        `est`, `se`, `p`, `low`, `high` (95 %), around the centre.
    surface : pandas.DataFrame, indexed by a1 to a5
        The same of slope (a1) and curvature (a2) along the line where x equals y,
        slope (a3) and curvature (a4) along the line where they differ, and a5, the
        difference of the two curvatures.
    places : pandas.DataFrame, indexed by x0, y0, p10, p11, p20, p21
        `est`, `se`, `low`, `high` of the stationary point and of intercept and slope
        of the principal axes, around the centre.
    models : pandas.DataFrame, indexed by model
        Fit of simpler surfaces, and the test (`df`, `f`, `p`) of their constraints.
    steps : pandas.DataFrame, indexed by smaller and larger model
        What main effects, the buffer and the rest add.
    checklist : pandas.DataFrame, indexed by condition
        The conditions of a congruence effect and whether each `holds`.
    congruence : str
        "strict", "broad" or "none".
    shape : str
        "dome", "bowl", "saddle", "ridge" or "plane".
    commensurable : str
        "claimed", "unclaimed" or "no": whether equal numbers mean equal amounts.
    names : tuple of str
        Outcome, x and y.
    centre : tuple of float
        Where x and y are counted from.
    hull : numpy.ndarray, shape (corners, 2)
        The outline of the people, as measured.
    errors : str
        "ols", "hc3" or "bootstrap".
    replications, n, left_out : int
        Bootstraps that could be computed; people; people with a gap.
    r2 : float
        Share of the outcome's variance explained.
    """

    coefficients: pd.DataFrame
    surface: pd.DataFrame
    places: pd.DataFrame
    models: pd.DataFrame
    steps: pd.DataFrame
    checklist: pd.DataFrame
    congruence: str
    shape: str
    commensurable: str
    names: tuple[str, str, str]
    centre: tuple[float, float]
    hull: Floats
    errors: str
    replications: int
    n: int
    left_out: int
    r2: float

    def predict(self, x: npt.ArrayLike, y: npt.ArrayLike) -> Floats:
        """Return the expected outcome at x and y, as measured (not centred)."""
        across, up = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        points = np.stack([across, up], axis=-1) - np.array(self.centre)
        return np.asarray(polynomial(points) @ self.coefficients["est"].to_numpy())

    def has_people(self, x: npt.ArrayLike, y: npt.ArrayLike) -> npt.NDArray[np.bool_]:
        """Return whether x and y, as measured, lie within the outline of the people."""
        across, up = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        points = np.stack([across, up], axis=-1)
        edges = np.roll(self.hull, -1, axis=0) - self.hull
        away = points[..., None, :] - self.hull
        side = edges[:, 0] * away[..., 1] - edges[:, 1] * away[..., 0]
        return np.asarray((side >= -_HAIR * np.abs(edges).max() ** 2).all(axis=-1))

    def to_frame(self) -> pd.DataFrame:
        """Return coefficients, a1–a5 and places, one row a figure."""
        parts = {
            "coefficient": self.coefficients,
            "surface": self.surface,
            "place": self.places,
        }
        return pd.concat(parts, names=["part", "figure"])

    def summary(self, lang: Lang = "da") -> str:
        """Return what the surface says, and what it must not be asked."""
        told = [self._fit(lang), label(f"surface.shape_{self.shape}", lang)]
        told += [self._stationary(lang)] * (self.shape not in {"ridge", "plane"})
        told += [self._line(figure, lang) for figure in ("a1", "a3", "a4")]
        told.append(label(f"surface.congruence_{self.congruence}", lang))
        told += [self._buffer(lang), self._commensurable(lang)]
        told += [label("surface.left_out", lang, count=self.left_out)] * (
            self.left_out > 0
        )
        return " ".join(told)

    def _fit(self, lang: Lang) -> str:
        outcome, x, y = self.names
        return label(
            "surface.fit",
            lang,
            outcome=outcome,
            x=x,
            y=y,
            n=self.n,
            r2=format_share(self.r2, lang),
            errors=label(f"surface.errors_{self.errors}", lang),
            count=self.replications,
        )

    def _stationary(self, lang: Lang) -> str:
        x, y = (
            float(self.places["est"][name]) + centre
            for name, centre in zip(("x0", "y0"), self.centre, strict=True)
        )
        inside = bool(self.has_people(x, y))
        return label(
            "surface.stationary_inside" if inside else "surface.stationary_outside",
            lang,
            x=f"{self.names[1]} {format_number(x, lang)}",
            y=f"{self.names[2]} {format_number(y, lang)}",
        )

    def _line(self, figure: str, lang: Lang) -> str:
        est, low, high = map(float, self.surface.loc[figure, ["est", "low", "high"]])
        return label(
            f"surface.{figure}",
            lang,
            x=self.names[1],
            y=self.names[2],
            est=format_number(est, lang),
            interval=format_range(low, high, lang),
        )

    def _buffer(self, lang: Lang) -> str:
        told = {}
        for name, step in (("buffer", "main_effects"), ("full", "buffer")):
            gain, p = self.steps[["delta_r2", "p"]].to_numpy(dtype=float)[
                self.steps.index.get_loc((step, name))
            ]
            told[name] = format_share(float(gain), lang, digits=1)
            told[f"p_{name}"] = format_p(float(p), lang)
        return label("surface.buffer", lang, **told)

    def _commensurable(self, lang: Lang) -> str:
        _, x, y = self.names
        return label(f"surface.commensurable_{self.commensurable}", lang, x=x, y=y)
