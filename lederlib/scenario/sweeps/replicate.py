"""Run a model of chance many times, on as many processors as joblib is given."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from lederlib._checks import require_count, seed_of

_MOST_RUNS = 1_000_000
_MOST_TOLD = 200


def replicate(
    model: Callable[..., Any],
    runs: int = 1000,
    *,
    outputs: tuple[str, ...],
    fixed: Mapping[str, Any] | None = None,
    n_jobs: int | None = None,
    rng: int | np.random.Generator = 0,
    progress: Callable[[float], None] | None = None,
) -> dict[str, npt.NDArray[Any]]:
    """Return what a model says in many runs that differ by chance alone.

    Parameters
    ----------
    model : callable
        Takes an argument `rng`, such as `crossover`.
    runs : int, default 1,000
        How often.
    outputs : tuple of str
        Which arrays of its result to keep.
    fixed : mapping, optional
        Its other arguments.
    n_jobs : int, optional
        Workers, -1 for all; by default as `joblib.parallel_config` says.
    rng : int or numpy.random.Generator, default 0
        Chance of all runs; the n-th run is the same for any number of workers.
    progress : callable, optional
        Told the share of runs that are done.

    Returns
    -------
    dict of str to numpy.ndarray
        One more axis than the model's own arrays, the runs behind.

    Raises
    ------
    ValueError
        If the number of runs is out of range, or the result has no such output.

    Examples
    --------
    >>> from lederlib.model import crossover
    >>> small = {"leaders": 5, "employees": 60, "weeks": 10}
    >>> paths = replicate(crossover, 20, outputs=("employee_mean",), fixed=small)
    >>> paths["employee_mean"].shape
    (11, 20)
    """
    from joblib import Parallel, delayed  # noqa: PLC0415 - slow to load

    count = require_count(runs, 1, _MOST_RUNS, name="runs")
    seed, still = seed_of(rng), dict(fixed or {})
    blocks = np.array_split(np.arange(count), min(count, _MOST_TOLD))
    calls = (delayed(_some)(model, still, outputs, seed, block) for block in blocks)
    found: list[dict[str, npt.NDArray[Any]]] = []
    for kept in Parallel(n_jobs=n_jobs, return_as="generator")(calls):
        found.append(kept)
        if progress is not None:
            progress(len(found) / len(blocks))
    return {
        name: np.concatenate([kept[name] for kept in found], axis=-1)
        for name in outputs
    }


def _some(
    model: Callable[..., Any],
    fixed: Mapping[str, Any],
    outputs: tuple[str, ...],
    seed: int,
    numbers: npt.NDArray[np.int64],
) -> dict[str, npt.NDArray[Any]]:
    """Return a block of runs, each with the chance of its number."""
    results = [model(**fixed, rng=_chance(seed, int(number))) for number in numbers]
    return {
        name: np.stack([_output(result, name) for result in results], axis=-1)
        for name in outputs
    }


def _chance(seed: int, number: int) -> np.random.Generator:
    return np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(number,)))


def _output(result: object, name: str) -> npt.NDArray[Any]:
    known = result if isinstance(result, Mapping) else None
    try:
        value = getattr(result, name) if known is None else known[name]
    except (AttributeError, KeyError):
        msg = f"outputs must name what the model returns; it returns no {name!r}."
        raise ValueError(msg) from None
    return np.asarray(value)
