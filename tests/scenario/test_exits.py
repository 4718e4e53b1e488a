"""A profession's exits mean the same in the bucket and in flexible work."""

import numpy as np
import pytest

from lederlib.catalogue import ledger
from lederlib.model import FAMILIES, exit_ratio
from lederlib.scenario import (
    EXITS,
    Bucket,
    Scenario,
    bucket_change,
    compare,
    confront,
    exits_quantity,
    provenance_share,
    run,
    run_bucket,
    scenario_model,
)
from lederlib.scenario.exits import exits_eta, retirement_of

DRAWS = 60
PROFESSIONS = EXITS[1:]
DRAWN = ledger().draw(DRAWS, rng=0)
EXPECT = exits_quantity(EXITS[0])
every_profession = pytest.mark.parametrize("exits", PROFESSIONS)


def ratio_of(exits):
    return exit_ratio(DRAWN[exits_quantity(exits)], gone_in_one_year=DRAWN[EXPECT])


@every_profession
def test_a_profession_rests_on_a_published_number(exits):
    one = ledger()[exits_quantity(exits)]
    assert (one.provenance, one.distribution) == ("published", "fixed")


@every_profession
def test_flexible_work_starts_from_what_was_observed_in_every_world(exits):
    today, there = (
        run(Scenario({"exits": key}), draws=DRAWS).samples for key in (EXITS[0], exits)
    )
    observed = ledger()[f"exits_{exits}"].value
    assert there["gone_1"] == pytest.approx(observed, abs=1e-12)
    expected = today["retention"] ** ratio_of(exits)
    assert there["retention"] == pytest.approx(expected, abs=1e-12)
    for name in ("community", "attraction", "applicants", "no_applicant"):
        assert (there[name] == today[name]).all(), name


@every_profession
@pytest.mark.parametrize("family", FAMILIES)
def test_todays_staff_leave_the_bucket_by_the_same_law(exits, family):
    """Retirements are among the exits, so that all who leave follow one ratio."""
    today, there = (
        run_bucket(Bucket(family=family, exits=key), draws=DRAWS, years=6).path
        for key in (EXITS[0], exits)
    )
    left = there.present / there.present[0]
    observed = ledger()[f"exits_{exits}"].value
    assert 1 - left[13] == pytest.approx(observed, abs=1e-12)
    usual = (today.present / today.present[0]) ** ratio_of(exits)
    assert left == pytest.approx(usual, abs=1e-12)
    shared = run(Scenario({"exits": exits}), draws=DRAWS).samples["gone_5"]
    assert 1 - left[65] == pytest.approx(shared, abs=1e-12)


@every_profession
def test_retirements_keep_their_share_of_the_exits(exits):
    today, there = (
        run_bucket(Bucket(exits=key, family="gamma"), draws=DRAWS, years=1).path
        for key in (EXITS[0], exits)
    )
    shares = [
        path.retirements[0] / (path.retirements + path.quits)[0]
        for path in (today, there)
    ]
    assert shares[1] == pytest.approx(shares[0], rel=0.01)


def test_what_staff_expect_moves_no_digit():
    assert exits_eta(EXITS[0], DRAWN) == 0
    assert retirement_of(EXITS[0], DRAWN) == {}
    plain, named = (run(Scenario(s), draws=DRAWS) for s in ({}, {"exits": "expected"}))
    assert plain.table.equals(named.table)
    odd = ledger().replace("exits_care", value=0.9, source="a test")
    path, other = (
        run_bucket(draws=DRAWS, years=2, ledger=book).path for book in (None, odd)
    )
    assert np.array_equal(path.present, other.present)
    assert np.array_equal(path.vacancies, other.vacancies)


def test_more_exits_leave_more_positions_vacant_in_every_world():
    teachers, usual, care = (
        run_bucket(Bucket(exits=key), draws=DRAWS, years=3).path.vacancies[-1]
        for key in ("teachers", "expected", "care")
    )
    # More leave than expect to only where fewer than 19.5 % expect to.
    fewer = DRAWN[EXPECT] < ledger()["exits_care"].value
    assert fewer.mean() > 0.8
    assert (care > usual)[fewer].all()
    assert (usual > teachers).all()


def test_a_comparison_takes_the_profession_that_one_of_the_two_names():
    home, there = Scenario({"home": 4}), Scenario({"home": 4, "exits": "teachers"})
    alike = compare(Scenario({"exits": "teachers"}), there, draws=DRAWS)
    assert alike.table.equals(compare(Scenario({}), there, draws=DRAWS).table)
    assert not alike.table.equals(compare(Scenario({}), home, draws=DRAWS).table)
    said = alike.verdict("en")
    assert said.endswith("Calculated from the exits among teachers.")
    assert "teachers" not in alike.verdict("en", outcome="community")
    assert "exits" not in compare(Scenario({}), home, draws=DRAWS).verdict("en")


def test_two_professions_that_are_named_are_compared():
    change = compare(
        Scenario({"exits": "expected"}), Scenario({"exits": "teachers"}), draws=DRAWS
    )
    assert (change.samples["gone_1"] < 0).all()
    assert change.verdict("da").endswith(
        "selv venter, så ud fra afgangen blandt lærerne."
    )


def test_the_buckets_verdict_names_the_profession():
    usual, here, fewer = (
        run_bucket(one, draws=DRAWS, years=2)
        for one in (Bucket(), Bucket(exits="care"), Bucket(exits="care", quits=-0.3))
    )
    assert bucket_change(here, fewer, 2, "da").endswith("afgangen i ældreplejen.")
    assert bucket_change(usual, here, 2, "en").endswith("the exits in elder care.")
    assert "exits" not in bucket_change(usual, usual, 2, "en")


def test_the_users_own_rate_stands_in_for_the_published_one():
    own = ledger().replace(
        "exits_care", value=0.1, source="our pay office", provenance="own"
    )
    found = run(Scenario({"exits": "care"}), draws=DRAWS, ledger=own).samples
    assert found["gone_1"] == pytest.approx(0.1, abs=1e-12)
    path = run_bucket(Bucket(exits="care"), draws=DRAWS, years=1, ledger=own).path
    assert path.present[-1] / path.present[0] == pytest.approx(0.9, abs=1e-12)


def test_a_profession_can_be_chosen_as_a_model_and_in_confronted_worlds():
    found = scenario_model(years=1)(exits="care", **DRAWN)
    assert 1 - found["retention"] == pytest.approx(0.195, abs=1e-12)
    worlds = confront(targets=(), draws=2000).worlds(DRAWS, rng=1)
    left = run(Scenario({"exits": "care"}), worlds=worlds).samples
    assert left["gone_1"] == pytest.approx(0.195, abs=1e-12)


def test_a_number_that_stands_still_is_no_class_of_the_strip():
    shares = provenance_share(Scenario({}), draws=200)
    assert "published" not in shares.index
    assert (shares["quantities"] > 0).all()


@pytest.mark.parametrize(
    "make", [lambda x: Bucket(exits=x), lambda x: Scenario({"exits": x})]
)
def test_a_profession_without_a_rate_of_its_own_is_refused(make):
    with pytest.raises(
        ValueError, match="exits must be one of expected, care, teachers"
    ):
        make("nurses")
