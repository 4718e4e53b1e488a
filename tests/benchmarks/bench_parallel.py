"""Time parallel analysis against drawing every person in a numpy loop, in one run.

Both make 1,000 random tables of 5,234 people × 45 items: the loop draws them, lederlib
draws their covariance from the Wishart distribution. Run as a script, on a quiet
machine::

    uv run python tests/benchmarks/bench_parallel.py
"""

import os
import statistics
import sys
import time
from collections.abc import Callable

import numpy as np

from lederlib.measure import parallel_analysis

PEOPLE, ITEMS, DRAWS, REPEATS = 5_234, 45, 1_000, 3


def answers() -> np.ndarray:
    rng = np.random.default_rng(1)
    trait = rng.standard_normal((PEOPLE, 1))
    return 0.6 * trait + 0.8 * rng.standard_normal((PEOPLE, ITEMS))


def ours(values: np.ndarray) -> np.ndarray:
    result = parallel_analysis(values, draws=DRAWS, rng=2)
    return result.table["random_high"].to_numpy()


def by_loop(values: np.ndarray) -> np.ndarray:
    rng = np.random.default_rng(2)
    found = []
    for _ in range(DRAWS):
        table = rng.standard_normal(values.shape)
        found.append(np.linalg.eigvalsh(np.corrcoef(table, rowvar=False))[::-1])
    return np.quantile(found, 0.95, axis=0)


def seconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def main() -> None:
    values = answers()
    apart = np.abs(ours(values) - by_loop(values)).max()
    mine = statistics.median(seconds(lambda: ours(values)) for _ in range(REPEATS))
    peer = statistics.median(seconds(lambda: by_loop(values)) for _ in range(REPEATS))
    sys.stdout.write(
        f"{DRAWS:,} tables of {PEOPLE:,} × {ITEMS}, median of {REPEATS}, "
        f"{os.cpu_count()} cores\n"
        f"lederlib   {1000 * mine:9.0f} ms\nnumpy loop {1000 * peer:9.0f} ms\n"
        f"ratio: {peer / mine:.1f} times; quantiles differ by at most {apart:.4f}\n"
    )


if __name__ == "__main__":
    main()
