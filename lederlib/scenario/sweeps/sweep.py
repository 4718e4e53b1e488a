"""Run any model over any grid, on one processor or on a cluster, and pick up again."""

import inspect
import json
import os
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FunctionType
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from lederlib import __version__
from lederlib._checks import require_count, require_number, seed_of
from lederlib.scenario.sweeps.answers import Answer, Job, Task, computed
from lederlib.scenario.sweeps.isolated import apart, read_lines
from lederlib.scenario.sweeps.points import (
    Grid,
    Point,
    grid_columns,
    points_of,
    require_levers,
    require_points,
)

_SHORT = 16
Record = Callable[[list[Answer]], None]
_MOST_REPEATS = 1_000_000
_MOST_TOGETHER = 1_000_000


def kept_path(folder: str | Path, job: Job, tag: str) -> Path:
    """Return the file of that sweep in a folder, which is made if need be."""
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    name = getattr(job.model, "__name__", type(job.model).__name__).strip("<>")
    return place / f"{name}-{identity_of(job, tag)}.jsonl"


def read_kept(path: Path) -> dict[str, Answer]:
    """Return the answers by key; a line that was never finished is cut off."""
    if not path.exists():
        return {}
    whole, _, rest = path.read_bytes().rpartition(b"\n")
    if rest:
        path.write_bytes(whole + b"\n" if whole else b"")
    return {key: Answer(key, "done", values) for key, values in read_lines(path)}


def keep(path: Path, answers: Iterable[Answer]) -> None:
    """Add the answers that are done; what failed is tried again the next time."""
    with path.open("a", encoding="utf-8") as file:
        file.writelines(
            json.dumps([answer.key, answer.values]) + "\n"
            for answer in answers
            if answer.status == "done"
        )


def identity_of(job: Job, tag: str) -> str:
    """Return a fingerprint of all that decides the answers, but for the points.

    Raises
    ------
    ValueError
        If the model holds on to something that has no fingerprint.
    """
    import joblib  # noqa: PLC0415 - slow to load

    content = (
        __version__,
        tag,
        _told(job.model),
        _told(job.outputs),
        {name: _told(value) for name, value in job.fixed.items()},
        job.seed,
        job.shared,
    )
    try:
        return str(joblib.hash(content))[:_SHORT]
    except Exception as error:
        msg = (
            "model must hold on only to what can be told apart on disk; "
            f"got {type(error).__name__}: {error}."
        )
        raise ValueError(msg) from error


def _told(thing: object) -> object:
    """Return what tells a function from its next version: its text and its values."""
    if isinstance(thing, partial):
        return (_told(thing.func), thing.args, thing.keywords)
    if inspect.ismethod(thing):
        return (_told(thing.__func__), _told(thing.__self__))
    if inspect.isfunction(thing):
        held = [cell.cell_contents for cell in thing.__closure__ or ()]
        values = [_told(each) for each in held if each is not thing]
        return (thing.__qualname__, _text(thing), thing.__defaults__, values)
    return thing


def _text(function: FunctionType) -> object:
    try:
        return inspect.getsource(function)
    except (OSError, TypeError):
        code = function.__code__
        return (code.co_code, repr(code.co_consts), code.co_names)


class Marks(NamedTuple):
    """A folder for marks of what is under way, and the process that asks for it."""

    folder: str
    asking: int


def answered(job: Job, task: Task, marks: Marks) -> list[Answer]:
    """Return the answers of a task, in a process apart if a worker died of it before.

    Some clusters hand the task of a dead worker to the next one, again and again. The
    mark that stands in a folder while a task is worked on breaks the row.
    """
    if os.getpid() == marks.asking:
        # No worker is between the model and the sweep.
        return computed(job, task)
    mark = Path(marks.folder, task[0].key)
    if mark.exists():
        return apart(job, task)
    if not mark.parent.is_dir():
        # A machine that does not share the folder.
        return computed(job, task)
    mark.touch()
    try:
        return computed(job, task)
    finally:
        mark.unlink(missing_ok=True)


def run_all(
    job: Job, tasks: list[Task], marks: Marks, n_jobs: int | None, record: Record
) -> None:
    """Have every task answered, and record the answers as they come."""
    from joblib import delayed  # noqa: PLC0415 - slow to load

    left = {task[0].key: task for task in tasks}

    def done(answers: list[Answer]) -> None:
        del left[answers[0].key]
        record(answers)

    while left:
        under_way = _run(job, [*left.values()], marks, n_jobs, done)
        lost = [delayed(apart)(job, task) for task in under_way if task[0].key in left]
        for answers in _as_they_come(iter(lost), n_jobs):
            done(answers)


def require_sendable(job: Job) -> None:
    """Raise if a job cannot be sent to another process."""
    from cloudpickle import dumps  # noqa: PLC0415 - slow to load

    try:
        dumps(job)
    except Exception as error:
        msg = (
            "model, fixed and outputs must be such that they can be sent to another "
            f"process; got {type(error).__name__}: {error}."
        )
        raise ValueError(msg) from error


def _run(
    job: Job, tasks: list[Task], marks: Marks, n_jobs: int | None, done: Record
) -> list[Task]:
    """Run tasks until a worker dies or all is done; return those that were sent."""
    from joblib import delayed  # noqa: PLC0415 - slow to load

    sent: list[Task] = []

    def calls() -> Iterator[Any]:
        for task in tasks:
            sent.append(task)
            yield delayed(answered)(job, task, marks)

    for answers in _until_death(_as_they_come(calls(), n_jobs), sent):
        done(answers)
    return sent


def _until_death(
    results: Iterator[list[Answer]], sent: list[Task]
) -> Iterator[list[Answer]]:
    try:
        yield from results
    except Exception:
        # Every backend has its own name for a dead worker; what the model raised is
        # an answer and never comes this way.
        if not sent:
            raise


def _as_they_come(calls: Iterator[Any], n_jobs: int | None) -> Iterator[list[Answer]]:
    from joblib import Parallel  # noqa: PLC0415 - slow to load

    try:
        parallel = Parallel(n_jobs=n_jobs, return_as="generator_unordered")
    except ValueError:
        # A backend that hands over everything at the end only.
        parallel = Parallel(n_jobs=n_jobs)
    yield from parallel(calls)


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
