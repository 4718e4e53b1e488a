"""Time a sweep of the strain model against the EMA workbench, in one run.

The same points of the same model go through the workbench, which calls it once per
experiment, through `sweep` point by point, and through `sweep` with the points together
in arrays, in turns on one core. All give the same numbers, which is checked. Prints
medians of processor time.
Run as a script, on a quiet machine::

    OMP_NUM_THREADS=1 python tests/benchmarks/bench_sweep.py [repetitions]
"""

import logging
import statistics
import sys
import time
import warnings

import numpy as np
import pandas as pd

from lederlib.model import cascade, strain_path
from lederlib.scenario import sweep
from lederlib.scenario.interop import ema_model

MODELS = {
    "cascade (one line)": (5_000, cascade, {"branching": (0, 0.9)}, None),
    "strain_path (52 weeks by day)": (
        300,
        strain_path,
        {"load": (0.3, 1.2), "resources": (0.5, 1.0), "recovery": (0.15, 0.45)},
        lambda path: path.strain[-1],
    ),
}


def timed(call):
    start = time.process_time()
    result = call()
    return time.process_time() - start, result


def ways(ema, points, model, ranges, outputs):
    workbench = ema_model(model, ranges, outputs=outputs)
    design = ema.em_framework.sample_uncertainties(workbench, points)
    table = pd.DataFrame(np.array(list(design.designs)), columns=design.params)
    return {
        "EMA workbench": lambda: ema.perform_experiments(
            workbench, design, log_progress=True
        )[1]["value"],
        "sweep, one by one": lambda: sweep(model, table, outputs=outputs)["value"],
        "sweep, together": lambda: sweep(
            model, table, outputs=outputs, together=points
        )["value"],
    }


def measure(calls, repetitions):
    times, results = {name: [] for name in calls}, {}
    for _ in range(repetitions):
        for name, call in calls.items():
            took, results[name] = timed(call)
            times[name].append(took)
    first, *others = (np.asarray(result) for result in results.values())
    agree = all(np.allclose(first, other, rtol=1e-12) for other in others)
    return {name: statistics.median(values) for name, values in times.items()}, agree


def report(repetitions):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import ema_workbench as ema  # noqa: PLC0415 - it warns as it is imported
    ema.ema_logging.get_rootlogger().setLevel(logging.ERROR)
    lines = []
    for title, (points, *case) in MODELS.items():
        medians, agree = measure(ways(ema, points, *case), repetitions)
        lines.append(f"{title}, {points:,} points; the same numbers: {agree}")
        lines += [
            f"  {name:20}{1e6 * took / points:9.1f} µs a point"
            f"{medians['EMA workbench'] / took:8.1f} times as fast"
            for name, took in medians.items()
        ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(report(int(sys.argv[1]) if len(sys.argv) > 1 else 5))
