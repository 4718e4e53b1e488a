import pytest

from lederlib.scenario import DRAFT_ITEMS
from lederlib.widget import explore_draft
from lederlib.widget.draft import PEOPLE, item_controls, items_in_words, trial_of

START = {control.key: control.start for control in item_controls("da")}
TWINS = {key: key.startswith("unbroken") for key in DRAFT_ITEMS}
SOUND = dict.fromkeys(DRAFT_ITEMS, False) | dict.fromkeys(
    ("unbroken", "follow_up", "decide", "backing", "look_ahead"), True
)


@pytest.fixture
def explorer():
    return explore_draft(lang="da")


def test_the_words_are_the_functions_own(explorer):
    explorer.move(SOUND | {"people": "600"})
    words = items_in_words(trial_of(START | SOUND | {"people": "600"}, 0), "da")
    assert explorer.stage.frame["words"] == words


@pytest.mark.parametrize(
    ("levers", "words"),
    [
        ({}, "Alle tre sider af idéen er med. Skalaen følger sand ro med 0,8"),
        (TWINS, "mangler råderum, plads til at tænke. Tallet er pænt, men"),
        (SOUND, "bedre bliver det næppe"),
    ],
)
def test_a_fine_alpha_is_held_against_what_was_to_be_measured(levers, words):
    assert words in items_in_words(trial_of(START | levers, 0), "da")


def test_items_that_all_answer_alike_are_named():
    levers = START | dict.fromkeys(DRAFT_ITEMS, False) | {"matters": True}
    trial = trial_of(levers | {"office": True, "people": "12"}, 0)
    alike = trial.items.index[trial.items["sd"] == 0]
    assert set(trial.constant) == set(alike) & {"matters", "office"}
    words = items_in_words(trial, "en")
    assert ("cannot be computed" in words) == bool(trial.constant)


def test_the_last_two_items_stay_and_a_notice_says_why(explorer):
    for key in DRAFT_ITEMS:
        explorer.touch(key, False)
    kept = [key for key in DRAFT_ITEMS if explorer.values[key]]
    assert len(kept) == 2
    assert "mindst to udsagn" in explorer.stage.frame["notice"]
    with pytest.raises(ValueError, match="cannot be False"):
        explorer.move({kept[0]: False})


def test_the_same_group_answers_alike_and_another_group_does_not():
    one, same, other = (trial_of(START | {"draw": draw}, 0) for draw in (1, 1, 2))
    assert one.alpha == same.alpha != other.alpha


def test_a_figure_that_cannot_be_computed_breaks_nothing(explorer):
    for people in PEOPLE:
        for draw in range(1, 9):
            explorer.move(TWINS | {"people": str(people), "draw": draw})
            explorer.move({"matters": True, "unbroken": True})
            assert explorer.failure is None


def test_the_trial_is_that_of_the_switches():
    trial = trial_of(START | SOUND, 0)
    assert [key for key in SOUND if SOUND[key]] == list(
        trial.items.index[trial.items["kept"]]
    )
