"""Hands that were counted in a room: as typed on the screen, by the rule when saved."""

import re

import pytest

from lederlib.answers import AnswersError
from lederlib.report.drop_page.dropped import look
from lederlib.report.drop_page.hands import hands_table
from lederlib.report.drop_page.seen import Choices, File
from lederlib.text import LANGS, label
from tests.report.page_reader import read_page

TYPED = {"reputation": ["2", "3", "9"], "values": ["0", "", "14"]}


def numbers_in(html):
    return re.findall(r"<td[^>]*>(\d+)</td>", html)


def table_of(html, key):
    area = key if "." in key else f"your_answers.{key}"
    return read_page(html).tables[label(area, "en")]


@pytest.mark.parametrize("lang", LANGS)
def test_hands_stand_as_typed_on_the_screen_and_by_the_rule_in_what_is_saved(lang):
    file = File(name="hands.csv", data=hands_table(TYPED, lang))
    seen = look({"answers": file}, Choices(lang=lang), lang=lang)
    assert seen.refusal == ""
    for number in ("2", "3", "9", "14"):
        assert number in numbers_in(seen.typed)
    small = {"reputation": ["2", "1", "1"], "values": ["0", "5", "9"]}
    file = File(name="hands.csv", data=hands_table(small, lang))
    seen = look({"answers": file}, Choices(lang=lang), lang=lang)
    assert {"2", "1"} <= set(numbers_in(seen.typed))
    assert "hands.csv" in seen.words


def test_of_few_hands_and_of_hands_all_alike_nothing_is_saved():
    typed = {"reputation": ["2", "1", "1"], "values": ["0", "0", "9"]}
    file = File(name="hands.csv", data=hands_table(typed, "en"))
    seen = look({"answers": file}, Choices(lang="en"), lang="en")
    assert ["Reputation", "2", "1", "1"] in table_of(seen.typed, "typed_table")
    assert ["Values", "0", "0", "9"] in table_of(seen.typed, "typed_table")
    saved = {row[0]: row[1:] for row in table_of(seen.report, "report.map_table")}
    assert set(saved["Reputation"]) == {"hidden"}
    assert "100" not in " ".join(saved["Values"])
    assert "Hands counted in the room" in seen.report


@pytest.mark.parametrize("wrong", ["-1", "2,5", "mange", "1e3", "999999999", "³"])
def test_what_is_no_count_is_named_with_its_field(wrong):
    with pytest.raises(AnswersError) as told:
        hands_table({"reputation": ["1", wrong, ""]}, "da")
    sentence = told.value.phrase.da
    assert "Omdømme" in sentence
    assert "gul" in sentence
    assert wrong in sentence


def test_no_hands_are_no_table():
    with pytest.raises(AnswersError, match=r"no hands|ingen hænder"):
        hands_table({"values": ["", "0", " "]}, "en")
