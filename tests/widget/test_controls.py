import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.widget import choice, slider, switch
from lederlib.widget.explorer import handle, lever


def days(number):
    return f"{number:g} dage"


HOME = slider("home", "Hjemmedage", low=0, high=5, step=1, start=2, words=days)
WISHES = slider("wishes", "Ønsker", low=0, high=1, step=0.1, start=0.3, words=days)
ROLE = choice("role", "Rolle", {"office": "Kontor", "front": "Front"}, start="office")
FOUR = switch("four", "Fire dages uge", texts=("nej", "ja"))


def test_a_slider_shows_its_name_value_and_unit_in_our_own_text():
    widget = lever(HOME, HOME.start)
    assert widget.description == "Hjemmedage: 2 dage"
    assert widget.readout is False


def test_the_label_follows_the_lever():
    widget = lever(HOME, HOME.start)
    widget.value = 4
    assert widget.description == "Hjemmedage: 4 dage"


@pytest.mark.parametrize("control", [HOME, WISHES, ROLE, FOUR])
def test_every_lever_has_a_label_to_see_and_a_name_to_hear(control):
    assert control.name in lever(control, control.start).description
    assert handle(control)["name"] == control.name


@given(
    st.integers(-5, 5),
    st.integers(1, 40),
    st.sampled_from([0.05, 0.1, 0.25, 0.5, 1, 5]),
)
def test_every_position_has_words_under_the_number_that_the_browser_knows(
    low, steps, step
):
    control = slider(
        "x", "X", low=low, high=low + steps * step, step=step, start=low, words=days
    )
    assert len(control.values) == steps + 1
    texts = handle(control)["texts"]
    for place, text in enumerate(control.texts):
        spoken = f"{round(low + place * step, 9):.10g}".replace("-0", "-0")
        assert texts[spoken] == text


def test_a_number_a_hair_off_is_the_position_it_means():
    assert WISHES.place(0.1 + 0.2) == 3


@pytest.mark.parametrize(
    ("control", "value"), [(HOME, 7), (HOME, True), (ROLE, "boss"), (FOUR, 1)]
)
def test_a_position_that_is_none_is_refused_in_a_sentence(control, value):
    with pytest.raises(ValueError, match=rf"{control.key} must be one of .*; got"):
        control.words(value)


def test_a_start_between_two_steps_moves_to_the_nearest():
    control = slider("x", "X", low=0, high=1, step=0.1, start=0.33, words=days)
    assert control.start == 0.3
