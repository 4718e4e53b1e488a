"""Take the moments of 20,000,000 people's answers in Parquet, and watch the memory.

Each way runs in a process of its own, so that its peak is its own: one worker, two
through joblib, and a local Dask cluster of two by the same call; beside them pandas,
which reads the whole table first. Run as a script, on a quiet machine::

    python tests/benchmarks/bench_moments.py [people]
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

PEOPLE, ITEMS, GROUP = 20_000_000, 5, 500_000
NAMES = [f"q{number}" for number in range(1, ITEMS + 1)]
SCRIPT = """
import resource, sys, time

import joblib
import pandas as pd
import pyarrow.parquet

from lederlib.measure import Moments


def peak(who):
    return resource.getrusage(who).ru_maxrss / 1024


def ours(**config):
    with joblib.parallel_config(**config):
        moments = Moments.from_batches(sys.argv[1])
    return moments.n, moments.covariance.sum()


def two_workers():
    from joblib.externals.loky import get_reusable_executor

    found = ours(n_jobs=2)
    get_reusable_executor().shutdown(wait=True)  # so that their peaks are known
    return found


def on_dask():
    from dask.distributed import Client, LocalCluster

    options = dict(n_workers=2, threads_per_worker=1, dashboard_address=None)
    with LocalCluster(**options) as cluster, Client(cluster):
        return ours(backend="dask")


def all_at_once():
    table = pd.read_parquet(sys.argv[1])
    return len(table), table.cov().to_numpy().sum()


WAYS = {
    "one worker": lambda: ours(n_jobs=1),
    "two workers": two_workers,
    "a Dask cluster of two": on_dask,
    "pandas, all at once": all_at_once,
}

if __name__ == "__main__":
    before, start = peak(resource.RUSAGE_SELF), time.perf_counter()
    people, total = WAYS[sys.argv[2]]()
    took = time.perf_counter() - start
    here = peak(resource.RUSAGE_SELF)
    print(
        f"{took:7.1f} s, peak {here:5.0f} MB ({here - before:.0f} MB over the start),"
        f" largest worker {peak(resource.RUSAGE_CHILDREN):5.0f} MB;"
        f" {people:,} people, sum of covariances {total:.9f}"
    )
"""
WAYS = ("one worker", "two workers", "a Dask cluster of two", "pandas, all at once")


def write(path, people):
    rng = np.random.default_rng(1)
    schema = pa.schema([(name, pa.int8()) for name in NAMES])
    with pq.ParquetWriter(path, schema) as writer:
        for _ in range(0, people, GROUP):
            felt = 3 + rng.normal(size=GROUP) + rng.normal(size=(ITEMS, GROUP))
            answers = np.clip(np.round(felt), 1, 5).astype(np.int8)
            writer.write_table(pa.table(list(answers), schema=schema))


def main(people):
    with tempfile.TemporaryDirectory() as folder:
        table, script = Path(folder, "answers.parquet"), Path(folder, "run.py")
        write(table, people)
        script.write_text(SCRIPT)
        size = table.stat().st_size / 2**20
        sys.stdout.write(f"{people:,} people × {ITEMS} items, {size:.0f} MB on disk\n")
        for way in WAYS:
            command = [sys.executable, script, table, way]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            sys.stdout.write(f"{way:24}{done.stdout}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE)
