import re

import pytest

from lederlib.answers import read_answers
from lederlib.report.left_out import left_out_lines, told_left_out
from lederlib.report.write import report_html
from lederlib.text import label


def read(tmp_path, *rows, head="Omdømme;Værdier"):
    path = tmp_path / "own.csv"
    path.write_text("\n".join([head, *rows]), encoding="utf-8")
    return read_answers(path)


def told(tmp_path, *rows, **options):
    return told_left_out(read(tmp_path, *rows, **options), 5)


def test_many_who_do_not_know_are_counted(tmp_path):
    (line,) = told(tmp_path, *["rød;gul"] * 6, *["rød;ved ikke"] * 5)
    assert line == ("no_opinion", "Værdier", 5)


def test_few_who_do_not_know_are_some_whatever_their_reason(tmp_path):
    known = ["rød;gul"] * 6
    asked = told(tmp_path, *known, *["rød;ved ikke"] * 4)
    blank = told(tmp_path, *known, *["rød;"] * 4)
    assert asked == blank == [("any", "–", None)]


def test_a_reason_of_many_is_not_told_where_it_leaves_a_reason_of_few(tmp_path):
    rows = [*["rød;gul"] * 6, *["rød;ved ikke"] * 6, "rød;"]
    assert told(tmp_path, *rows) == [("any", "–", None)]


def test_where_nobody_left_anything_out_nothing_is_said(tmp_path):
    assert told(tmp_path, *["rød;gul"] * 6) == []
    page = report_html(read(tmp_path, *["rød;gul"] * 6), lang="en")
    assert label("report.left_out_none", "en") in page


def test_few_who_answered_nothing_are_neither_counted_nor_placed(tmp_path):
    rows = ["rød;gul;a"] * 6
    lines = told(tmp_path, *rows, ";;b", ";;c", head="Omdømme;Værdier;Enhed")
    assert lines == [("no_answers", "–", None)]


def test_a_blank_row_is_nobody_and_keeps_its_number(tmp_path):
    lines = told(tmp_path, *["rød;gul"] * 5, ";", "rød;gul")
    assert lines == [("blank_row", "7", 1)]


@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_page_on_three_people_does_not_count_them(tmp_path, lang):
    rows = [f"{colour};ved ikke" for colour in ("rød", "gul", "grøn")]
    page = report_html(read(tmp_path, *rows), lang=lang)
    words = re.sub(r"<style>.*?</style>|<[^>]*>", " ", page, flags=re.S)
    assert label("report.fewer", lang, limit=5) in words
    read_part = page[page.index('id="read"') : page.index('id="sources"')]
    assert label("report.some", lang) in read_part
    assert not re.search(r"<td[^>]*>\s*\d+\s*</td>", read_part)


def test_a_place_that_is_not_told_leaves_no_empty_brackets(tmp_path):
    path = tmp_path / "svar.csv"
    rows = ["rød;gul", "gul;grøn", "grøn;", ";rød", "gul;gul", "rød;grøn"]
    path.write_text("\n".join(["Omdømme;Værdier", *rows]), encoding="utf-8")
    said = [line.da for line in left_out_lines(read_answers(path), 5)]
    assert said
    assert not [line for line in said if "–" in line]
