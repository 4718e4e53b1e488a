"""Omega hierarchical, ECV and PUC of fitted models, against semTools and psych."""

import numpy as np
import pandas as pd
import pytest
from scipy.special import logit
from scipy.stats import norm

from lederlib.measure import cfa, factor_icc, factor_reliability, general_factor
from lederlib.measure.cfa.implied import seen_moments

REFERENCE = pd.read_csv("tests/reference/general.csv").set_index(["what", "quantity"])
R = REFERENCE["value"]
GROUPS = "p =~ y1 + y2 + y3 + y4\nq =~ y5 + y6 + y7 + y8\nr =~ y9 + y10 + y11 + y12\n"
SECOND = GROUPS + "g =~ p + q + r"
APART = "\n".join(f"{a} ~~ 0*{b}" for a, b in ("gp", "gq", "gr", "pq", "pr", "qr"))
BIFACTOR = f"g =~ {' + '.join(f'y{n}' for n in range(1, 13))}\n{GROUPS}{APART}"
NAMES = list("gpqr")


def table_of(name):
    return pd.read_csv(f"tests/reference/tables/{name}.csv")


@pytest.fixture(scope="module")
def bifactor():
    return general_factor(cfa(BIFACTOR, table_of("general"), std_lv=True))


def theirs(what, quantity):
    return [R[what, f"{quantity} {name}"] for name in NAMES]


def test_a_bifactor_model_gives_the_figures_of_semtools(bifactor):
    ours = bifactor.table.loc[NAMES]
    for column, quantity in [
        ("hierarchical", "hierarchical"),
        ("total", "total"),
        ("common", "ecv"),
    ]:
        np.testing.assert_allclose(
            ours[column], theirs("bifactor", quantity), atol=1e-5
        )
    assert ours["summed"].equals(ours["hierarchical"].rename("summed"))
    assert bifactor.puc == pytest.approx(48 / 66)
    assert "omega hierarkisk" in bifactor.summary()
    assert "PUC" in bifactor.summary("en")


def test_standardised_items_give_the_omega_of_psych():
    """psych divides by the observed variance of the sum, lederlib by the model's."""
    table = table_of("general")
    standard = (table - table.mean()) / table.std()
    fit = cfa(BIFACTOR, standard, std_lv=True)
    _, implied = seen_moments(
        fit.fit.model, fit.fit.model.matrices(fit.fit.optimum.estimate, 0)
    )
    ratio = implied.sum() / standard.corr().to_numpy().sum()
    ours = general_factor(fit).table.loc["g", "hierarchical"] * ratio
    assert ours == pytest.approx(R["standardised", "hierarchical g"], abs=1e-5)


def test_the_interval_of_omega_hierarchical_is_lavaans_error_on_log_odds(bifactor):
    ends = bifactor.table.loc["g", ["hierarchical_low", "hierarchical_high"]]
    value, error = R["bifactor", "omega"], R["bifactor", "omega_se"]
    reach = norm.ppf(0.975) * error / (value * (1 - value))
    wanted = logit(value) + np.array([-reach, reach])
    np.testing.assert_allclose(logit(ends.to_numpy(dtype=float)), wanted, atol=1e-4)


def test_a_second_order_model_is_turned_into_its_bifactor_form():
    found = general_factor(cfa(SECOND, table_of("general")))
    row = found.table.loc["g"]
    for column, quantity in [
        ("hierarchical", "hierarchical"),
        ("total", "total"),
        ("common", "ecv"),
    ]:
        wanted = R["second_order", f"{quantity} g"]
        assert row[column] == pytest.approx(wanted, abs=1e-5)
    assert found.table["common"].sum() == pytest.approx(1)
    assert "Schmid–Leiman" in found.summary()


def test_of_ordered_items_it_is_the_sum_of_the_answers_that_counts():
    found = general_factor(
        cfa(BIFACTOR, table_of("general_ordered"), "WLSMV", std_lv=True)
    )
    ours = found.table.loc[NAMES]
    for column in ("hierarchical", "summed"):
        np.testing.assert_allclose(
            ours[column], theirs("ordered_bifactor", column), atol=2e-5
        )
    assert (ours["summed"] < ours["hierarchical"]).all()
    assert (ours["summed_low"] < ours["summed"]).all()


def test_green_and_yangs_omega_is_that_of_semtools():
    fit = cfa(GROUPS, table_of("general_ordered"), "WLSMV")
    table = factor_reliability(fit).table
    for column in ("composite", "summed"):
        wanted = [R["ordered", f"{column} {name}"] for name in NAMES[1:]]
        np.testing.assert_allclose(table[column], wanted, atol=1e-5)


def test_ordered_items_have_the_interval_that_lavaans_errors_give():
    fit = cfa("p =~ y1 + y2 + y3 + y4", table_of("general_ordered"), "WLSMV")
    row = factor_reliability(fit).table.loc["p"]
    value, error = (R["ordered_one", key] for key in ("composite", "composite_se"))
    reach = norm.ppf(0.975) * error / (value * (1 - value))
    wanted = logit(value) + np.array([-reach, reach])
    ends = row[["low", "high"]].to_numpy(dtype=float)
    np.testing.assert_allclose(logit(ends), wanted, atol=1e-4)


def test_answers_in_wider_steps_weigh_more():
    """The sum's reliability, seen: against the variance of the true scores drawn."""
    rng = np.random.default_rng(8)
    trait = rng.standard_normal((200_000, 1))
    behind = 0.8 * trait + 0.6 * rng.standard_normal((200_000, 4))
    steps = np.array([1, 2, 5])
    answers = steps[np.digitize(behind, [-0.8, 0.5])]
    again = steps[
        np.digitize(0.8 * trait + 0.6 * rng.standard_normal((200_000, 4)), [-0.8, 0.5])
    ]
    repeated = np.corrcoef(answers.sum(axis=1), again.sum(axis=1))[0, 1]
    seen = pd.DataFrame(answers[:20_000], columns=list("abcd"))
    found = factor_reliability(cfa("f =~ a + b + c + d", seen, "WLSMV")).table.loc["f"]
    assert found["summed"] == pytest.approx(repeated, abs=0.006)
    assert abs(found["composite"] - repeated) > 0.02


@pytest.mark.parametrize("average", ["weighted", "standardised"])
def test_the_average_variance_extracted_is_that_of_its_name(average):
    found = factor_reliability(cfa(GROUPS, table_of("general")), average=average)
    wanted = [R["ave", f"{average} {name}"] for name in NAMES[1:]]
    np.testing.assert_allclose(found.table["variance"], wanted, atol=1e-5)
    assert found.average == average
    assert (found.table["variance_low"] < found.table["variance"]).all()


def test_each_group_has_a_general_factor():
    table = table_of("general").assign(place=["north", "south"] * 450)
    found = general_factor(cfa(SECOND, table, group="place"))
    general = found.table[found.table["general"]]
    assert list(general.index) == [("north", "g"), ("south", "g")]
    assert "south, g" in found.summary("en")


@pytest.mark.parametrize(
    ("model", "sentence"),
    [
        (GROUPS, "no single factor, beside others, is measured by all items"),
        ("g =~ y1 + y2 + y3 + y4", "no single factor, beside others"),
        (BIFACTOR.replace("g ~~ 0*p", "g ~~ p"), "its factors correlate"),
        (SECOND.replace("+ r", ""), "no single factor is measured by all the others"),
        (SECOND + " + y1", "items load on the second-order factor 'g' itself"),
        (SECOND.replace("+ y4", "+ y4 + y5"), "an item loads on two factors"),
    ],
)
def test_a_model_without_a_general_factor_is_refused(model, sentence):
    fit = cfa(model, table_of("general"), std_lv=True)
    with pytest.raises(ValueError, match=sentence):
        general_factor(fit)


def test_a_level_without_a_general_factor_is_refused():
    table = table_of("levels_balanced")
    model = "level: 1\n f =~ y1 + y2 + y3\nlevel: 2\n g =~ y1 + y2 + y3"
    fit = cfa(model, table, cluster="unit")
    with pytest.raises(ValueError, match="no single factor, beside others"):
        general_factor(fit)


@pytest.mark.parametrize("ask", [factor_icc, factor_reliability, general_factor])
def test_what_is_no_fit_is_said(ask):
    with pytest.raises(ValueError, match="fit must be a model that cfa has fitted"):
        ask(table_of("general"))


def test_an_item_that_is_not_turned_is_named():
    table = table_of("general").assign(y3=lambda held: -held["y3"])
    found = general_factor(cfa(SECOND, table))
    assert found.against == ("y3",)
    assert "y3" in found.summary("en")
