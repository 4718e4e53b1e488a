"""Answers that are kept on disk, under all that decides them."""

import inspect
import json
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from types import FunctionType

from lederlib import __version__
from lederlib.scenario.sweeps.answers import Answer, Job
from lederlib.scenario.sweeps.isolated import read_lines

_SHORT = 16


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
