"""Time a lever move of the flexible-work scenario: 10,000 draws on one core.

Run with ``OMP_NUM_THREADS=1 python tests/benchmarks/bench_scenario.py``. Prints
medians over interleaved repetitions, wall clock and processor time.
"""

import statistics
import sys
import time

from lederlib.catalogue import FACTOR_KEYS, Stamp, ledger
from lederlib.scenario import Scenario, compare, provenance_share, run
from lederlib.scenario.worlds import solve_worlds

DRAWS = 10_000
REPETITIONS = 40
TARGET_MS = 16


def moves(step):
    home = step % 5
    office, front = (
        Scenario({"home": home}),
        Scenario({"home": home, "role": "frontline", "shift_wishes": 0.1 * home}),
    )
    factors = Scenario(dict.fromkeys(FACTOR_KEYS, 0.4 + 0.1 * home))
    return {
        "lever move, office": lambda: run(office, draws=DRAWS),
        "lever move, front line": lambda: run(front, draws=DRAWS),
        "all 15 factors moved": lambda: run(factors, draws=DRAWS),
        "two scenarios compared": lambda: compare(Scenario({}), office, draws=DRAWS),
        "first move of a seed (cold)": lambda: solve_worlds(
            ledger().draw(DRAWS, rng=step), Stamp()
        ),
        "provenance share, 4,096 draws": lambda: provenance_share(front),
    }


def timed(call):
    wall, processor = time.perf_counter(), time.process_time()
    call()
    return time.perf_counter() - wall, time.process_time() - processor


def measure(repetitions=REPETITIONS):
    run(Scenario({}), draws=DRAWS)
    found = {}
    for step in range(repetitions):
        for name, call in moves(step).items():
            found.setdefault(name, []).append(timed(call))
    return {
        name: tuple(
            1000 * statistics.median(column) for column in zip(*pairs, strict=True)
        )
        for name, pairs in found.items()
    }


def report(medians):
    lines = [f"{'':32}{'wall ms':>9}{'cpu ms':>9}   target {TARGET_MS} ms a lever move"]
    lines += [
        f"{name:32}{wall:9.1f}{cpu:9.1f}" for name, (wall, cpu) in medians.items()
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(report(measure()))
