"""Time the polychoric matrix against ordinalcorr and, where there is R, lavaan.

All see the same 5,234 people × 45 items on five points; ordinalcorr takes one pair at a
time, lavaan's own time is taken inside R, without standard errors. Run as a script, on
a quiet machine::

    uv run --group bench python tests/benchmarks/bench_polychoric.py
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import numpy as np
import ordinalcorr
import pandas as pd

from lederlib.measure import polychoric

PEOPLE, ITEMS, REPEATS = 5_234, 45, 3
LAVAAN = """
suppressMessages(library(lavaan))
data <- read.csv("{file}")
run <- function() lavCor(data, ordered = names(data), se = "none", output = "cor")
invisible(run())
cat(median(replicate(3, system.time(run())[["elapsed"]])))
"""


def answers() -> pd.DataFrame:
    rng = np.random.default_rng(1)
    loadings = rng.uniform(0.4, 0.8, ITEMS)
    trait = rng.standard_normal((PEOPLE, 1))
    noise = rng.standard_normal((PEOPLE, ITEMS)) * np.sqrt(1 - loadings**2)
    behind = trait * loadings + noise
    names = [f"item{number}" for number in range(1, ITEMS + 1)]
    return pd.DataFrame(np.digitize(behind, [-1.3, -0.5, 0.4, 1.2]) + 1, columns=names)


def by_ordinalcorr(table: pd.DataFrame) -> np.ndarray:
    columns = table.to_numpy().T
    pairs = combinations(columns, 2)
    return np.array([ordinalcorr.polychoric(*pair) for pair in pairs])


def lavaan_seconds(table: pd.DataFrame) -> float | None:
    if shutil.which("Rscript") is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "answers.csv"
        table.to_csv(file, index=False)
        line = ["Rscript", "-e", LAVAAN.replace("{file}", file.as_posix())]
        done = subprocess.run(line, capture_output=True, text=True, check=False)
    return float(done.stdout.split()[-1]) if done.returncode == 0 else None


def seconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def main() -> None:
    warnings.simplefilter("ignore")
    table = answers()
    found = polychoric(table).to_frame()["correlation"].to_numpy()
    apart = np.abs(found - by_ordinalcorr(table)).max()
    mine = statistics.median(seconds(lambda: polychoric(table)) for _ in range(REPEATS))
    peers = {
        "ordinalcorr": statistics.median(
            seconds(lambda: by_ordinalcorr(table)) for _ in range(REPEATS)
        )
    }
    lavaan = lavaan_seconds(table)
    if lavaan is not None:
        peers["lavaan"] = lavaan
    lines = [
        f"{PEOPLE:,} × {ITEMS}, median of {REPEATS}, {os.cpu_count()} cores",
        f"{'lederlib':12}{1000 * mine:9.0f} ms",
        *(f"{name:12}{1000 * took:9.0f} ms" for name, took in peers.items()),
        *(f"ratio to {name}: {took / mine:.1f} times" for name, took in peers.items()),
        f"correlations differ from ordinalcorr's by at most {apart:.1e}",
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
