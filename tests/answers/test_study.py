"""A study stands wherever a measure takes a table, and gives what the table gives."""

import inspect
from dataclasses import fields, is_dataclass, replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lederlib import measure
from lederlib.answers import Study, new_scale, read_answers, read_scale
from lederlib.measure import alpha, cfa, icc, invariance, item_table, rwg_j

KEYS = [f"{factor}_{number}" for factor in ("calm", "focus") for number in (1, 2, 3)]
FACTORS = {"calm": KEYS[:3], "focus": KEYS[3:]}
MODEL = f"calm =~ {' + '.join(KEYS[:3])}\nfocus =~ {' + '.join(KEYS[3:])}"
OUTCOME = {"outcome": "wish", "x": "calm", "y": "focus", "center": None}

#: How each function that takes a table is called, on a study or on the turned table.
CALLS = {
    "ad_index": lambda f, d, t: f(d, t["unit"]),
    "alpha": lambda f, d, _: f(d),
    "cfa": lambda f, d, _: f(MODEL, d, "MLR"),
    "criterion_validity": lambda f, d, _: f(d, "calm", ["wish"]),
    "efa": lambda f, d, _: f(d, 2),
    "graded_dif": lambda f, d, t: f(d, t["group"]),
    "graded_response": lambda f, d, _: f(d),
    "guttman": lambda f, d, _: f(d),
    "htmt": lambda f, d, _: f(d, FACTORS),
    "invariance": lambda f, d, _: f(MODEL, d, "group"),
    "item_frequencies": lambda f, d, _: f(d),
    "item_table": lambda f, d, _: f(d, low=1, high=5),
    "measurement_error": lambda f, d, _: f(d),
    "missing_patterns": lambda f, d, _: f(d),
    "multilevel": lambda f, d, _: f(d, "wish", ["calm"], group="unit"),
    "omega": lambda f, d, _: f(d, 2),
    "parallel_analysis": lambda f, d, _: f(d, draws=50),
    "partial_test": lambda f, d, _: f(d),
    "polychoric": lambda f, d, _: f(d),
    "r_star_wg": lambda f, d, t: f(d, t["unit"]),
    "response_surface": lambda f, d, _: f(d, **OUTCOME),
    "rwg_j": lambda f, d, t: f(d, t["unit"]),
    "sem": lambda f, d, _: f(f"{MODEL}\nfocus ~ calm", d),
    "split_halves": lambda f, d, _: f(d),
    "suitability": lambda f, d, _: f(d),
}
#: What takes a study's columns of more than one kind, and not the items.
OF_EVERYTHING = {
    *("cfa", "criterion_validity", "invariance", "multilevel", "response_surface"),
    "sem",
}
#: Functions of numbers, of one score, of a result or of a plan: none takes a table.
OTHERS = {
    *("draw_alphas", "factor_reliability", "feldt_interval", "half_width", "icc"),
    *("compare", "factor_icc", "general_factor"),
    *("line_up", "null_variance", "plan_cfa", "plan_difference", "plan_icc"),
    *("plan_loadings", "plan_reliability", "retest", "smallest_effects"),
    *("spearman_brown", "times_needed", "usual_alphas"),
}


@pytest.fixture(scope="module")
def scale(tmp_path_factory):
    return read_scale(new_scale("ro", tmp_path_factory.mktemp("scale")))


def people(rng, rows=240):
    """Return answers as given: the third item of each factor against the others."""
    traits = rng.multivariate_normal([0, 0], [[1, 0.4], [0.4, 1]], rows)
    signs = np.array([1, 1, -1] * 2)
    leaning = np.repeat(traits, 3, axis=1) * signs + rng.normal(0, 0.8, (rows, 6))
    given_answers = np.digitize(leaning, [-1.5, -0.5, 0.5, 1.5]) + 1.0
    table = pd.DataFrame(given_answers, columns=KEYS)
    return table.assign(
        group=np.where(np.arange(rows) % 2, "clerk", "nurse"),
        unit=[f"u{row % 20:02}" for row in range(rows)],
        wish=traits.sum(axis=1) + rng.normal(size=rows),
    )


@pytest.fixture(scope="module")
def study(scale):
    return Study(scale, people(np.random.default_rng(1)), group="group", unit="unit")


def figures(found):
    """Return every figure, word and table of a result."""
    if not is_dataclass(found):
        return {"": found}
    held = {field.name: getattr(found, field.name) for field in fields(found)}
    kinds = int | float | str | pd.DataFrame | pd.Series
    shown = {name: value for name, value in held.items() if isinstance(value, kinds)}
    return shown | {"frame": found.to_frame()}


def alike(one, other):
    """Hold that two results are the same in every figure."""
    expected = figures(other)
    for name, held in figures(one).items():
        if isinstance(held, pd.DataFrame):
            pd.testing.assert_frame_equal(held, expected[name])
        elif isinstance(held, pd.Series):
            pd.testing.assert_series_equal(held, expected[name])
        else:
            np.testing.assert_equal(held, expected[name])


@pytest.mark.parametrize("name", sorted(CALLS))
def test_a_study_gives_what_its_turned_table_gives(name, study):
    function, call = getattr(measure, name), CALLS[name]
    table = study.table if name in OF_EVERYTHING else study.items
    alike(
        call(function, study, study.table),
        call(function, table.copy(), study.table),
    )


@settings(max_examples=5)
@given(seed=st.integers(0, 1000), gaps=st.floats(0, 0.1))
def test_turning_by_the_study_is_turning_by_hand(scale, seed, gaps):
    rng = np.random.default_rng(seed)
    table = people(rng, 60)
    table = table.mask(rng.random(table.shape) < gaps) if gaps else table
    by_hand = table[KEYS].copy()
    for key in ("calm_3", "focus_3"):
        by_hand[key] = 6 - by_hand[key].astype(float)
    items = Study(scale, table).items
    pd.testing.assert_frame_equal(items, by_hand.astype(float), check_dtype=False)
    pd.testing.assert_frame_equal(scale.turn(scale.turn(table)), table)


def test_every_function_of_measure_is_held_or_takes_no_table():
    functions = {
        name for name in measure.__all__ if inspect.isfunction(getattr(measure, name))
    }
    assert functions == set(CALLS) | OTHERS


def test_what_a_study_knows_need_not_be_told(study):
    alike(rwg_j(study), rwg_j(study.items, study.table["unit"], options=5))
    alike(icc(study.scores["calm"], study.table["unit"]), icc(_only(study, "calm")))
    alike(
        invariance(study.model, study).table,
        invariance(MODEL, study.table, "group").table,
    )
    assert cfa(study.model, study).df == cfa(MODEL, study.table).df
    assert alpha(study.only("calm")).against == ()


def _only(study, factor):
    """Return a study-like thing of one score, as any reader may make one."""

    class Score:
        items = study.scores[[factor]]
        table, ends, group, unit = study.table, (0.0, 1.0), None, "unit"

    return Score()


def test_floor_and_ceiling_are_the_scales_ends(scale):
    table = people(np.random.default_rng(2))
    narrow = table.assign(calm_1=table["calm_1"].clip(2, 4))
    found = item_table(Study(scale, narrow).only("calm")).table
    assert found.loc["calm_1", ["floor", "ceiling"]].tolist() == [0, 0]


def test_options_are_the_scales(scale):
    seven = replace(scale, high=7)
    units = Study(seven, people(np.random.default_rng(3)), unit="unit")
    assert rwg_j(units).options == 7
    assert rwg_j(units).null == pytest.approx(4)


def test_a_table_with_the_columns_of_a_study_stays_a_table(study):
    names = ("items", "table", "ends", "group", "unit", "more")
    table = study.items.set_axis(names, axis=1)
    assert alpha(table).value == alpha(study).value


def test_a_study_shows_nobodys_answers(study):
    assert repr(study) == (
        "<Study of ro: 240 people, 6 items, 2 factors, group 'group', unit 'unit'>"
    )


def test_answers_from_a_file_find_their_group_in_any_case(scale, tmp_path):
    table = people(np.random.default_rng(4)).rename(columns={"unit": "Afdeling"})
    table.drop(columns="group").to_csv(tmp_path / "svar.csv", index=False)
    answers = read_answers(tmp_path / "svar.csv", scale=scale)
    study = Study(scale, answers, unit="afdeling")
    assert study.unit == "Afdeling"
    assert pd.api.types.is_float_dtype(study.table["wish"])


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (lambda t: (t.drop(columns="calm_2"), {}), r"'calm_2' \(“Jeg kan|I can"),
        (lambda t: (t, {"unit": "units"}), "unit must be a column .* Nearest: 'unit'"),
        (lambda t: (t.assign(calm_1=9), {}), "between 1 and 5; got 9"),
        (lambda t: (t.assign(calm_1="ja"), {}), "must be a number; got 'ja'"),
        (lambda t: (t[["unit"]], {}), "Every item of the scale 'ro' must have a col"),
    ],
)
def test_one_sentence_says_what_is_wrong(scale, wrong, sentence):
    table, options = wrong(people(np.random.default_rng(5)))
    with pytest.raises(ValueError, match=sentence):
        Study(scale, table, **options)


def test_answers_read_by_another_scale_are_refused(scale, tmp_path):
    people(np.random.default_rng(6)).to_csv(tmp_path / "svar.csv", index=False)
    answers = read_answers(tmp_path / "svar.csv", scale=scale)
    with pytest.raises(ValueError, match="read by 'ro', from 1 to 5"):
        Study(replace(scale, high=7), answers)


def test_only_names_the_factors_that_there_are(study):
    with pytest.raises(ValueError, match="Nearest: 'calm'"):
        study.only("clam")
