"""Tasks shared out among workers, some of which may die of them."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lederlib.scenario.sweeps.answers import Answer, Job, Task, computed
from lederlib.scenario.sweeps.isolated import apart

Record = Callable[[list[Answer]], None]


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
