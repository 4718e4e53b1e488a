"""A scale beside the answers gives the report that the command writes."""

import re
import zipfile
from io import BytesIO

import pytest

from lederlib.report import write_measure_report
from lederlib.report.drop_page.dropped import look
from lederlib.report.drop_page.seen import Choices, File
from lederlib.text import LANGS, label

from .own_scale import answers_file, scale_file


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("own")


@pytest.fixture(scope="module")
def scale(folder):
    return scale_file(folder)


@pytest.fixture(scope="module")
def answers(folder, scale):
    return answers_file(folder, scale, missing=0.03)


def dropped(**paths):
    return {
        kind: File(name=path.name, data=path.read_bytes())
        for kind, path in paths.items()
    }


@pytest.mark.parametrize(
    "chosen", [{}, {"group": "Team", "unit": "Enhed", "missing": "listwise"}]
)
def test_the_page_shows_and_saves_what_the_command_writes(
    chosen, scale, answers, tmp_path
):
    seen = look(
        dropped(answers=answers, scale=scale), Choices(lang="en", **chosen), lang="en"
    )
    assert seen.refusal == ""
    assert seen.about == "scale"
    target = tmp_path / label("your_answers.file_scale_report", "en")
    write_measure_report(answers, scale, target, lang="en", **chosen)
    assert seen.report == target.read_text(encoding="utf-8")
    with zipfile.ZipFile(BytesIO(seen.document)) as document:
        assert b"Cronbach" in document.read("word/document.xml")


def test_groups_and_units_are_offered_and_none_is_taken(scale, answers):
    seen = look(dropped(answers=answers, scale=scale), Choices())
    assert seen.columns == ("Team", "Enhed")
    assert label("measure.groups", "da") not in seen.report
    assert not seen.either  # its factors are its own, so there is no map to draw


def test_a_scale_on_the_map_may_give_the_map_instead(folder, answers):
    text = (folder / "ro.toml").read_text(encoding="utf-8")
    on_map = folder / "kort.toml"
    text = text.replace('factor = "calm"', 'factor = "onboarding"')
    on_map.write_text(re.sub(r"\[factors\.calm\]\n.*\n.*\n", "", text), "utf-8")
    files = dropped(answers=answers, scale=on_map)
    first = look(files, Choices())
    assert (first.about, first.either, first.refusal) == ("scale", True, "")
    second = look(files, Choices(about="map"))
    assert (second.about, second.either) == ("map", True)
    assert second.report != first.report
    assert second.themes


@pytest.mark.parametrize("lang", LANGS)
def test_a_scale_alone_says_what_is_missing(lang, scale):
    seen = look(dropped(scale=scale), Choices(lang=lang), lang=lang)
    assert (seen.refusal, seen.report) == ("", "")
    assert seen.words == label("your_answers.alone", lang, file="ro.toml")


BROKEN = {
    "bytes": b"\xff\xfe\x00\x01",
    "words": b"key = ",
    "empty": b"",
    "other": b'key = "a"\nlicence = "b"\n',
    "picture": b"\x89PNG\r\n\x1a\n",
}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("alone", [True, False])
def test_a_broken_scale_is_one_sentence(name, alone, lang, answers):
    files = {"scale": File(name="skala.toml", data=BROKEN[name])}
    files |= {} if alone else dropped(answers=answers)
    seen = look(files, Choices(lang=lang), lang=lang)
    assert "skala.toml" in seen.refusal
    assert seen.refusal.endswith(".")
    assert "\n" not in seen.refusal
    assert label("your_answers.failed", lang, reason="")[:12] not in seen.refusal
    for foreign in ("Traceback", "Error", "/tmp", "--"):
        assert foreign not in seen.refusal


def test_answers_to_another_scale_are_refused_in_words(folder, scale):
    other = folder / "andre.csv"
    other.write_text("Omdømme;Værdier\n" + "rød;grøn\n" * 9, encoding="utf-8")
    seen = look(dropped(answers=other, scale=scale), Choices())
    assert "calm_1" in seen.refusal
    assert seen.report == ""


def test_of_few_people_there_is_no_report(folder, scale):
    few = folder / "few"
    few.mkdir(exist_ok=True)
    path = answers_file(few, scale, people=4)
    seen = look(dropped(answers=path, scale=scale), Choices())
    assert seen.refusal
    assert (seen.report, seen.document) == ("", b"")
