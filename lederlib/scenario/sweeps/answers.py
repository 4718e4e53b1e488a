"""What a worker does with the points of a sweep that it is sent."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any, Literal, NamedTuple

import numpy as np

from lederlib.scenario.sweeps.points import Point, chance_of

Status = Literal["done", "failed", "died"]
Task = tuple[Point, ...]


class Job(NamedTuple):
    """What is the same at all points.

    `seed` is None for a model that draws nothing.
    """

    model: Callable[..., Any]
    fixed: Mapping[str, Any]
    outputs: Callable[[Any], Any] | None
    seed: int | None
    shared: bool
    together: bool


class Answer(NamedTuple):
    """What became of one point."""

    key: str
    status: Status
    values: dict[str, float]
    error: str = ""


def computed(job: Job, task: Task) -> list[Answer]:
    """Return the answers of a task, its points in one call if they go together."""
    if not job.together:
        return [_of_one(job, point) for point in task]
    try:
        return _of_all(job, task)
    except Exception as error:
        if len(task) == 1:
            return [_failed(task[0], error)]
        return [answer for point in task for answer in computed(job, (point,))]


def _of_one(job: Job, point: Point) -> Answer:
    chance = (
        {}
        if job.seed is None
        else {"rng": chance_of(point, job.seed, shared=job.shared)}
    )
    try:
        result = job.model(**point.levers, **job.fixed, **chance)
        values = {
            name: float(_sized(value, 1, name)[0])
            for name, value in _named(job, result).items()
        }
    except Exception as error:
        return _failed(point, error)
    return Answer(point.key, "done", values)


def _of_all(job: Job, task: Task) -> list[Answer]:
    levers = {
        name: np.array([point.levers[name] for point in task])
        for name in task[0].levers
    }
    named = _named(job, job.model(**levers, **job.fixed))
    columns = {name: _sized(value, len(task), name) for name, value in named.items()}
    return [
        Answer(
            point.key,
            "done",
            {name: float(column[at]) for name, column in columns.items()},
        )
        for at, point in enumerate(task)
    ]


def _failed(point: Point, error: Exception) -> Answer:
    return Answer(point.key, "failed", {}, f"{type(error).__name__}: {error}")


def _named(job: Job, result: object) -> Mapping[str, Any]:
    kept = result if job.outputs is None else job.outputs(result)
    if isinstance(kept, Mapping):
        return kept
    if is_dataclass(kept) and not isinstance(kept, type):
        return {field.name: getattr(kept, field.name) for field in fields(kept)}
    return {"value": kept}


def _sized(value: object, points: int, name: str) -> Sequence[Any]:
    """Return one number per point, or say that there are more."""
    numbers = np.asarray(value)
    if numbers.size == 1:
        return [numbers.item()] * points
    if numbers.shape != (points,):
        each = "a single number" if points == 1 else f"one number for each of {points}"
        msg = (
            f"{name} must be {each}; got shape {numbers.shape}: say by outputs= what "
            "to keep of a result."
        )
        raise ValueError(msg)
    return list(numbers)
