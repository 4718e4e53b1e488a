import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.catalogue import intervention
from lederlib.scenario import best_sets, portfolio_world, stop_first
from lederlib.scenario.synchronise.words import points, stop_words
from lederlib.widget import explore_synchronise
from lederlib.widget.synchronise import PICKS, keep_the_order, stops_of

WORLD = portfolio_world(draws=300)


@pytest.fixture(scope="module")
def explorer():
    return explore_synchronise(lang="da", draws=300)


def test_the_words_are_the_models_own(explorer):
    explorer.move(
        {
            "pick_1": "supervision",
            "pick_2": "newcomer_ideas",
            "pick_3": "leader_mentors",
            "capacity": 0.35,
        }
    )
    table = best_sets(WORLD, capacity=0.35, power=4)
    keys = {"supervision", "newcomer_ideas", "leader_mentors"}
    own = next(row for _, row in table.iterrows() if {*row["keys"]} == keys)
    words = explorer.stage.frame["words"]
    assert "Jeres tre, F, G og J, giver" in words
    assert f"Fortrydelsen er {points(own['regret'], 'da')}; mindst" in words
    assert f"efter {own['weeks']} uger" in words
    stop = stop_words(stop_first(WORLD, capacity=0.35), "da")
    assert stop in explorer.stage.frame["sure"]


def test_what_to_stop_first_is_said_when_the_lever_is_released(explorer):
    explorer.touch("capacity", 0.2)
    assert "stoppe først" not in explorer.stage.frame["sure"]
    explorer.stage.released = explorer.stage.frame["number"]
    assert "stoppe først" in explorer.stage.frame["sure"]


def test_a_locked_choice_stops_what_is_in_its_way_and_says_so(explorer):
    explorer.move({"stop": "nothing"})
    explorer.touch("pick_1", "structured_onboarding")
    assert explorer.values["stop"] == "remove_old_introduction"
    assert "Planlagt modtagelse kræver" in explorer.stage.frame["notice"]
    assert explorer.failure is None


def test_a_choice_that_is_locked_again_gives_way(explorer):
    explorer.move({"pick_1": "home_days"})
    explorer.move({"stop": "nothing"})
    assert "home_days" not in explorer.values.values()
    assert explorer.stage.frame["notice"]
    assert explorer.failure is None


@given(
    st.tuples(*[st.sampled_from(WORLD.table)] * 3),
    st.sampled_from(list(stops_of(WORLD))),
    st.sampled_from([*PICKS, "stop", "capacity"]),
)
def test_the_three_can_always_be_done_and_the_moved_lever_stays(picks, stop, moved):
    values = {**dict(zip(PICKS, picks, strict=True)), "stop": stop, "capacity": 0.2}
    settled, sentence = keep_the_order(values, moved, WORLD, lang="en")
    chosen = [settled[key] for key in PICKS]
    assert len(set(chosen)) == 3
    assert not set(chosen) & set(WORLD.locked(stops_of(WORLD)[settled["stop"]]))
    assert settled[moved] == values[moved]
    assert bool(sentence) == (settled != values)


def test_the_same_levers_give_the_same_pictures(explorer):
    explorer.move({"capacity": 0.25, "power": "4"})
    first = explorer.stage.frame["scenes"]
    explorer.move({"capacity": 0.5, "power": "8"})
    explorer.move({"capacity": 0.25, "power": "4"})
    assert explorer.stage.frame["scenes"] == first


@pytest.mark.parametrize("lang", ["da", "en"])
def test_both_pictures_have_an_alt_text_and_a_caption(lang):
    explorer = explore_synchronise(lang=lang, draws=100)
    assert explorer.failure is None
    scenes = explorer.stage.frame["scenes"]
    assert len(scenes) == 2
    assert all(scene["alt"] and scene["caption"] for scene in scenes)
    html = explorer._repr_mimebundle_()["text/html"]
    assert html.count("data:image/png;base64,") == 2


def test_what_stops_is_named_by_the_catalogue(explorer):
    for key in WORLD.legacies:
        stop = explorer.description.control("stop")
        assert stop.words(key) == intervention(key).name.da


def test_a_group_profile_is_where_it_starts_from():
    low = explore_synchronise(baseline={"leadership_quality": 0.2}, draws=100)
    high = explore_synchronise(baseline={"leadership_quality": 0.9}, draws=100)
    assert low.stage.frame["words"] != high.stage.frame["words"]
