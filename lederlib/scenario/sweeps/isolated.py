"""Points in a process of their own, which may die without taking a worker along."""

import json
import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lederlib.scenario.sweeps.answers import Answer, Job, Task, computed

_START = "from lederlib.scenario.sweeps.isolated import main; main()"


def apart(job: Job, task: Task) -> list[Answer]:
    """Return the answers of a task whose worker died, and name the point that kills."""
    found: list[Answer] = []
    while len(found) < len(task):
        left = task[len(found) :]
        given, code = _until_death(job, left)
        found += given
        if len(given) < len(left):
            said = f"The process that ran the model ended with code {code}."
            found.append(Answer(left[len(given)].key, "died", {}, said))
    return found


def _until_death(job: Job, task: Task) -> tuple[list[Answer], int]:
    from cloudpickle import dumps  # noqa: PLC0415 - slow to load

    with TemporaryDirectory() as folder:
        asked, given = Path(folder, "asked"), Path(folder, "given")
        asked.write_bytes(dumps((job, task)))
        given.touch()
        # The path of this process, since that is where the model was found.
        code = f"import sys; sys.path[:] = {sys.path!r}; {_START}"
        done = subprocess.run([sys.executable, "-c", code, asked, given], check=False)
        return [Answer(*line) for line in read_lines(given)], done.returncode


def main() -> None:
    """Answer one point after the other, and write each down before the next."""
    asked, given = map(Path, sys.argv[1:])
    job, task = pickle.loads(asked.read_bytes())
    with given.open("a", encoding="utf-8") as file:
        for point in task:
            (answer,) = computed(job, (point,))
            file.write(json.dumps(answer) + "\n")
            file.flush()


def read_lines(path: Path) -> Iterator[list[Any]]:
    """Return what stands on each whole line; the writer may have died in the last."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.endswith("\n"):
                yield json.loads(line)
