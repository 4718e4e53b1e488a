"""How often a comparison of groups that are alike accuses them, and what it sees.

The full table takes minutes: ``pytest -m release tests/measure/invariance -n0 -s``
prints it. The gate draws a fixed tenth of the explorer's two smaller sizes.
"""

import numpy as np
import pandas as pd
import pytest

from lederlib.measure.invariance import invariance
from lederlib.scenario import draw_professions

SIZES = (50, 200, 1000)
SHIFT = 0.6
MOST = 0.075
ONE = "view =~ q1 + q2 + q3 + q4"
TWO = f"{ONE}; other =~ q5 + q6 + q7 + q8"


def table(first, second):
    data = pd.DataFrame(np.vstack([first, second]))
    data.columns = [f"q{place + 1}" for place in data.columns]
    return data.assign(group=np.repeat(["1", "2"], len(first)))


def explorer(people, shift, draw):
    """Return the lesson's comparison: four statements, continuous, ML."""
    drawn = draw_professions(people=people, gap=0.5, shift=shift, rng=draw)
    return invariance(ONE, table(drawn.first, drawn.second), "group")


def report(people, shift, draw):
    """Return the report's comparison: two factors of four answers in five points."""
    rng = np.random.default_rng([draw, people])
    scores = rng.multivariate_normal([0, 0], [[1, 0.5], [0.5, 1]], 2 * people)
    noise = rng.standard_normal((2 * people, 8))
    answers = 3 + 0.7 * np.repeat(scores, 4, axis=1) + 0.7 * noise
    answers[people:, 3] += shift
    points = np.clip(np.round(answers), 1, 5)
    return invariance(TWO, table(points[:people], points[people:]), "group", "MLR")


def alarms(compare, people, draws):
    """Return how many draws of groups that are alike are called different."""
    return sum(compare(people, 0.0, draw).failed != "" for draw in range(draws))


def seen(compare, people, draws):
    """Return how many draws name the statement that is read otherwise, and it first."""
    found = 0
    for draw in range(draws):
        told = compare(people, SHIFT, draw)
        named = told.to_free["lhs"].tolist()
        found += told.verdict == "fails" and named[:1] == ["q4"]
    return found


def test_groups_that_are_alike_are_rarely_accused():
    found = [alarms(explorer, people, 50) for people in SIZES[:2]]
    assert max(found) <= MOST * 50
    assert seen(explorer, 200, 10) >= 8


@pytest.mark.release
@pytest.mark.slow
@pytest.mark.parametrize("compare", [explorer, report])
@pytest.mark.parametrize("people", SIZES)
def test_the_whole_table_of_false_alarms_stays_below_its_limit(compare, people):
    wrong = alarms(compare, people, 500)
    right = seen(compare, people, 50)
    print(f"{compare.__name__} {people}: {wrong}/500 accused, {right}/50 named")  # noqa: T201
    assert wrong <= MOST * 500
