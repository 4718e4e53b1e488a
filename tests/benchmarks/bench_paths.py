"""How far one call goes through the package: files, functions and depth of frames.

Counted with `sys.setprofile`: a frame is ours where its code stands in lederlib; the
body of a module, a class or a comprehension is none of its own. Depth is the deepest
nesting of our frames, whoever stands between them.

Run as a script; `--deepest` also tells the deepest stack and the busiest files::

    python tests/benchmarks/bench_paths.py
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FrameType

import numpy as np
import pandas as pd

import lederlib
from lederlib.measure import cfa
from lederlib.widget import explore_flexwork

HOME = str(Path(lederlib.__file__).parent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """Where a call went: calls by function, and the deepest stack of ours."""

    calls: Counter[CodeType]
    deepest: tuple[CodeType, ...]

    def files(self) -> Counter[str]:
        """Return calls by file."""
        found: Counter[str] = Counter()
        for code, count in self.calls.items():
            found[_place(code)] += count
        return found


def trail(call: Callable[[], object]) -> Trail:
    """Return where a call goes."""
    calls: Counter[CodeType] = Counter()
    stack: list[CodeType] = []
    deepest: tuple[CodeType, ...] = ()

    def note(frame: FrameType, event: str, _: object) -> None:
        nonlocal deepest
        code = frame.f_code
        if event not in ("call", "return") or not _is_ours(code):
            return
        if event == "return":
            stack.pop()
            return
        calls[code] += 1
        stack.append(code)
        if len(stack) > len(deepest):
            deepest = tuple(stack)

    sys.setprofile(note)
    try:
        call()
    finally:
        sys.setprofile(None)
    return Trail(calls=calls, deepest=deepest)


def _is_ours(code: CodeType) -> bool:
    return code.co_filename.startswith(HOME) and not code.co_name.startswith("<")


def _place(code: CodeType) -> str:
    return str(Path(code.co_filename).relative_to(HOME))


def factor_model() -> Callable[[], object]:
    """Return one factor of eight items fitted by maximum likelihood."""
    rng = np.random.default_rng(1)
    factor = rng.normal(size=(300, 1))
    items = [f"y{number}" for number in range(1, 9)]
    answers = pd.DataFrame(factor + rng.normal(size=(300, 8)), columns=items)
    return lambda: cfa("f =~ " + " + ".join(items), answers)


def lever_move() -> Callable[[], object]:
    """Return one move of a lever in the explorer of flexible work, and its rest."""
    explorer = explore_flexwork(draws=500)

    def move() -> None:
        explorer.touch("home", 3)
        explorer.refresh()

    return move


PATHS = {
    "cfa() by ML, 8 items": factor_model,
    "one move in explore_flexwork": lever_move,
}


def report(*, deepest: bool) -> Iterator[str]:
    """Yield a row for each path."""
    yield f"{'path':<32}{'files':>7}{'functions':>11}{'calls':>8}{'depth':>7}"
    for name, make in PATHS.items():
        found = trail(make())
        counts = f"{len(found.files()):>7}{len(found.calls):>11}"
        yield f"{name:<32}{counts}{found.calls.total():>8}{len(found.deepest):>7}"
        if deepest:
            yield from (f"  {_place(code)}: {code.co_name}" for code in found.deepest)
            yield from (f"{n:>8} {file}" for file, n in found.files().most_common())


if __name__ == "__main__":
    lines = report(deepest="--deepest" in sys.argv)
    sys.stdout.write("\n".join(lines) + "\n")
