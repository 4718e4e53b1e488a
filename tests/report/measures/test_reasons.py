"""Why a figure is missing is said in the report's language."""

from functools import cache, partial

import numpy as np
import pandas as pd
import pytest

from lederlib import measure
from lederlib.answers import Study, read_scale
from lederlib.catalogue import load_dataset
from lederlib.report import measure_report
from lederlib.report.measures.fitting import Fitted, or_reason
from lederlib.report.measures.reasons import _KNOWN, reason_words
from lederlib.text import label

ONE, TWO, THREE = KEYS = [f"leadership_quality_{number}" for number in (1, 2, 3)]


def constant(table):
    return table.assign(**{ONE: 3})


def empty(table):
    return table.assign(**{ONE: np.nan})


def alike(table):
    return table.assign(**{ONE: table[TWO]})


def apart(table):
    first = np.arange(len(table)) < 75
    return table.assign(**{ONE: table[ONE].mask(first), TWO: table[TWO].mask(~first)})


def few(table):
    return table.head(5)


@pytest.mark.parametrize(
    ("harmed", "sentence"),
    [
        (constant, "Alle har svaret det samme på leadership_quality_1"),
        (empty, "Ingen har svaret på leadership_quality_1."),
        (alike, "Nogle udsagn er besvaret så ens"),
        (apart, "Ingen har svaret på både leadership_quality_1 og leadership"),
        (few, "Modellen skal finde flere tal, end der er personer."),
    ],
)
def test_a_danish_report_gives_its_reasons_in_danish(harmed, sentence):
    table = harmed(load_dataset("municipal_survey").head(150)[KEYS])
    study = Study(read_scale().only("leadership_quality"), table)
    page = measure_report(study, lang="da").to_html()
    assert "Kunne ikke beregnes: " in page
    assert sentence in page
    told = page.split("</style>")[-1].split("Gør det igen")[0]
    for english in (" must ", "Singular", "there are people", "missing"):
        assert english not in told


@cache
def people():
    rng = np.random.default_rng(2)
    seen = rng.normal(size=(60, 1)) + rng.normal(size=(60, 4))
    return pd.DataFrame(seen, columns=list("abcd")).assign(team=["N", "S"] * 30)


ONE_FACTOR = "f =~ a + b + c + d"
NORTH = people()["team"] == "N"


def factors(table, **options):
    return partial(measure.cfa, ONE_FACTOR, table, **options)


def alike_teams(table):
    return partial(measure.invariance, ONE_FACTOR, table, "team")


def fitted(table):
    return Fitted(table=table, estimator="ML", missing="listwise", cluster=None).fit


def unrelated():
    """Answers that have no factor in common, so that no search for one arrives."""
    return pd.DataFrame(
        np.random.default_rng(0).normal(size=(20, 4)), columns=list("abcd")
    )


SENTENCES = {
    "people": factors(people().head(4)),
    "people_in_group": alike_teams(people()[~NORTH | (people().index < 8)]),
    "estimates": partial(fitted(people().head(7)), ONE_FACTOR),
    "search": partial(fitted(unrelated()), ONE_FACTOR),
    "constant": factors(people().assign(a=1.0)),
    "constant_in_group": alike_teams(people().assign(a=people()["a"].mask(NORTH, 1.0))),
    "empty": factors(people().assign(a=np.nan)),
    "tied": factors(people().assign(a=people()["b"])),
    "apart": factors(
        people().assign(a=people()["a"].mask(NORTH), b=people()["b"].where(NORTH)),
        missing="fiml",
    ),
    "whole": partial(
        measure.alpha,
        people()[["a", "b"]].assign(
            a=people()["a"].mask(NORTH), b=people()["b"].where(NORTH)
        ),
    ),
    "groups": alike_teams(people().assign(team="N")),
    "rows": partial(measure.alpha, people()[["a", "b"]].head(1)),
}


@pytest.mark.parametrize("key", SENTENCES)
def test_every_known_reason_is_one_that_a_measure_gives(key):
    """Whoever changes a sentence of measures finds the words for it here."""
    reason = or_reason(SENTENCES[key])
    assert isinstance(reason, str)
    told = reason_words(reason, "da")
    start = label(f"measure.reason_{key}", "da", item="a", other="b", group="N")
    assert told == start, reason


def test_no_known_reason_is_left_untried():
    assert {key.removesuffix("_in_group") for key in SENTENCES} == _KNOWN.keys()
