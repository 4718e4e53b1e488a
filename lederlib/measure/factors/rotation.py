"""Turn factors to where each item belongs to as few of them as possible."""

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from lederlib._checks import Floats

Rotation = Literal["none", "varimax", "promax", "oblimin"]
ROTATIONS: tuple[Rotation, ...] = get_args(Rotation)
_PROMAX_POWER = 4
_MOST_STEPS = 5000
_AT_REST = 1e-5


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rotated:
    """Rotated factors.

    Attributes
    ----------
    loadings : numpy.ndarray
        Pattern, shape (items, factors).
    correlations : numpy.ndarray
        Of the factors; the identity for "none" and "varimax".
    converged : bool
        Whether the search came to rest.
    """

    loadings: Floats
    correlations: Floats
    converged: bool


def rotate(loadings: Floats, rotation: Rotation) -> Rotated:
    """Turn unrotated loadings; one factor, or "none", stays as it is.

    Notes
    -----
    Varimax with Kaiser's normalisation; promax from there to the fourth power; oblimin
    is direct quartimin (γ = 0) without normalisation, sought from varimax on (Jennrich
    and Sampson, 1966, https://doi.org/10.1007/BF02289465).
    """
    factors = loadings.shape[1]
    if rotation == "none" or factors == 1:
        return Rotated(loadings=loadings, correlations=np.eye(factors), converged=True)
    straight, converged = _varimax(loadings)
    if rotation == "oblimin":
        return _oblimin(straight)
    if rotation == "varimax":
        return Rotated(
            loadings=straight, correlations=np.eye(factors), converged=converged
        )
    return _promax(straight, converged=converged)


def tidy(rotated: Rotated) -> Rotated:
    """Put the factor with most squared loadings first; make the sums positive."""
    order = np.argsort(-(rotated.loadings**2).sum(axis=0), kind="stable")
    loadings = rotated.loadings[:, order]
    sign = np.where(loadings.sum(axis=0) < 0, -1.0, 1.0)
    correlations = rotated.correlations[np.ix_(order, order)] * np.outer(sign, sign)
    return Rotated(
        loadings=loadings * sign,
        correlations=correlations,
        converged=rotated.converged,
    )


def _varimax(loadings: Floats) -> tuple[Floats, bool]:
    length = np.sqrt((loadings**2).sum(axis=1, keepdims=True))
    length = np.where(length > 0, length, 1)
    normal = loadings / length
    turn, reached = np.eye(loadings.shape[1]), 0.0
    for _ in range(_MOST_STEPS):
        turned = normal @ turn
        pull = turned**3 - turned * (turned**2).mean(axis=0)
        left, sizes, right = np.linalg.svd(normal.T @ pull)
        turn = left @ right
        if sizes.sum() <= reached * (1 + 1e-14):
            return normal @ turn * length, True
        reached = sizes.sum()
    return normal @ turn * length, False


def _promax(straight: Floats, *, converged: bool) -> Rotated:
    target = straight * np.abs(straight) ** (_PROMAX_POWER - 1)
    turn = np.linalg.lstsq(straight, target, rcond=None)[0]
    inner = np.linalg.inv(turn.T @ turn)
    turn = turn * np.sqrt(np.diag(inner))
    back = np.linalg.inv(turn)
    return Rotated(
        loadings=straight @ turn, correlations=back @ back.T, converged=converged
    )


def _oblimin(straight: Floats) -> Rotated:
    from scipy.optimize import minimize  # noqa: PLC0415 - slow to load

    factors = straight.shape[1]
    result = minimize(
        _quartimin,
        np.eye(factors).ravel(),
        args=(straight,),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": _MOST_STEPS, "maxfun": 10**5, "ftol": 0, "gtol": 1e-10},
    )
    turn = _unit_columns(result.x.reshape(factors, factors))
    return Rotated(
        loadings=straight @ np.linalg.inv(turn).T,
        correlations=turn.T @ turn,
        converged=bool(np.abs(result.jac).max() < _AT_REST),
    )


def _unit_columns(turn: Floats) -> Floats:
    return np.asarray(turn / np.sqrt((turn**2).sum(axis=0)))


def _quartimin(free: Floats, straight: Floats) -> tuple[float, Floats]:
    """Return how complex the turned loadings are, and the slope by the free turn.

    Only the directions of the turn's columns matter, so any lengths are allowed.
    """
    factors = straight.shape[1]
    free = free.reshape(factors, factors)
    turn = _unit_columns(free)
    back = np.linalg.inv(turn)
    turned = straight @ back.T
    squares = turned**2
    others = squares.sum(axis=1, keepdims=True) - squares
    slope = -(turned.T @ (turned * others) @ back).T
    along = slope - turn * (turn * slope).sum(axis=0)
    along /= np.sqrt((free**2).sum(axis=0))
    return float((squares * others).sum()) / 4, along.ravel()
