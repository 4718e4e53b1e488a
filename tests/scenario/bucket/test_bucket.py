import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.catalogue import ledger
from lederlib.model import FAMILIES, LOOPS, retention
from lederlib.scenario import (
    BUCKET_LEVERS,
    BUCKET_STEPS,
    FAMILY_CHOICES,
    Bucket,
    run_bucket,
)

FEW = {"draws": 8, "years": 3}
BUCKETS = st.builds(
    Bucket,
    loops=st.sets(st.sampled_from(LOOPS)).map(tuple),
    family=st.sampled_from(FAMILY_CHOICES),
    **{key: st.floats(low, high) for key, (low, high) in BUCKET_LEVERS.items()},
)


@given(BUCKETS)
def test_every_position_of_the_levers_leads_somewhere(bucket):
    path = run_bucket(bucket, **FEW).path
    held = path.vacancies + path.newcomers + path.established
    assert held == pytest.approx(np.full(held.shape, 100), rel=1e-12)
    for stock in (path.vacancies, path.newcomers, path.established, path.alumni):
        assert (stock >= -1e-9).all()


@pytest.mark.parametrize(
    ("lever", "better"),
    [
        ("applicants", 0.5),
        ("recruitment", -0.5),
        ("onboarding", -0.5),
        ("quits", -0.5),
        ("returning", 1.0),
    ],
)
def test_each_lever_lowers_vacancies_in_every_world(lever, better):
    today, changed = (
        run_bucket(bucket, **FEW).path.vacancies[-1]
        for bucket in (Bucket(), Bucket(**{lever: better}))
    )
    assert (changed < today).all()


def test_the_shortage_raises_vacancies_in_every_world():
    today, later = (run_bucket(Bucket(shortage=s), **FEW) for s in (0, 0.5))
    assert (later.path.vacancies[-1] > today.path.vacancies[-1]).all()


def test_bad_press_costs_staff_and_not_only_applicants():
    book = ledger().replace("press_to_applicants", value=0.0, source="none")
    today, later = (
        run_bucket(Bucket(press=p), ledger=book, **FEW).path for p in (0, 1)
    )
    assert (later.present[-1] < today.present[-1]).all()


def test_press_without_an_effect_changes_no_digit():
    book = ledger()
    for name in ("press_to_applicants", "press_to_meaning"):
        book = book.replace(name, value=0.0, source="none")
    today, later = (
        run_bucket(Bucket(press=p), ledger=book, **FEW).path for p in (0, 1)
    )
    assert np.array_equal(later.vacancies, today.vacancies)
    assert np.array_equal(later.present, today.present)


def test_those_missing_in_2030_raise_vacancies_by_no_more_than_their_share():
    today, later = (
        run_bucket(Bucket(missing_in_2030=on), draws=50).path.vacancies[-1]
        for on in (False, True)
    )
    assert (later > today).all()
    assert 1 < np.median(later - today) < 100 * 90_000 / 2_900_000


def test_nobody_missing_changes_no_digit():
    book = ledger().replace("missing_in_2030", value=0, source="growth gave way")
    today, later = (
        run_bucket(Bucket(missing_in_2030=on), ledger=book, **FEW).path
        for on in (False, True)
    )
    assert np.array_equal(later.vacancies, today.vacancies)


def test_two_buckets_meet_the_same_worlds():
    one, other = run_bucket(**FEW), run_bucket(Bucket(quits=-0.2), **FEW)
    assert (one.path.vacancies[0] == other.path.vacancies[0]).all()
    assert one.stamp == other.stamp
    assert one.stamp.fingerprint == ledger().fingerprint


@pytest.mark.parametrize("family", FAMILIES)
def test_the_survey_comes_back_whatever_the_family(family):
    """Retirement is within the survey's numbers, so staff follow them exactly."""
    path = run_bucket(Bucket(family=family), years=5, draws=40).path
    worlds = ledger().draw(40, rng=0)
    left = path.present / path.present[0]
    assert left[13] == pytest.approx(1 - worlds["gone_in_one_year"], abs=1e-12)
    assert left[65] == pytest.approx(1 - worlds["gone_in_five_years"], abs=1e-12)


def test_steps_of_a_quarter_tell_nearly_the_same():
    for bucket in (Bucket(), Bucket(quits=-0.3, loops=("load",))):
        fine, coarse = (run_bucket(bucket, step=step).path for step in BUCKET_STEPS)
        middles = [np.median(path.vacancies, axis=1) for path in (fine, coarse)]
        apart = np.abs(middles[0][::13] - middles[1][::4])
        assert apart.max() < 0.1
        assert coarse.present[::4] == pytest.approx(fine.present[::13], rel=0.01)


def test_the_families_part_only_after_the_fifth_year():
    tenth = [float(retention(10, family=family)) for family in FAMILIES]
    found = [
        np.median(run_bucket(Bucket(family=family), draws=40).path.present[-1])
        for family in FAMILIES
    ]
    assert np.argsort(found).tolist() == np.argsort(tenth).tolist()


def test_former_colleagues_neither_pile_up_nor_run_out_by_themselves():
    path = run_bucket(draws=60).path
    alumni = np.median(path.alumni, axis=1)
    assert alumni[-1] == pytest.approx(alumni[0], rel=0.35)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"quits": -0.9}, "quits must lie between -0.5 and 0.5; got -0.9"),
        ({"shortage": float("nan")}, "shortage must lie between 0 and 0.9"),
        ({"loops": ("fame",)}, "loop must be one of reputation"),
        ({"family": "normal"}, "family must be one of any, gamma"),
        ({"applicants": "more"}, "applicants must be a number"),
    ],
)
def test_a_lever_out_of_range_is_named(wrong, message):
    with pytest.raises(ValueError, match=message):
        Bucket(**wrong)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"step": 5}, "step must be one of 4, 13; got '5'"),
        ({"years": 0}, "years must lie between 1 and 40; got 0"),
        ({"draws": 1}, "draws must lie between 2 and 1e"),
        ({"draws": 1_000_000}, "must fit into"),
    ],
)
def test_a_run_that_cannot_be_is_refused_before_it_starts(wrong, message):
    with pytest.raises(ValueError, match=message):
        run_bucket(**wrong)
