"""Time 2,000 bootstraps of a response surface against a statsmodels loop, in one run.

7,382 people. The loop fits statsmodels' OLS on resampled people, 200 times, and is
counted ten times over. Run as a script, on a quiet machine::

    python tests/benchmarks/bench_surface.py
"""

import os
import statistics
import sys
import time

import numpy as np
import pandas as pd
import statsmodels.api as sm

from lederlib.measure import response_surface

PEOPLE, REPLICATIONS, LOOPED, REPEATS = 7_382, 2_000, 200, 5


def people() -> pd.DataFrame:
    rng = np.random.default_rng(4)
    load, resources = rng.normal(3, 0.9, (2, PEOPLE))
    strain = 2 + 0.4 * (load - resources) ** 2 + rng.normal(0, 0.7, PEOPLE)
    return pd.DataFrame({"load": load, "resources": resources, "strain": strain})


def by_loop(table: pd.DataFrame) -> float:
    x, y = table["load"].to_numpy() - 3, table["resources"].to_numpy() - 3
    design = np.column_stack([np.ones(PEOPLE), x, y, x * x, x * y, y * y])
    outcome, rng = table["strain"].to_numpy(), np.random.default_rng(0)
    start = time.perf_counter()
    for _ in range(LOOPED):
        rows = rng.integers(0, PEOPLE, PEOPLE)
        sm.OLS(outcome[rows], design[rows]).fit()
    return (time.perf_counter() - start) * REPLICATIONS / LOOPED


def ours(table: pd.DataFrame) -> float:
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        response_surface(
            table,
            "strain",
            "load",
            "resources",
            errors="bootstrap",
            replications=REPLICATIONS,
        )
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    table = people()
    there, here = by_loop(table), ours(table)
    lines = [
        f"{REPLICATIONS:,} bootstraps of {PEOPLE:,} people, {os.cpu_count()} cores",
        f"statsmodels loop {1000 * there:8.0f} ms",
        f"lederlib         {1000 * here:8.0f} ms, {there / here:.0f} times faster",
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
