"""The report on a measure shows what the functions find, and hides no failure."""

import csv
import re
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO

import numpy as np
import pandas as pd
import pytest
from docx import Document

from lederlib.answers import Study, read_scale
from lederlib.catalogue import load_dataset
from lederlib.measure import (
    alpha,
    cfa,
    factor_reliability,
    icc,
    invariance,
    parallel_analysis,
)
from lederlib.measure.invariance.difference import difference
from lederlib.report import measure_report
from lederlib.report.apa import apa_number, apa_share
from lederlib.report.measures.working import model_texts, or_reason

DAY = date(2026, 11, 24)
FACTORS = ("leadership_quality", "career_development")


@pytest.fixture(scope="module")
def study():
    people = load_dataset("municipal_survey").head(500)
    two = people[people["occupation"].isin(["care_health", "teaching"])].copy()
    keys = [item.key for item in read_scale().only(*FACTORS).items]
    two = two.dropna(subset=keys).reset_index(drop=True)
    two["unit"] = two.index % 40
    scale = read_scale().only(*FACTORS)
    return Study(scale, two, group="occupation", unit="unit")


@pytest.fixture(scope="module")
def told():
    return []


@pytest.fixture(scope="module")
def report(study, told):
    return measure_report(study, lang="en", today=DAY, tell=told.append)


@pytest.fixture(scope="module")
def gappy(study):
    table = study.answers.drop(columns=["occupation", "unit"])
    holes = np.random.default_rng(1).random((len(table), len(study.items.columns)))
    table[study.items.columns] = table[study.items.columns].mask(holes < 0.05)
    return Study(study.scale, table)


def fitted(study, text=""):
    """Return the fit that the report shows, people of one unit answering alike."""
    return cfa(text or study.model, study, "MLR", cluster="unit", std_lv=True)


def table(report, caption):
    (found,) = [held for held in report.tables if caption in held.caption]
    return pd.DataFrame(list(found.cells), columns=range(len(found.head)))


@pytest.mark.usefixtures("report")
def test_what_takes_long_is_told_before_it_is_done(told):
    first, second, third = (phrase.en for phrase in told)
    assert "two models of the 6 items" in first
    assert "2 groups (occupation)" in second
    assert "number of factors" in third


def test_the_items_stand_in_words_with_their_direction(study, report):
    rows = table(report, "as they were asked")
    assert rows[1].tolist() == [item.text.en for item in study.scale.items]
    turned = ["yes" if item.reversed else "no" for item in study.scale.items]
    assert rows[3].tolist() == turned
    assert set(rows[4]) == {str(len(study.items))}


def test_reliability_is_that_of_the_functions(study, report):
    rows = table(report, "Reliability and error")
    own = factor_reliability(fitted(study)).table
    for place, factor in enumerate(FACTORS):
        found = alpha(study.only(factor))
        figures = [found.value, found.low, found.high]
        figures += own.loc[factor, ["composite", "low", "high"]].tolist()
        assert rows.loc[place, 2:7].tolist() == [apa_share(x, "en") for x in figures]


def test_models_stand_side_by_side_with_their_difference(study, report):
    rows = table(report, "side by side").set_index(0)
    texts = model_texts(study)
    one, own = (fitted(study, text) for text in texts.values())
    for place, fit in enumerate((one, own), start=1):
        assert rows.loc["χ²", place] == apa_number(fit.scaled.chi2, "en")
        assert rows.loc["CFI", place] == apa_share(fit.scaled.cfi, "en", digits=3)
        assert rows.loc["BIC", place] == apa_number(fit.bic, "en", digits=1)
    found = difference(own.fit, one.fit)
    assert rows.loc["Δχ²", 1] == apa_number(found.chi2, "en")


def test_loadings_have_their_intervals(study, report):
    rows = table(report, "Standardised loadings")
    estimates = fitted(study).estimates
    first = estimates[estimates["op"] == "=~"].iloc[0]
    ends = [first["std"] + side * 1.959964 * first["std_se"] for side in (0, -1, 1)]
    assert rows.loc[0, 3:].tolist() == [apa_share(end, "en") for end in ends]


def test_the_model_says_what_it_would_gain(study, report):
    rows = table(report, "would gain most by")
    gains = fitted(study).modification_indices()
    assert rows[1].tolist() == [apa_number(x, "en") for x in gains["chi2"].head(10)]
    assert rows[3].tolist() == [apa_number(x, "en") for x in gains["change"].head(10)]


def test_every_step_between_the_groups_has_its_row(study, report):
    rows = table(report, "Step by step")
    found = invariance(study.model, study, estimator="MLR", cluster="unit")
    assert rows[1].tolist() == [apa_number(x, "en") for x in found.table["scaled_chi2"]]
    form = f"({rows.loc[0, 2]}) = {rows.loc[0, 1]}"
    assert form in found.summary("en")
    falls = [apa_share(x, "en", digits=3) for x in found.told["delta_cfi"]]
    assert rows[7].tolist() == falls


def test_units_have_their_figures_and_their_nulls(study, report):
    held = next(each for each in report.tables if "between units" in each.caption)
    assert held.head[-2:] == ("rwg(j), uniform null", "rwg(j), slightly skewed null")
    for row, factor in zip(held.cells, FACTORS, strict=True):
        found = icc(study.scores[factor], study.table["unit"])
        assert row[1] == apa_share(found.icc1, "en")


def test_where_the_number_of_factors_differs_a_sentence_says_so(study):
    one = Study(study.scale, study.answers)
    noise = np.random.default_rng(2).normal(size=(len(one.items), 1))
    strong = one.items.copy()
    strong[:] = np.clip(np.round(3 + noise + 0.5 * (strong - 3)), 1, 5)
    turned = study.scale.turn(strong)
    page = measure_report(Study(study.scale, turned), lang="en").to_html()
    assert parallel_analysis(Study(study.scale, turned)).suggested == 1
    assert "Parallel analysis suggests 1, and the scale is meant to have 2" in page


def test_a_scale_of_one_factor_is_held_against_equal_loadings(study):
    one = study.only("leadership_quality")
    texts = model_texts(one)
    assert texts["equal"] == (
        "leadership_quality =~ same*leadership_quality_1 + "
        "same*leadership_quality_2 + same*leadership_quality_3"
    )
    assert "Equal loadings" in table_heads(measure_report(one, lang="en"))


def table_heads(report):
    return [head for held in report.tables for head in held.head]


def test_where_answers_are_missing_all_that_were_given_are_used(gappy):
    page = measure_report(gappy, lang="en").to_html()
    assert "full" not in page or "FIML" in page
    fit = cfa(gappy.model, gappy, "MLR", missing="fiml", std_lv=True)
    assert apa_number(fit.scaled.chi2, "en") in page
    listwise = measure_report(gappy, lang="en", missing="listwise").to_html()
    fit = cfa(gappy.model, gappy, "MLR", std_lv=True)
    assert apa_number(fit.scaled.chi2, "en") in listwise


def test_the_code_that_makes_it_again_tells_what_was_chosen(gappy):
    report = measure_report(gappy, lang="en", today=DAY, missing="listwise")
    code = report.sections[-2].pieces[0].text
    assert 'lang="en", missing="listwise"' in code
    assert "study = Study(scale, answers)" in code
    assert code.splitlines()[-1].startswith('measure_report(study, "report.html"')


def test_with_few_units_the_report_says_that_intervals_are_too_narrow(study):
    table = study.answers.assign(unit=study.answers["unit"].astype(int) % 10)
    page = measure_report(Study(study.scale, table, unit="unit"), lang="en").to_html()
    assert "too few units for intervals" in page


def test_an_item_turned_by_mistake_is_named_under_its_factor_only(study):
    first = study.scale.items[0]
    wrong = replace(first, reversed=not first.reversed)
    scale = replace(study.scale, items=(wrong, *study.scale.items[1:]))
    page = measure_report(Study(scale, study.answers), lang="en").to_html()
    name = scale.factor_name(first.factor).en
    (sentence,) = re.findall(r">([^>]*) goes against the sum of the factor", page)
    assert sentence.startswith(f"{name}: ")
    assert first.key in sentence


def test_names_are_escaped_and_the_page_needs_no_network(report):
    page = report.to_html()
    for mark in ("http-equiv", "<script", 'src="http', '<link rel="stylesheet'):
        assert mark not in page


def test_the_danish_report_is_danish(gappy):
    page = measure_report(gappy, lang="da", today=DAY, synthetic=True).to_html()
    assert "<h2>Hvad det hviler på</h2>" in page
    assert "Svarene er opdigtede" in page
    assert "24.11.2026" in page
    assert "Ens på tværs af grupper?" not in page


def test_with_few_people_the_report_says_what_a_fit_is_worth(study):
    page = measure_report(study_of(study, 40), lang="en").to_html()
    assert "the test would see, in 4 studies of 5, only" in page
    many = measure_report(study, lang="en").to_html()
    assert "in 4 studies of 5, only" not in many
    page = measure_report(study_of(study, 8), lang="en").to_html()
    assert "Two models side by side" not in page
    assert page.count("Could not be computed: ") >= 2


@pytest.mark.parametrize(("seed", "shown"), [(0, True), (1, False)])
def test_a_fit_of_seven_people_says_what_it_is_worth_or_is_not_shown(seed, shown):
    scale = read_scale().only("leadership_quality")
    rng = np.random.default_rng(seed)
    keys = [item.key for item in scale.items]
    answers = pd.DataFrame(rng.integers(1, 6, (7, 3)), columns=keys)
    page = measure_report(Study(scale, answers), lang="en").to_html()
    assert ("Two models side by side" in page) == shown
    assert ("so its not being rejected says little" in page) == shown
    assert ("did not arrive, so there are none to show" in page) != shown
    assert ("Standardised loadings" in page) == shown


def study_of(study, people):
    return Study(study.scale, study.answers.head(people))


def test_the_document_holds_headings_tables_and_pictures(report):
    document = Document(BytesIO(report.to_docx()))
    heads = [each.text for each in document.paragraphs if "Heading" in each.style.name]
    assert heads == [section.title for section in report.sections]
    assert len(document.tables) == len(report.tables)
    assert len(document.inline_shapes) == 2
    assert document.core_properties.author == ""


def test_tables_are_written_in_three_forms(report, tmp_path):
    written = report.write_tables(tmp_path)
    assert len(written) == 3 * len(report.tables)
    rows = list(csv.reader(StringIO((tmp_path / "table_1.csv").read_text("utf-8-sig"))))
    assert tuple(rows[0]) == report.tables[0].head
    latex = (tmp_path / "table_1.tex").read_text("utf-8")
    assert latex.count(r"\\") == len(rows)
    assert len(Document(tmp_path / "table_1.docx").tables) == 1


def test_the_report_is_written_whole_and_as_its_name_ends(report, tmp_path):
    report.write(tmp_path / "measure.html")
    assert (tmp_path / "measure.html").read_text("utf-8") == report.to_html()
    assert [path.name for path in tmp_path.iterdir()] == ["measure.html"]
    with pytest.raises(ValueError, match=r"must end in .html"):
        report.write(tmp_path / "measure.pdf")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"min_group": 3}, "min_group is 3 but must lie from 5 to 10"),
        ({"estimator": "ULS"}, "estimator must be one of ML, MLR, WLSMV"),
        ({"missing": "pair"}, "missing must be one of listwise, fiml"),
        ({"missing": "pairwise"}, "needs the estimator WLSMV"),
    ],
)
def test_one_sentence_says_what_is_wrong(study, wrong, sentence):
    with pytest.raises(ValueError, match=sentence):
        measure_report(study, **wrong)


def test_a_reason_keeps_its_names_and_loses_its_numbers():
    def refuse():
        msg = "Item 'y12' must vary; all 7 answers are 3.5, in f_1."
        raise ValueError(msg)

    found = or_reason(refuse)
    assert "'y12'" in found
    assert "f_1" in found
    assert not re.search(r"(?<![\w])\d", found.replace("y12", ""))
