"""Why a figure is missing is said in the report's language."""

import numpy as np
import pytest

from lederlib.answers import Study, read_scale
from lederlib.catalogue import load_dataset
from lederlib.report import measure_report

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
