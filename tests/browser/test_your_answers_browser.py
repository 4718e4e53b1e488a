"""The page where one drops a file, as a consultant without a terminal meets it."""

import zipfile
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe

from lederlib.catalogue import FACTOR_KEYS, balance_items, factor
from lederlib.text import label
from tests.report.drop_page.own_scale import answers_file, scale_file

from .conftest import WIDE

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PHONE = {"width": 390, "height": 844}
WHEN = ("now", "general")
WORDS = {"da": ("rød", "gul", "grøn"), "en": ("red", "yellow", "green")}


@pytest.fixture
def at(lesson):
    """The page in one language, its own part of it, and a folder for files."""
    folder = lesson.folder / "files"
    folder.mkdir(exist_ok=True)
    lesson.page.set_viewport_size(WIDE)
    own = lesson.page.locator(".lederlib-answers")
    yield SimpleNamespace(
        page=lesson.page, own=own, lang=lesson.lang, folder=folder, kind=lesson.kind
    )
    assert lesson.page.complaints == []


def factor_rows(lang, people=12):
    red, yellow, green = WORDS[lang]
    team = {"da": ["Nord", "Syd"], "en": ["North", "South"]}[lang]
    names = [factor(key).name.to(lang) for key in FACTOR_KEYS]
    yield [{"da": "Team", "en": "Team"}[lang], *names]
    for person in range(people):
        answers = [
            (red, yellow, green, green)[(person * (place + 1) + place) % 4]
            for place in range(len(names))
        ]
        yield [team[person % 2], *answers]


def csv_file(folder, lang):
    path = folder / "svar.csv"
    lines = [";".join(row) for row in factor_rows(lang)]
    path.write_text("\n".join(lines), encoding="utf-8-sig")
    return path


def titled_workbook(folder):
    """A workbook with a title above its table, rated by nine leaders."""
    path = folder / "lederne.xlsx"
    items = [item for item in balance_items() if item.open is False][:4]
    book = openpyxl.Workbook()
    book.active.append(["Måling, efterår"])
    book.active.append([])
    book.active.append([f"{item.key}_{when}" for item in items for when in WHEN])
    for person in range(9):
        book.active.append([(person * 3 + place) % 5 + 1 for place in range(8)])
    book.save(path)
    return path


def broken_file(folder):
    path = folder / "ødelagt.xlsx"
    path.write_bytes(b"PK\x03\x04 half of a workbook")
    return path


def drop(desk, path):
    """Choose a file, and wait until the page says something of it."""
    name = label("your_answers.choose", desk.lang)
    desk.own.get_by_label(name, exact=True).set_input_files(path)
    desk.own.get_by_text(path.name).first.wait_for()
    busy = label("your_answers.working", desk.lang)
    desk.own.get_by_role("status").filter(has_not_text=busy).wait_for()


def word(desk, key):
    return label(f"your_answers.{key}", desk.lang)


def saved(desk, key):
    link = desk.own.get_by_role("link", name=word(desk, key))
    with desk.page.expect_download() as waiting:
        link.click()
    return waiting.value


def test_a_file_of_text_becomes_a_map_by_team_and_a_plan(at):
    drop(at, csv_file(at.folder, at.lang))
    at.own.get_by_role("status").filter(has_text="12").wait_for()
    report = at.own.locator("article")
    report.locator("img").first.wait_for()
    at.own.get_by_label(word(at, "group")).select_option("Team")
    team = {"da": "Nord", "en": "North"}[at.lang]
    report.get_by_text(team).first.wait_for()
    page = saved(at, "save_report")
    assert page.suggested_filename == word(at, "file_report")
    assert team in Path(page.path()).read_text(encoding="utf-8")
    plan = saved(at, "save_plan")
    assert plan.suggested_filename == word(at, "file_plan")
    assert zipfile.is_zipfile(plan.path())


def test_a_workbook_with_a_title_is_weighed(at):
    drop(at, titled_workbook(at.folder))
    at.own.get_by_role("status").filter(has_text="9").wait_for()
    row = {"da": "række 3", "en": "row 3"}[at.lang]
    at.own.get_by_text(row).first.wait_for()
    report = at.own.locator("article")
    report.locator("img").first.wait_for()


def test_a_broken_file_is_refused_in_words_and_shows_nothing(at):
    drop(at, csv_file(at.folder, at.lang))
    drop(at, broken_file(at.folder))
    alarm = at.own.get_by_role("alert").filter(has_text="ødelagt.xlsx")
    alarm.wait_for()
    assert word(at, "refused") in alarm.inner_text()
    assert "Traceback" not in at.own.inner_text()
    assert not at.own.locator("article").is_visible()


def test_a_file_is_chosen_and_hands_are_typed_by_keys(at):
    chooser = at.own.get_by_label(word(at, "choose"), exact=True)
    with at.page.expect_file_chooser(timeout=8000) as waiting:
        chooser.focus()  # a turn to the browser, which by then hands choosers over
        at.page.keyboard.press("Space")
    waiting.value.set_files(csv_file(at.folder, at.lang))
    at.own.get_by_role("status").filter(has_text="12").wait_for()

    at.own.locator("summary", has_text=word(at, "hands")).focus()
    at.page.keyboard.press("Enter")
    at.page.keyboard.press("Tab")
    for number in ("1", "3", "8", "2", "2", "7"):
        at.page.keyboard.type(number)
        at.page.keyboard.press("Tab")
    at.own.get_by_role("button", name=word(at, "hands_show")).press("Enter")
    at.own.get_by_role("heading", name=word(at, "typed")).wait_for()
    assert at.own.get_by_role("cell", name="1", exact=True).count()
    report = at.own.locator("article")
    assert report.get_by_role("cell", name="1", exact=True).count() == 0


def test_it_fits_a_phone_and_axe_finds_nothing(at):
    drop(at, csv_file(at.folder, at.lang))
    at.own.locator("article img").first.wait_for()
    faults = Axe().run(at.page, ".lederlib-answers").response["violations"]
    assert not [(fault["id"], fault["nodes"][0]["html"]) for fault in faults]
    if at.kind == "voila":
        at.page.set_viewport_size(PHONE)
        at.page.wait_for_function(_FITS)


_FITS = """() => {
    const box = document.querySelector('.lederlib-answers');
    const { left, right } = box.getBoundingClientRect();
    const within = left >= 0 && right <= window.innerWidth;
    return within && box.scrollWidth <= box.clientWidth;
}"""


@pytest.fixture
def own(at):
    """A scale of one's own and answers to it, which the page forgets afterwards."""
    scale = at.folder / "ro.toml"
    scale = scale if scale.exists() else scale_file(at.folder)
    yield SimpleNamespace(scale=scale, answers=answers_file(at.folder, scale))
    gone = word(at, "remove").partition("{")[0]
    for button in at.own.get_by_role("button", name=gone).all():
        button.click()
    at.own.get_by_role("button", name=gone).first.wait_for(state="detached")


def hand_over(desk, *paths):
    choose = desk.own.get_by_label(word(desk, "choose"), exact=True)
    choose.set_input_files(paths)


def heading(desk, key):
    name = label(f"measure.{key}", desk.lang)
    return desk.own.get_by_role("heading", name=name, exact=True)


def test_two_files_become_the_report_on_a_scale_by_keys(at, own):
    hand_over(at, own.answers, own.scale)
    heading(at, "confirmatory").wait_for()
    assert heading(at, "groups").count() == 0
    assert not at.own.get_by_label(word(at, "coarse")).is_visible()
    for key, part in (("compare", "groups"), ("unit", "units")):
        at.own.get_by_label(word(at, key)).press("ArrowDown")
        heading(at, part).wait_for()
    at.own.get_by_role("status").filter(has_text="200").wait_for()
    page = saved(at, "save_report")
    assert page.suggested_filename == word(at, "file_scale_report")
    text = Path(page.path()).read_text(encoding="utf-8")
    assert label("measure.units", at.lang) in text
    document = saved(at, "save_document")
    assert document.suggested_filename == word(at, "file_scale_document")
    assert zipfile.is_zipfile(document.path())


def test_the_report_on_a_scale_fits_a_phone_and_axe_finds_nothing(at, own):
    hand_over(at, own.scale, own.answers)
    heading(at, "confirmatory").wait_for()
    faults = Axe().run(at.page, ".lederlib-answers").response["violations"]
    assert not [(fault["id"], fault["nodes"][0]["html"]) for fault in faults]
    if at.kind == "voila":
        at.page.set_viewport_size(PHONE)
        at.page.wait_for_function(_FITS)
        wide = at.page.evaluate(_WIDE_TABLES)
        assert wide
        assert set(wide) == {0}  # each is reached by the key Tab


_WIDE_TABLES = """() => {
    const { shadowRoot } = document.querySelector('.lederlib-answers article');
    const boxes = [...shadowRoot.querySelectorAll('.scroll, pre')];
    return boxes.filter(box => box.scrollWidth > box.clientWidth)
        .map(box => box.tabIndex);
}"""


def test_a_broken_scale_and_two_files_of_answers_are_refused(at, own):
    broken = at.folder / "brudt.toml"
    broken.write_bytes(b"key = ")
    hand_over(at, broken)
    alarm = at.own.get_by_role("alert").filter(has_text="brudt.toml")
    alarm.wait_for()
    assert "Traceback" not in at.own.inner_text()
    again = own.answers.with_name("igen.csv")
    again.write_bytes(own.answers.read_bytes())
    hand_over(at, own.answers, again)
    at.own.get_by_role("alert").filter(has_text=word(at, "too_many")).wait_for()
