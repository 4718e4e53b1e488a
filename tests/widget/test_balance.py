import pytest

from lederlib.catalogue import balance_items
from lederlib.model import tilt
from lederlib.widget import explore_balance
from lederlib.widget.balance import ratings_of, starting_ratings, tilt_of


@pytest.fixture
def explorer():
    return explore_balance(lang="da")


def test_every_item_can_be_rated_now_and_in_general(explorer):
    for item in balance_items():
        assert {f"{item.key}_now", f"{item.key}_general"} <= set(explorer.values)


def test_nothing_is_rated_until_the_reader_does(explorer):
    assert explorer.failure is None
    assert "Vurder mindst" in explorer.stage.frame["words"]
    assert explorer.said("many_demands_now").endswith("ikke vurderet")


def test_the_words_hold_the_models_tilt(explorer):
    explorer.move({"many_demands_now": 8, "room_to_decide_now": 4})
    expected = f"{float(tilt(0.8, 0.4)):.2f}".replace(".", ",").replace("-", "−")
    assert expected in explorer.stage.frame["words"]


def test_an_item_that_is_not_rated_drops_out_and_zero_does_not(explorer):
    explorer.move({"many_demands_now": 8, "room_to_decide_now": 8})
    even = tilt_of(explorer.values, "now", reference=1, lang="da")
    explorer.move({"limited_time_now": 0})
    lighter = tilt_of(explorer.values, "now", reference=1, lang="da")
    assert even == 0
    assert lighter > 0


def test_now_and_in_general_are_weighed_apart(explorer):
    explorer.move({"many_demands_now": 8, "room_to_decide_now": 4})
    explorer.touch("moment", "general")
    assert "Vurder mindst" in explorer.stage.frame["words"]


def test_an_open_slot_carries_the_readers_own_name(explorer):
    explorer.move({"open_load_1_name": "Flytning", "open_load_1_now": 9})
    load, _ = ratings_of(explorer.values, "now", "da")
    assert load["Flytning"] == 0.9


def test_two_things_of_one_name_are_both_weighed(explorer):
    explorer.move(
        {
            "open_load_1_name": "Flytning",
            "open_load_1_now": 9,
            "open_load_2_name": "Flytning",
            "open_load_2_now": 1,
        }
    )
    load, _ = ratings_of(explorer.values, "now", "da")
    assert (load["Flytning"], load["Flytning (2)"]) == (0.9, 0.1)


def test_it_says_that_it_is_not_the_official_tool(explorer):
    assert "ikke den officielle" in explorer.stage.frame["scenes"][0]["caption"]


def test_answers_are_where_the_levers_start():
    explorer = explore_balance({"many_demands_now": 0.72, "time_off_now": float("nan")})
    assert explorer.values["many_demands_now"] == 7
    assert explorer.values["time_off_now"] == -1


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [({"many_demand_now": 0.5}, "Nearest"), ({"time_off_now": 7}, "between 0 and 1")],
)
def test_wrong_answers_are_refused_in_a_sentence(answers, sentence):
    with pytest.raises(ValueError, match=sentence):
        starting_ratings(answers)


def test_names_of_open_slots_are_saved_too(explorer, tmp_path):
    explorer.move({"open_resource_1_name": "Frokosten <b>", "open_resource_1_now": 6})
    explorer.save(tmp_path / "balance.json")
    again = explore_balance(lang="en")
    again.restore(tmp_path / "balance.json")
    assert again.values == explorer.values
