"""Time `cfa` against semopy (maximum likelihood) and lavaan (WLSMV), in one run.

All fit 15 factors of 4 items to the same 2,000 people. `cfa` gives estimates, errors,
standardised estimates, tests and indices; semopy is timed both for the estimates alone
and for the same figures. lavaan's `cfa` gives what ours does; it is timed inside R,
without the start of R and reading the file.
Run as a script, on a quiet machine; without R or lavaan that part is left out::

    python tests/benchmarks/bench_cfa.py
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import semopy

from lederlib.measure import cfa

PEOPLE, FACTORS, EACH, REPEATS = 2_000, 15, 4, 5
CUTS = [-1.2, -0.4, 0.4, 1.2]
ITEMS = [f"x{place}" for place in range(1, FACTORS * EACH + 1)]
MODEL = "\n".join(
    f"f{factor + 1} =~ {' + '.join(ITEMS[EACH * factor : EACH * (factor + 1)])}"
    for factor in range(FACTORS)
)
LAVAAN = """
suppressMessages(library(lavaan))
data <- read.csv(commandArgs(TRUE)[1]); model <- readLines(commandArgs(TRUE)[2])
for (turn in 1:2) {
  start <- proc.time()[["elapsed"]]
  fit <- cfa(model, data, estimator = "WLSMV", ordered = names(data))
  cat(proc.time()[["elapsed"]] - start, fitMeasures(fit, "chisq.scaled"), "\\n")
}
"""


def answers() -> pd.DataFrame:
    rng = np.random.default_rng(15)
    between = 0.3 + 0.7 * np.eye(FACTORS)
    factors = rng.multivariate_normal(np.zeros(FACTORS), between, PEOPLE)
    noise = rng.normal(size=(PEOPLE, len(ITEMS)))
    values = np.repeat(factors, EACH, axis=1) * 0.7 + noise * 0.7
    return pd.DataFrame(values, columns=ITEMS)


def seconds(run: Callable[[], object], repeats: int = REPEATS) -> float:
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def semopy_estimates(data: pd.DataFrame) -> semopy.Model:
    model = semopy.Model(MODEL)
    model.fit(data, obj="MLW")
    return model


def semopy_figures(data: pd.DataFrame) -> None:
    model = semopy_estimates(data)
    model.inspect(std_est=True)
    semopy.calc_stats(model)


def lavaan_seconds(data: pd.DataFrame) -> tuple[float, float] | None:
    """Return lavaan's time and scaled χ², or None where it is not installed."""
    if shutil.which("Rscript") is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        names = [Path(folder) / name for name in ("data.csv", "model.txt", "fit.R")]
        data.to_csv(names[0], index=False)
        for name, text in zip(names[1:], (MODEL, LAVAAN), strict=True):
            name.write_text(text)
        command = ["Rscript", str(names[2]), str(names[0]), str(names[1])]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        return None
    rows = [[float(word) for word in line.split()] for line in done.stdout.splitlines()]
    return min(row[0] for row in rows), rows[0][1]


def main() -> None:
    plain = answers()
    ordered = pd.DataFrame(np.digitize(plain, CUTS), columns=ITEMS)
    ours = seconds(lambda: cfa(MODEL, plain))
    lines = [
        f"{FACTORS} factors of {EACH} items, {PEOPLE:,} people, {os.cpu_count()} cores"
    ]
    for name, run in (("estimates", semopy_estimates), ("all figures", semopy_figures)):
        theirs = seconds(lambda run=run: run(plain))
        lines.append(
            f"ML: lederlib {ours:.3f} s, semopy {theirs:.3f} s ({name}): "
            f"{theirs / ours:.1f} times"
        )
    weighted = seconds(lambda: cfa(MODEL, ordered, "WLSMV"), 3)
    peer = lavaan_seconds(ordered)
    if peer is None:
        lines.append(f"WLSMV: lederlib {weighted:.2f} s; lavaan is not installed")
    else:
        apart = abs(cfa(MODEL, ordered, "WLSMV").scaled_chi2 - peer[1])
        lines.append(
            f"WLSMV: lederlib {weighted:.2f} s, lavaan {peer[0]:.1f} s: "
            f"{peer[0] / weighted:.1f} times (χ² apart {apart:.1e})"
        )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
