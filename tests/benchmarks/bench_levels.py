"""Time people in units against R: `multilevel` and lme4, two-level `cfa` and lavaan.

A random slope for 7,382 people in 99 units, intervals of the variances included (lme4
is timed without any); and a two-level model of 9 items, 4,000 people in 200 units.
Needs Rscript with lme4 and lavaan. Run as a script, on a quiet machine::

    python tests/benchmarks/bench_levels.py
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

from lederlib.measure import cfa, multilevel

REPEATS = 9
SLOPE = """
suppressMessages(library(lme4))
table <- read.csv(commandArgs(TRUE)[1])
table$x <- table$load - mean(table$load)
times <- sapply(1:9, function(i) system.time(
  found <<- lmer(strain ~ x + (x | unit), table))[["elapsed"]])
cat(median(times), sprintf("%.15g", REMLcrit(found)), "\\n")
"""


ITEMS = [f"y{number}" for number in range(1, 10)]
MODEL = """
level: 1
 a =~ y1 + y2 + y3
 b =~ y4 + y5 + y6
 c =~ y7 + y8 + y9
level: 2
 g =~ y1 + y2 + y3 + y4 + y5 + y6 + y7 + y8 + y9
"""
LEVELS = f"""
suppressMessages(library(lavaan))
table <- read.csv(commandArgs(TRUE)[1])
times <- sapply(1:3, function(i) system.time(
  found <<- cfa('{MODEL}', table, cluster = "unit"))[["elapsed"]])
cat(median(times), sprintf("%.15g", as.numeric(logLik(found))), "\n")
"""


def strained() -> pd.DataFrame:
    """Return people whose load wears on them, more in some units than in others."""
    rng = np.random.default_rng(4)
    unit = np.sort(rng.integers(0, 99, 7382))
    load = rng.normal(10, 2.3, unit.size)
    level, slope = rng.normal(2.8, 0.16, 99), rng.normal(-0.05, 0.03, 99)
    strain = level[unit] + slope[unit] * (load - 10) + rng.normal(0, 0.88, unit.size)
    return pd.DataFrame({"strain": strain, "load": load, "unit": unit})


def answered(sizes: np.ndarray) -> pd.DataFrame:
    """Return three factors of people and one of units, nine items."""
    rng = np.random.default_rng(5)
    unit = np.repeat(np.arange(len(sizes)), sizes)
    within = rng.multivariate_normal(np.zeros(3), 0.4 + 0.6 * np.eye(3), unit.size)
    values = np.repeat(within, 3, axis=1) + 0.7 * rng.standard_normal((unit.size, 9))
    climate = 0.5 * rng.standard_normal((len(sizes), 1))
    between = climate + 0.25 * rng.standard_normal((len(sizes), 9))
    return pd.DataFrame(values + between[unit], columns=ITEMS).assign(unit=unit)


def by_r(script: str, table: pd.DataFrame) -> tuple[float, float]:
    """Return R's seconds and the figure that it found."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "answers.csv"
        table.to_csv(path, index=False)
        command = ["Rscript", "-e", script, str(path)]
        told = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, figure = told.stdout.split()[-2:]
    return float(seconds), float(figure)


def ours(fit):
    """Return the median seconds and what was found."""
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        found = fit()
        times.append(time.perf_counter() - start)
    return statistics.median(times), found


def slope() -> str:
    table = strained()
    there, deviance = by_r(SLOPE, table)
    here, found = ours(
        lambda: multilevel(table, "strain", ["load"], group="unit", slope="load")
    )
    # lme4's own search stops a little above the lowest deviance.
    assert -1e-3 < found.deviance - deviance < 1e-6, (found.deviance, deviance)
    return (
        f"random slope, {len(table):,} people in 99 units: lme4 {1000 * there:.0f} ms, "
        f"lederlib {1000 * here:.0f} ms with intervals, {here / there:.2f} of its time"
    )


def two_levels(name: str, sizes: np.ndarray) -> str:
    table = answered(sizes)
    there, loglik = by_r(LEVELS, table)
    here, found = ours(lambda: cfa(MODEL, table, cluster="unit"))
    assert -1e-6 < found.loglik - loglik < 1e-3, (found.loglik, loglik)
    return (
        f"two levels, 9 items, {len(table):,} people in {len(sizes)} units, {name}: "
        f"lavaan {1000 * there:,.0f} ms, lederlib {1000 * here:.0f} ms, "
        f"{there / here:.0f} times faster"
    )


def main() -> None:
    if shutil.which("Rscript") is None:
        sys.exit("Rscript is missing: there is nothing to compare with.")
    uneven = 20 + np.repeat(np.arange(-16, 17, 4), [22, 22, 22, 22, 24, 22, 22, 22, 22])
    lines = [
        f"{os.cpu_count()} cores",
        slope(),
        two_levels("20 in each", np.full(200, 20)),
        two_levels("4 to 36 in each", uneven),
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
