import numpy as np
import pytest
from scipy.stats import binom, f

from lederlib.measure import icc, plan_icc, plan_reliability


def narrow_enough(people, items, alpha, width):
    """The share of studies with a narrow interval, without simulation."""
    freedom = people - 1, (people - 1) * (items - 1)
    reach = f.ppf(0.975, *freedom) - f.ppf(0.025, *freedom)
    return f.sf((1 - alpha) * reach / width, *freedom)


def test_the_simulated_share_is_the_exact_one():
    plan = plan_reliability(0.8, 5, 0.12, draws=4000, rng=2)
    exact = [narrow_enough(n, 5, 0.8, 0.12) for n in plan.table.index]
    away = np.abs(plan.table["chance"] - exact)
    assert (away < 4 * np.sqrt(np.multiply(exact, np.subtract(1, exact)) / 4000)).all()
    assert narrow_enough(plan.needed, 5, 0.8, 0.12) == pytest.approx(0.8, abs=0.04)


def test_answers_cut_into_options_need_more_people():
    continuous = plan_reliability(0.8, 5, 0.2, draws=500).needed
    ordered = plan_reliability(0.8, 5, 0.2, options=3, draws=500)
    assert ordered.needed > continuous
    assert "skåret i 3" in ordered.summary()
    many = plan_reliability(0.8, 5, 0.2, options=11, draws=500).needed
    assert continuous - 3 <= many < ordered.needed


def test_narrower_intervals_and_greater_assurance_cost_more():
    def needed(**change):
        return plan_icc(**({"icc": 0.2, "size": 6, "width": 0.3} | change)).needed

    assert needed(width=0.2) > needed() > needed(width=0.4)
    assert needed(assurance=0.95) > needed()
    assert needed(size=20) < needed()


def test_the_same_seed_gives_the_same_plan_and_progress_is_told():
    seen = []
    first = plan_icc(0.1, 8, 0.2, rng=4, draws=300, progress=seen.append)
    again = plan_icc(0.1, 8, 0.2, rng=4, draws=300)
    assert first.table.equals(again.table)
    assert seen == sorted(seen)
    assert seen[-1] == 1
    generator = plan_icc(0.1, 8, 0.2, rng=np.random.default_rng(1), draws=300)
    assert abs(generator.needed - first.needed) < 15


def test_the_summary_tells_what_the_answer_rests_on():
    plan = plan_icc(0.1, 8, 0.2, draws=300)
    for lang, words in (("da", "grupper på 8"), ("en", "groups of 8")):
        assert words in plan.summary(lang)
        assert str(plan.needed) in plan.summary(lang)
        assert "300" in plan.summary(lang)
    assert plan.to_frame()["se"].max() <= 0.5 / np.sqrt(300)


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        ({"reliability": 1}, "reliability must lie between 0.05 and 0.99; got 1"),
        ({"items": 1}, "items must lie between 2 and 200"),
        ({"width": 0}, "width must lie between"),
        ({"options": 1}, "options must lie between 2 and 11; got 1"),
        ({"draws": 5}, "draws must lie between 200"),
        ({"assurance": 1}, "assurance must lie between"),
    ],
)
def test_one_sentence_says_what_is_wrong(call, sentence):
    with pytest.raises(ValueError, match=sentence):
        plan_reliability(**({"reliability": 0.8, "items": 5, "width": 0.1} | call))


def test_the_error_of_a_simulated_chance_is_that_of_a_share():
    table = plan_reliability(0.8, 5, 0.1, draws=300).table
    between = table[table["chance"].between(0.05, 0.95)]
    assert len(between) > 2
    wanted = binom.std(300, between["chance"]) / 300
    np.testing.assert_allclose(between["se"], wanted)


def test_the_chance_of_a_narrow_icc_is_that_of_studies_drawn_person_by_person():
    table = plan_icc(0.2, 6, 0.2, draws=2000).table
    groups = int((table["chance"] - 0.5).abs().idxmin())
    rng, who = np.random.default_rng(3), np.repeat(np.arange(groups), 6)
    narrow = []
    for _ in range(400):
        values = rng.normal(0, 0.2**0.5, groups)[who] + rng.normal(
            0, 0.8**0.5, len(who)
        )
        found = icc(values, who)
        narrow.append(found.icc1_high - found.icc1_low <= 0.2)
    error = binom.std(400, 0.5) / 400
    assert np.mean(narrow) == pytest.approx(table.loc[groups, "chance"], abs=3 * error)
