"""How often a report accuses a scale that is right and groups that are alike.

Whatever a report can accuse of is looked for in the sentences that it shows, by their
names. The full table takes minutes, and
``pytest -m release tests/report/measures/test_false_alarms.py -n0 -s`` prints it; the
gate draws a small part of it.
"""

import re
from collections import defaultdict
from dataclasses import replace
from html import unescape

import numpy as np
import pandas as pd
import pytest

from lederlib.answers import Item, Study, read_scale
from lederlib.report import measure_report
from lederlib.report.measures import models, steps
from lederlib.report.measures.tables import numbering
from lederlib.report.measures.working import work_out
from lederlib.report.pieces import Words
from lederlib.text import Phrase, label

SIZES = (50, 200, 1000)
SHIFT = 0.6
MOST = 0.075
ACCUSING = (
    "measure.factors_differs",
    "measure.against",
    "reliability.against",
    "invariance.form_fails",
    "invariance.fails",
    "invariance.strict_fails",
)


def scale_of(factors, items):
    """Return a scale of so many factors and items a factor, on five points."""
    whole = read_scale()
    own = tuple(
        Item(
            key=f"{factor}_{place}",
            factor=factor,
            text=Phrase(da=f"{factor} {place}", en=f"{factor} {place}"),
            reversed=False,
        )
        for factor in whole.factors[:factors]
        for place in range(1, items + 1)
    )
    return replace(whole, items=own)


def study_of(scale, people, draw, shift=0.0):
    """Return two groups whose answers follow the scale's own model.

    Loadings and residuals are .7 in points, factors correlate .5. With a shift, the
    second group reads the last item of the first factor more kindly by as much.
    """
    rng = np.random.default_rng([draw, people])
    count = len(scale.factors)
    each = len(scale.items) // count
    between = np.full((count, count), 0.5) + 0.5 * np.eye(count)
    scores = rng.multivariate_normal(np.zeros(count), between, 2 * people)
    noise = rng.standard_normal((2 * people, len(scale.items)))
    answers = 3 + 0.7 * np.repeat(scores, each, axis=1) + 0.7 * noise
    answers[people:, each - 1] += shift
    points = np.clip(np.round(answers), scale.low, scale.high)
    table = pd.DataFrame(points, columns=[item.key for item in scale.items])
    table["group"] = np.repeat(["1", "2"], people)
    table["unit"] = rng.permutation(2 * people) // 10
    return Study(scale, table, group="group", unit="unit")


def judged_words(measured, lang="en"):
    """Return every sentence of the report that could judge, as it is shown."""
    numbered = numbering(lang)
    pieces = [
        *steps.reliability(measured, numbered, lang),
        *steps.structure_words(measured, lang),
        *models.cautions(measured, lang),
        *steps.groups(measured, numbered, lang),
        *steps.units(measured, numbered, lang),
    ]
    return " ".join(piece.text for piece in pieces if isinstance(piece, Words))


def says(text, key, lang="en"):
    """Return whether a text has the sentence of that name, whatever is filled in."""
    place = 0
    for fixed in re.split(r"\{\w+\}", label(key, lang)):
        place = text.find(fixed, place)
        if place < 0:
            return False
        place += len(fixed)
    return True


def accusations(text, lang="en"):
    return [key for key in ACCUSING if says(text, key, lang)]


def worked(scale, people, draw, *, shift=0.0, estimator="ML"):
    study = study_of(scale, people, draw, shift)
    return work_out(study, estimator=estimator, missing=None, min_group=5, rng=draw)


def accused(scale, people, draws, estimator="ML"):
    """Return how many draws accuse a scale that is right, or groups that are alike."""
    found = (worked(scale, people, draw, estimator=estimator) for draw in range(draws))
    return sum(bool(accusations(judged_words(measured))) for measured in found)


def named(scale, people, draws, estimator="ML"):
    """Return how many draws name the statement that is read otherwise, and it first."""
    wrong = len(scale.items) // len(scale.factors) - 1
    count = 0
    for draw in range(draws):
        found = worked(scale, people, draw, shift=SHIFT, estimator=estimator).invariance
        if isinstance(found, str):
            # An answer that one group never gave: nothing can be named.
            continue
        first = found.to_free["lhs"].tolist()[:1]
        count += found.verdict == "fails" and first == [scale.items[wrong].key]
    return count


def as_text(html):
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))


TWO, ONE = scale_of(2, 3), scale_of(1, 5)


def test_a_scale_that_is_right_and_groups_that_are_alike_are_rarely_accused():
    # A tenth of the table's draws at the size where chance does most.
    assert accused(TWO, 50, 50) <= MOST * 50
    assert accused(ONE, 200, 3) == 0


def test_one_statement_that_is_read_otherwise_is_named():
    assert named(TWO, 200, 2) == 2


@pytest.mark.parametrize(("shift", "accuses"), [(0.0, False), (SHIFT, True)])
def test_the_page_says_what_the_words_say(shift, accuses):
    study = study_of(TWO, 200, 1, shift)
    text = as_text(measure_report(study, lang="da", estimator="ML", rng=1).to_html())
    words = judged_words(worked(TWO, 200, 1, shift=shift), "da")
    assert accusations(text, "da") == accusations(words, "da")
    assert bool(accusations(text, "da")) == accuses
    for sentence in re.split(r"(?<=\.) ", as_text(words)):
        assert sentence in text


def test_every_accusing_sentence_is_found_when_it_is_said():
    filled = defaultdict(lambda: "»x«")
    for lang in ("da", "en"):
        for key in ACCUSING:
            text = label(key, lang).format_map(filled)
            assert accusations(f"Før. {text} Efter.", lang) == [key]


@pytest.mark.release
@pytest.mark.slow
@pytest.mark.parametrize("people", SIZES)
@pytest.mark.parametrize("scale", [TWO, ONE], ids=["two factors", "one factor"])
def test_the_whole_table_of_false_alarms_stays_below_its_limit(scale, people):
    wrong, right = accused(scale, people, 500), named(scale, people, 50)
    which = f"{len(scale.factors)} x {len(scale.items) // len(scale.factors)} items"
    print(f"{which}, {people}: {wrong}/500 accused, {right}/50 named")  # noqa: T201
    assert wrong <= MOST * 500


@pytest.mark.release
@pytest.mark.slow
@pytest.mark.parametrize("estimator", ["MLR", "WLSMV"])
@pytest.mark.parametrize("people", SIZES)
def test_the_other_estimators_stay_below_it_too(estimator, people):
    wrong = accused(TWO, people, 100, estimator)
    right = named(TWO, people, 20, estimator)
    print(f"{estimator}, {people}: {wrong}/100 accused, {right}/20 named")  # noqa: T201
    assert wrong <= MOST * 100
