"""Time `score` against the same 15 means by polars, in one run.

Both see 1,000,000 people × 45 items with one answer in twelve missing. `score` also
checks every answer, turns the reversed items and applies the missing rule; polars
only takes the mean over three columns, 15 times. Run as a script, on a quiet machine::

    python tests/benchmarks/bench_scoring.py
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from itertools import groupby

import numpy as np
import pandas as pd
import polars as pl

from lederlib.answers import read_scale, score

PEOPLE, REPEATS, MISSING = 1_000_000, 9, 1 / 12


def answers() -> dict[str, np.ndarray]:
    rng = np.random.default_rng(2)
    columns = {}
    for item in read_scale().items:
        values = rng.integers(1, 6, PEOPLE).astype(float)
        values[rng.random(PEOPLE) < MISSING] = np.nan
        columns[item.key] = values
    return columns


def pandas_tables(columns: dict[str, np.ndarray]) -> dict[str, pd.DataFrame]:
    floats = pd.DataFrame(columns)
    block = pd.DataFrame(np.column_stack(list(columns.values())), columns=list(columns))
    return {"float64": floats, "float64, by row": block, "Int8": floats.astype("Int8")}


def polars_tables(columns: dict[str, np.ndarray]) -> dict[str, pl.DataFrame]:
    floats = pl.DataFrame(columns).fill_nan(None)
    return {"float64": floats, "Int8": floats.cast(pl.Int8)}


def polars_means(table: pl.DataFrame) -> pl.DataFrame:
    parts = groupby(read_scale().items, lambda item: item.factor)
    return table.select(
        pl.mean_horizontal([item.key for item in items]).alias(factor)
        for factor, items in parts
    )


def main() -> None:
    columns = answers()
    ours, theirs = pandas_tables(columns), polars_tables(columns)
    runs: dict[str, Callable[[], object]] = {
        **{f"lederlib {name}": lambda t=t: score(t) for name, t in ours.items()},
        **{f"polars {name}": lambda t=t: polars_means(t) for name, t in theirs.items()},
    }
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(REPEATS):
        for name, run in runs.items():
            start = time.perf_counter()
            run()
            times[name].append(time.perf_counter() - start)
    medians = {name: statistics.median(seconds) for name, seconds in times.items()}
    lines = [f"{PEOPLE:,} people, median of {REPEATS}, {os.cpu_count()} cores"]
    lines += [f"{name:26}{1000 * took:8.0f} ms" for name, took in medians.items()]
    for name in ours:
        peer = medians[f"polars {name.partition(',')[0]}"]
        ratio = medians[f"lederlib {name}"] / peer
        lines.append(f"{name}: {ratio:.2f} of polars' time")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
