import csv
import re
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO
from xml.etree import ElementTree as ET

import numpy as np
import openpyxl
import pandas as pd
import pytest

from lederlib.answers import AnswersError, new_scale, profile, read_answers, read_scale
from lederlib.catalogue import balance_items, dataset_path, factors
from lederlib.cli import main
from lederlib.report import write_forms, write_report
from lederlib.report.forms import (
    form_named,
    form_workbook,
    limesurvey_text,
    moodle_xml,
    paper_html,
    plain_text,
    scale_form,
)
from lederlib.report.forms.content import OPENING
from lederlib.report.forms.limesurvey import COLUMNS
from lederlib.report.forms.write import form_files
from lederlib.text import LANGS, Phrase, label

from .test_write import Outline

TODAY, DAY = date(2026, 12, 1), date(2027, 3, 1)
NAMES = ("factors", "balance", "workplace")
SIX = 6
#: What is said of the places where the seven things are told, in each language.
TOLD = {
    "da": (
        *("Ansvarlig", "Formål", "Retsgrundlag", "Frivilligt"),
        *("Hvem ser hvad", "Sletning", "Indsigelse"),
    ),
    "en": (
        *("Who is responsible", "Purpose", "Legal basis", "Voluntary"),
        *("Who sees what", "Deletion", "How to object"),
    ),
}
every_form = pytest.mark.parametrize(
    ("name", "lang"), [(name, lang) for name in NAMES for lang in LANGS]
)


def form_of(name, lang, **options):
    return form_named(name, lang=lang, delete_by=DAY, **options)


def answered(form, people=SIX):
    """Return the place of an answer for every person and question, always the same."""
    rng = np.random.default_rng(7)
    return rng.integers(0, len(form.options), (people, len(form.questions)))


def expected(form, places):
    """Return what the reader should make of those answers."""
    scale = read_scale()
    values = {
        "factors": [0.0, 0.5, 1.0, np.nan],
        "balance": [rating / 10 for rating in range(11)],
        "workplace": [float(value) for value in range(scale.low, scale.high + 1)],
    }[form.name]
    return pd.DataFrame(
        np.asarray(values)[places], columns=[each.key for each in form.questions]
    )


def read_part(path, form):
    answers = read_answers(path)
    part = {"factors": "factors", "balance": "balance", "workplace": "items"}
    return getattr(answers, part[form.name])


def write_csv(path, head, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    return path


def words_of(form, places):
    return [[form.options[place].words for place in row] for row in places]


def filled_workbook(tmp_path, form, places):
    book = openpyxl.load_workbook(BytesIO(form_workbook(form)))
    for row, words in enumerate(words_of(form, places), 2):
        for column, word in enumerate(words, 1):
            book.worksheets[0].cell(row, column).value = (
                int(word) if word.isdigit() else word
            )
    path = tmp_path / "filled.xlsx"
    book.save(path)
    return path


def survey_rows(form):
    text = limesurvey_text(form)
    return list(csv.DictReader(StringIO(text), delimiter="\t", strict=True))


@every_form
def test_a_filled_workbook_is_read_back_as_it_was_filled(tmp_path, name, lang):
    form = form_of(name, lang)
    places = answered(form)
    found = read_part(filled_workbook(tmp_path, form, places), form)
    pd.testing.assert_frame_equal(found, expected(form, places), check_names=False)


@pytest.mark.parametrize("lang", LANGS)
def test_a_filled_workbook_gives_the_profile_of_its_answers(tmp_path, lang):
    form = form_of("factors", lang)
    places = answered(form, people=24)
    found = profile(read_answers(filled_workbook(tmp_path, form, places)))
    wanted = profile(expected(form, places))
    pd.testing.assert_frame_equal(found, wanted)
    assert found["mean"].notna().any()


@every_form
def test_every_answer_of_the_workbook_is_chosen_from_a_list(name, lang):
    form = form_of(name, lang)
    book = openpyxl.load_workbook(BytesIO(form_workbook(form)))
    page = book.worksheets[0]
    rules = page.data_validations.dataValidation
    covered = {
        cell for rule in rules for area in rule.sqref.ranges for cell in area.cells
    }
    free = {
        (cell.row, cell.column)
        for row in page.iter_rows()
        for cell in row
        if not cell.protection.locked
    }
    assert free == covered
    assert all(rule.type == "list" and rule.showErrorMessage for rule in rules)
    sheet, first, last = re.fullmatch(
        r"'(.+)'!\$B\$(\d+):\$B\$(\d+)", rules[0].formula1
    ).groups()
    listed = [
        book[sheet].cell(row, 2).value for row in range(int(first), int(last) + 1)
    ]
    assert [str(each) for each in listed] == [each.words for each in form.options]


@every_form
def test_the_headings_of_the_workbook_are_locked(name, lang):
    form = form_of(name, lang)
    book = openpyxl.load_workbook(BytesIO(form_workbook(form)))
    assert all(page.protection.sheet for page in book.worksheets)
    headings = next(book.worksheets[0].iter_rows(min_row=1, max_row=1))
    assert [cell.value for cell in headings] == [q.heading for q in form.questions]
    assert all(cell.protection.locked for cell in headings)


@pytest.mark.parametrize("lang", LANGS)
def test_the_workbook_opens_on_the_sheet_to_read_first(lang):
    book = openpyxl.load_workbook(BytesIO(form_workbook(form_of("factors", lang))))
    assert book.active.title == label("forms.first_sheet", lang)
    told = [cell.value for cell in book.active["A"]]
    assert set(TOLD[lang]) <= set(told)
    unlocked = [c.value for c in book.active["B"] if not c.protection.locked]
    assert unlocked
    assert all("[" in words for words in unlocked)


def test_words_that_begin_like_a_formula_stay_words(tmp_path):
    path = new_scale("ro", tmp_path)
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r'(?m)^da = "(?=\w)', 'da = "=', text), encoding="utf-8")
    form = scale_form(read_scale(path), "da", delete_by=DAY)
    page = openpyxl.load_workbook(BytesIO(form_workbook(form))).worksheets[0]
    assert page["A1"].value.startswith("=")
    assert page["A1"].data_type == "s"


@every_form
def test_every_file_tells_the_seven_things_before_the_first_question(name, lang):
    form = form_of(name, lang)
    assert len(OPENING) == len(form.opening) == len(TOLD[lang])
    for write in (limesurvey_text, moodle_xml, paper_html, plain_text):
        text = write(form)
        first = "\nQ\t" if write is limesurvey_text else form.questions[0].asked
        begins = text.rindex(first)
        assert all(-1 < text.find(heading) < begins for heading in TOLD[lang])
        assert "[" in text[:begins]


@every_form
def test_no_file_makes_consent_the_legal_basis(name, lang):
    for file, data in form_files(form_of(name, lang)).items():
        if not file.endswith(".xlsx"):
            assert not re.search("samtyk|consent", data.decode(), re.IGNORECASE)
    opening = " ".join(text for _, text in form_of(name, lang).opening)
    assert label("forms.basis_text", lang) in opening


@every_form
def test_every_file_says_when_the_answers_are_deleted(name, lang):
    form = form_of(name, lang)
    day = {"da": "1.3.2027", "en": "2027-03-01"}[lang]
    for file, data in form_files(form).items():
        if file.endswith(".xlsx"):
            cells = openpyxl.load_workbook(BytesIO(data)).worksheets[1]["B"]
            assert any(day in str(cell.value) for cell in cells)
        else:
            assert day in data.decode()


@every_form
def test_the_limesurvey_file_has_the_documented_columns_and_rows(name, lang):
    form = form_of(name, lang)
    assert tuple(limesurvey_text(form).splitlines()[0].split("\t")) == COLUMNS
    rows = survey_rows(form)
    assert {row["class"] for row in rows} == {"S", "SL", "G", "Q", "SQ", "A"}
    assert all(None not in row and None not in row.values() for row in rows)
    settings = {row["name"]: row["text"] for row in rows if row["class"] == "S"}
    assert settings["language"] == lang
    assert settings["anonymized"] == "Y"
    assert settings["datestamp"] == settings["ipaddr"] == settings["refurl"] == "N"
    assert all(row["type/scale"] == "F" for row in rows if row["class"] == "Q")
    assert all(row["other"] == "N" for row in rows if row["class"] == "Q")
    assert sum(row["class"] == "SQ" for row in rows) == len(form.questions)


@every_form
def test_the_codes_of_the_limesurvey_file_are_allowed_and_unique(name, lang):
    form = form_of(name, lang)
    rows = survey_rows(form)
    tables = [row["name"] for row in rows if row["class"] == "Q"]
    assert len(set(tables)) == len(tables)
    codes = [(each.place.table, each.place.row) for each in form.questions]
    assert len(set(codes)) == len(codes)
    for code in {part for pair in codes for part in pair}:
        assert re.fullmatch("[A-Za-z][A-Za-z0-9]{0,19}", code)
    options = [each.code for each in form.options]
    assert len(set(options)) == len(options)
    assert all(re.fullmatch("[A-Za-z0-9]{1,5}", code) for code in options)


@every_form
@pytest.mark.parametrize("headings", ["code", "full"])
def test_an_export_of_limesurvey_is_read(tmp_path, name, lang, headings):
    form = form_of(name, lang)
    places = answered(form)
    if headings == "code":
        first = ["id", "submitdate", "lastpage", "startlanguage", "seed"]
        asked = [f"{q.place.table}[{q.place.row}]" for q in form.questions]
        cells = [[form.options[place].code for place in row] for row in places]
    else:
        first = ["Response ID", "Date submitted", "Last page", "Start language", "Seed"]
        asked = [f"{q.place.stem} [{q.place.part}]" for q in form.questions]
        cells = words_of(form, places)
    rows = [
        [number, "1980-01-01 00:00:00", 1, lang, 55, *row]
        for number, row in enumerate(cells, 1)
    ]
    path = write_csv(tmp_path / "results.csv", [*first, *asked], rows)
    found = read_part(path, form)[[each.key for each in form.questions]]
    pd.testing.assert_frame_equal(found, expected(form, places), check_names=False)


@every_form
def test_the_moodle_file_has_one_item_for_each_question(name, lang):
    form = form_of(name, lang)
    text = moodle_xml(form)
    # The pattern by which Moodle looks for the encoding.
    assert re.match(r'<\?xml.+(encoding="([a-z0-9-]*)").+\?>', text, re.I)
    root = ET.fromstring(text.encode())
    assert root.tag == "FEEDBACK"
    assert root.get("VERSION") == "200701"
    items = root.findall("ITEMS/ITEM")
    asked = [item for item in items if item.get("TYPE") == "multichoice"]
    assert [item.findtext("ITEMTEXT") for item in asked] == [
        question.asked for question in form.questions
    ]
    assert [item.get("TYPE") for item in items if item not in asked] == ["label"]
    assert items[0].get("TYPE") == "label"
    ids = [item.findtext("ITEMID") for item in items]
    assert len(set(ids)) == len(ids)
    for item in asked:
        kind, _, shown = item.findtext("PRESENTATION").partition(">>>>>")
        assert kind == "r"
        assert shown.split("|") == [option.words for option in form.options]
        assert item.get("REQUIRED") == "0"


@every_form
def test_an_export_of_moodle_is_read(tmp_path, name, lang):
    form = form_of(name, lang)
    places = answered(form)
    items = ET.fromstring(moodle_xml(form).encode()).findall("ITEMS/ITEM")
    asked = [i.findtext("ITEMTEXT") for i in items if i.get("TYPE") == "multichoice"]
    rows = [[number, *row] for number, row in enumerate(words_of(form, places), 1)]
    path = write_csv(tmp_path / "feedback.csv", ["Response number", *asked], rows)
    found = read_part(path, form)
    pd.testing.assert_frame_equal(found, expected(form, places), check_names=False)


@every_form
def test_no_file_asks_for_free_text(name, lang):
    form = form_of(name, lang)
    kinds = {row["type/scale"] for row in survey_rows(form) if row["class"] == "Q"}
    assert kinds == {"F"}
    items = ET.fromstring(moodle_xml(form).encode()).findall("ITEMS/ITEM")
    assert {item.get("TYPE") for item in items} == {"label", "multichoice"}


@every_form
def test_the_paper_can_be_read_aloud_and_printed(name, lang):
    form = form_of(name, lang)
    text = paper_html(form)
    page = Outline(text)
    assert f'<html lang="{lang}">' in text
    assert page.headings == [1, 2, 2, 2]
    assert "@media print" in text
    assert "size: A4" in text
    assert text.count('<th scope="row">') == 2 * len(form.questions)
    assert text.count('<th scope="col">') == 2 * (len(form.options) + 1)
    assert text.count("☐") == len(form.questions) * len(form.options)
    assert text.count("<caption>") == 2


@pytest.mark.parametrize("lang", LANGS)
def test_what_a_group_names_itself_is_left_out_unless_asked_for(tmp_path, lang):
    usual, opened = (
        form_of("balance", lang, open_slots=asked) for asked in (False, True)
    )
    slots = {item.key for item in balance_items() if item.open}
    keys = {each.key.rpartition("_")[0] for each in opened.questions}
    assert slots <= keys
    assert slots.isdisjoint(each.key.rpartition("_")[0] for each in usual.questions)
    places = answered(opened)
    found = read_part(filled_workbook(tmp_path, opened, places), opened)
    pd.testing.assert_frame_equal(found, expected(opened, places), check_names=False)


def test_the_paper_says_what_each_factor_covers():
    text = plain_text(form_of("factors", "da"))
    assert all(each.covers.da in text for each in factors())


def test_signs_that_a_program_would_obey_stay_words():
    scale = read_scale()
    odd = Phrase(*['Er "a < b" & {TOKEN} ]]> | så\trigtigt?'] * 2)
    items = tuple(replace(item, text=odd) for item in scale.items[:1])
    labels = (odd, *scale.labels[1:])
    strange = replace(scale, key="../a b", items=items, labels=labels)
    form = scale_form(strange, "da", delete_by=DAY)
    assert form.name == "ab"
    assert "{" not in limesurvey_text(form)
    assert {len(row) for row in survey_rows(form)} == {len(COLUMNS)}
    item = ET.fromstring(moodle_xml(form).encode()).findall("ITEMS/ITEM")[1]
    shown = item.findtext("PRESENTATION").partition(">>>>>")[2]
    assert len(shown.split("|")) == len(form.options)
    Outline(paper_html(form))


def test_answers_without_names_of_their_own_are_numbered(tmp_path):
    path = new_scale("ro", tmp_path)
    text = path.read_text(encoding="utf-8")
    same = re.sub(r"(?m)^(da|en) = \[.*\]", r'\1 = ["", "", "", "", ""]', text)
    path.write_text(same, encoding="utf-8")
    form = scale_form(read_scale(path), "da", delete_by=DAY)
    assert [option.words for option in form.options] == ["1", "2", "3", "4", "5"]


@every_form
def test_the_command_writes_every_file(tmp_path, capsys, name, lang):
    folder = tmp_path / "new" / "forms"
    line = ["forms", name, "-o", str(folder), "--lang", lang]
    assert main([*line, "--delete-by", "2099-01-31"]) == 0
    assert f"{name}-guide.txt" in capsys.readouterr().out
    assert len(list(folder.iterdir())) == SIX
    day = {"da": "31.1.2099", "en": "2099-01-31"}[lang]
    assert day in (folder / f"{name}-text.txt").read_text(encoding="utf-8")
    assert main(line) == 2
    assert "--force" in capsys.readouterr().err
    assert main([*line, "--force"]) == 0


def test_a_scale_of_ones_own_becomes_a_form(tmp_path):
    path = new_scale("ro", tmp_path)
    write_forms(path, tmp_path / "forms", today=TODAY)
    names = {file.name for file in (tmp_path / "forms").iterdir()}
    assert "ro.xlsx" in names
    assert "ro-moodle.xml" in names


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [("da", "Mente du factors?"), ("en", "Did you mean factors?")],
)
def test_a_wrong_name_gets_one_sentence(tmp_path, capsys, lang, sentence):
    line = ["forms", "faktors", "-o", str(tmp_path), "--lang", lang]
    assert main(line) == 2
    told = capsys.readouterr().err
    assert sentence in told
    assert told.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--delete-by", "i morgen"], "is no date"),
        (["--delete-by", "2020-01-01"], "must be after today"),
        (["--min-group", "3"], "5"),
    ],
)
def test_a_wrong_option_gets_one_sentence(tmp_path, capsys, options, sentence):
    line = ["forms", "factors", "-o", str(tmp_path), "--lang", "en", *options]
    assert main(line) == 2
    assert sentence in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_no_folder_for_forms(tmp_path):
    target = tmp_path / "notes"
    target.touch()
    with pytest.raises(AnswersError, match="is a file"):
        write_forms("factors", target)
    assert target.read_bytes() == b""


@pytest.mark.parametrize("lang", LANGS)
def test_a_report_on_peoples_answers_says_when_it_is_deleted(tmp_path, lang):
    form = form_of("factors", lang)
    answers = filled_workbook(tmp_path, form, answered(form))
    told = label("forms.delete_by", lang, day={"da": "1.3.2027", "en": str(DAY)}[lang])
    half = label(
        "forms.delete_by", lang, day={"da": "1.6.2027", "en": "2027-06-01"}[lang]
    )
    target = tmp_path / "report.html"
    write_report(answers, target, lang=lang, today=TODAY, delete_by=DAY)
    assert told in target.read_text(encoding="utf-8")
    write_report(answers, target, lang=lang, today=TODAY)
    assert half in target.read_text(encoding="utf-8")


def test_a_report_on_made_up_answers_need_not_be_deleted(tmp_path):
    target = tmp_path / "report.html"
    write_report(dataset_path("workshop"), target, lang="en", today=TODAY)
    assert "To be deleted by" not in target.read_text(encoding="utf-8")


def test_a_report_is_not_written_with_a_day_of_deletion_that_is_past(tmp_path):
    target = tmp_path / "report.html"
    with pytest.raises(AnswersError, match="must be after today"):
        write_report(dataset_path("workshop"), target, today=DAY, delete_by=TODAY)
    assert not target.exists()
