"""Files in the shapes of real exports are read right, or refused in one sentence."""

import importlib.util
import re
from pathlib import Path

import numpy as np
import openpyxl
import pytest

from lederlib.answers import AnswersError, read_answers, score
from lederlib.cli import main
from lederlib.text import label

_spec = importlib.util.spec_from_file_location(
    "shapes", Path(__file__).with_name("shapes.py")
)
shapes = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(shapes)


def told(answers):
    lines = [note.en for note in answers.notes]
    for _, row in answers.left_out.iterrows():
        reason = label(f"answers.left_{row['reason']}", "en")
        lines.append(f"{reason}: {row['count']} ({row['where']})")
    return " ".join(lines)


@pytest.mark.parametrize("name", shapes.COLOUR_SHAPES)
def test_colours_in_any_shape_are_those_that_people_gave(tmp_path, name):
    write, words = shapes.COLOUR_SHAPES[name]
    answers = read_answers(write(tmp_path))
    assert set(answers.factors) == set(shapes.COLOURS)
    for key, given in shapes.COLOURS.items():
        assert answers.factors[key].tolist() == given
    assert all(word in told(answers) for word in words), told(answers)


@pytest.mark.parametrize("name", shapes.ITEM_SHAPES)
def test_statements_in_any_shape_are_answered_as_people_did(tmp_path, name):
    write, words = shapes.ITEM_SHAPES[name]
    answers = read_answers(write(tmp_path))
    assert set(answers.items) == set(shapes.ITEMS)
    for key, given in shapes.ITEMS.items():
        assert answers.items[key].tolist() == given
    assert all(word in told(answers) for word in words), told(answers)


def test_what_is_told_stands_on_the_console_and_in_the_report(tmp_path, capsys):
    write, _ = shapes.ITEM_SHAPES["mean row"]
    target = tmp_path / "report.html"
    path = write(tmp_path)
    assert main(["report", str(path), "-o", str(target), "--lang", "en"]) == 0
    shown = capsys.readouterr().err
    assert "means, sums and the like, which are no people: 1 (13)" in shown
    assert "means, sums and the like" in target.read_text(encoding="utf-8")


def refused(path, **options):
    with pytest.raises(AnswersError) as caught:
        read_answers(path, **options)
    for lang in ("da", "en"):
        sentence = caught.value.phrase.to(lang)
        assert sentence.endswith(".")
        assert not re.search(r"[.!?] [A-ZÆØÅ]", sentence)
    return caught.value.phrase.en


def coded(path, *labels):
    columns = {f"k{n}": [1.0, 2.0, 3.0] for n in range(len(labels))}
    titles = list(shapes.FACTORS.values())[: len(labels)]
    named = {f"k{n}": words for n, words in enumerate(labels) if words}
    return shapes.as_sav(path / "a.sav", columns, titles, named)


def test_labels_of_no_known_scale_are_refused(tmp_path):
    sentence = refused(coded(tmp_path, {1: "prima", 2: "nå", 3: "øv"}))
    assert "“prima”, “nå”, “øv”" in sentence
    assert "--coding" in sentence


def test_numbers_without_words_beside_turned_codes_are_refused(tmp_path):
    sentence = refused(coded(tmp_path, {1: "Grøn", 2: "Gul", 3: "Rød"}, None))
    assert "may point either way" in sentence


def test_codes_in_no_order_are_refused(tmp_path):
    sentence = refused(coded(tmp_path, {1: "Gul", 2: "Grøn", 3: "Rød"}))
    assert "not certain which way the codes point" in sentence


def test_one_pole_alone_does_not_say_where_the_others_are(tmp_path):
    path = shapes.sav_items(tmp_path / "a.sav", lambda v: 6 - v, {1: "Helt enig"})
    refused(path)


def test_the_programs_own_codes_for_no_answer_are_none(tmp_path):
    path = shapes.as_csv(tmp_path / "a.csv", [["values_1"], ["5"], ["-99"], ["1"]])
    np.testing.assert_array_equal(read_answers(path).items["values_1"], [5, 1])


def test_ninety_nine_is_no_answer_only_where_its_label_says_so(tmp_path):
    labels = {1: "Grøn", 2: "Gul", 3: "Rød", 99: "Intet svar"}
    path = shapes.as_sav(
        tmp_path / "a.sav", {"k": [1.0, 99.0, 3.0]}, ["Omdømme"], {"k": labels}
    )
    assert read_answers(path).factors["reputation"].tolist() == [1, 0]
    plain = shapes.as_csv(tmp_path / "a.csv", [["Omdømme"], ["1"], ["99"]])
    assert "the number “99”" in refused(plain)


def test_percent_cells_are_not_ones(tmp_path):
    rows = [["Hvem", "Omdømme"], ["a", 1], ["b", 0.5]]
    path = shapes.as_xlsx(tmp_path / "a.xlsx", ("Svar", rows), percent=True)
    assert "“100 %” in row 2" in refused(path)


def test_a_scale_with_seven_steps_is_read_from_end_to_end(tmp_path):
    words = [
        "Helt uenig",
        "Uenig",
        "Delvist uenig",
        "Hverken enig eller uenig",
        "Delvist enig",
        "Enig",
        "Helt enig",
    ]
    path = shapes.as_csv(tmp_path / "a.csv", [["values_1"], *([w] for w in words)])
    np.testing.assert_allclose(
        read_answers(path).items["values_1"], np.linspace(1, 5, 7)
    )


def test_the_same_form_before_and_after_asks_which(tmp_path):
    rows = shapes.colour_rows()
    path = shapes.as_xlsx(tmp_path / "a.xlsx", ("Før", rows), ("Efter", rows[:7]))
    assert "--sheet" in refused(path)
    assert len(read_answers(path, sheet="efter").respondents) == 6
    assert len(read_answers(path, sheet=1).respondents) == 11
    assert "“Før”, “Efter”" in refused(path, sheet="Måske")


def test_sheets_of_teams_are_groups(tmp_path):
    write, _ = shapes.COLOUR_SHAPES["sheet per team"]
    answers = read_answers(write(tmp_path))
    assert answers.background["Ark"].tolist() == ["Øst"] * 5 + ["Vest"] * 6


def test_a_person_twice_stops_it_unless_told_which_row_counts(tmp_path):
    rows = [["Deltager", "Omdømme"], ["a", "rød"], ["b", "gul"], ["a", "grøn"]]
    path = shapes.as_csv(tmp_path / "a.csv", rows)
    assert "--keep first" in refused(path)
    for keep, found in (("first", [0, 0.5]), ("last", [0.5, 1])):
        answers = read_answers(path, keep=keep)
        assert answers.factors["reputation"].tolist() == found
        assert "another row (--keep): 1" in told(answers)


@pytest.mark.parametrize(
    "header",
    ["Omdømme - Andet - Text", "Kommentar til: Omdømme", "Omdømme (vigtighed)"],
)
def test_a_header_that_asks_for_something_else_is_not_the_factor(tmp_path, header):
    path = shapes.as_csv(tmp_path / "a.csv", [[header, "Værdier"], ["x", "rød"]])
    assert list(read_answers(path).factors) == ["values"]


def test_a_header_with_two_known_names_asks_which(tmp_path):
    rows = [["Måling"], [], ["Omdømme / Onboarding", "Værdier"], ["rød", "rød"]]
    sentence = refused(shapes.as_csv(tmp_path / "a.csv", rows))
    assert "in row 3 the header “Omdømme / Onboarding”" in sentence
    assert "“reputation”, “onboarding”" in sentence
    rows[2][0] = "reputation"
    answers = read_answers(shapes.as_csv(tmp_path / "a.csv", rows))
    assert set(answers.factors) == {"reputation", "values"}


def test_a_header_is_named_by_its_row(tmp_path):
    rows = [["Måling"], [], ["Værdier", "x", "Værdier"], ["rød", "", "gul"]]
    assert "twice in row 3" in refused(shapes.as_csv(tmp_path / "a.csv", rows))


@pytest.mark.parametrize("turned", [False, True])
def test_ratings_whose_words_fall_as_they_rise_are_refused(tmp_path, turned):
    words = ["I meget ringe grad", "I meget høj grad"]
    labels = dict(zip((10.0, 0.0) if turned else (0.0, 10.0), words, strict=True))
    path = shapes.as_sav(
        tmp_path / "a.sav", {"t": [0.0, 10.0]}, ["For lidt tid nu"], {"t": labels}
    )
    if turned:
        assert "not certain which way the codes point" in refused(path)
    else:
        balance = read_answers(path).balance
        assert balance["limited_time_now"].tolist() == [0, 1]


def test_the_vv_export_of_limesurvey_is_read(tmp_path):
    texts = ["ID", "Date", "Last page", "Language", "Seed"]
    texts += [f"Hvor enig? [{item.text.da}]" for item in shapes.STATEMENTS]
    names = ["id", "submitdate", "lastpage", "startlanguage", "seed"]
    names += [f"onboarding_SQ00{number}" for number in (1, 2, 3)]
    people = zip(*shapes.ITEMS.values(), strict=True)
    rows = [
        [str(n), "2026-01-01 10:00:00", "3", "da", "7", *(f"A{v}" for v in row)]
        for n, row in enumerate(people, 1)
    ]
    path = tmp_path / "vvexport_1.txt"
    shapes.as_csv(path, [texts, names, *rows], separator="\t", encoding="utf-8-sig")
    answers = read_answers(path)
    for key, given in shapes.ITEMS.items():
        assert answers.items[key].tolist() == given


@pytest.mark.parametrize("header", ["Response number", "Svarnummer"])
def test_moodles_number_of_a_response_is_a_respondent(tmp_path, header):
    rows = [[header, "Omdømme"], ["7", "rød"], ["9", "gul"]]
    answers = read_answers(shapes.as_csv(tmp_path / "a.csv", rows))
    assert answers.respondents.tolist() == ["7", "9"]
    assert answers.items.empty


def test_a_formula_that_was_never_computed_stops_only_where_it_matters(tmp_path):
    book = openpyxl.Workbook()
    for row in (["Omdømme", "Alder"], ["rød", "=1+1"], ["gul", 40]):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    assert "not been computed" in told(read_answers(tmp_path / "a.xlsx"))
    book.active["A3"] = "=1+1"
    book.save(tmp_path / "a.xlsx")
    assert "formula in row 3, column “Omdømme”" in refused(tmp_path / "a.xlsx")


@pytest.mark.parametrize("down", [True, False])
def test_hands_that_were_counted_are_a_profile(tmp_path, down):
    rows = [
        ["Faktor", "Rød", "Gul", "Grøn", "I alt"],
        ["Omdømme", 2, 3, 4, 9],
        ["Værdier", 0, 1, 7, 8],
        ["I alt", 2, 4, 11, 17],
    ]
    rows = rows if down else shapes.turned([row[:4] for row in rows[:3]])
    answers = read_answers(shapes.as_xlsx(tmp_path / "a.xlsx", ("Ark1", rows)))
    assert answers.counted
    counts = answers.factors.apply(lambda given: given.value_counts()).fillna(0)
    assert counts["reputation"].tolist() == [2, 3, 4]
    assert counts["values"].tolist() == [0, 1, 7]
    assert "hands" in told(answers)


def test_half_a_hand_is_refused(tmp_path):
    rows = [["", "Rød", "Gul", "Grøn"], ["Omdømme", 2, 3.5, 4], ["Værdier", 0, 1, 7]]
    path = shapes.as_xlsx(tmp_path / "a.xlsx", ("Ark1", rows))
    assert "“3.5” in row 2, column “Gul”" in refused(path)


OWN = """
key = "own"
title = "Egen"
origin = "os"
licence = "CC0-1.0"
[options]
low = 1
high = 3
[options.labels]
da = ["nej", "måske", "ja"]
en = ["no", "maybe", "yes"]
[missing]
min_answered = 1
[[items]]
key = "own_1"
factor = "values"
da = "Det er godt her."
en = "It is good here."
"""


def test_a_scale_and_a_coding_of_ones_own_work_in_the_command(tmp_path, capsys):
    scale, coding = tmp_path / "own.toml", tmp_path / "coding.csv"
    scale.write_text(OWN, encoding="utf-8")
    coding.write_text("jo da;3\n", encoding="utf-8")
    rows = [["Det er godt her."], *[["ja"], ["jo da"], ["nej"]] * 3]
    path = shapes.as_csv(tmp_path / "a.csv", rows)
    answers = read_answers(path, scale=scale, coding=coding)
    assert score(answers)["values"].tolist() == [1, 1, 0] * 3
    options = ["--scale", str(scale), "--coding", str(coding)]
    target = str(tmp_path / "report.html")
    assert main(["report", str(path), "-o", target, *options]) == 0, capsys.readouterr()


def test_a_coding_that_is_none_is_named(tmp_path):
    path = shapes.as_csv(tmp_path / "a.csv", [["Omdømme"], ["rød"]])
    bad = shapes.as_csv(tmp_path / "c.csv", [["a", "b", "c"]])
    assert "c.csv is no coding" in refused(path, coding=bad)
    assert "no file named" in refused(path, coding=tmp_path / "none.toml")


def test_numbers_between_two_poles_in_words_may_count_from_either(tmp_path):
    rows = [["values_1"], ["Helt enig"], ["4"], ["2"], ["Helt uenig"]]
    sentence = refused(shapes.as_csv(tmp_path / "a.csv", rows))
    assert "the codes 2, 4" in sentence


def test_people_called_max_and_n_are_people(tmp_path):
    rows = [["Navn", "Omdømme"], ["N", "rød"], ["Mia", "gul"], ["Max", "grøn"]]
    answers = read_answers(shapes.as_csv(tmp_path / "a.csv", rows))
    assert answers.factors["reputation"].tolist() == [0, 0.5, 1]


def test_what_stands_beside_a_row_of_means_is_no_person_either(tmp_path):
    rows = [["Navn", "values_1"], ["a", 1], ["b", 5], ["Snit", 3], ["Max", 5], ["N", 2]]
    answers = read_answers(shapes.as_csv(tmp_path / "a.csv", rows))
    assert answers.items["values_1"].tolist() == [1, 5]
    assert "no people: 3 (4, 5, 6)" in told(answers)


def test_an_answer_that_is_the_name_of_a_factor_is_no_header(tmp_path):
    rows = [["Navn", "Omdømme", "Vigtigst", "Næst"]]
    rows += [["a", "rød", "Værdier", "Onboarding"], ["b", "gul", "Løn", "Værdier"]]
    answers = read_answers(shapes.as_csv(tmp_path / "a.csv", rows))
    assert answers.factors["reputation"].tolist() == [0, 0.5]


def test_moments_may_stand_above_the_items_of_the_balance(tmp_path):
    rows = [["Navn", "Lige nu", "", "Generelt", ""]]
    rows += [["", "For lidt tid", "Rigtigt fri", "For lidt tid", "Rigtigt fri"]]
    rows += [["a", 8, 3, 6, 5], ["b", 7, 2, 6, 4]]
    path = shapes.as_xlsx(tmp_path / "a.xlsx", ("Svar", rows))
    balance = read_answers(path).balance
    assert balance["limited_time_now"].tolist() == [0.8, 0.7]
    assert balance["limited_time_general"].tolist() == [0.6, 0.6]


def test_two_rows_of_headers_may_name_the_same_item(tmp_path):
    item = shapes.STATEMENTS[0]
    rows = [["Response ID", f"Hvor enig? [{item.text.da}]"], ["id", item.key]]
    rows += [["1", "5"], ["2", "1"], ["3", "2"]]
    path = shapes.as_csv(tmp_path / "a.csv", rows)
    assert read_answers(path).items["onboarding_1"].tolist() == [5, 1, 2]


def test_factors_of_a_scales_own_are_told_and_stop_no_report(tmp_path, capsys):
    scale = tmp_path / "own.toml"
    glow = '[factors.glow]\nda = "Glød"\nen = "Glow"\n[options]'
    text = OWN.replace("[options]", glow, 1).replace('"values"', '"glow"')
    scale.write_text(text, encoding="utf-8")
    rows = [["Det er godt her."], *[["ja"], ["måske"], ["nej"]] * 3]
    path = shapes.as_csv(tmp_path / "a.csv", rows)
    target = str(tmp_path / "report.html")
    command = ["report", str(path), "-o", target, "--scale", str(scale)]
    assert main(command) == 0
    assert "“Glød”" in capsys.readouterr().err


def test_a_file_without_sheets_says_so(tmp_path):
    path = coded(tmp_path, {1: "Rød", 2: "Gul", 3: "Grøn"})
    assert "has no sheets" in refused(path, sheet="Svar")


def test_the_best_of_several_tables_on_a_page_is_read(tmp_path):
    path = tmp_path / "a.xls"
    shapes.as_html(path, shapes.colour_rows())
    page = path.read_text(encoding="utf-8")
    menu = "<table><tr><td>Menu</td><td>Omdømme</td></tr></table>"
    path.write_text(page.replace("<p>", menu + "<p>"), encoding="utf-8")
    assert set(read_answers(path).factors) == set(shapes.COLOURS)


def test_a_short_row_stops_only_where_an_answer_is_missing(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Omdømme;Værdier;Note\nrød;gul\ngul;grøn;ja\n", encoding="utf-8")
    assert "without an answer missing: 2" in told(read_answers(path))
    path.write_text("Note;Omdømme;Værdier\nx;gul\ny;grøn;gul\n", encoding="utf-8")
    assert "2 of 3 cells in row 2" in refused(path)


def test_a_sheet_that_gathers_the_teams_is_not_counted_again(tmp_path):
    head, *people = [row[1:] for row in shapes.colour_rows()]
    sheets = [("Øst", [head, *people[:5]]), ("Vest", [head, *people[5:]])]
    path = shapes.as_xlsx(tmp_path / "a.xlsx", ("Samlet", [head, *people]), *sheets)
    answers = read_answers(path)
    assert len(answers.respondents) == 11
    assert "not counted: “Samlet”" in told(answers)


def test_a_sum_at_the_end_of_a_persons_row_leaves_it_a_persons(tmp_path):
    rows = [["Navn", "onboarding_1", "onboarding_2", "I alt"]]
    rows += [[f"p{n}", 1 + n, 5 - n, f"=SUM(B{n + 2}:C{n + 2})"] for n in range(4)]
    rows += [["q", 3, 3, None]]
    answers = read_answers(shapes.as_xlsx(tmp_path / "a.xlsx", ("Svar", rows)))
    assert answers.items["onboarding_1"].tolist() == [1, 2, 3, 4, 3]


def test_an_old_workbook_whose_formats_cannot_be_read_says_what_is_not_seen(tmp_path):
    plain = read_answers(shapes.as_xls(tmp_path / "a.xls", shapes.colour_rows()))
    newer = (0x293, b"\x10\x80\x7f\xff")  # a style that xlrd has no name for
    path = shapes.as_xls(tmp_path / "b.xls", shapes.colour_rows(), newer)
    unstyled = read_answers(path)
    assert "a filter hides" in told(unstyled)
    assert "a filter hides" not in told(plain)
    assert unstyled.factors.equals(plain.factors)


@pytest.mark.parametrize(
    "record",
    [
        (0x31, b"\x01\x00"),
        (0x42, b"\x05\xff"),
        (0x204, b"\x00\x00\x00\x00\xff\xff\x01\x00a"),
    ],
    ids=["a short font", "no such alphabet", "a format too many"],
)
def test_an_old_workbook_with_a_broken_record_is_refused_in_one_sentence(
    tmp_path, record
):
    path = shapes.as_xls(tmp_path / "a.xls", shapes.colour_rows(), record)
    assert "is damaged" in refused(path)
