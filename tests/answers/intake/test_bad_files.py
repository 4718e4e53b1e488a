"""Every bad file is refused in one sentence that says what, where and what instead."""

import contextlib
import re
import sys
import tempfile
import zipfile
from pathlib import Path

import openpyxl
import pandas as pd
import pyreadstat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.answers import AnswersError, read_answers
from lederlib.answers.intake.files import SIZE_LIMIT
from lederlib.answers.intake.sentences import shown

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
BAD = {
    "empty": ("a.csv", b"", ["a.csv", "empty"]),
    "only a byte-order mark": ("a.csv", b"\xef\xbb\xbf", ["a.csv", "empty"]),
    "only line breaks": ("a.csv", b"\n\r\n\n", ["a.csv", "empty"]),
    "only a header": ("a.csv", "Omdømme;Værdier\n", ["headers but no answers"]),
    "a header and blanks": ("a.csv", "Omdømme;Værdier\n;\n\n", ["no answers"]),
    "binary": ("a.csv", bytes(range(256)) * 40, ["not a text file", ".xlsx"]),
    "a PDF": ("a.csv", b"%PDF-1.4\n1 0 obj", ["not a text file"]),
    "divided by bars": (
        "a.csv",
        "Omdømme|Værdier\nrød|gul\n",
        ["row 1", "“|”", "commas, semicolons or tabs"],
    ),
    "unknown columns": (
        "a.csv",
        "Omdøme;Verdier\nrød;gul\n",
        ["row 1", "“Omdøme”", "“Omdømme”"],
    ),
    "unlike columns": ("a.csv", "abc;xyz\n1;2\n", ["“abc”, “xyz”", "“Reputation”"]),
    "colour out of range": (
        "a.csv",
        "Omdømme;Værdier\nrød;gul\nrød;4\n",
        ["“4”", "row 3", "“Værdier”", "1 (red), 2 (yellow) and 3 (green)"],
    ),
    "item out of range": (
        "a.csv",
        "values_1,values_2\n3,4\n5,7\n",
        ["“7”", "row 3", "“values_2”", "from 1 (“strongly disagree”) to 5"],
    ),
    "half an option": ("a.csv", "values_1,values_2\n3,2.5\n", ["“2.5”", "whole"]),
    "text for a number": (
        "a.csv",
        "values_1,values_2\n3,blåt\n",
        ["the text “blåt”", "row 2", "“values_2”", "from 1 to 5"],
    ),
    "rating out of range": (
        "a.csv",
        "For lidt tid nu;Rigtigt fri nu\n10,5;2\n",
        ["“10,5”", "row 2", "from 0 to 10"],
    ),
    "rating in words": (
        "a.csv",
        "For lidt tid nu;Rigtigt fri nu\n1;meget\n",
        ["the text “meget”", "“Rigtigt fri nu”", "from 0 to 10"],
    ),
    "a colour unknown": (
        "a.csv",
        "Omdømme;Værdier\nrød;gul\nblå;gul\n",
        ["“blå”", "row 3", "“Omdømme”", "red, yellow or green"],
    ),
    "shares for colours": (
        "a.csv",
        "Omdømme;Værdier\n0,5;1\n",
        ["“0,5”", "row 2", "“Omdømme”", "not guessed"],
    ),
    "a lone G": (
        "a.csv",
        "Omdømme;Værdier\nR;G\n",
        ["“G”", "row 2", "“Værdier”", "green or yellow"],
    ),
    "the same column twice": (
        "a.csv",
        "Omdømme;x;Omdømme\nrød;;gul\n",
        ["“Omdømme” twice", "row 1", "number 1", "number 3"],
    ),
    "the same factor twice": (
        "a.csv",
        "Omdømme;Reputation\nrød;gul\n",
        ["mean the same (reputation)", "“Omdømme”", "“Reputation”"],
    ),
    "the same person twice": (
        "a.csv",
        "respondent;Omdømme\nA;rød\nB;gul\nA;gul\n",
        ["“A” twice", "“respondent”", "row 2", "row 4"],
    ),
    "a formula's error in text": (
        "a.csv",
        "Omdømme;Værdier\nrød;#DIV/0!\n",
        ["#DIV/0!", "row 2", "“Værdier”"],
    ),
    "too many cells": (
        "a.csv",
        "Omdømme;Værdier\nrød;gul\nrød;gul;grøn\n",
        ["3 cells", "row 3", "allow 2", "“grøn”", "“Værdier”"],
    ),
    "too few cells": (
        "a.csv",
        "Omdømme;Værdier;Onboarding\nrød;gul;gul\nrød\n",
        ["1 of 3 cells", "row 3", "“Værdier”"],
    ),
    "an open quote": (
        "a.csv",
        'Omdømme;Værdier;Note\nrød;gul;ok\nrød;"gul;x\nrød;gul;y\n',
        ["quotation mark", "row 3", "“Værdier”"],
    ),
    "a quote that ends early": (
        "a.csv",
        'Omdømme;Værdier;Note\nrød;gul;"a" b\nrød;gul;y\n',
        ["quotation mark", "row 2", "“Note”"],
    ),
    "a cell without end": (
        "a.csv",
        "Omdømme;Note\nrød;kort\nrød;" + "x" * 200_000 + "\n",
        ["131072", "row 3", "“Note”"],
    ),
    "an open quote in a long file": (
        "a.csv",
        'Omdømme;Note\nrød;"x\n' + "rød;y\n" * 40_000,
        ["quotation mark"],
    ),
    "a NUL byte": (
        "a.csv",
        "Omdømme;Værdier\nrød;gul\nrød;gu\0l\n",
        ["NUL", "row 3", "“Værdier”"],
    ),
    "a NUL byte below a cell of two lines": (
        "a.csv",
        'Omdømme;Note\nrød;"en\nto"\nr\0d;\n',
        ["NUL", "row 3", "“Omdømme”"],
    ),
    "mixed encodings": (
        "a.csv",
        "Omdømme;Værdier\nrød;gul\n".encode() + "gul;grøn\n".encode("cp1252"),
        ["two encodings", "row 3", "“Værdier”", "UTF-8"],
    ),
    "an unknown encoding": (
        "a.csv",
        b"values;hiring\nred;gr\x8dn\n",
        ["row 2", "“hiring”", "Windows-1252"],
    ),
    "a workbook that is none": ("a.xlsx", "Omdømme;x\nrød;1\n", ["no Excel workbook"]),
    "a broken workbook": ("a.xlsx", b"PK\x03\x04" + b"x" * 99, ["no Excel workbook"]),
    "an old workbook": ("a.xls", OLE, [".xls", ".xlsx"]),
    "a locked workbook": (
        "a.xlsx",
        OLE + "EncryptedPackage".encode("utf-16-le"),
        ["password"],
    ),
    "an SPSS file that is none": ("a.sav", "Omdømme;x\nrød;1\n", ["no SPSS file"]),
    "a broken SPSS file": ("a.sav", b"$FL2@(#) SPSS" + b"x" * 400, ["no SPSS file"]),
    "no answers": ("a.csv", "Omdømme;Enhed\n;A\nved ikke;B\n", ["2 rows", "Omdømme"]),
}


@pytest.mark.parametrize(("name", "data", "told"), BAD.values(), ids=BAD)
def test_a_bad_file_is_refused_in_one_sentence(tmp_path, name, data, told):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    sentence = refused(path)
    assert all(words in sentence for words in told), sentence


def refused(path, **options):
    with pytest.raises(AnswersError) as caught:
        read_answers(path, **options)
    for lang in ("da", "en"):
        sentence = caught.value.phrase.to(lang)
        assert sentence.endswith(".")
        assert not re.search(r"[.!?] [A-ZÆØÅ]", sentence), "more than one sentence"
        assert "\n" not in sentence
    return caught.value.phrase.en


def test_a_file_that_is_not_there_names_its_neighbour(tmp_path):
    (tmp_path / "svar.csv").write_text("Omdømme\nrød\n", encoding="utf-8")
    assert "svar.csv" in refused(tmp_path / "svra.csv")
    assert "no file named" in refused(tmp_path / "elsewhere" / "a.csv")


def test_a_folder_is_no_file(tmp_path):
    assert "is a folder" in refused(tmp_path)


def test_a_file_of_200_mb_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "large.csv"
    with path.open("wb") as stream:
        stream.write(b"Values\nred\n")
        stream.truncate(200_000_000)
    sentence = refused(path)
    assert "200 MB" in sentence
    assert f"{SIZE_LIMIT // 1_000_000} MB" in sentence


@pytest.mark.parametrize("code", ["#DIV/0!", "#VÆRDI!", "#I/T", "#NAVN?", "#REF!"])
def test_excel_errors_are_known_in_both_languages(tmp_path, code):
    path = tmp_path / "a.csv"
    path.write_text(f"Omdømme;Værdier\nrød;{code}\n", encoding="utf-8")
    assert f"the error “{code}” in row 2" in refused(path)


def workbook(path, rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_a_cell_whose_formula_failed_is_named(tmp_path):
    path = workbook(tmp_path / "a.xlsx", [["Omdømme", "Værdier"], ["rød", "#DIV/0!"]])
    sentence = refused(path)
    assert "#DIV/0!" in sentence
    assert "row 2, column “Værdier”" in sentence


def test_a_formula_that_was_never_computed_is_named(tmp_path):
    path = workbook(tmp_path / "a.xlsx", [["Omdømme", "Værdier"], ["rød", "=1+1"]])
    assert "formula in row 2, column “Værdier”" in refused(path)


def test_a_word_document_is_no_workbook(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as parts:
        parts.writestr("word/document.xml", "<a/>")
    assert "no Excel workbook" in refused(tmp_path / "a.xlsx")


def test_a_group_column_that_is_not_there_names_the_nearest(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Omdømme;Enhed\nrød;A\n", encoding="utf-8")
    assert "“Enhed”" in refused(path, group="Enhder")


def test_a_coding_that_is_no_colour_is_refused(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Omdømme;Enhed\nrød;A\n", encoding="utf-8")
    assert "“blue”" in refused(path, coding={"rød": "blue"})


@pytest.mark.parametrize("package", ["openpyxl", "pyreadstat"])
def test_a_missing_extra_is_named(tmp_path, monkeypatch, package):
    monkeypatch.setitem(sys.modules, package, None)
    path = workbook(tmp_path / "a.xlsx", [["Omdømme"], ["rød"]])
    if package == "pyreadstat":
        path = tmp_path / "a.sav"
        path.write_bytes(b"$FL2@(#) SPSS")
    assert 'pip install "lederlib[files]"' in refused(path)


@given(
    kind=st.sampled_from(["csv", "xlsx", "sav"]),
    place=st.floats(0, 1),
    dropped=st.integers(0, 20),
    added=st.binary(max_size=4),
)
def test_a_damaged_file_is_read_or_refused_but_never_crashes(
    whole_files, kind, place, dropped, added
):
    data = whole_files[kind]
    cut = int(place * len(data))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a.{kind}"
        path.write_bytes(data[:cut] + added + data[cut + dropped :])
        with contextlib.suppress(AnswersError):
            assert len(read_answers(path).respondents) > 0


@pytest.fixture(scope="module")
def whole_files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("whole")
    table = pd.DataFrame({"Omd": ["rød", "gul"], "values_1": [3.0, 4.0]})
    pyreadstat.write_sav(table, folder / "a.sav", column_labels=["Omdømme", "x"])
    workbook(folder / "a.xlsx", [["Omdømme", "values_1"], ["rød", 3], ["gul", 4]])
    text = 'respondent;Omdømme;Note;values_1\nA;rød;"x;y";3\nB;gul;;4\n'
    return {
        "csv": text.encode(),
        "xlsx": (folder / "a.xlsx").read_bytes(),
        "sav": (folder / "a.sav").read_bytes(),
    }


def test_an_error_in_a_column_that_nobody_needs_is_passed_over_and_told(tmp_path):
    book = openpyxl.Workbook()
    for row in (["Omdømme", "Alder"], ["rød", "#DIV/0!", "#REF!"], ["gul", "=1+1"]):
        book.active.append(row)
    book.active["B2"].data_type = book.active["C2"].data_type = "e"
    book.save(tmp_path / "a.xlsx")
    answers = read_answers(tmp_path / "a.xlsx")
    assert answers.factors["reputation"].tolist() == [0, 0.5]
    told = " ".join(note.en for note in answers.notes)
    assert "Errors in cells that are not needed were passed over: “Alder”" in told
    assert "have not been computed" in told


def test_a_value_of_sixty_letters_is_shown_whole_and_a_longer_one_cut():
    assert shown("æ" * 60) == f"“{'æ' * 60}”"
    assert shown("æ" * 61) == f"“{'æ' * 59}…”"
