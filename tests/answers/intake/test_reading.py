"""What a person typed comes back as the same numbers, however the file was saved."""

import csv
import io
import tempfile
from pathlib import Path

import numpy as np
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.answers import AnswersError, read_answers, read_scale
from lederlib.answers.intake import delimited
from lederlib.catalogue import balance_items, dataset_path, factors

WORDS = {
    "danish": {0: "rød", 0.5: "gul", 1: "grøn"},
    "plain danish": {0: "ROED", 0.5: " Gul ", 1: "groen"},
    "english": {0: "Red", 0.5: "YELLOW", 1: "green "},
    "letters": {0: "R", 0.5: "Y", 1: "G"},
    "danish letters": {0: "r", 0.5: "GU", 1: "gr"},
    "numbers": {0: "1", 0.5: "2", 1: "3"},
}
tables = st.lists(
    st.lists(st.sampled_from([0, 0.5, 1, None]), min_size=3, max_size=3),
    min_size=1,
    max_size=8,
).filter(lambda rows: any(cell is not None for row in rows for cell in row))


def saved(folder, rows, *, encoding="utf-8", separator=";", name="a.csv"):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows(rows)
    path = Path(folder) / name
    path.write_bytes(text.getvalue().encode(encoding))
    return path


@given(
    table=tables,
    words=st.sampled_from(sorted(WORDS)),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
    separator=st.sampled_from([",", ";", "\t"]),
    names=st.sampled_from(["key", "da", "en"]),
)
def test_colours_survive_any_way_of_saving_them(
    table, words, encoding, separator, names
):
    three = factors()[:3]
    header = [each.key if names == "key" else each.name.to(names) for each in three]
    spoken = WORDS[words]
    anchor = [spoken[1], spoken[0], spoken[0.5]]
    rows = [["" if x is None else spoken[x] for x in row] for row in [*table]]
    with tempfile.TemporaryDirectory() as folder:
        path = saved(
            folder, [header, anchor, *rows], encoding=encoding, separator=separator
        )
        answers = read_answers(path)
    given_rows = [[1, 0, 0.5], *table]
    expected = [row for row in given_rows if any(cell is not None for cell in row)]
    np.testing.assert_array_equal(
        answers.factors.to_numpy(), np.array(expected, dtype=float)
    )
    assert list(answers.factors) == [each.key for each in three]
    blank = len(given_rows) - len(expected)
    assert answers.left_out["count"].sum() == blank


@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_name_of_every_factor_is_known(tmp_path, lang):
    for each in factors():
        for name in (each.name.to(lang), *each.aliases, each.key):
            decorated = f" {each.number}. {name.upper()}: "
            answers = read_answers(saved(tmp_path, [[decorated], ["rød"]]))
            assert list(answers.factors) == [each.key], name


def test_danish_letters_may_be_spelled_out(tmp_path):
    header = ["OMDOEMME", "vaerdier", "Ansaettelse", "Løn & goder"]
    answers = read_answers(saved(tmp_path, [header, ["rød"] * 4]))
    assert list(answers.factors) == ["reputation", "values", "hiring", "pay_benefits"]


@pytest.mark.parametrize("lang", ["da", "en"])
def test_items_are_known_by_their_text_and_their_labels(tmp_path, lang):
    scale = read_scale()
    header = [item.text.to(lang) for item in scale.items]
    labels = [label.to(lang) for label in scale.labels]
    rows = [[label.upper()] * len(header) for label in labels]
    answers = read_answers(saved(tmp_path, [header, *rows], separator=","))
    assert list(answers.items) == [item.key for item in scale.items]
    expected = np.repeat([[1], [2], [3], [4], [5]], len(header), axis=1)
    np.testing.assert_array_equal(answers.items.to_numpy(), expected)


@pytest.mark.parametrize(
    "shape",
    ["{da} nu", "{da} (lige nu)", "{en} right now", "{key}_now", "Nu: {da}"],
)
def test_a_balance_item_says_when(tmp_path, shape):
    for item in balance_items():
        name = shape.format(da=item.name.da, en=item.name.en, key=item.key)
        answers = read_answers(saved(tmp_path, [[name, "x"], ["7,5", ""]]))
        assert answers.balance.to_dict("list") == {f"{item.key}_now": [0.75]}


@pytest.mark.parametrize("shape", ["{da} generelt", "{en} in general", "{key}_general"])
def test_a_balance_item_says_in_general(tmp_path, shape):
    for item in balance_items():
        name = shape.format(da=item.name.da, en=item.name.en, key=item.key)
        answers = read_answers(saved(tmp_path, [[name, "x"], ["2.5", ""]]))
        assert answers.balance.to_dict("list") == {f"{item.key}_general": [0.25]}


def test_a_group_names_its_own_loads_and_resources(tmp_path):
    header = [
        "Belastning: Nyt it-system nu",
        "Belastning: Nyt it-system generelt",
        "Ressource: Fredagskaffe nu",
        "Belastning: Flytning nu",
        "Belastning: For lidt tid nu",
    ]
    answers = read_answers(saved(tmp_path, [header, ["8", "6", "4", "2", "1"]]))
    assert answers.balance.iloc[0].to_dict() == {
        "open_load_1_now": 0.8,
        "open_load_1_general": 0.6,
        "open_resource_1_now": 0.4,
        "open_load_2_now": 0.2,
        "limited_time_now": 0.1,
    }
    assert any("“Nyt it-system”" in note.da for note in answers.notes)


def test_a_fourth_load_of_ones_own_is_named_and_not_lost(tmp_path):
    header = [f"Belastning: Sag {number} nu" for number in "abcd"]
    answers = read_answers(saved(tmp_path, [header, ["1", "2", "3", "4"]]))
    assert answers.unplaced == ("Belastning: Sag d nu",)
    assert any("“Sag d”" in note.en for note in answers.notes)


def test_other_columns_are_kept_and_named(tmp_path):
    header = ["Deltager", "Team", "Omdømme", "Omdøme 2", "Alder"]
    rows = [header, ["A", "Nord", "rød", "?", "50"], ["B", "", "gul", "", ""]]
    answers = read_answers(saved(tmp_path, rows))
    assert answers.respondents.tolist() == ["A", "B"]
    assert answers.unplaced == ("Omdøme 2",)
    assert list(answers.background) == ["Team", "Omdøme 2", "Alder"]
    assert answers.background["Team"].isna().tolist() == [False, True]
    roles = answers.columns.set_index("found")["role"].to_dict()
    assert roles["Team"] == "group"
    assert roles["Alder"] == "background"
    nearest = answers.columns.set_index("found")["nearest"]["Omdøme 2"]
    assert nearest == "Omdømme"


def test_the_group_column_may_be_any(tmp_path):
    rows = [["Skift", "Team", "Omdømme"], ["dag", "x", "rød"]]
    answers = read_answers(saved(tmp_path, rows), group="skift")
    roles = answers.columns.set_index("found")["role"].to_dict()
    assert roles == {"Skift": "group", "Team": "background", "Omdømme": "factor"}
    assert answers.unplaced == ()


def test_what_is_left_out_is_counted_by_reason(tmp_path):
    rows = [
        ["Enhed", "Omdømme", "Værdier"],
        ["A", "rød", "ved ikke"],
        ["", "", ""],
        ["B", "", "Ikke relevant"],
        ["C", "gul", "grøn"],
    ]
    answers = read_answers(saved(tmp_path, rows))
    counts = answers.left_out.set_index("reason")[["where", "count"]].to_dict("index")
    assert counts == {
        "blank_row": {"where": "3", "count": 1},
        "no_answers": {"where": "4", "count": 1},
        "no_opinion": {"where": "Værdier", "count": 2},
    }
    assert answers.background["Enhed"].tolist() == ["A", "C"]


def test_numbers_read_as_colours_are_told(tmp_path):
    answers = read_answers(saved(tmp_path, [["Omdømme"], ["1"], ["2,0"], ["3"]]))
    assert answers.factors["reputation"].tolist() == [0, 0.5, 1]
    assert any("1 is red" in note.en for note in answers.notes)


def test_coding_overrides(tmp_path):
    rows = [["Omdømme", "values_1"], ["1", "ja"], ["G", "nej"], ["3", "pas"]]
    coding = {1: "green", "3": "red", "g": "yellow", "Ja": 5, "nej": 1, "pas": None}
    answers = read_answers(saved(tmp_path, rows), coding=coding)
    assert answers.factors["reputation"].tolist() == [1, 0.5, 0]
    assert not any("1 is red" in note.en for note in answers.notes)
    np.testing.assert_array_equal(answers.items["values_1"], [5, 1, np.nan])


@pytest.mark.parametrize("other", ["Y", "red", "Yellow"])
def test_a_lone_g_is_green_beside_english(tmp_path, other):
    rows = [["Omdømme", "Værdier"], ["G", other]]
    assert read_answers(saved(tmp_path, rows)).factors["reputation"].tolist() == [1]


def test_quoted_line_breaks_do_not_shift_the_rows(tmp_path):
    rows = [["Omdømme", "Note"], ["rød", "to\nlinjer"], ["gul", "x"]]
    answers = read_answers(saved(tmp_path, rows))
    assert answers.factors["reputation"].tolist() == [0, 0.5]
    assert answers.respondents.tolist() == ["2", "3"]


def test_a_line_from_excel_names_the_separator(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("sep=;\nOmdømme;Note\nrød;1,2,3\n", encoding="utf-8")
    answers = read_answers(path)
    assert answers.factors["reputation"].tolist() == [0]


def test_a_workbook_is_read_from_its_first_visible_sheet(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Svar"
    book.active.append([])
    for row in (
        ["Enhed", "Omdømme", "values_1", "For lidt tid nu"],
        ["A", "Rød ", 4.0, 7.5],
        [],
        ["B", "grøn", 5, 10],
        [],
    ):
        book.active.append(row)
    book.create_sheet("Lister").sheet_state = "hidden"
    book.create_sheet("Mere").append(["Omdømme"])
    book.save(tmp_path / "a.xlsx")
    answers = read_answers(tmp_path / "a.xlsx")
    assert answers.factors["reputation"].tolist() == [0, 1]
    assert answers.items["values_1"].tolist() == [4, 5]
    assert answers.balance["limited_time_now"].tolist() == [0.75, 1]
    assert answers.left_out[["reason", "where"]].to_numpy().tolist() == [
        ["blank_row", "4"]
    ]
    told = " ".join(note.en for note in answers.notes)
    assert "“Svar”" in told
    assert "Hidden sheets were not read: “Lister”" in told
    assert "Other sheets were not read: “Mere”" in told


@pytest.mark.parametrize("name", ["municipal_survey", "leader_balance", "workshop"])
def test_the_shipped_datasets_are_read_whole(name):
    told = []
    answers = read_answers(dataset_path(name), progress=told.append)
    assert answers.left_out.empty
    assert set(answers.unplaced) <= {"Bemærkninger"}
    assert told == sorted(told)
    assert told[-1] == 1
    if name == "workshop":
        assert answers.factors.shape == (9, 15)
        assert len(answers.balance.columns) >= 36


def test_dots_and_numbered_words_are_colours(tmp_path):
    rows = [["Omdømme"], ["🔴"], ["2 - Gul"], ["🟢 Grøn"], ["-"], ["3: green"]]
    answers = read_answers(saved(tmp_path, rows))
    np.testing.assert_array_equal(answers.factors["reputation"], [0, 0.5, 1, 1])


def test_a_balance_item_without_a_moment_is_not_guessed(tmp_path):
    rows = [["For lidt tid", "Rigtigt fri nu"], ["3", "4"]]
    answers = read_answers(saved(tmp_path, rows))
    assert answers.unplaced == ("For lidt tid",)
    assert answers.columns["nearest"][0] == "For lidt tid nu"


def test_a_semicolon_file_may_have_commas_in_its_headers(tmp_path):
    rows = [["Krav, der strider mod hinanden nu", "Omdømme"], ["7,5", "rød"]]
    answers = read_answers(saved(tmp_path, rows))
    assert answers.balance["contradictory_demands_now"].tolist() == [0.75]


def test_progress_through_a_long_table_of_text_rises_to_one(tmp_path):
    path, told = tmp_path / "long.csv", []
    path.write_text("Omdømme;Værdier\n" + "rød;gul\n" * 700_000, encoding="utf-8")
    read_answers(path, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1
    # Reading is four fifths of the work, and three quarters of the text come first.
    assert told[0] == pytest.approx(0.8 * 3 / 4, abs=0.01)


@given(
    table=st.lists(
        st.lists(
            st.sampled_from(["rød", "GUL", "", "1", "2", "ved ikke", " grøn"]),
            min_size=2,
            max_size=2,
        ),
        min_size=3,
        max_size=12,
    ).filter(lambda rows: any(row[0].strip() for row in rows)),
    notes=st.lists(
        st.sampled_from(["01", "1", "1.0", "", "NA", "nan", "True", "x y", "ø"]),
        min_size=12,
        max_size=12,
    ),
    piece=st.sampled_from([20, 60, 4_000]),
)
def test_a_table_reads_the_same_with_and_without_quotation_marks(table, notes, piece):
    rows = [["Omdømme", "Værdier", "Note"]]
    rows += [[*row, note] for row, note in zip(table, notes, strict=False)]
    told = []
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(delimited, "_PIECE", piece)
        for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL):
            path = Path(folder) / "a.csv"
            with path.open("w", newline="", encoding="utf-8") as stream:
                csv.writer(stream, quoting=quoting).writerows(rows)
            try:
                answers = read_answers(path)
            except AnswersError as error:
                told.append(str(error))
            else:
                tables = (answers.factors, answers.background, answers.left_out)
                told.append([each.to_json() for each in tables])
    assert told[0] == told[1]
