"""A student's path by keyboard: answer, hand in, and be one of a class."""

import json
from types import SimpleNamespace

import pytest

from lederlib.exercise import task
from lederlib.report import write_class, write_handin

from .conftest import new_page, open_lesson

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ASKED = ("04.1", "04.2", "04.3", "04.4", "04.5", "05.3", "13.2")
CELL = """
from IPython.display import display
from lederlib.widget import ask
for key in {keys}:
    display(ask(key, lang="{lang}"))
"""
TEXT = {
    "da": "Vi holder onsdag som fast dag i fire uger og vælger to hjemmedage frit. Vi "
    "tæller, hvor ofte nogen venter på et svar, og stopper, hvis borgere må vente.",
    "en": "We keep Wednesday as a fixed day for four weeks and choose two freely. "
    "We count how often anyone waits for an answer and stop if citizens have to wait.",
}


@pytest.fixture(scope="module", params=[("lab", "da"), ("voila", "en")], ids="-".join)
def asked(request, chromium):
    kind, lang = request.param
    server = request.getfixturevalue(f"{kind}_server")
    folder = server.folder / "asked"
    folder.mkdir()
    page = new_page(chromium)
    open_lesson(page, server, "asked/page.ipynb", [CELL.format(keys=ASKED, lang=lang)])
    count = f"document.querySelectorAll('.lederlib-ask').length === {len(ASKED)}"
    page.wait_for_function(count, timeout=180_000)
    yield SimpleNamespace(page=page, lang=lang, folder=folder)
    assert page.complaints == []
    page.context.close()


def sheet(asked, key):
    heading = f"{key.lstrip('0')} {task(key).title.to(asked.lang)}"
    return asked.page.get_by_role("region", name=heading, exact=True)


def answer(asked, key):
    """Press the button by key, and return the reply when it has come."""
    box = sheet(asked, key)
    box.locator(".lederlib-answer").press("Enter")
    replied = """box => !['working', undefined].includes(
        box.querySelector('.lederlib-reply').dataset.verdict)"""
    asked.page.wait_for_function(replied, arg=box.element_handle(), timeout=30_000)
    return box.locator(".lederlib-reply").inner_text()


def test_every_kind_of_task_is_answered_by_keyboard(asked):
    slider = sheet(asked, "04.1").get_by_role("slider")
    slider.press("ArrowRight")
    said = answer(asked, "04.1")
    assert ("51" in said, "80" in said) == (True, True)

    number = sheet(asked, "04.2").get_by_role("textbox")
    number.fill("1")
    for _ in range(2):  # the same once more is answered once more
        assert task("04.2").mistakes[0].hint.to(asked.lang) in answer(asked, "04.2")
    number.fill("2,0")
    number.press("Enter")
    right = task("04.2").right.to(asked.lang)
    sheet(asked, "04.2").get_by_text(right).wait_for()

    sheet(asked, "04.3").get_by_role("slider").nth(1).press("ArrowRight")
    assert task("04.3").right.to(asked.lang) in answer(asked, "04.3")

    sheet(asked, "04.5").get_by_role("textbox").fill(TEXT[asked.lang])
    assert task("04.5").right.to(asked.lang) in answer(asked, "04.5")

    sheet(asked, "05.3").locator(".lederlib-up").nth(1).press("Enter")
    assert task("05.3").right.to(asked.lang) in answer(asked, "05.3")

    sheet(asked, "13.2").get_by_role("radio").nth(2).check()
    assert task("13.2").right.to(asked.lang) in answer(asked, "13.2")

    kept = json.loads((asked.folder / "answers.json").read_text("utf-8"))["answers"]
    assert {*kept} == {*ASKED} - {"04.4"}
    assert kept["05.3"]["answer"] == [2, 1, 3]
    assert kept["04.3"]["answer"] == {"home": 3, "anchor": 1}


def test_no_answer_is_wider_than_a_phone(asked):
    asked.page.set_viewport_size({"width": 390, "height": 844})
    # The page is laid out anew some time after the window has changed.
    fits = """() => [...document.querySelectorAll('.lederlib-ask *')]
        .every(one => one.getBoundingClientRect().right <= innerWidth + 1)"""
    asked.page.wait_for_function(fits, timeout=15_000)
    asked.page.set_viewport_size({"width": 1280, "height": 900})


def test_what_was_answered_is_handed_in_and_read_by_the_teacher(asked, chromium):
    handed = asked.folder / "handin.html"
    write_handin(asked.folder / "answers.json", handed, lang=asked.lang)
    page = new_page(chromium)
    page.goto(handed.as_uri())
    picture = page.get_by_role("img")
    assert "80" in picture.get_attribute("alt")
    assert TEXT[asked.lang] not in page.content()
    target = asked.folder / "class.html"
    write_class(asked.folder, target, lang=asked.lang)
    page.goto(target.as_uri())
    assert task("04.2").mistakes[0].hint.to(asked.lang) in page.inner_text("#mistakes")
    assert page.complaints == []
    page.context.close()
