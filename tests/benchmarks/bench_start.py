"""Time how soon the kit can be used, beside the three imports that it rests on.

Run from the project's folder: ``python tests/benchmarks/bench_start.py [rounds]``.
Prints the best processor time of a few rounds in fresh processes, all in turns, and
its ratio to that of pandas, matplotlib.pyplot and ipywidgets together.
"""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ANSWERS = Path("datasets/workshop/workshop.csv")
THREE = "the three imports"
# What a ratio may be at most; without one it is only shown.
TARGETS = {
    "import lederlib.widget": 1.3,
    "the first explorer": 1.3,
    "every explorer": None,
    "report of nine answers": 2.0,
}
EVERY = "import lederlib.widget as w; [getattr(w, name) for name in w.__all__]"


def commands(page):
    report = ["-m", "lederlib.cli", "report", str(ANSWERS), "-o", str(page)]
    return {
        THREE: ["-c", "import pandas, matplotlib.pyplot, ipywidgets"],
        "import lederlib.widget": ["-c", "import lederlib.widget"],
        "the first explorer": ["-c", "from lederlib.widget import explore_flexwork"],
        "every explorer": ["-c", EVERY],
        "report of nine answers": report,
    }


def processor_time(arguments):
    # Compiled bytecode, as an installed package has it.
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, *arguments], check=True, env=kept, stdout=subprocess.DEVNULL
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(rounds):
    best = {}
    with tempfile.TemporaryDirectory() as folder:
        # The first round compiles and warms the disk up.
        for _ in range(rounds + 1):
            for name, arguments in commands(Path(folder, "report.html")).items():
                best.setdefault(name, []).append(processor_time(arguments))
    return {name: min(times[1:]) for name, times in best.items()}


def main():
    found = measure(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
    good = True
    for name, seconds in found.items():
        ratio, target = seconds / found[THREE], TARGETS.get(name)
        wanted = "" if target is None else f"   (wanted: at most {target})"
        sys.stdout.write(f"{name:26}{seconds:7.2f} s   ratio {ratio:4.2f}{wanted}\n")
        good = good and (target is None or ratio <= target)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
