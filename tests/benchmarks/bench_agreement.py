"""Time `rwg_j` against the rwg.j of R's multilevel, on the same people, in one run.

20,000 groups of 8 people × 5 items, in random order. Needs Rscript with multilevel.
Run as a script, on a quiet machine::

    python tests/benchmarks/bench_agreement.py
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd

from lederlib.measure import rwg_j

GROUPS, SIZE, ITEMS, REPEATS = 20_000, 8, 5, 9
R_SCRIPT = """
suppressMessages(library(multilevel))
table <- read.csv(commandArgs(TRUE)[1])
times <- sapply(1:3, function(i) system.time(
  found <<- rwg.j(table[, 1:5], table$unit, ranvar = 2))[["elapsed"]])
cat(median(times), sprintf("%.15g", mean(found$rwg.j)), "\\n")
"""


def answers() -> pd.DataFrame:
    rng = np.random.default_rng(3)
    table = pd.DataFrame(
        rng.integers(1, 6, (GROUPS * SIZE, ITEMS)),
        columns=[f"g{number}" for number in range(ITEMS)],
    )
    return table.assign(unit=rng.permutation(np.repeat(np.arange(GROUPS), SIZE)))


def by_r(table: pd.DataFrame) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "answers.csv"
        table.to_csv(path, index=False)
        command = ["Rscript", "-e", R_SCRIPT, str(path)]
        told = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, mean = told.stdout.split()
    return float(seconds), float(mean)


def ours(table: pd.DataFrame) -> tuple[float, float]:
    items, times = table.drop(columns="unit"), []
    for _ in range(REPEATS):
        start = time.perf_counter()
        found = rwg_j(items, table["unit"])
        times.append(time.perf_counter() - start)
    return statistics.median(times), found.mean


def main() -> None:
    if shutil.which("Rscript") is None:
        sys.exit("Rscript is missing: there is nothing to compare with.")
    table = answers()
    text = table.assign(unit="unit" + table["unit"].astype(str))
    there, r_mean = by_r(table)
    lines = [f"{GROUPS:,} groups × {SIZE} × {ITEMS} items, {os.cpu_count()} cores"]
    lines.append(f"R multilevel              {1000 * there:8.0f} ms")
    for name, given in (("numbered groups", table), ("groups as text", text)):
        here, mean = ours(given)
        assert abs(mean - r_mean) < 1e-10, (mean, r_mean)
        ratio = there / here
        lines.append(
            f"lederlib, {name:16}{1000 * here:8.1f} ms, {ratio:.0f} times faster"
        )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
