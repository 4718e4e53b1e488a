"""The exports of survey systems, written here as those systems write them."""

import csv
import json

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from lederlib.answers import read_answers, read_scale

SCALE = read_scale()
FIRST = SCALE.items[:3]


def write(path, rows, separator=",", encoding="utf-8"):
    with path.open("w", newline="", encoding=encoding) as stream:
        csv.writer(stream, delimiter=separator).writerows(rows)
    return path


def roles(answers):
    return answers.columns.set_index("found")["role"].to_dict()


def qualtrics_rows(texts, cells):
    names = ["StartDate", "Status", "IPAddress", "Duration (in seconds)", "ResponseId"]
    heads = ["Start Date", "Response Type", "IP Address", "Duration", "Response ID"]
    questions = [f"Q{number}" for number in range(1, len(texts) + 1)]
    ids = [
        json.dumps({"ImportId": f"id{n}"}) for n in range(len(names) + len(questions))
    ]
    rows = [[*names, *questions], [*heads, *texts], ids]
    for number, (status, *answers) in enumerate(cells):
        row = ["2026-01-01", status, "1.2.3.4", "60", f"R_{number}", *answers]
        rows.append(row)
    return rows


@pytest.mark.parametrize("lang", ["da", "en"])
def test_qualtrics_hides_the_question_in_the_second_row(tmp_path, lang):
    texts = [f"Hvor enig er du? - {item.text.to(lang)}" for item in FIRST]
    labels = [label.to(lang) for label in SCALE.labels]
    rows = qualtrics_rows(
        [*texts, "Samlet: Enhed"],
        [
            ["IP Address", labels[0], labels[4], labels[2], "A"],
            ["Survey Preview", labels[0], labels[0], labels[0], "B"],
            ["IP Address", "2", "", "5", "A"],
        ],
    )
    answers = read_answers(write(tmp_path / "a.csv", rows, encoding="utf-8-sig"))
    np.testing.assert_array_equal(answers.items, [[1, 5, 3], [2, np.nan, 5]])
    assert answers.respondents.tolist() == ["R_0", "R_2"]
    assert answers.unplaced == ("Q4",)
    assert roles(answers)["IPAddress"] == "background"
    assert answers.left_out.to_numpy().tolist() == [["trial_row", "5", 1]]
    assert any("Qualtrics" in note.en for note in answers.notes)


def test_a_mistake_in_a_qualtrics_file_is_named_by_its_row(tmp_path):
    rows = qualtrics_rows([FIRST[0].text.da], [["IP Address", "9"]])
    with pytest.raises(ValueError, match="“9” in row 4, column “Q1”"):
        read_answers(write(tmp_path / "a.csv", rows))


def test_colours_come_through_qualtrics(tmp_path):
    rows = qualtrics_rows(["Omdømme", "Jeres kort - Værdier"], [["0", "Rød", "Grøn"]])
    answers = read_answers(write(tmp_path / "a.csv", rows))
    assert answers.factors.iloc[0].to_dict() == {"reputation": 0, "values": 1}


LIME = ["id", "submitdate", "lastpage", "startlanguage", "seed"]
META = ["1", "2026-01-01 10:00:00", "3", "da", "77"]


@pytest.mark.parametrize(
    "headers",
    [
        [f"{item.factor.replace('_', '')}[SQ00{item.key[-1]}]" for item in FIRST],
        [f"G1Q1[{item.key.replace('_', '')}]" for item in FIRST],
        [f"G1Q{n}. {item.text.da}" for n, item in enumerate(FIRST)],
        [f"Hvor enig er du? [{item.text.da}]" for item in FIRST],
        [f"G1Q1[SQ{n}]. How far? [{item.text.en}]" for n, item in enumerate(FIRST)],
    ],
    ids=["codes", "item codes", "code and question", "question", "everything"],
)
@pytest.mark.parametrize(
    "given",
    [["A1", "A5", ""], ["AO01", "AO05", "N/A"], ["helt uenig", "Helt enig", ""]],
    ids=["A1", "AO01", "labels"],
)
def test_limesurvey_codes_or_labels(tmp_path, headers, given):
    rows = [[*LIME, *headers], [*META, *given]]
    answers = read_answers(write(tmp_path / "a.csv", rows))
    np.testing.assert_array_equal(answers.items, [[1, 5, np.nan]])
    assert list(answers.items) == [item.key for item in FIRST]
    assert answers.respondents.tolist() == ["1"]
    assert answers.unplaced == ()
    assert any("LimeSurvey" in note.en for note in answers.notes)


@pytest.mark.parametrize("separator", [";", "\t"])
def test_surveyxact_joins_grid_and_item_by_a_dash(tmp_path, separator):
    header = [
        "respondent",
        "Samlet status",
        "Oprettet",
        *[f"Tænk på din arbejdsplads - {item.text.da}" for item in FIRST],
        "Kortet - Omdømme",
        "Enhed",
    ]
    rows = [
        header,
        [
            "11",
            "Gennemført",
            "01-02-2026",
            "Enig",
            "Helt uenig",
            "Ved ikke",
            "Gul",
            "A",
        ],
        ["12", "Nogen svar", "01-02-2026", "Enig", "", "", "", "A"],
        ["13", "Distribueret", "01-02-2026", "", "", "", "", "B"],
    ]
    path = write(tmp_path / "a.csv", rows, separator, "cp1252")
    answers = read_answers(path)
    nan = np.nan
    np.testing.assert_array_equal(answers.items, [[4, 1, nan], [4, nan, nan]])
    np.testing.assert_array_equal(answers.factors["reputation"], [0.5, nan])
    assert answers.respondents.tolist() == ["11", "12"]
    assert answers.unplaced == ()
    told = " ".join(note.en for note in answers.notes)
    assert "SurveyXact" in told
    assert "Some responses were not finished." in told
    assert set(answers.left_out["reason"]) == {"no_answers", "no_opinion"}


def test_a_grid_of_ones_own_needs_no_survey_system(tmp_path):
    header = [f"Vores kort - {name}" for name in ("Omdømme", "Værdier")]
    answers = read_answers(write(tmp_path / "a.csv", [header, ["rød", "grøn"]]))
    assert answers.factors.iloc[0].to_dict() == {"reputation": 0, "values": 1}


def spss(path, columns, **about):
    pyreadstat.write_sav(pd.DataFrame(columns), path, **about)
    return path


def test_spss_labels_count_before_numbers(tmp_path):
    columns = {
        "omd": [1.0, 3.0, 2.0],
        "v1": [0.0, 4.0, 9.0],
        "v2": [1.0, 2.0, 5.0],
        "tid": [0.0, 5.0, 10.0],
        "enhed": [1.0, 1.0, 2.0],
    }
    labels = [label.da for label in SCALE.labels]
    path = spss(
        tmp_path / "a.sav",
        columns,
        column_labels=[
            "Omdømme",
            FIRST[0].text.da,
            FIRST[1].text.en,
            "For lidt tid nu",
            "Afdeling",
        ],
        variable_value_labels={
            "omd": {1: "grøn", 2: "gul", 3: "rød"},
            "v1": dict(enumerate(labels)) | {9: "ved ikke"},
            "tid": {0: "slet ikke", 10: "i høj grad"},
            "enhed": {1: "Nord", 2: "Syd"},
        },
        missing_ranges={"v1": [9]},
    )
    answers = read_answers(path)
    assert answers.factors["reputation"].tolist() == [1, 0, 0.5]
    np.testing.assert_array_equal(answers.items["reputation_1"], [1, 5, np.nan])
    assert answers.items["reputation_2"].tolist() == [1, 2, 5]
    assert answers.balance["limited_time_now"].tolist() == [0, 0.5, 1]
    assert answers.background["enhed"].tolist() == ["Nord", "Nord", "Syd"]
    assert roles(answers)["enhed"] == "group"
    assert answers.left_out.to_numpy().tolist() == [["user_missing", "v1", 1]]


def test_a_mistake_in_an_spss_file_is_named_by_its_case(tmp_path):
    path = spss(tmp_path / "a.sav", {"values_1": [3.0, 8.0]})
    with pytest.raises(ValueError, match="“8” in row 2, column “values_1”"):
        read_answers(path)


def test_words_that_are_no_colours_are_read_as_words_of_good_and_bad(tmp_path):
    for codes in ((1, 2, 3), (3, 2, 1)):
        labels = dict(zip(codes, ("skidt", "jævnt", "godt"), strict=True))
        path = spss(
            tmp_path / "a.sav",
            {"reputation": [float(code) for code in codes]},
            variable_value_labels={"reputation": labels},
        )
        answers = read_answers(path)
        assert answers.factors["reputation"].tolist() == [0, 0.5, 1]
        assert any("good and bad" in note.en for note in answers.notes)


def test_words_of_no_known_scale_are_not_read_by_the_numbers_behind_them(tmp_path):
    path = spss(
        tmp_path / "a.sav",
        {"reputation": [1.0, 2.0, 3.0]},
        variable_value_labels={"reputation": {1: "prima", 2: "nå", 3: "øv"}},
    )
    with pytest.raises(ValueError, match="“prima”, “nå”, “øv” in column “reputation”"):
        read_answers(path)
