"""A scale of one's own and made-up answers to it, for the page that takes both."""

import numpy as np

from lederlib.answers import new_scale, read_scale

TEAMS, UNITS = ("Nord", "Syd"), 12


def scale_file(folder, name="ro"):
    """Return the draft of a scale as written for its maker."""
    return new_scale(name, folder)


def answers_file(folder, scale, *, people=200, missing=0.0, rng=3):
    """Write answers with two teams and twelve units, and return the path."""
    items = read_scale(scale).items
    rng = np.random.default_rng(rng)
    means = rng.normal(size=(2, people))
    lines = [";".join(["Team", "Enhed", *(item.key for item in items)])]
    factors = list(dict.fromkeys(item.factor for item in items))
    for person in range(people):
        cells = [TEAMS[person % 2], f"E{person % UNITS}"]
        for item in items:
            agreed = means[factors.index(item.factor), person] + rng.normal(0, 0.8)
            answer = int(np.clip(np.round(3 + agreed), 1, 5))
            answer = 6 - answer if item.reversed else answer
            cells.append("" if rng.random() < missing else str(answer))
        lines.append(";".join(cells))
    path = folder / "svar.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path
