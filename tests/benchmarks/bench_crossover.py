"""Time crossover against the same model in Mesa at the same step, in one run.

280 leaders, 8,000 employees and 260 weeks with turnover, on one core: Mesa's agents
(`tests/model/contagion/mesa_crossover.py`, which the tests hold against ours) and
`crossover` in both precisions, in turns. Prints medians of processor time, the ratios,
how far the two precisions lie apart over the means of the path, and the memory that a
run takes. Then 1,000 replications through joblib. Run as a script, on a quiet
machine::

    OMP_NUM_THREADS=1 python tests/benchmarks/bench_crossover.py [repetitions]
"""

import importlib.util
import statistics
import sys
import time
import tracemalloc
from pathlib import Path

import numpy as np

from lederlib.model import crossover, retention_parameters
from lederlib.scenario import replicate

LEADERS, EMPLOYEES, WEEKS = 280, 8000, 260
WANTED = {"float64": 50, "float32": 80}


def mesa_world():
    rng = np.random.default_rng(1)
    law = retention_parameters(gone_in_one_year=0.18, gone_in_five_years=0.46)
    sizes = EMPLOYEES // LEADERS + (np.arange(LEADERS) < EMPLOYEES % LEADERS)
    return {
        "sizes": sizes.tolist(),
        "loads": rng.uniform(0.6, 1.4, EMPLOYEES).tolist(),
        "leader_loads": rng.uniform(0.6, 1.6, LEADERS).tolist(),
        "turnover": True,
        "rate": float(law.rate),
        "frailty": float(law.shape),
        "leader_hazard": float(-np.log1p(-0.1)),
    }


def mesa_runner():
    place = Path(__file__).parents[1] / "model" / "contagion"
    spec = importlib.util.spec_from_file_location(
        "mesa_crossover", place / "mesa_crossover.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.run_mesa


def timed(call):
    start = time.process_time()
    call()
    return time.process_time() - start


def measure(repetitions):
    run_mesa, world = mesa_runner(), mesa_world()
    calls = {
        "Mesa": lambda: run_mesa(WEEKS, **world),
        "float64": crossover,
        "float32": lambda: crossover(precision="float32"),
    }
    times = {name: [] for name in calls}
    for _ in range(repetitions):
        for name, call in calls.items():
            times[name].append(timed(call))
    return {name: statistics.median(values) for name, values in times.items()}


def apart():
    double, single = (crossover(precision=kind) for kind in WANTED)
    return max(
        abs(getattr(double, name).mean() - getattr(single, name).mean())
        for name in ("leader_mean", "employee_mean")
    )


def memory(kind):
    tracemalloc.start()
    crossover(precision=kind)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 2**20


def replications(runs, n_jobs):
    start = time.perf_counter()
    paths = replicate(crossover, runs, outputs=("employee_mean",), n_jobs=n_jobs)
    return time.perf_counter() - start, paths["employee_mean"][-1]


def report(repetitions):
    medians = measure(repetitions)
    lines = [f"{'':10}{'cpu ms':>9}{'ratio':>8}{'wanted':>8}{'peak MB':>9}"]
    lines.append(f"{'Mesa':10}{1000 * medians['Mesa']:9.0f}{1:8}")
    lines += [
        f"{kind:10}{1000 * medians[kind]:9.1f}{medians['Mesa'] / medians[kind]:8.0f}"
        f"{wanted:8}{memory(kind):9.1f}"
        for kind, wanted in WANTED.items()
    ]
    lines.append(f"the precisions lie {apart():.1e} apart over the path's means")
    took, ends = replications(1000, n_jobs=-1)
    same = bool((replications(20, n_jobs=1)[1] == ends[:20]).all())
    lines.append(
        f"1,000 replications on all cores: {took:.1f} s; strain in the end "
        f"{ends.mean():.3f} (sd {ends.std():.3f}); the first 20 agree with one core: "
        f"{same}"
    )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(report(int(sys.argv[1]) if len(sys.argv) > 1 else 7))
