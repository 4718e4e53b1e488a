from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lederlib.measure.cfa import cfa
from lederlib.measure.invariance import invariance
from lederlib.measure.moments import Moments

REFERENCE = Path(__file__).parents[2] / "reference"
MEASURES = pd.read_csv(REFERENCE / "cfa_measures.csv")
ESTIMATES = pd.read_csv(REFERENCE / "cfa_estimates.csv", keep_default_na=False)

THREE = "f1 =~ y1 + y2 + y3 + y4\nf2 =~ y5 + y6 + y7 + y8\nf3 =~ y9 + y10 + y11 + y12"
TWO = THREE.rpartition("\n")[0]
SECOND = THREE + "\ng =~ f1 + f2 + f3"
TIED = """
f1 =~ a*y1 + a*y2 + y3 + b*y4
f2 =~ 0.8*y5 + y6 + b*y7 + y8
f3 =~ y9 + y10 + y11 + y12
y1 ~~ y5
f1 ~~ 0*f3
y9 ~~ v*y9
y10 ~~ v*y10
y2 ~ 1
"""
GROUPED = """
f1 =~ y1 + c(a, a)*y2 + y3 + y4
f2 =~ y5 + c(b, b)*y6 + c(0.9, NA)*y7 + y8
y5 ~ c(m, m)*1
y6 ~ c(n, n)*1
f2 ~ c(0, NA)*1
y1 ~~ c(u, v)*y1
u == v
"""
GRADED = """
f1 =~ y1 + c(a, a)*y2 + y3 + y4
f2 =~ y5 + c(b, b)*y6 + y7 + y8
y2 | c(p, p)*t1 + c(q, q)*t2 + c(r, r)*t3 + c(s, s)*t4
y2 ~*~ c(1, NA)*y2
y2 ~ c(0, NA)*1
y1 | c(m, m)*t1
y1 ~~ y6
"""
CLIMATE = "climate =~ g1 + g2 + g3 + g4 + g5"

WEIGHTED = {"estimator": "WLSMV"}

# As in tests/reference/cfa.R.
CASES = {
    "ml_continuous": (THREE, "continuous", {}),
    "ml_five_points": (THREE, "five_points", {"std_lv": True}),
    "ml_second_order": (SECOND, "continuous", {}),
    "ml_second_order_std": (SECOND, "five_points", {"std_lv": True}),
    "ml_tied": (TIED, "continuous", {"std_lv": True}),
    "ml_listwise": (THREE, "missing_at_random", {}),
    "ml_two_groups": (THREE, "two_groups", {"group": "profession"}),
    "ml_grouped": (GROUPED, "two_groups", {"group": "profession"}),
    "ml_climate": (CLIMATE, "forty_groups", {}),
    "fiml": (THREE, "missing_at_random", {"missing": "fiml"}),
    "fiml_complete": (THREE, "continuous", {"missing": "fiml"}),
    "mlr_continuous": (THREE, "continuous", {"estimator": "MLR"}),
    "mlr_skewed": (THREE, "skewed", {"estimator": "MLR"}),
    "mlr_two_groups": (
        THREE,
        "two_groups",
        {"estimator": "MLR", "group": "profession"},
    ),
    "mlr_grouped": (GROUPED, "two_groups", {"estimator": "MLR", "group": "profession"}),
    "mlr_fiml": (THREE, "missing_at_random", {"estimator": "MLR", "missing": "fiml"}),
    "mlr_cluster": (CLIMATE, "forty_groups", {"estimator": "MLR", "cluster": "unit"}),
    "wlsmv_five_points": (THREE, "five_points", WEIGHTED),
    "wlsmv_three_points": (THREE, "three_points", {**WEIGHTED, "std_lv": True}),
    "wlsmv_skewed": (THREE, "skewed", WEIGHTED),
    "wlsmv_climate": (CLIMATE, "forty_groups", WEIGHTED),
    "wlsmv_second_order": (SECOND, "five_points", WEIGHTED),
    "wlsmv_two_groups": (
        THREE,
        "two_groups_ordered",
        {**WEIGHTED, "group": "profession"},
    ),
    "wlsmv_graded": (
        GRADED,
        "two_groups_ordered",
        {**WEIGHTED, "group": "profession"},
    ),
    "wlsmv_mixed": (
        THREE,
        "five_points",
        {**WEIGHTED, "ordered": [f"y{place}" for place in range(1, 7)]},
    ),
}
NAMES = {
    "chi2": "chisq",
    "df": "df",
    "p": "pvalue",
    "cfi": "cfi",
    "tli": "tli",
    "rmsea": "rmsea",
    "rmsea_low": "rmsea.ci.lower",
    "rmsea_high": "rmsea.ci.upper",
}


def table(name):
    return pd.read_csv(REFERENCE / "tables" / f"{name}.csv")


@cache
def fit(case):
    model, name, options = CASES[case]
    return cfa(model, table(name), **options)


def lavaan(case):
    rows = MEASURES[MEASURES["case"] == case]
    return dict(zip(rows["quantity"], rows["value"], strict=True))


@pytest.mark.parametrize("case", CASES)
def test_estimates_and_errors_are_lavaans(case):
    theirs = ESTIMATES[ESTIMATES["case"] == case].drop(columns="case")
    keys = ["lhs", "op", "rhs", "group"]
    both = fit(case).estimates.merge(theirs, on=keys, suffixes=("", "_r"))
    assert len(both) == len(theirs) == len(fit(case).estimates)
    for column in ("est", "se", "std"):
        reference = both[f"{column}_r"].replace("NA", "nan").astype(float)
        apart = (both[column] - reference).abs()
        assert apart.max() < 1e-5, both.loc[apart.idxmax(), keys].tolist()


@pytest.mark.parametrize("case", CASES)
def test_tests_and_indices_are_lavaans(case):
    ours, theirs = fit(case), lavaan(case)
    for name, quantity in NAMES.items():
        assert getattr(ours, name) == pytest.approx(theirs[quantity], abs=1e-5), name
    assert ours.srmr == pytest.approx(theirs["srmr"], abs=1e-5)
    assert ours.parameters == theirs["npar"]
    for name, quantity in [("loglik", "logl"), ("aic", "aic"), ("bic", "bic")]:
        expected = theirs.get(quantity, np.nan)
        assert getattr(ours, name) == pytest.approx(expected, abs=1e-4, nan_ok=True)


@pytest.mark.parametrize(
    "case", [case for case in CASES if "chisq.scaled" in lavaan(case)]
)
def test_scaled_tests_are_lavaans(case):
    ours, theirs = fit(case), lavaan(case)
    factor = theirs["chisq.scaling.factor"]
    assert ours.scaling_factor == pytest.approx(factor, abs=1e-5)
    for name, quantity in NAMES.items():
        found = getattr(ours, f"scaled_{name}")
        close = 1e-4 if name == "chi2" else 1e-5
        assert found == pytest.approx(theirs[f"{quantity}.scaled"], abs=close), name


@pytest.mark.parametrize(
    "case", [case for case in CASES if "cfi.robust" in lavaan(case)]
)
def test_robust_indices_are_lavaans(case):
    ours, theirs = fit(case), lavaan(case)
    for name in ("cfi", "tli", "rmsea", "rmsea_low", "rmsea_high"):
        found, known = getattr(ours, f"robust_{name}"), theirs[f"{NAMES[name]}.robust"]
        assert np.isnan(known) or found == pytest.approx(known, abs=1e-5), name


def test_only_the_models_own_columns_decide_which_rows_are_whole():
    data = table("continuous").assign(note=np.nan)
    assert cfa("f =~ y1 + y2 + y3", data).n == len(data)


def test_unsorted_groups_give_the_same_fit():
    data = table("two_groups")
    mixed = data.sample(frac=1, random_state=3)
    first, second = (cfa(THREE, rows, group="profession") for rows in (data, mixed))
    assert first.chi2 == pytest.approx(second.chi2, rel=1e-9)


def test_a_scale_of_answers_moves_the_loadings_but_not_the_fit():
    data = table("continuous")
    wide = data.assign(y2=data["y2"] * 10)
    first, second = cfa(THREE, data), cfa(THREE, wide)
    assert second.chi2 == pytest.approx(first.chi2, rel=1e-8)
    assert second.estimates["est"][1] == pytest.approx(10 * first.estimates["est"][1])
    assert np.allclose(first.estimates["std"], second.estimates["std"], atol=1e-6)


def test_danish_names_are_names():
    data = table("continuous").rename(
        columns={"y1": "støtte", "y2": "åbenhed", "y3": "ærlighed"}
    )
    found = cfa("trivsel_på_job =~ støtte + åbenhed + ærlighed + y4", data)
    assert found.estimates["rhs"][2] == "ærlighed"
    assert found.converged
    assert found.proper


def test_an_unknown_item_is_met_by_the_nearest():
    data = table("continuous").rename(columns={"y1": "meaning"})
    with pytest.raises(ValueError, match=r"'meanin'.*Nearest: 'meaning'"):
        cfa("f =~ meanin + y2 + y3", data)


def test_an_unidentified_model_is_said_and_marked():
    found = cfa("f =~ y1 + y2", table("continuous"))
    assert not found.proper
    assert found.df == -1
    assert found.estimates["se"].isna().any()
    assert "ikke identificeret" in found.summary()
    assert "f =~ y2" in found.summary("en")


def test_a_heywood_case_is_said_and_marked():
    wanted = np.array([[1, 0.8, 0.8], [0.8, 1, 0.5], [0.8, 0.5, 1]])
    raw = np.random.default_rng(4).normal(size=(60, 3))
    white = np.linalg.solve(np.linalg.cholesky(np.cov(raw, rowvar=False)), raw.T).T
    data = pd.DataFrame(white @ np.linalg.cholesky(wanted).T, columns=list("abc"))
    found = cfa("f =~ a + b + c", data)
    negative = found.estimates.query("op == '~~' and est < 0")
    assert len(negative) == 1
    assert not found.proper
    assert "Heywood" in found.summary()


def test_perfectly_correlated_items_are_named():
    data = table("continuous").assign(y2=lambda rows: 2 * rows["y1"])
    with pytest.raises(ValueError, match="'y1', 'y2' determine each other"):
        cfa(THREE, data)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"y3": 4.0}, "Item 'y3' must vary; every answer is 4"),
        ({"y3": np.nan}, "Item 'y3' must have answers; all 500 are missing"),
        ({"y3": "often"}, "Item 'y3' must hold numbers; got 'often' in row 1"),
        ({"y3": np.inf}, "finite"),
    ],
)
def test_answers_that_cannot_be_used_are_named(changed, message):
    with pytest.raises(ValueError, match=message):
        cfa(THREE, table("continuous").assign(**changed), missing="fiml")


def test_a_group_of_one_is_named():
    data = table("continuous").assign(unit=["north"] * 499 + ["south"])
    with pytest.raises(ValueError, match="'south'; got 1 with usable answers"):
        cfa(THREE, data, group="unit")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"estimator": "GLS"}, "estimator must be one of ML, MLR, WLSMV"),
        ({"missing": "pair"}, "missing must be one of listwise, fiml, pairwise"),
        ({"cluster": "y12"}, "cluster needs the estimator MLR or WLSMV"),
        ({"group": "profesion"}, "Nearest: 'profession'"),
    ],
)
def test_options_that_do_not_exist_are_met_by_those_that_do(options, message):
    with pytest.raises(ValueError, match=message):
        cfa(THREE, table("two_groups"), **options)


def test_rows_that_are_left_out_are_counted():
    found = cfa(THREE, table("missing_at_random"))
    assert found.n + found.left_out == 500
    assert str(found.left_out) in found.summary()


def test_the_frame_holds_every_figure():
    found = fit("ml_continuous")
    frame = found.to_frame().set_index("quantity")["value"]
    assert frame["chi2"] == found.chi2
    assert frame["df"] == 51


def test_an_answer_that_a_group_never_gives_is_named():
    data = table("two_groups_ordered")
    narrow = (data["profession"] == "teacher") & (data["y2"] == 5)
    data.loc[narrow, "y2"] = 4
    with pytest.raises(
        ValueError, match=r"'y2'.*in group 'teacher'; nobody there gave 5"
    ):
        cfa(THREE, data, "WLSMV", group="profession")


def test_answers_that_nobody_gave_are_said():
    data = table("five_points").replace({"y3": {3: 4}})
    found = cfa(THREE, data, "WLSMV")
    assert "y3" in found.summary()
    assert (
        sum("y3 |" in f"{row.lhs} {row.op}" for row in found.estimates.itertuples())
        == 3
    )


def test_a_p_of_next_to_nothing_is_not_written_as_nought():
    people = pd.concat([table("skewed")] * 4, ignore_index=True)
    found = cfa(THREE, people)
    assert found.p < 0.001
    assert "p < 0,001. CFI" in found.summary()
    assert f"{found.n:,}".replace(",", ".") in found.summary()


def test_combinations_that_nobody_gave_are_said():
    assert "kombinationer af svar" in fit("wlsmv_skewed").summary()


def test_two_answers_are_enough_for_an_ordered_item():
    data = (table("five_points") > 3).astype(int)
    found = cfa(THREE, data, "WLSMV")
    assert found.df == 51
    assert found.converged


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"estimator": "WLSMV", "missing": "fiml"}, "must be listwise or pairwise"),
        ({"missing": "pairwise"}, "needs the estimator WLSMV"),
        ({"estimator": "WLSMV", "ordered": ["y13"]}, "ordered must be one of"),
        ({"ordered": ["y1"]}, "ordered items need the estimator WLSMV"),
        ({"estimator": "WLSMV"}, "'y1' must have at most 20 different answers"),
    ],
)
def test_ordered_items_are_refused_where_they_cannot_be(options, message):
    with pytest.raises(ValueError, match=message):
        cfa(THREE, table("continuous"), **options)


def test_weights_do_not_depend_on_how_answers_are_coded():
    data = table("five_points")
    first, second = cfa(THREE, data, "WLSMV"), cfa(THREE, data * 10 - 3, "WLSMV")
    assert second.scaled_chi2 == pytest.approx(first.scaled_chi2, rel=1e-9)


def test_moments_give_the_same_fit_as_the_answers():
    data = table("missing_at_random")
    first, second = cfa(SECOND, data), cfa(SECOND, Moments.from_table(data))
    assert second.chi2 == pytest.approx(first.chi2, rel=1e-9)
    assert np.allclose(second.estimates["se"], first.estimates["se"], rtol=1e-6)
    assert (second.n, second.left_out) == (first.n, first.left_out)
    with pytest.raises(ValueError, match="only moments are known"):
        second.factor_scores()


@pytest.mark.parametrize(
    ("model", "options", "message"),
    [
        (THREE, {"estimator": "MLR"}, "Moments serve the estimator ML"),
        ("f =~ y1 + y2 + y33", {}, "Nearest: 'y3'"),
    ],
)
def test_moments_are_refused_where_answers_are_needed(model, options, message):
    with pytest.raises(ValueError, match=message):
        cfa(model, Moments.from_table(table("continuous")), **options)


def test_ordered_items_that_are_the_same_are_said():
    data = table("five_points").assign(y2=lambda rows: rows["y1"])
    found = cfa(TWO, data, "WLSMV")
    assert "y1 – y2" in found.summary()


def test_what_is_no_table_and_no_model_is_refused():
    with pytest.raises(
        ValueError, match="data must be a data frame, with columns by name; got"
    ):
        cfa(THREE, [[1, 2], [3, 4]])
    with pytest.raises(ValueError, match="model must be a text"):
        cfa(3, table("continuous"))


def test_columns_may_be_called_by_numbers():
    """A model names them by their digits, with or without the marks of a name."""
    rng = np.random.default_rng(2)
    table = pd.DataFrame(rng.normal(size=(200, 1)) + rng.normal(size=(200, 4)))
    named = table.set_axis(list("abcd"), axis=1)
    wanted = cfa("f =~ a + b + c + d\na ~~ b\na ~ 1", named)
    for model in (
        "f =~ 0 + 1 + 2 + 3\n0 ~~ 1\n0 ~ 1",
        "f =~ `0` + `1` + `2` + `3`\n`0` ~~ `1`\n`0` ~ 1",
        "f =~ 1*0 + 1 + 2 + 3; 0 ~~ 1; 0 ~ 1",
    ):
        assert cfa(model, table).chi2 == pytest.approx(wanted.chi2)
    units = table.assign(unit=["nord", "syd"] * 100)
    assert len(invariance("f =~ 0 + 1 + 2 + 3", units, "unit").table) == 4


def test_items_that_nobody_answered_both_are_named():
    rng = np.random.default_rng(2)
    shared = rng.normal(size=(200, 1)) + rng.normal(size=(200, 4))
    table = pd.DataFrame(shared, columns=list("abcd"))
    table.iloc[::2, 1] = table.iloc[1::2, 3] = np.nan
    with pytest.raises(ValueError, match="Items 'b' and 'd' must have been answered"):
        cfa("f =~ a + b + c + d", table, missing="fiml")


def test_scales_that_lie_too_far_apart_are_named():
    rng = np.random.default_rng(2)
    shared = rng.normal(size=(200, 1)) + rng.normal(size=(200, 4))
    table = pd.DataFrame(shared, columns=list("abcd")).assign(a=shared[:, 0] * 1e9)
    with pytest.raises(ValueError, match=r"'a' has 2e\+09 .* in another unit"):
        cfa("f =~ a + b + c + d", table)


@pytest.mark.parametrize("estimator", ["ML", "MLR"])
@pytest.mark.parametrize(
    "model",
    ["f =~ a + b + c; g =~ d; g ~~ 0*g", "f =~ a + b + c + d; a ~~ 0*a; f ~~ 0*f"],
)
def test_a_model_that_no_answers_can_have_is_refused_in_a_sentence(model, estimator):
    rng = np.random.default_rng(0)
    seen = rng.normal(size=(100, 1)) + rng.normal(size=(100, 4))
    data = pd.DataFrame(seen, columns=list("abcd"))
    with pytest.raises(ValueError, match="not those of any answers; free a variance"):
        cfa(model, data, estimator)
