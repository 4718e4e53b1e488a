"""Processor time to 1,000 effective worlds of one two-target problem, beside pymc.

uv run --group bench python tests/benchmarks/bench_confront.py
"""

import sys
import time
import warnings
from types import MappingProxyType

import numpy as np

from lederlib.catalogue import Ledger, Quantity, ledger
from lederlib.scenario import Target, confront, targets
from lederlib.text import Phrase

WORDS = Phrase(da="–", en="–")
RANGES = {"effect": (0.0, 4.0), "gap": (0.1, 0.4), "path": (0.0, 1.0)}
SEEN = {"first": (0.5, 0.06), "second": (0.4, 0.2)}
ENOUGH = 1000


def book():
    return Ledger(
        quantities=MappingProxyType(
            {
                name: Quantity(
                    name=name,
                    symbol=name,
                    unit="1",
                    title=WORDS,
                    note=WORDS,
                    value=(low + high) / 2,
                    low=low,
                    high=high,
                    distribution="uniform",
                    provenance="assumption",
                    source="benchmark",
                )
                for name, (low, high) in RANGES.items()
            }
        )
    )


def first(drawn):
    return drawn["effect"] * drawn["gap"]


def second(drawn):
    return 0.3 * drawn["effect"] * drawn["path"] ** 2


def ours(seed):
    seen = [
        Target(
            key=key,
            kind="number",
            title=WORDS,
            unit=WORDS,
            note=WORDS,
            model=model,
            quantities=tuple(RANGES),
            value=SEEN[key][0],
            low=SEEN[key][0] - 1.959964 * SEEN[key][1],
            high=SEEN[key][0] + 1.959964 * SEEN[key][1],
        )
        for key, model in (("first", first), ("second", second))
    ]
    start = time.process_time()
    held = confront(book(), seen, draws=4000, rng=seed)
    spent = time.process_time() - start
    drawn = book().at(held.shares)
    return spent, held.effective, {name: drawn[name] for name in RANGES}


def theirs(seed):
    import arviz  # noqa: PLC0415
    import pymc  # noqa: PLC0415

    with pymc.Model():
        drawn = {
            name: pymc.Uniform(name, low, high) for name, (low, high) in RANGES.items()
        }
        for key, model in (("first", first), ("second", second)):
            value, error = SEEN[key]
            pymc.Normal(key, model(drawn), error, observed=value)
        start = time.process_time()
        found = pymc.sample_smc(
            draws=1000, chains=2, cores=1, random_seed=seed, progressbar=False
        )
        spent = time.process_time() - start
    worth = float(arviz.ess(found).to_array().min())
    posterior = found.posterior
    return spent, worth, {name: posterior[name].to_numpy().ravel() for name in RANGES}


def report():
    warnings.simplefilter("ignore")
    theirs(0)  # compiles
    rounds = [(ours(seed), theirs(seed)) for seed in (1, 2, 3)]
    for place, name in enumerate(("lederlib", "pymc")):
        spent, worth, _ = min((one[place] for one in rounds), key=lambda run: run[0])
        yield (
            f"{name:9}{spent:7.2f} s for {worth:6.0f} effective worlds: "
            f"{spent / worth * ENOUGH:7.2f} s to {ENOUGH}"
        )
    mine, its = rounds[0]
    for name in RANGES:
        one, other = mine[2][name], its[2][name]
        error = np.hypot(one.std() / mine[1] ** 0.5, other.std() / its[1] ** 0.5)
        apart = (one.mean() - other.mean()) / error
        yield (
            f"{name:7} mean {one.mean():.3f} and {other.mean():.3f}, "
            f"{apart:+.1f} standard errors apart"
        )
    drawn = ledger().draw(100_000, rng=0)
    start = time.process_time()
    for one in targets():
        one.given(drawn)
    yield f"all targets in 100,000 worlds: {time.process_time() - start:.2f} s"


if __name__ == "__main__":
    for line in report():
        sys.stdout.write(f"{line}\n")
