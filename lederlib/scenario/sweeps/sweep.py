"""Run any model over any grid, on one processor or on a cluster, and pick up again."""

import os
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pandas as pd

from lederlib._checks import require_count, require_number, seed_of
from lederlib.scenario.sweeps.answers import Answer, Job, Task
from lederlib.scenario.sweeps.kept import keep, kept_path, read_kept
from lederlib.scenario.sweeps.points import (
    Grid,
    Point,
    grid_columns,
    points_of,
    require_levers,
    require_points,
)
from lederlib.scenario.sweeps.workers import Marks, require_sendable, run_all

_MOST_REPEATS = 1_000_000
_MOST_TOGETHER = 1_000_000


def sweep(
    model: Callable[..., Any],
    grid: Grid,
    *,
    fixed: Mapping[str, Any] | None = None,
    outputs: Callable[[Any], Any] | None = None,
    repeats: int = 1,
    shared_chance: bool = False,
    together: int = 1,
    folder: str | Path | None = None,
    tag: str = "",
    n_jobs: int | None = None,
    rng: int | np.random.Generator = 0,
    progress: Callable[[float], None] | None = None,
    memory_limit: float = 4,
    memory_per_run: float = 0,
) -> pd.DataFrame:
    """Return what a model says at every point of a grid.

    Parameters
    ----------
    model : callable
        Takes levers by name; returns a number, or numbers by name (a mapping or a
        dataclass). If it has an argument `rng`, each point gets its own generator.
    grid : mapping of str to list, or DataFrame
        Values of each lever, all of which are crossed; or a table with one point per
        row, such as a sample.
    fixed : mapping, optional
        Further arguments, the same at all points.
    outputs : callable, optional
        Takes what the model returns, and returns the number or numbers to keep; needed
        where a model returns a path.
    repeats : int, default 1
        Runs of each point, which differ by chance.
    shared_chance : bool, default False
        Give all points the same chance, repeat by repeat, so that they differ by
        nothing but their levers.
    together : int, default 1
        Points that the model takes in one call, as arrays: many times faster for the
        models of this library that draw nothing, since they broadcast.
    folder : path, optional
        Where answers are kept as they come. The same call then goes on where a killed
        one stopped, and a larger grid computes only what is new. If the workers of a
        cluster reach it too, a point that kills its worker is known there as well.
    tag : str, default ""
        Change it when something changed that the model calls: answers are kept under
        the model's own text, its fixed arguments, the seed and this library's version.
    n_jobs : int, optional
        Workers, -1 for all; by default as `joblib.parallel_config` says, which also
        chooses where they are.
    rng : int or numpy.random.Generator, default 0
        Chance. What a point gets follows from this seed and the point's content, never
        from order, workers or backend.
    progress : callable, optional
        Told the share of points that are done.
    memory_limit : float, default 4
        Gigabytes.
    memory_per_run : float, default 0
        Gigabytes that one run of the model needs; times the workers, it must fit.

    Returns
    -------
    pandas.DataFrame
        One row per point, in the order of the grid: its levers, `repeat` (if there are
        several), the numbers, `status` ("done", "failed" where the model raised, "died"
        where it took its process along) and `error`. What failed is missing.

    Raises
    ------
    ValueError
        If grid and model do not fit together, or memory would not suffice.

    Warns
    -----
    RuntimeWarning
        If points failed; names the first.

    Notes
    -----
    A run in this very process (one worker) cannot be outlived by the sweep.

    Examples
    --------
    >>> from lederlib.model import cascade
    >>> sweep(cascade, {"branching": [0, 0.5]})[["branching", "value"]].values.tolist()
    [[0.0, 1.0], [0.5, 2.0]]
    """
    columns, crossed = grid_columns(grid), not isinstance(grid, pd.DataFrame)
    limit = require_number(memory_limit, 0, np.inf, name="memory_limit")
    seed = seed_of(rng)
    drawn = require_levers(model, list(columns), fixed or {})
    size = _together(together, columns, drawn=drawn)
    many = _repeats(repeats, drawn=drawn)
    require_points(columns, many, crossed=crossed, limit=limit)
    _require_workers(n_jobs, memory_per_run, limit)
    job = Job(
        model=model,
        fixed=dict(fixed or {}),
        outputs=outputs,
        seed=seed if drawn else None,
        shared=shared_chance,
        together=size > 1,
    )
    require_sendable(job)
    points = points_of(columns, many, crossed=crossed)
    path = None if folder is None else kept_path(folder, job, tag)
    found = _found(job, points, size, path, n_jobs, progress)
    _warn(points, found)
    return _table(points, found, repeated=many > 1)


def _found(  # noqa: PLR0917 - one call
    job: Job,
    points: list[Point],
    size: int,
    path: Path | None,
    n_jobs: int | None,
    progress: Callable[[float], None] | None,
) -> dict[str, Answer]:
    """Return the answer of every point by key, from the file or from the model."""
    wanted = {point.key: point for point in points}
    kept = {} if path is None else read_kept(path)
    found = {key: answer for key, answer in kept.items() if key in wanted}

    def record(answers: list[Answer]) -> None:
        if path is not None:
            keep(path, answers)
        found.update((answer.key, answer) for answer in answers)
        if progress is not None:
            progress(len(found) / len(wanted))

    tasks = _tasks([*wanted.values()], size, found)
    folder = path and path.parent
    with TemporaryDirectory(
        prefix=".running-", dir=folder, ignore_cleanup_errors=True
    ) as marks:
        run_all(job, tasks, Marks(marks, os.getpid()), n_jobs, record)
    return found


def _tasks(points: list[Point], size: int, found: Mapping[str, Answer]) -> list[Task]:
    """Return points in tasks that are the same however much is already found."""
    tasks = (tuple(points[at : at + size]) for at in range(0, len(points), size))
    return [task for task in tasks if any(point.key not in found for point in task)]


def _repeats(repeats: int, *, drawn: bool) -> int:
    many = require_count(repeats, 1, _MOST_REPEATS, name="repeats")
    if many > 1 and not drawn:
        msg = f"repeats must be 1 for a model that takes no rng; got {many}."
        raise ValueError(msg)
    return many


def _together(together: int, columns: Mapping[str, list[Any]], *, drawn: bool) -> int:
    size = require_count(together, 1, _MOST_TOGETHER, name="together")
    if size > 1 and drawn:
        msg = f"together must be 1 for a model that takes an rng; got {size}."
        raise ValueError(msg)
    words = [
        name
        for name, values in columns.items()
        if any(not isinstance(value, bool | int | float) for value in values)
    ]
    if size > 1 and words:
        msg = f"together must be 1 where {words[0]} is not always a number; got {size}."
        raise ValueError(msg)
    return size


def _require_workers(n_jobs: int | None, memory_per_run: float, limit: float) -> None:
    from joblib import effective_n_jobs  # noqa: PLC0415 - slow to load

    each = require_number(memory_per_run, 0, np.inf, name="memory_per_run")
    workers = effective_n_jobs(n_jobs)
    if workers * each > limit:
        msg = (
            f"memory_per_run × workers must fit into {limit:g} GB; {each:g} × "
            f"{workers} would need {workers * each:g} GB: take fewer workers or a "
            "larger memory_limit."
        )
        raise ValueError(msg)


def _warn(points: list[Point], found: Mapping[str, Answer]) -> None:
    broken = [point for point in points if found[point.key].status != "done"]
    if broken:
        first = found[broken[0].key]
        levers = ", ".join(
            f"{name} = {value}" for name, value in broken[0].levers.items()
        )
        msg = (
            f"{len(broken)} of {len(points)} points gave no answer; the first is "
            f"{levers}: {first.error}"
        )
        warnings.warn(msg, RuntimeWarning, stacklevel=3)


def _table(
    points: list[Point], found: Mapping[str, Answer], *, repeated: bool
) -> pd.DataFrame:
    rows = [found[point.key] for point in points]
    levers = pd.DataFrame([point.levers for point in points])
    if repeated:
        levers["repeat"] = [point.repeat for point in points]
    levers = pd.concat([levers, pd.DataFrame([row.values for row in rows])], axis=1)
    return levers.assign(
        status=[row.status for row in rows], error=[row.error for row in rows]
    )
