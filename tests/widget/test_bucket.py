import pytest

from lederlib.model import LOOPS
from lederlib.scenario import (
    BUCKET_LEVERS,
    Bucket,
    bucket_change,
    bucket_sentence,
    run_bucket,
)
from lederlib.widget import explore_bucket
from lederlib.widget.bucket import bucket_controls, bucket_of

DRAWS = 30


@pytest.fixture(scope="module")
def explorer():
    return explore_bucket(lang="da", draws=DRAWS)


def test_the_words_are_the_models_own(explorer):
    explorer.move({"quits": -0.2, "year": 7})
    found = run_bucket(Bucket(quits=-0.2), draws=DRAWS)
    words = explorer.stage.frame["words"]
    assert words.startswith(bucket_sentence(found, 7, "da"))
    assert words.endswith(bucket_change(run_bucket(draws=DRAWS), found, 7, "da"))
    explorer.move({"quits": 0.0, "year": 5})


def test_on_its_way_a_lever_is_followed_by_quarters_and_then_exactly(explorer):
    explorer.touch("quits", -0.3)
    coarse = run_bucket(Bucket(quits=-0.3), draws=DRAWS, step=13)
    said = bucket_sentence(coarse, 5, "da")
    assert explorer.stage.frame["words"].startswith(said)
    explorer.stage.released = explorer.stage.frame["number"]
    fine = run_bucket(Bucket(quits=-0.3), draws=DRAWS)
    assert explorer.stage.frame["words"].startswith(bucket_sentence(fine, 5, "da"))
    explorer.move({"quits": 0.0})


def test_the_words_name_the_number_of_worlds(explorer):
    assert f"90 % af {DRAWS} mulige verdener" in explorer.stage.frame["words"]


def test_every_loop_is_a_switch_of_its_own(explorer):
    explorer.move({"shortage": 0.6})
    seen = {explorer.stage.frame["words"]}
    for loop in LOOPS:
        explorer.move({f"loop_{loop}": True})
        seen.add(explorer.stage.frame["words"])
        explorer.move({f"loop_{loop}": False})
    assert len(seen) == 1 + len(LOOPS)
    explorer.move({"shortage": 0.0})


def test_the_family_moves_nothing_up_to_the_fifth_year(explorer):
    explorer.move({"family": "gamma", "year": 5})
    first = explorer.stage.frame["words"].split("af dem, der var her")[1]
    explorer.move({"family": "weibull"})
    assert explorer.stage.frame["words"].split("af dem, der var her")[1] == first
    explorer.move({"year": 10})
    assert explorer.stage.frame["words"].split("af dem, der var her")[1] != first
    explorer.move({"family": "any", "year": 5})


def test_zero_as_a_browser_sends_it_is_today():
    levers = {control.key: control.start for control in bucket_controls("da")}
    assert bucket_of(levers | {"quits": -2.8e-17}) == Bucket()


def test_the_year_turns_the_bucket_and_leaves_the_fans(explorer):
    explorer.move({"year": 2})
    alts = [scene["alt"] for scene in explorer.stage.frame["scenes"]]
    explorer.move({"year": 8})
    after = [scene["alt"] for scene in explorer.stage.frame["scenes"]]
    assert alts[0] != after[0]
    assert alts[1] == after[1]


@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_lever_has_words_and_every_picture_an_alt_text(lang):
    explorer = explore_bucket(lang=lang, draws=10)
    assert explorer.failure is None
    assert len(explorer.stage.frame["scenes"]) == 2
    assert all(s["alt"] and s["caption"] for s in explorer.stage.frame["scenes"])
    keys = [control.key for control in bucket_controls(lang)]
    assert len(keys) == len({*keys})
    assert {*keys} == {
        *("year", "family", "missing_in_2030"),
        *BUCKET_LEVERS,
        *(f"loop_{loop}" for loop in LOOPS),
    }


def test_both_ends_of_every_lever_lead_somewhere(explorer):
    for control in bucket_controls("da"):
        for value in (control.values[0], control.values[-1], control.start):
            explorer.move({control.key: value})
            assert explorer.failure is None
