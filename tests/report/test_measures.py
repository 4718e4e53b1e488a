"""The report on a measure shows what the functions find, and hides no failure."""

from datetime import date

import pandas as pd
import pytest

from lederlib.measure import alpha, cfa, factor_reliability, icc, invariance
from lederlib.report import measure_report
from lederlib.report.apa import apa_interval, apa_number, apa_share

FACTORS = {
    "Tillid": ["y1", "y2", "y3", "y4"],
    "Mening & mål": ["y5", "y6", "y7", "y8"],
    "Støtte": ["y9", "y10", "y11", "y12"],
}
MODEL = "\n".join(
    f"f{place} =~ {' + '.join(own)}" for place, own in enumerate(FACTORS.values())
)
DAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def answers():
    table = pd.read_csv("tests/reference/tables/two_groups.csv")
    return table.assign(unit=[f"u{row % 50}" for row in range(len(table))])


@pytest.fixture(scope="module")
def page(answers):
    return measure_report(
        answers, FACTORS, lang="en", group="profession", unit="unit", today=DAY
    )


def test_reliability_is_that_of_the_functions(answers, page):
    model = factor_reliability(cfa(MODEL, answers, "MLR", std_lv=True)).table
    for place, own in enumerate(FACTORS.values()):
        found, of_model = alpha(answers[own]), model.loc[f"f{place}"]
        ends = apa_interval(found.low, found.high, "en")
        assert f"{apa_share(found.value, 'en')} {ends}" in page
        ends = apa_interval(of_model["low"], of_model["high"], "en")
        assert f"{apa_share(of_model['composite'], 'en')} {ends}" in page


def test_the_fit_is_that_of_the_model(answers, page):
    model = cfa(MODEL, answers, "MLR", std_lv=True)
    assert f"χ²({model.scaled_df:.0f}) = {apa_number(model.scaled_chi2, 'en')}" in page
    assert f"CFI = {apa_share(model.scaled_cfi, 'en', digits=3)}" in page


def test_every_step_between_the_groups_has_its_row(answers, page):
    for step in invariance(MODEL, answers, "profession", "MLR").table.itertuples():
        assert f"<td>{apa_number(step.chi2, 'en')}</td>" in page


def test_the_units_have_their_figures(answers, page):
    for own in FACTORS.values():
        found = icc(answers[own].mean(axis=1), answers["unit"])
        assert apa_share(found.icc1, "en") in page


def test_names_are_escaped_and_the_page_needs_no_network(page):
    assert "Mening &amp; mål" in page
    for mark in ("http-equiv", "<script", 'src="http', '<link rel="stylesheet'):
        assert mark not in page


def test_the_danish_page_is_danish(answers):
    text = measure_report(answers, FACTORS, lang="da", today=DAY, synthetic=True)
    assert "<h2>Hvad det hviler på</h2>" in text
    assert "Svarene er opdigtede" in text
    assert "24.11.2026" in text
    assert "Ens på tværs af grupper?" not in text


def test_what_cannot_be_computed_is_said_on_the_page(answers):
    few = answers.head(8)
    text = measure_report(few, FACTORS, lang="en", group="profession", today=DAY)
    assert text.count("Could not be computed: ") >= 3
    assert "<h2>Reliability</h2>" in text
    assert "To be deleted by" in text


def test_the_page_is_written_whole(answers, tmp_path):
    target = tmp_path / "measure.html"
    text = measure_report(answers, FACTORS, target, lang="en", today=DAY)
    assert target.read_text(encoding="utf-8") == text
    assert [path.name for path in tmp_path.iterdir()] == ["measure.html"]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"factors": {}}, "at least one factor"),
        ({"factors": {"A": ["y1", "y2", "y1"]}}, "'y1' belongs to two"),
        (
            {"factors": {"A": ["y1", "y21"]}},
            "a column 'y21'; it has none. Nearest: 'y2'",
        ),
        ({"group": "proffession"}, "Nearest: 'profession'"),
        ({"min_group": 3}, "min_group must lie between 5 and 10"),
        ({"options": 1}, "options must lie between 2"),
    ],
)
def test_one_sentence_says_what_is_wrong(answers, wrong, sentence):
    with pytest.raises(ValueError, match=sentence):
        measure_report(answers, **{"factors": FACTORS, **wrong})


def test_a_reversed_item_is_named_under_its_factor_only(answers):
    turned = answers.assign(y6=6 - answers["y6"])
    text = measure_report(turned, FACTORS, lang="da", today=DAY)
    assert "Mening &amp; mål: y6 går imod summen af faktorens andre udsagn" in text
    assert text.count("går imod summen") == 1
    assert "går imod summen" not in measure_report(answers, FACTORS, today=DAY)


def test_floor_and_ceiling_need_the_ends_of_the_scale(answers, page):
    assert "Floor and ceiling were not worked out" in page
    steps = answers[[f"y{number}" for number in range(1, 13)]].round().clip(1, 5)
    told = measure_report(steps, FACTORS, lang="en", low=1, options=5, today=DAY)
    share = (steps["y1"] == 5).mean()
    assert "Floor and ceiling were not worked out" not in told
    assert f"<td>{share:.0%}</td>" in told


def test_a_model_that_fails_names_the_columns_of_the_reader(answers):
    named = {"y1": "Vi siger fra", "y2": "Chefen lytter", "y3": "1. fejl"}
    table = answers.rename(columns=named).assign(**{"Chefen lytter": 3})
    own = {"Tillid": [*named.values(), "y4"], "Mål": ["y5", "y6", "y7"]}
    text = measure_report(table, own, lang="en", today=DAY)
    assert "Item &#x27;Chefen lytter&#x27; must vary" in text
    assert "item2" not in text
    copied = table.assign(**{"Chefen lytter": table["1. fejl"]})
    text = measure_report(copied, own, lang="en", group="profession", today=DAY)
    assert text.count("&#x27;Chefen lytter&#x27;, &#x27;1. fejl&#x27; determine") >= 1
    assert "item2" not in text


def test_columns_called_by_numbers_work(answers):
    table = answers[[f"y{number}" for number in range(1, 9)]].set_axis(range(8), axis=1)
    text = measure_report(table, {"A": [0, 1, 2, 3], "B": [4, 5, 6, 7]}, today=DAY)
    assert "Kunne ikke" not in text
