"""An attacker who has the page, the document and the tables of a measure's report."""

import csv
import re
from io import StringIO

import numpy as np
import pandas as pd
import pytest
from docx import Document

from lederlib.answers import new_scale
from lederlib.report import write_measure_report
from tests.report.page_reader import own_attributes, read_page

ITEMS = [f"{factor}_{number}" for factor in ("calm", "focus") for number in (1, 2, 3)]
OPTIONS = {
    "lang": "en",
    "group": "team",
    "unit": "unit",
    "keep": "first",
    "force": True,
}


@pytest.fixture(scope="module")
def scale(tmp_path_factory):
    return new_scale("ro", tmp_path_factory.mktemp("scale"))


def people(seed=1, rows=33):
    rng = np.random.default_rng(seed)
    leaning = rng.normal(size=(rows, 1)) + rng.normal(size=(rows, 6))
    answers = np.digitize(leaning, [-1.5, -0.5, 0.5, 1.5]) + 1
    table = pd.DataFrame(answers, columns=ITEMS).astype(object)
    table["team"] = ["red"] * 15 + ["blue"] * 15 + ["lilac"] * (rows - 30)
    table["unit"] = [f"unit {row // 10}" for row in range(rows)]
    table["name"] = [f"Person {row}" for row in range(rows)]
    return table


def written(tmp_path, scale, table, ending=".html", **options):
    source = tmp_path / "answers.csv"
    table.to_csv(source, index=False)
    target = tmp_path / f"report{ending}"
    write_measure_report(source, scale, target, **OPTIONS | options)
    return target


def in_all_forms(tmp_path, scale, table):
    """Return all words of the page, of the document and of the tables."""
    page = written(tmp_path, scale, table).read_text(encoding="utf-8")
    options = {"tables": tmp_path / "tables"}
    document = Document(written(tmp_path, scale, table, ".docx", **options))
    cells = [
        [[place.text for place in row.cells] for row in held.rows]
        for held in document.tables
    ]
    words = [each.text for each in document.paragraphs]
    files = [
        path.read_text(encoding="utf-8-sig")
        for path in sorted((tmp_path / "tables").iterdir())
        if path.suffix in (".csv", ".tex")
    ]
    return page, words, cells, files


@pytest.fixture(scope="module")
def forms(tmp_path_factory, scale):
    return in_all_forms(tmp_path_factory.mktemp("forms"), scale, people())


def test_a_group_or_unit_of_few_is_as_if_it_had_no_name(tmp_path, scale, forms):
    table = people()
    nameless = table.assign(team=table["team"].replace("lilac", ""))
    nameless["unit"] = table["unit"].replace("unit 3", "")
    page, words, cells, files = in_all_forms(tmp_path, scale, nameless)
    assert (words, cells, files) == forms[1:]
    assert page == forms[0]
    assert not any("lilac" in text for text in (forms[0], *forms[3]))


def test_how_few_were_lost_for_a_reason_is_not_told(tmp_path, scale):
    found = []
    for lost in (1, 4):
        table = pd.concat([people(), people().head(lost)])
        found.append(written(tmp_path, scale, table).read_text(encoding="utf-8"))
    assert found[0] == found[1]
    assert "some" in found[0]


def test_a_gap_more_in_answers_of_few_leaves_every_number_of_people(tmp_path, scale):
    found = []
    for gaps in (1, 2):
        table = people()
        table.loc[: gaps - 1, "calm_1"] = np.nan
        page = written(tmp_path, scale, table).read_text(encoding="utf-8")
        found.append(re.findall(r"≈\s?[\d,]+", page))
    assert found[0] == found[1]
    assert found[0]


def test_whoever_subtracts_a_number_of_people_is_left_with_none_or_many(
    tmp_path, scale
):
    rng = np.random.default_rng(3)
    table = people()
    table[ITEMS] = table[ITEMS].mask(rng.random((len(table), 6)) < 0.04)
    page = written(tmp_path, scale, table).read_text(encoding="utf-8")
    told = {int(text) for text in re.findall(r"≈\s?(\d+)", page)}
    assert told
    for number in told:
        rest = {len(table) - n for n in range(number - 2, number + 3)}
        assert rest & {0, *range(5, 100)}


def told_by(page, column):
    """Return how many people the figures of a model tell of, by RMSEA and by BIC."""
    (rows,) = [held for name, held in page.tables.items() if "side by side" in name]
    names = [row[0] for row in rows]
    figure = {
        name: float(rows[place][column].replace("−", "-").replace(",", ""))
        for place, name in enumerate(names)
        if name in ("χ²", "df", "RMSEA", "AIC", "BIC")
    }
    df, error = figure["df"], figure["RMSEA"]
    estimates = 6 * 2 + (column - 1)
    return (
        (figure["χ²"] - df) / (df * error**2) if error else np.nan,
        np.exp((figure["BIC"] - figure["AIC"]) / estimates + 2),
    )


def test_figures_of_fit_do_not_tell_how_few_were_left_out(tmp_path, scale):
    rng = np.random.default_rng(2)
    apart = np.repeat(rng.normal(size=(120, 2)), 3, axis=1) * np.tile([2, 2, -2], 2)
    steps = np.digitize(apart + rng.normal(0, 0.7, (120, 6)), [-1.5, -0.5, 0.5, 1.5])
    table = pd.DataFrame(steps + 1.0, columns=ITEMS)
    for row, item in enumerate(ITEMS[:3]):
        table.loc[row, item] = np.nan
    path = written(tmp_path, scale, table, missing="listwise", group=None, unit=None)
    found = told_by(read_page(path.read_text(encoding="utf-8")), 1)
    assert all(abs(people - 115) < abs(people - 117) for people in found), found


def test_the_sentence_on_groups_has_the_rmsea_of_its_table(tmp_path, scale):
    """Two of them, of 93 people and of 95, told how few sit in another group."""
    rng = np.random.default_rng(2)
    apart = np.repeat(rng.normal(size=(95, 2)), 3, axis=1) * np.tile([2, 2, -2], 2)
    apart[:, [0, 3]] += rng.normal(size=(95, 1))
    steps = np.digitize(apart + rng.normal(0, 0.7, (95, 6)), [-1.5, -0.5, 0.5, 1.5])
    table = pd.DataFrame(steps + 1.0, columns=ITEMS)
    table["team"] = np.where(np.arange(95) < 47, "north", "south")
    table.loc[93:, "team"] = "few"
    path = written(tmp_path, scale, table, group="team", unit=None)
    page = path.read_text(encoding="utf-8")
    (said,) = re.findall(r"CFI = [\d.]+, RMSEA = ([\d.]*\d)", page)
    (rows,) = [
        held for name, held in read_page(page).tables.items() if "Step by step" in name
    ]
    place = rows[0].index("RMSEA")
    assert float(said) == float(rows[1][place]) > 0.1


def test_page_document_and_files_hold_the_same_cells(forms):
    page, _, cells, files = forms
    tables = [
        [[text.replace("\u00a0", " ") for text in row] for row in held]
        for held in cells
    ]
    read = [
        [[text.replace("\u00a0", " ") for text in row] for row in rows]
        for rows in read_page(page).tables.values()
    ]
    assert read == tables
    tidy = sorted(
        [list(csv.reader(StringIO(text))) for text in files if "tabular" not in text]
    )
    plain = sorted(
        [
            [
                ["" if t == "–" else t.replace("−", "-").replace(",", "") for t in row]
                for row in held
            ]
            for held in tables
        ]
    )
    for one, other in zip(tidy, plain, strict=True):
        assert [[t.replace(",", "") for t in row] for row in one] == other


def test_nobodys_name_or_answers_stand_beside_what_is_shown(forms):
    page = read_page(forms[0])
    assert own_attributes(page) == []
    assert "Person" not in page.words


def test_of_fewer_people_than_the_limit_nothing_is_written(tmp_path, scale):
    with pytest.raises(ValueError, match="Fewer than 5 people answered"):
        written(tmp_path, scale, people().head(4))
    assert not (tmp_path / "report.html").exists()


def test_a_reason_tells_no_number(tmp_path, scale):
    table = people().head(12)
    table[ITEMS] = 3
    page = read_page(written(tmp_path, scale, table).read_text(encoding="utf-8"))
    reasons = re.findall(r"Could not be computed: [^.;]*[.;]", page.words)
    assert reasons
    assert not any(re.search(r"(?<!\w)\d", reason) for reason in reasons)
