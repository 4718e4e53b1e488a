"""Time Sobol' effects with their bootstrap, and the rule finder, against peers.

SALib analyses the same outcomes of the same sample with as many resamples; the EMA
workbench's PRIM peels the same worlds. Point estimates have to agree, or the run says
so and fails. Run as a script, on a quiet machine::

    OMP_NUM_THREADS=1 python tests/benchmarks/bench_sensitivity.py
"""

import logging
import statistics
import sys
import time
import warnings

import numpy as np
import pandas as pd
from ema_workbench.analysis import prim
from SALib.analyze import sobol as salib

from lederlib.scenario.uncertainty.peeling import inside, peeled_boxes
from lederlib.scenario.uncertainty.sensitivity import resampled_effects, sobol_effects

REPEATS, RESAMPLES, WORLDS = 7, 1000, 4096
CASES = ((3, 4096), (8, 1024), (20, 1024), (20, 8192))
NEAR = 1e-10


def outcomes(inputs, draws):
    """Return the outcomes of one sample in SALib's order, shape (draws, inputs + 2)."""
    rng = np.random.default_rng(1)
    first, second = rng.random((2, draws, inputs))
    weights = 1 + np.arange(inputs)

    def sobol_g(x):
        return np.prod((np.abs(4 * x - 2) + weights) / (1 + weights), axis=1)

    mixed = []
    for one in range(inputs):
        swapped = first.copy()
        swapped[:, one] = second[:, one]
        mixed.append(sobol_g(swapped))
    return np.stack([sobol_g(first), *mixed, sobol_g(second)], axis=1)


def ours(found):
    parts = found[:, 0], found[:, -1], found[:, 1:-1].T
    again = resampled_effects(*parts, resamples=RESAMPLES, rng=np.random.default_rng(0))
    return sobol_effects(*parts), np.quantile(again, [0.025, 0.975], axis=2)


def theirs(found):
    inputs = found.shape[1] - 2
    names = [f"x{place}" for place in range(inputs)]
    problem = {"num_vars": inputs, "names": names, "bounds": [[0, 1]] * inputs}
    return salib.analyze(
        problem,
        found.ravel(),
        calc_second_order=False,
        num_resamples=RESAMPLES,
        seed=1,
    )


def ours_peeled(worlds, marks):
    boxes = peeled_boxes(worlds, marks)
    return [marks[inside(box, worlds)].mean() for box in boxes]


def theirs_peeled(worlds, marks):
    table = pd.DataFrame(
        worlds.T, columns=[f"x{place}" for place in range(len(worlds))]
    )
    found = prim.Prim(table, marks, threshold=0.5, peel_alpha=0.05)
    start = prim.PrimBox(found, found.box_init, found.yi_remaining[:])
    return list(found._peel(start).peeling_trajectory["density"])


def timed(call):
    start = time.perf_counter()
    found = call()
    return time.perf_counter() - start, found


def measured(mine, peer):
    """Return both medians in milliseconds, taken in turns, and what both found."""
    pairs = [(timed(mine), timed(peer)) for _ in range(REPEATS)]
    medians = [
        1000 * statistics.median(pair[side][0] for pair in pairs) for side in (0, 1)
    ]
    return medians, pairs[-1][0][1], pairs[-1][1][1]


def line(what, medians, peer):
    mine, other = medians
    return f"{what:52}{mine:9.1f} ms {other:9.1f} ms   {other / mine:6.1f}×  {peer}\n"


def effects_line(inputs, draws):
    found = outcomes(inputs, draws)
    medians, (effects, _), peer = measured(lambda: ours(found), lambda: theirs(found))
    apart = max(
        np.abs(effects[0] - peer["S1"]).max(), np.abs(effects[1] - peer["ST"]).max()
    )
    what = f"{inputs} inputs × {draws} draws, {RESAMPLES} resamples"
    sys.stdout.write(line(what, medians, f"SALib; apart {apart:.0e}"))
    return apart < NEAR


def peeling_line():
    rng = np.random.default_rng(0)
    worlds = rng.random((20, WORLDS))
    marks = (worlds[0] > 0.6) & (worlds[1] < 0.4) | (rng.random(WORLDS) < 0.05)
    medians, mine, peer = measured(
        lambda: ours_peeled(worlds, marks), lambda: theirs_peeled(worlds, marks)
    )
    what = f"peel 20 inputs × {WORLDS} worlds, {len(mine)} steps"
    sys.stdout.write(line(what, medians, f"EMA workbench; {len(peer)} steps"))
    return abs(mine[-1] - peer[-1]) < 0.05


def main():
    warnings.simplefilter("ignore")
    logging.disable(logging.INFO)
    sys.stdout.write(f"{'median of ' + str(REPEATS):52}{'lederlib':>12}{'peer':>13}\n")
    agreed = [effects_line(*case) for case in CASES]
    return 0 if all([*agreed, peeling_line()]) else 1


if __name__ == "__main__":
    sys.exit(main())
