"""Laws for every explorer in a real browser: names, keyboard, axe, phone and zoom.

What one explorer alone does stands in the file of its own.
"""

import pytest

import lederlib.widget

pytestmark = [pytest.mark.browser, pytest.mark.slow]

EXPLORERS = [name for name in lederlib.widget.__all__ if name.startswith("explore_")]
CELL = f"""
from IPython.display import display
import lederlib.widget
for name in {EXPLORERS!r}:
    display(getattr(lederlib.widget, name)(lang={{lang!r}}))
"""
PHONE = {"width": 390, "height": 844}
ZOOMED = {"width": 320, "height": 256}  # 1280 x 1024 at 400 %


@pytest.fixture(scope="module", params=[("lab", "da"), ("voila", "en")], ids="-".join)
def lesson(request, open_kit):
    """Every explorer on one page, in JupyterLab and in Voilà."""
    opened = open_kit(*request.param, "every", CELL, explorers=len(EXPLORERS))
    opened.boxes = opened.page.locator(".lederlib-explorer").all()
    yield opened
    opened.page.context.close()


def name_of(box):
    return box.get_attribute("class").split("lederlib-explorer-")[1].split()[0]


def test_every_lever_has_a_name_and_says_its_value_in_words(kit):
    for box in kit.boxes:
        for one in box.locator("input[type=range]").all():
            words = one.get_attribute("aria-valuetext")
            assert one.evaluate("one => one.labels[0].textContent"), name_of(box)
            assert any(sign.isalpha() or sign == "%" for sign in words), name_of(box)


def test_every_picture_has_words(kit):
    for box in kit.boxes:
        for picture in box.locator(".lederlib-picture").all():
            assert len(picture.get_attribute("aria-label")) > 20, name_of(box)


def test_one_press_changes_what_is_said(kit):
    """The first lever of each explorer that has one, moved by keyboard."""
    for box in kit.boxes:
        slider = box.locator("input[type=range]:visible").first
        if not slider.count():
            continue
        said = told(box)
        slider.focus()
        at_the_end = slider.evaluate("one => one.value === one.max")
        kit.page.keyboard.press("ArrowLeft" if at_the_end else "ArrowRight")
        changed = """([name, said]) => {
            const box = document.querySelector(`.lederlib-explorer-${name}`);
            const told = [box.querySelector('.lederlib-words').innerText,
                ...[...box.querySelectorAll('.lederlib-picture')]
                    .map(one => one.getAttribute('aria-label'))];
            return told.join() !== said;
        }"""
        kit.page.wait_for_function(changed, arg=[name_of(box), said], timeout=20_000)
        assert not box.locator(".lederlib-alarm").inner_text(), name_of(box)


def test_keys_in_a_lever_move_the_lever_and_not_the_notebook(kit):
    """JupyterLab would walk to the next cell on an arrow, and delete one on d d."""
    cells = kit.page.locator(".jp-Cell").count()
    for box in kit.boxes:
        for lever in box.locator(".lederlib-levers select:visible").all():
            lever.focus()
            for key in ["ArrowDown", "d", "d"]:
                kit.page.keyboard.press(key)
                kit.page.wait_for_timeout(50)
                where = "lever => document.activeElement === lever"
                assert lever.evaluate(where), (name_of(box), key)
        for slider in box.locator("input[type=range]:visible").all()[:1]:
            slider.focus()
            kit.page.keyboard.press("ArrowUp")
            kit.page.keyboard.press("ArrowDown")
            assert slider.evaluate("one => document.activeElement === one")
    assert kit.page.locator(".jp-Cell").count() == cells


def told(box):
    pictures = box.locator(".lederlib-picture").all()
    alts = [picture.get_attribute("aria-label") for picture in pictures]
    return ",".join([box.locator(".lederlib-words").first.inner_text(), *alts])


def test_axe_finds_nothing_that_is_ours(kit):
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - may be missing

    found = Axe().run(kit.page, context={"include": [[".lederlib-explorer"]]})
    assert found.violations_count == 0, found.generate_report()


def test_all_that_is_touched_is_44_pixels_high_at_least(kit):
    for box in kit.boxes:
        box.locator("details").evaluate_all(
            "all => all.forEach(o => { o.open = true })"
        )
        touched = ".lederlib-levers :is(input, select, button, summary), [role=tab]"
        for one in box.locator(touched).all():
            tick = one.get_attribute("type") == "checkbox"
            size = (one.locator("..") if tick else one).bounding_box()
            if size is not None:
                assert min(size["width"], size["height"]) >= 44, name_of(box)


@pytest.mark.parametrize("screen", [PHONE, ZOOMED], ids=["phone", "zoom 400 %"])
def test_a_small_screen_needs_no_sideways_scrolling(kit, screen):
    kit.page.set_viewport_size(screen)
    for box in kit.boxes:
        inner, outer = box.evaluate("box => [box.scrollWidth, box.clientWidth]")
        assert inner <= outer, name_of(box)
        lefts = box.locator(".lederlib-scene:visible").evaluate_all(
            "scenes => scenes.map(scene => scene.getBoundingClientRect().left)"
        )
        assert len(set(lefts)) <= 1, name_of(box)
    if kit.kind == "voila":
        wide = "() => document.documentElement.scrollWidth <= window.innerWidth"
        assert kit.page.evaluate(wide)
