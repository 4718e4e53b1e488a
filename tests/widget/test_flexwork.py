import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.scenario import Scenario, run
from lederlib.text import format_share
from lederlib.widget import explore_flexwork
from lederlib.widget.conditions import conditions_of, days_in_words
from lederlib.widget.flexwork import (
    flexwork_controls,
    flexwork_scenario,
    flexwork_words,
)
from lederlib.widget.week import fit_the_week, week_data


@pytest.fixture(scope="module")
def explorer():
    return explore_flexwork(lang="da", draws=400)


def test_the_words_are_the_models_own(explorer):
    explorer.move({"home": 3, "anchor": 1})
    found = run(Scenario({"home": 3, "anchor": 1, "agreement": 0}), draws=400)
    assert explorer.stage.frame["words"] == flexwork_words(found, "da")
    median = found.table.set_index(["outcome", "years"])["q50"]["retention", 5]
    assert f"{100 * median:.0f}\u00a0% stadig ansat" in explorer.stage.frame["words"]


def test_the_same_levers_give_the_same_pictures(explorer):
    explorer.move({"home": 1, "anchor": 0})
    first = explorer.stage.frame["scenes"]
    explorer.move({"home": 4})
    explorer.move({"home": 1})
    assert explorer.stage.frame["scenes"] == first


def test_a_week_of_eight_days_is_refused_and_nothing_moves(explorer, tmp_path):
    explorer.move({"home": 1, "anchor": 1})
    before = explorer.values
    saved = tmp_path / "levers.json"
    saved.write_text('{"explorer": "flexwork", "levers": {"home": 4, "anchor": 4}}')
    with pytest.raises(ValueError, match="anchor cannot be 4 beside the other levers"):
        explorer.restore(saved)
    assert explorer.values == before
    assert explorer.failure is None


def test_a_lever_that_is_moved_from_code_makes_others_give_way(explorer):
    explorer.move({"home": 1, "anchor": 3})
    explorer.move({"home": 4})
    assert (explorer.values["home"], explorer.values["anchor"]) == (4, 1)
    assert explorer.stage.frame["notice"]


def test_today_is_called_today(explorer):
    explorer.move({"home": 1, "anchor": 0})
    assert "Flyt et håndtag" in explorer.stage.frame["sure"]


def test_a_profession_is_held_against_itself_and_named(explorer):
    explorer.move({"home": 1, "anchor": 0, "exits": "care"})
    assert "Sådan er det i dag" in explorer.stage.frame["sure"]
    there = explorer.stage.frame["scenes"][2]["alt"]
    usual = run(Scenario({"agreement": 0, "exits": "care"}), draws=400)
    left = format_share(usual.table.query("years == 10")["q50"].iloc[0], "da")
    assert there.endswith(f"er det {left}.")
    explorer.move({"home": 3})
    assert explorer.stage.frame["sure"].endswith("fra afgangen i ældreplejen.")
    explorer.move({"home": 1, "exits": "expected"})
    assert explorer.stage.frame["scenes"][2]["alt"] != there


def test_only_the_strip_waits_for_the_lever_to_be_released(explorer):
    explorer.touch("home", 2)
    explorer.touch("home", 3)
    stale = [scene["stale"] for scene in explorer.stage.frame["scenes"]]
    assert stale == [False, False, False, True]
    explorer.stage.released = explorer.stage.frame["number"]
    assert not any(scene["stale"] for scene in explorer.stage.frame["scenes"])


@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_picture_has_an_alt_text_and_a_caption(lang):
    explorer = explore_flexwork(lang=lang, draws=200)
    assert explorer.failure is None
    scenes = explorer.stage.frame["scenes"]
    assert len(scenes) == 4
    assert all(scene["alt"] and scene["caption"] for scene in scenes)


def test_a_page_without_a_kernel_shows_every_picture_with_its_alt_text(explorer):
    html = explorer._repr_mimebundle_()["text/html"]
    assert html.count("data:image/png;base64,") == 4
    assert html.count('alt="') == html.count("<figcaption>") == 4


@given(
    st.integers(0, 5),
    st.integers(0, 5),
    st.booleans(),
    st.sampled_from(["home", "anchor", "four_day"]),
)
def test_the_week_always_fits_and_the_moved_lever_stays(home, anchor, off, moved):
    values = {"home": home, "anchor": anchor, "four_day": off}
    settled, sentence = fit_the_week(values, moved, lang="en")
    assert settled[moved] == values[moved] or values[moved] == 5
    assert settled["home"] + settled["anchor"] + settled["four_day"] <= 5
    assert bool(sentence) == (settled != values)
    flexwork_scenario(settled)


@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_control_is_a_lever_of_the_scenario(lang):
    keys = [control.key for control in flexwork_controls(lang)]
    assert sorted(keys) == sorted(
        [
            *(
                "home",
                "anchor",
                "agreement",
                "team",
                "role",
                "shift_wishes",
                "four_day",
                "exits",
            ),
            *("hours", "content", "contract"),
        ]
    )


def test_one_day_is_not_days():
    assert days_in_words(1, "da") == "1 dag om ugen"
    assert days_in_words(0, "da") == "0 dage om ugen"


def test_the_front_line_gets_no_more_home_days_than_can_be_pooled():
    conditions = conditions_of(lang="da", baseline=None, draws=200, rng=0, ledger=None)
    values = {
        "home": 4,
        "anchor": 0,
        "agreement": 0.0,
        "team": 12,
        "role": "frontline",
        "four_day": False,
    }
    assert week_data(values, conditions)["home"] < 2


def test_a_group_profile_is_the_status_quo_it_starts_from():
    low = explore_flexwork(baseline={"collegial_community": 0.3}, draws=200)
    high = explore_flexwork(baseline={"collegial_community": 0.7}, draws=200)
    assert low.stage.frame["sure"] != high.stage.frame["sure"]


def test_a_guess_is_asked_for_where_the_axes_are(explorer):
    asking = explore_flexwork(lang="da", draws=200, guess=True)
    told = asking.stage.description["guess"]
    assert asking.stage.description["pictures"][told["picture"]]["title"] == (
        "Hvor mange er her endnu?"
    )
    assert told["lever"]["texts"][-1] == "100\u00a0%"
    assert told["scale"]["x"][0] <= told["at"] <= told["scale"]["x"][1]
    assert asking.guess is None
    page = asking._repr_mimebundle_()["text/html"]
    assert page.count("<img") == 1
    assert "afhænger" not in page
    asking.stage.guess = {"value": 0.6}
    assert asking.guess == 0.6
    assert asking._repr_mimebundle_()["text/html"].count("<img") == 4
    assert explorer.stage.description["guess"] is None
