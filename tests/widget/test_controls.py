import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.widget import choice, free_text, slider, switch
from lederlib.widget.script import lever_told


def days(number):
    return f"{number:g} dage"


HOME = slider("home", "Hjemmedage", low=0, high=5, step=1, start=2, words=days)
WISHES = slider("wishes", "Ønsker", low=0, high=1, step=0.1, start=0.3, words=days)
ROLE = choice("role", "Rolle", {"office": "Kontor", "front": "Front"}, start="office")
FOUR = switch("four", "Fire dages uge", texts=("nej", "ja"))
OWN = free_text("own", "Eget navn")


@pytest.mark.parametrize("control", [HOME, WISHES, ROLE, FOUR, OWN])
def test_the_script_is_told_a_name_and_words_for_every_position(control):
    told = lever_told(control)
    assert told["name"] == control.name
    assert len(told["values"]) == len(told["texts"])
    assert all(told["texts"])


@given(
    st.integers(-5, 5),
    st.integers(1, 40),
    st.sampled_from([0.05, 0.1, 0.25, 0.5, 1, 5]),
)
def test_every_position_of_a_slider_has_words(low, steps, step):
    control = slider(
        "x", "X", low=low, high=low + steps * step, step=step, start=low, words=days
    )
    assert len(control.values) == len(control.texts) == steps + 1
    for place, text in enumerate(control.texts):
        assert control.words(low + place * step) == text


@pytest.mark.parametrize(
    ("control", "sent", "kept"),
    [(HOME, 3, 3.0), (WISHES, 0.1 + 0.2, 0.3), (FOUR, True, True), (OWN, "ro", "ro")],
)
def test_what_a_browser_sends_is_the_position_it_means(control, sent, kept):
    assert control.at(sent) == kept
    assert type(control.at(sent)) is type(kept)


def test_a_number_a_hair_off_is_the_position_it_means():
    assert WISHES.place(0.1 + 0.2) == 3


@pytest.mark.parametrize(
    ("control", "value"),
    [(HOME, 7), (HOME, True), (ROLE, "boss"), (FOUR, 1), (OWN, "x" * 61)],
)
def test_a_position_that_is_none_is_refused_in_a_sentence(control, value):
    with pytest.raises(ValueError, match=rf"{control.key} must be one of .*; got"):
        control.words(value)


def test_a_start_between_two_steps_moves_to_the_nearest():
    control = slider("x", "X", low=0, high=1, step=0.1, start=0.33, words=days)
    assert control.start == 0.3
