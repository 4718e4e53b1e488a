"""How long a move of the portfolio's levers takes, beside trying every set anew.

Run: ``python tests/benchmarks/bench_portfolio.py``; 455 sets × 10,000 draws.
"""

import statistics
import sys
import time

from lederlib.model import best_portfolios
from lederlib.scenario import portfolio_world
from lederlib.scenario.synchronise.judging import judge_sets
from lederlib.widget import explore_synchronise

MOVES = 40
STEPS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)


def milliseconds(act, times):
    taken = []
    for place in range(times + 3):
        begun = time.perf_counter()
        act(place)
        taken.append(1000 * (time.perf_counter() - begun))
    return taken[3:]  # the first ones warm caches up


def report(name, taken):
    worst = statistics.quantiles(taken, n=20, method="inclusive")[-1]
    middle = statistics.median(taken)
    sys.stdout.write(f"{name:28} median {middle:7.1f} ms   p95 {worst:7.1f} ms\n")
    return worst


def main():
    world = portfolio_world()
    done, table = world.places(world.legacies), range(len(world.table))
    explorer = explore_synchronise(lang="en")
    explorer.move({"stop": "all"})

    def anew(_):
        best_portfolios(world.effects, first=world.first, done=done, among=table)

    def judge(place):
        judge_sets(world, stop=world.legacies, capacity=STEPS[place % len(STEPS)])

    def move(place):
        explorer.touch("capacity", STEPS[place % len(STEPS)])

    report("every set anew", milliseconds(anew, 5))
    report("every set, prepared", milliseconds(judge, MOVES))
    return (
        0
        if report("a move, pictures and words", milliseconds(move, MOVES)) < 100
        else 1
    )


if __name__ == "__main__":
    sys.exit(main())
