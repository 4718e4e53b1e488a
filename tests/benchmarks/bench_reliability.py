"""Time the bootstrap of alpha against pingouin's alpha in a loop, in one run.

Both draw 2,000 samples of 5,234 people × 45 items. pingouin gets each sample as a table
and makes one alpha of it, with the interval that it always adds. Run as a script, on a
quiet machine::

    uv run --group bench python tests/benchmarks/bench_reliability.py
"""

import os
import statistics
import sys
import time
import warnings
from collections.abc import Callable

import numpy as np
import pandas as pd
import pingouin

from lederlib.measure import alpha

PEOPLE, ITEMS, DRAWS, REPEATS = 5_234, 45, 2_000, 3


def answers() -> pd.DataFrame:
    rng = np.random.default_rng(1)
    trait = 0.6 * rng.standard_normal((PEOPLE, 1))
    behind = trait + 0.8 * rng.standard_normal((PEOPLE, ITEMS))
    names = [f"item{number}" for number in range(1, ITEMS + 1)]
    return pd.DataFrame(
        np.digitize(behind, [-1.3, -0.5, 0.4, 1.2]) + 1.0, columns=names
    )


def ours(table: pd.DataFrame) -> tuple[float, float]:
    result = alpha(table, interval="bootstrap", draws=DRAWS, rng=2)
    return result.low, result.high


def theirs(table: pd.DataFrame) -> tuple[float, float]:
    rng, values = np.random.default_rng(2), table.to_numpy()
    drawn = []
    for _ in range(DRAWS):
        people = rng.integers(0, PEOPLE, PEOPLE)
        sample = pd.DataFrame(values[people], columns=table.columns)
        drawn.append(pingouin.cronbach_alpha(sample)[0])
    low, high = np.quantile(drawn, [0.025, 0.975])
    return float(low), float(high)


def seconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def main() -> None:
    warnings.simplefilter("ignore")
    table = answers()
    apart = np.abs(np.subtract(ours(table), theirs(table))).max()
    mine = statistics.median(seconds(lambda: ours(table)) for _ in range(REPEATS))
    peer = statistics.median(seconds(lambda: theirs(table)) for _ in range(REPEATS))
    sys.stdout.write(
        f"{DRAWS:,} samples of {PEOPLE:,} × {ITEMS}, median of {REPEATS}, "
        f"{os.cpu_count()} cores\n"
        f"lederlib {1000 * mine:9.0f} ms\npingouin {1000 * peer:9.0f} ms\n"
        f"ratio: {peer / mine:.1f} times; interval ends differ by {apart:.4f}\n"
    )


if __name__ == "__main__":
    main()
