"""Time and weigh `read_answers` against pandas on a million people, in turns.

Each reader reads the same CSV, 15 factors in words and a column of 400 groups, in a
process of its own: pandas as categories, `read_answers` with every check. Then
`profile` by the groups, the protection of the few included. Run as a script::

    python tests/benchmarks/bench_reading.py [rounds]
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd

from lederlib.catalogue import FACTOR_KEYS

PEOPLE, GROUPS = 1_000_000, 400
AROUND = r"""
import re, sys, time
{imports}
path = sys.argv[1]
start = time.process_time()
{reading}
took = time.process_time() - start
peak = re.search(r"VmHWM:\s+(\d+)", open("/proc/self/status").read())[1]
print(took, int(peak) / 1024)
"""
READERS = {
    "pandas": ("import pandas as pd", "pd.read_csv(path, dtype='category')"),
    "read_answers": ("from lederlib.answers import read_answers", "read_answers(path)"),
    "profile": (
        "from lederlib.answers import profile, read_answers\n"
        "answers = read_answers(sys.argv[1])",
        "profile(answers, 'group')",
    ),
}
# How many times pandas' time and peak, and how many seconds, are wanted at most.
TIME, PEAK, SECONDS = 3.0, 1.5, 5.0


def write(path):
    rng = np.random.default_rng(1)
    words = np.array(["red", "yellow", "green"])
    table = pd.DataFrame(
        {key: words[rng.integers(0, 3, PEOPLE)] for key in FACTOR_KEYS}
    )
    table["group"] = [
        f"unit {number}" for number in rng.integers(1, GROUPS + 1, PEOPLE)
    ]
    table.to_csv(path, index=False)


def measured(name, path):
    imports, reading = READERS[name]
    script = AROUND.format(imports=imports, reading=reading)
    run = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return [float(part) for part in run.stdout.split()]


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    found = {name: [] for name in READERS}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "million.csv")
        write(path)
        for _ in range(rounds):
            for name, runs in found.items():
                runs.append(measured(name, path))
    best = {name: np.min(runs, axis=0) for name, runs in found.items()}
    for name, (seconds, peak) in best.items():
        sys.stdout.write(f"{name:13}{seconds:6.2f} s of processor, {peak:4.0f} MB\n")
    time, peak = best["read_answers"] / best["pandas"]
    seconds = best["profile"][0]
    sys.stdout.write(f"time {time:.2f} of pandas' (wanted: at most {TIME})\n")
    sys.stdout.write(f"peak {peak:.2f} of pandas' (wanted: at most {PEAK})\n")
    sys.stdout.write(f"profile {seconds:.2f} s (wanted: at most {SECONDS})\n")
    return 0 if time <= TIME and peak <= PEAK and seconds <= SECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
