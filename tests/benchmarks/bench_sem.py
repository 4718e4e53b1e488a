"""Time structural models against lavaan, in one run and on tables of a real size.

Full information: 2,800 people, 25 items on five factors, 3 % of the cells missing, all
figures. The same answers before any went missing, by diagonally weighted least squares.
And 1,000 bootstrap samples of an indirect effect, 400 people, with their intervals.
lavaan is timed inside R, without the start of R and reading the file. The shortest of
three runs stands, except for lavaan's bootstrap, which runs once.
Run as a script, on a quiet machine with R and lavaan::

    python tests/benchmarks/bench_sem.py
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

from lederlib.measure import sem

PEOPLE, FACTORS, EACH = 2_800, 5, 5
CUTS = [-1.2, -0.4, 0.4, 1.2]
ITEMS = [f"x{place}" for place in range(1, FACTORS * EACH + 1)]
MODEL = "\n".join(
    f"f{factor + 1} =~ {' + '.join(ITEMS[EACH * factor : EACH * (factor + 1)])}"
    for factor in range(FACTORS)
)
PATH = "m ~ a*x + z\ny ~ b*m + c*x\nindirect := a*b"
LAVAAN = """
suppressMessages(library(lavaan))
folder <- commandArgs(TRUE)[1]
read <- function(name) read.csv(file.path(folder, paste0(name, ".csv")))
items <- read("items"); whole <- read("whole"); path <- read("path")
model <- readLines(file.path(folder, "items.txt"))
effect <- readLines(file.path(folder, "path.txt"))
timed <- function(run) {
  start <- proc.time()[["elapsed"]]
  fit <- suppressWarnings(run())
  c(proc.time()[["elapsed"]] - start, fitMeasures(fit, "chisq"))
}
full <- function() sem(model, items, missing = "fiml")
ordered <- function() sem(model, whole, estimator = "WLSMV", ordered = TRUE)
strapped <- function() {
  fit <- sem(effect, path, se = "bootstrap", bootstrap = 1000)
  parameterEstimates(fit)
  fit
}
for (run in list(full, ordered)) {
  times <- sapply(1:3, function(turn) timed(run))
  cat(min(times[1, ]), times[2, 1], "\\n")
}
cat(timed(strapped), "\\n")
"""


def answers() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return answers on five points, and the same with 3 % of them missing."""
    rng = np.random.default_rng(25)
    between = 0.3 + 0.7 * np.eye(FACTORS)
    factors = rng.multivariate_normal(np.zeros(FACTORS), between, PEOPLE)
    noise = rng.normal(size=(PEOPLE, len(ITEMS)))
    values = np.repeat(factors, EACH, axis=1) * 0.7 + noise * 0.7
    table = pd.DataFrame(np.digitize(values, CUTS) + 1.0, columns=ITEMS)
    return table, table.mask(rng.random(table.shape) < 0.03)


def effect() -> pd.DataFrame:
    """Return a predictor, a mediator and an outcome of 400 people."""
    rng = np.random.default_rng(26)
    x, z = rng.normal(size=(2, 400))
    m = 0.4 * x + 0.2 * z + rng.normal(size=400)
    y = 0.3 * m + 0.1 * x + rng.normal(size=400)
    return pd.DataFrame({"x": x, "z": z, "m": m, "y": y})


def seconds(run: Callable[[], object], repeats: int = 3) -> float:
    """Return the shortest of some times."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times)


def lavaan(**tables: pd.DataFrame) -> list[list[float]]:
    """Return lavaan's time and χ² of each of the three."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for key, table in tables.items():
            table.to_csv(folder / f"{key}.csv", index=False)
        (folder / "items.txt").write_text(MODEL + "\n")
        (folder / "path.txt").write_text(PATH + "\n")
        (folder / "fit.R").write_text(LAVAAN)
        command = ["Rscript", str(folder / "fit.R"), name]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [[float(word) for word in line.split()] for line in done.stdout.splitlines()]


def main() -> None:
    (whole, items), path = answers(), effect()

    def strapped() -> object:
        return sem(PATH, path).bootstrap(draws=1000)

    runs = {
        "FIML, 25 items, 2,800 people": lambda: sem(MODEL, items, missing="fiml"),
        "WLSMV, 25 items, 2,800 people": lambda: sem(MODEL, whole, "WLSMV"),
        "1,000 bootstraps of an indirect effect": strapped,
    }
    ours = [seconds(run) for run in runs.values()]
    chi2 = [
        sem(MODEL, items, missing="fiml").chi2,
        sem(MODEL, whole, "WLSMV").chi2,
        sem(PATH, path).chi2,
    ]
    lines = [f"{os.cpu_count()} cores"]
    for name, own, fit, peer in zip(
        runs,
        ours,
        chi2,
        lavaan(items=items, whole=whole, path=path),
        strict=True,
    ):
        lines.append(
            f"{name}: lederlib {own:.2f} s, lavaan {peer[0]:.2f} s: "
            f"{peer[0] / own:.1f} times (χ² apart {abs(fit - peer[1]):.1e})"
        )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
