"""The script in a plain page: no kernel, no widget, a host of ten lines with frames.

The frames were made by `Frames` from a description with every kind of lever.
"""

import json
from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe

from lederlib.plot.drawing.theme import new_figure
from lederlib.text import label
from lederlib.widget import (
    Description,
    Frames,
    Guess,
    View,
    choice,
    free_text,
    slider,
    switch,
)
from lederlib.widget.script import front_script, front_style, told_once

from .conftest import new_page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGE = """<!doctype html><html lang="da"><title>Uden kerne</title>
<meta name="viewport" content="width=device-width">
<style>{style}</style><main id="here"></main>
<script type="module">{script}
window.draw = (description, start, frames) => {{
  let values = start;
  let listener;
  let timer;
  const tell = (rest) => {{
    const {{ sure, ...frame }} = frames[JSON.stringify(Object.values(values))];
    listener({{ ...frame, sure: rest ? sure : "vent", rest }});
  }};
  const host = {{
    values: () => values,
    look: (places) => {{ window.looked = places; }},
    move(key, value, along = {{}}) {{
      values = {{ ...values, ...along, [key]: value }};
      tell(false);
      clearTimeout(timer);
      timer = setTimeout(tell, 400, true);
    }},
    on(heard) {{
      listener = heard;
      tell(true);
      return () => {{}};
    }},
  }};
  mount(document.getElementById("here"), description, host);
}};
</script></html>"""
PHONE = {"width": 390, "height": 844}


def days(number):
    return f"{number:g} dage"


CONTROLS = (
    slider("home", "Hjemmedage", low=0, high=2, step=1, start=1, words=days),
    choice("role", "Rolle", {"desk": "Kontor", "front": "Front"}, start="desk"),
    choice("who", "Hvem", {"all": "Alle", "new": "De nye"}, start="all", kind="choice"),
    switch("four", "Fire dages uge", texts=("nej", "ja")),
    free_text("own", "Eget navn"),
)


def plot_home(*, home):
    figure = new_figure("Ugen", lang="da", width=7, height=4)
    axes = figure.add_axes((0.2, 0.2, 0.6, 0.6))
    axes.set(xlim=(0, 10), ylim=(0, 2))
    word = figure.text(0.5, 0.5, "")

    def update(*, home):
        word.set_text(days(home))
        figure.alt, figure.caption = f"Ugen har {days(home)}.", "Opdigtet."
        return figure.alt

    update(home=home)
    return figure.with_moving([word], update)


def described(**more):
    def data(values, _):
        return {"home": values["home"]}

    return Description(
        name="plain",
        lesson="00",
        lang="da",
        controls=CONTROLS,
        first=("home", "role"),
        tours={"tour1": {"home": 2.0}, "tour2": {"role": "front", "four": True}},
        find=lambda values, _: values["home"],
        pictures=tuple(View(name=k, plot=plot_home, data=data) for k in "abc"),
        sentence=lambda values, home: f"{days(home)} hjemme, {values['role']}.",
        how_sure=lambda _, home: f"Sikkert som {days(home)}.",
        **more,
    )


GUESS = Guess(
    picture="b",
    question="Hvor mange dage ender det med?",
    control=slider("g", "Dage", low=0, high=2, step=0.5, start=1, words=days),
    axis="y",
    at=5,
)


def recorded(description):
    """Return every frame by the positions of its levers, as a page may hold them."""
    frames, kept = Frames(description), {}
    keys = [control.key for control in description.controls]
    places = [control.values or ("",) for control in description.controls]
    for number, found in enumerate(product(*places)):
        frame = frames(dict(zip(keys, found, strict=True)))
        scenes = [
            {"moving": one.moving, "alt": one.alt, "caption": one.caption}
            for one in frame.scenes
        ]
        told = {"words": frame.words, "sure": frame.sure, "notice": "", "alarm": ""}
        whole = [int(value) if type(value) is float else value for value in found]
        key = json.dumps(whole, separators=(",", ":"), ensure_ascii=False)
        kept[key] = {**told, "scenes": scenes, "number": number}
    return told_once(description, frames(description.start)), kept


@pytest.fixture(scope="module")
def drawing():
    return recorded(described())


@pytest.fixture(scope="module")
def page(chromium):
    page = new_page(chromium)
    yield page
    page.context.close()


def drawn(page, told, frames):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("about:blank")
    page.set_content(PAGE.format(style=front_style(), script=front_script()))
    page.wait_for_function("() => Boolean(window.draw)")
    page.evaluate("all => window.draw(...all)", [told, told["start"], frames])


@pytest.fixture
def plain(page, drawing):
    drawn(page, *drawing)
    yield page
    assert page.complaints == []


@pytest.fixture(scope="module")
def asking():
    return recorded(described(guess=GUESS))


@pytest.fixture
def asked(page, asking):
    drawn(page, *asking)
    yield page
    assert page.complaints == []


def says(page, words, part="words"):
    page.locator(f".lederlib-{part}").get_by_text(words, exact=True).wait_for()


def word(key):
    return label(f"widget.{key}", "da")


def focused(page):
    return page.evaluate("() => document.activeElement.textContent.trim()")


def test_every_kind_of_lever_moves_by_keys_and_keeps_the_focus(plain):
    keys = plain.keyboard
    plain.get_by_role("slider", name="Hjemmedage").focus()
    keys.press("ArrowRight")
    says(plain, "2 dage hjemme, desk.")
    slider_says = plain.get_by_role("slider").get_attribute("aria-valuetext")
    assert slider_says == plain.locator(".lederlib-value").inner_text() == "2 dage"
    plain.get_by_role("button", name="Front").press("Enter")
    says(plain, "2 dage hjemme, front.")
    pressed = plain.get_by_role("group", name="Rolle").get_by_role("button")
    states = [one.get_attribute("aria-pressed") for one in pressed.all()]
    assert states == ["false", "true"]
    assert focused(plain) == "Front"
    plain.locator(".lederlib-more summary").press("Enter")
    plain.get_by_role("checkbox", name="Fire dages uge").press("Space")
    plain.get_by_role("combobox", name="Hvem").select_option("De nye")
    assert plain.get_by_role("textbox", name="Eget navn").is_visible()


def test_only_the_first_levers_are_seen_until_more_are_asked_for(plain):
    assert plain.locator(".lederlib-lever:visible").count() == 2
    plain.locator(".lederlib-more summary").press("Enter")
    assert plain.locator(".lederlib-lever:visible").count() == 5


def test_undo_and_back_to_start_lead_where_the_levers_stood(plain):
    undo = plain.get_by_role("button", name=word("undo"))
    assert undo.get_attribute("aria-disabled") == "true"
    plain.get_by_role("slider").press("End")
    says(plain, "Sikkert som 2 dage.", "sure")
    plain.get_by_role("button", name="Front").press("Enter")
    says(plain, "2 dage hjemme, front.")
    plain.wait_for_timeout(500)
    undo.press("Enter")
    says(plain, "2 dage hjemme, desk.")
    plain.wait_for_timeout(500)
    undo.press("Enter")
    says(plain, "1 dage hjemme, desk.")
    plain.wait_for_timeout(500)
    assert undo.get_attribute("aria-disabled") == "true"
    assert focused(plain) == word("undo")
    plain.get_by_role("slider").press("Home")
    says(plain, "0 dage hjemme, desk.")
    plain.get_by_role("button", name=word("restart")).press("Enter")
    says(plain, "1 dage hjemme, desk.")


def test_a_tour_leads_to_the_same_place_from_anywhere(plain):
    plain.get_by_role("slider").press("Home")
    plain.get_by_role("group", name=word("tours")).get_by_text("Tur 2").press("Enter")
    says(plain, "2 dage hjemme, front.")
    assert plain.get_by_role("slider").get_attribute("aria-valuetext") == "2 dage"


def test_the_state_is_a_line_that_can_be_set_in_again(plain):
    plain.get_by_role("slider").press("End")
    says(plain, "Sikkert som 2 dage.", "sure")
    plain.locator(".lederlib-share summary").press("Enter")
    line = plain.get_by_role("textbox", name=word("line"))
    assert line.input_value() == "plain?home=2"
    line.fill("plain?home=0&role=front&four=true")
    line.press("Enter")
    says(plain, "0 dage hjemme, front.")
    assert plain.get_by_role("checkbox", include_hidden=True).is_checked()
    assert plain.locator(".lederlib-heard").inner_text() == ""


@pytest.mark.parametrize(
    "wrong", ["other?home=0", "plain?hom=0", "plain?home=9", "plain?role=boss"]
)
def test_a_line_that_does_not_fit_is_refused_in_words(plain, wrong):
    plain.locator(".lederlib-share summary").press("Enter")
    line = plain.get_by_role("textbox", name=word("line"))
    line.fill(wrong)
    line.press("Enter")
    says(plain, word("no_line"), "heard")
    says(plain, "1 dage hjemme, desk.")


def test_one_picture_is_seen_and_the_others_wait_behind_tabs(plain):
    tabs = plain.get_by_role("tablist", name=word("pictures")).get_by_role("tab")
    assert tabs.count() == 3
    assert plain.get_by_role("tabpanel").count() == 1
    tabs.first.focus()
    for key, place in [("ArrowRight", 1), ("End", 2), ("ArrowRight", 0), ("Home", 0)]:
        plain.keyboard.press(key)
        chosen = [one.get_attribute("aria-selected") for one in tabs.all()]
        assert chosen.index("true") == place
        assert tabs.nth(place).evaluate("one => document.activeElement === one")
        assert plain.locator(".lederlib-scene").nth(place).is_visible()
    plain.get_by_role("slider").press("End")
    says(plain, "2 dage hjemme, desk.")
    tabs.last.click()
    picture = plain.get_by_role("img", name="Ugen har 2 dage.")
    assert picture.count() == 1
    assert picture.locator(".lederlib-moving svg").count() == 1


def test_the_sentence_is_heard_once_when_the_lever_is_at_rest(plain):
    plain.evaluate("""() => {
        window.heard = [];
        const voice = document.querySelector('.lederlib-heard-only');
        new MutationObserver(() => window.heard.push(voice.textContent))
            .observe(voice, { childList: true, characterData: true, subtree: true });
    }""")
    plain.get_by_role("slider").press("Home")
    plain.get_by_role("slider").press("End")
    says(plain, "Sikkert som 2 dage.", "sure")
    plain.wait_for_timeout(500)
    assert plain.evaluate("() => window.heard") == ["2 dage hjemme, desk."]


def places(page):
    return [
        page.locator(css).bounding_box()
        for css in (
            ".lederlib-lever-home",
            ".lederlib-said",
            ".lederlib-picture:visible",
            ".lederlib-lever-role",
        )
    ]


def test_levers_stand_beside_the_picture_where_there_is_room(plain):
    lever, _, picture, _ = places(plain)
    assert lever["width"] <= 300
    assert lever["x"] + lever["width"] <= picture["x"]
    assert picture["height"] <= 381
    assert picture["y"] + picture["height"] <= 800


def test_on_a_phone_the_first_lever_and_its_picture_come_first(plain):
    plain.locator(".lederlib-more summary").focus()
    plain.set_viewport_size(PHONE)
    plain.locator("[data-place=narrow]").wait_for()
    lever, said, picture, other = places(plain)
    assert lever["y"] < said["y"] < picture["y"] < other["y"]
    assert picture["y"] + picture["height"] <= PHONE["height"]
    assert focused(plain) == word("more")


def test_nothing_below_the_words_moves_while_a_lever_does(plain):
    gallery = plain.locator(".lederlib-gallery")
    before = gallery.bounding_box()["y"]
    for key in ("Home", "ArrowRight", "ArrowRight"):
        plain.get_by_role("slider").press(key)
        assert gallery.bounding_box()["y"] == before
    plain.wait_for_timeout(500)
    assert gallery.bounding_box()["y"] == before


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(plain, width):
    plain.set_viewport_size({"width": width, "height": 800})
    for folded in plain.locator("summary").all():
        folded.press("Enter")
    found = Axe().run(plain, context={"include": [[".lederlib-explorer"]]})
    assert found.violations_count == 0, found.generate_report()


def test_before_the_guess_nothing_of_the_outcome_is_on_the_page(asked):
    text = asked.locator(".lederlib-explorer").inner_html()
    assert "hjemme, desk" not in text
    assert "Ugen har" not in text
    assert asked.get_by_role("img", name=GUESS.question).count() == 1
    assert asked.locator(".lederlib-lever:visible").count() == 0
    assert asked.locator(".lederlib-moving svg").count() == 0
    found = Axe().run(asked, context={"include": [[".lederlib-explorer"]]})
    assert found.violations_count == 0, found.generate_report()


def test_a_guess_is_placed_by_keys_and_its_mark_stays_beside_what_comes(asked):
    handle = asked.get_by_role("slider", name="Dage", exact=True)
    handle.press("ArrowUp")
    assert handle.get_attribute("aria-valuetext") == "1.5 dage"
    size = handle.bounding_box()
    assert min(size["width"], size["height"]) >= 44
    asked.get_by_role("button", name=word("keep_guess")).press("Enter")
    says(asked, "1 dage hjemme, desk.")
    assert asked.get_by_role("slider", name="Hjemmedage").evaluate(
        "one => document.activeElement === one"
    )
    mark = asked.get_by_text(label("widget.own_guess", "da", value="1.5 dage"))
    assert mark.is_visible()
    picture = asked.locator(".lederlib-picture:visible").bounding_box()
    point = asked.locator(".lederlib-mark").bounding_box()
    assert point["x"] - picture["x"] == pytest.approx(0.5 * picture["width"], abs=1)
    assert point["y"] - picture["y"] == pytest.approx(0.35 * picture["height"], abs=1)


def test_a_host_that_draws_hears_which_picture_the_guess_left_in_view(asked):
    asked.get_by_role("button", name=word("keep_guess")).press("Enter")
    says(asked, "1 dage hjemme, desk.")
    place = "abc".index(GUESS.picture)
    assert asked.locator(".lederlib-scene").nth(place).is_visible()
    assert asked.evaluate("() => window.looked") == [place]


def test_a_handle_is_drawn_with_the_pointer_to_where_the_axis_says(asked):
    picture = asked.locator(".lederlib-picture:visible").bounding_box()
    x = picture["x"] + 0.5 * picture["width"]
    asked.mouse.click(x, picture["y"] + 0.2 * picture["height"] + 1)
    handle = asked.get_by_role("slider", name="Dage", exact=True)
    assert handle.get_attribute("aria-valuetext") == "2 dage"
    asked.mouse.click(x, picture["y"] + 0.65 * picture["height"])
    assert handle.get_attribute("aria-valuetext") == "0.5 dage"


def test_the_outcome_can_be_seen_without_a_guess(asked):
    asked.get_by_role("button", name=word("skip_guess")).press("Enter")
    says(asked, "1 dage hjemme, desk.")
    assert asked.locator(".lederlib-mark").count() == 0
    assert asked.locator(".lederlib-lever:visible").count() == 2
