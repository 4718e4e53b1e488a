"""What may be said of groups, and what has to hold before it is said."""

import numpy as np
import pandas as pd
import pytest

from lederlib.measure import Moments, invariance
from lederlib.measure.invariance.judging import detectable

ONE = "f =~ q1 + q2 + q3 + q4"
ITEMS = ["q1", "q2", "q3", "q4"]


def groups(people, *, shift=0.0, other=0.0, factors=1, seed=0, items=4):
    """Return answers of two groups; the second reads q1 (and q2) otherwise."""
    rng = np.random.default_rng(seed)
    scores = rng.standard_normal((2 * people, factors))
    answers = 0.8 * np.repeat(scores, items // factors, axis=1)
    answers += 0.6 * rng.standard_normal((2 * people, items)) + 3
    answers[people:, 0] += shift
    answers[people:, 1] += other
    data = pd.DataFrame(answers, columns=[f"q{n + 1}" for n in range(items)])
    return data.assign(group=np.repeat(["north", "south"], people))


def exact(people, loadings=(0.8,) * 4, shift=0.0):
    """Return the moments that two groups have on the whole, without chance."""
    slopes = np.array(loadings)
    cov = np.outer(slopes, slopes) + 0.36 * np.eye(4)
    means = {"north": np.full(4, 3.0), "south": np.array([3 + shift, 3, 3, 3])}
    return {
        name: Moments(
            names=tuple(ITEMS), n=people, dropped=0, mean=mean, covariance=cov
        )
        for name, mean in means.items()
    }


def test_a_form_that_does_not_fit_is_judged_first_and_nothing_is_compared():
    data = groups(300, factors=2, items=8)
    model = f"{ONE} + q5 + q6 + q7 + q8"
    found = invariance(model, data, "group")
    assert (found.form_verdict, found.verdict) == ("fails", "form_fails")
    assert found.failed == "configural"
    for lang, words in (("da", "Formen passer ikke"), ("en", "The form does not fit")):
        told = found.summary(lang)
        assert words in told
        assert "kan grupperne sammenlignes" not in told
        assert "the groups can be compared" not in told


def test_the_limits_of_the_form_are_the_users():
    data = groups(300, factors=2, items=8)
    model = f"{ONE} + q5 + q6 + q7 + q8"
    found = invariance(model, data, "group", least_cfi=0.1, most_rmsea=0.9)
    assert found.form_verdict == "holds"
    with pytest.raises(ValueError, match="least_cfi must lie between 0 and 1"):
        invariance(model, data, "group", least_cfi=2)


def test_what_chance_could_do_is_open_and_no_form_without_freedom_is_tested():
    few = [invariance(ONE, groups(40, seed=seed), "group") for seed in range(12)]
    told = {found.form_verdict for found in few}
    assert "open" in told
    assert "fails" not in told
    three = invariance("f =~ q1 + q2 + q3", groups(300), "group")
    assert three.form_verdict == "untested"
    assert "er her en antagelse" in three.summary()


def test_few_answers_are_not_enough_to_say_that_groups_are_alike():
    few, many = (invariance(ONE, exact(people), None) for people in (50, 1000))
    assert (few.verdict, many.verdict) == ("too_few", "holds")
    assert "too few answers" in few.summary("en")
    assert "groups can be compared" in many.summary("en")
    loose = invariance(ONE, exact(50), None, most_hidden=1)
    assert loose.verdict == "holds"


def test_a_step_that_did_not_converge_is_no_ground():
    data = groups(60)
    data["q5"] = data["q1"] + 1e-4 * np.random.default_rng(1).standard_normal(120)
    found = invariance(f"{ONE} + q5", data, "group")
    assert found.verdict in ("unsound", "form_fails")
    assert "can be compared" not in found.summary("en")


@pytest.mark.parametrize("people", [100, 400])
def test_the_smallest_difference_is_what_four_studies_of_five_would_see(people):
    alike = invariance(ONE, exact(people), None)
    least = alike.score_tests.query("lhs == 'q1' and op == '~1' and new")[
        "least"
    ].item()
    # The test of a whole group that is shifted by as much is as far from chance.
    shifted = invariance(ONE, exact(people, shift=least), None).table
    centre = shifted.loc["scalar", "delta_chi2"]
    assert centre == pytest.approx(detectable(3, 4), rel=0.25)


def test_one_statement_read_otherwise_is_named_alone_and_in_the_readers_words():
    found = invariance(ONE, groups(400, shift=0.6), "group")
    assert found.verdict == "fails"
    assert found.to_free["lhs"].tolist() == ["q1"]
    assert "niveauet af »Jeg har ro«" in found.summary(words={"q1": "Jeg har ro"})
    assert "~1" not in found.summary()


def test_two_statements_are_ranked_and_never_so_many_that_one_item_is_left():
    two = invariance(ONE, groups(600, shift=0.5, other=0.9), "group")
    assert two.to_free["lhs"].tolist() == ["q2", "q1"]
    three = "f =~ q1 + q2 + q3"
    found = invariance(three, groups(600, shift=0.9, other=0.5), "group")
    assert len(found.to_free) == 1


def test_a_free_parameter_is_not_named_again():
    data = groups(400, shift=0.6)
    found = invariance(ONE, data, "group", free=["q1 ~1"])
    assert found.verdict == "holds"
    assert "the level of “q1”" in found.summary("en")


def test_clusters_widen_what_can_hide_and_are_told():
    rng = np.random.default_rng(5)
    data = groups(300)
    unit = np.tile(np.arange(30), 20)
    data[ITEMS] += (
        0.5 * rng.standard_normal((60, 4))[unit + 30 * (data["group"] == "south")]
    )
    data["unit"] = unit
    plain = invariance(ONE, data, "group", "MLR")
    clustered = invariance(ONE, data, "group", "MLR", cluster="unit")
    assert clustered.hidden.least > plain.hidden.least
    assert "»unit«" in clustered.summary()


def test_all_tests_of_a_comparison_share_one_false_alarm_rate():
    table = invariance(ONE, groups(200), "group").table
    assert (table["p_judged"].iloc[1:] >= table["p"].iloc[1:] - 1e-12).all()
    assert (table["p_judged"] <= 1).all()


def test_the_mean_of_a_factor_of_factors_is_said_to_stay():
    rng = np.random.default_rng(3)
    whole = rng.standard_normal((600, 1))
    scores = 0.8 * whole + 0.6 * rng.standard_normal((600, 3))
    answers = np.repeat(scores, 3, axis=1) + 0.7 * rng.standard_normal((600, 9))
    data = pd.DataFrame(answers, columns=[f"q{n}" for n in range(1, 10)])
    data["group"] = np.repeat(["a", "b"], 300)
    model = (
        "a =~ q1 + q2 + q3; b =~ q4 + q5 + q6; c =~ q7 + q8 + q9; whole =~ a + b + c"
    )
    assert (
        "Gennemsnittet af whole er holdt ens"
        in invariance(model, data, "group").summary()
    )
