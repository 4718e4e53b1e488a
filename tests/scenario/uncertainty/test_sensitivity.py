import importlib
import os
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lederlib.catalogue import ledger
from lederlib.model import strain_path
from lederlib.scenario import scenario_model, sensitivity
from lederlib.scenario.uncertainty.sensitivity import resampled_effects, sobol_effects

ANGLES = {f"x{place}": (-np.pi, np.pi) for place in (1, 2, 3)}
WEIGHTS = (0, 1, 4.5, 9, 99, 99, 99, 99)
UNITS = {f"x{place}": (0, 1) for place in range(1, 9)}
PAIR = ({}, {"home": 3})


def ishigami(x1, x2, x3):
    return np.sin(x1) + 7 * np.sin(x2) ** 2 + 0.1 * x3**4 * np.sin(x1)


def sobol_g(**x):
    factors = [
        (np.abs(4 * value - 2) + weight) / (1 + weight)
        for value, weight in zip(x.values(), WEIGHTS, strict=True)
    ]
    return np.prod(factors, axis=0)


def by_name(found):
    return found.table.set_index("quantity").loc[sorted(found.titles)]


def oracle(name):
    """Import a part of SALib; a user may lack it, and CI may not."""
    if os.environ.get("CI"):
        return importlib.import_module(f"SALib.{name}")
    return pytest.importorskip(f"SALib.{name}", reason="needs the group oracle")


@pytest.mark.parametrize(
    ("model", "ranges", "module"),
    [(ishigami, ANGLES, "Ishigami"), (sobol_g, UNITS, "Sobol_G")],
)
@pytest.mark.parametrize("shift", [0.0, 1000.0])
def test_effects_equal_salibs_on_the_same_sample(model, ranges, module, shift):
    salib, sampler = oracle("analyze.sobol"), oracle("sample.sobol")
    functions = oracle(f"test_functions.{module}")
    problem = {
        "num_vars": len(ranges),
        "names": list(ranges),
        "bounds": [list(ends) for ends in ranges.values()],
    }
    sample = sampler.sample(
        problem, 512, calc_second_order=False, seed=np.random.default_rng(3)
    )
    theirs = salib.analyze(
        problem,
        functions.evaluate(sample) + shift,
        calc_second_order=False,
        num_resamples=500,
        seed=1,
    )
    found = sensitivity(
        lambda **x: model(**x) + shift, ranges, draws=512, rng=3, resamples=500
    )
    ours = by_name(found)
    assert np.abs(ours["first"] - theirs["S1"]).max() < 1e-10
    assert np.abs(ours["total"] - theirs["ST"]).max() < 1e-10
    for name, theirs_wide in (("first", "S1_conf"), ("total", "ST_conf")):
        wide = (ours[f"{name}_high"] - ours[f"{name}_low"]) / 2
        assert wide.to_numpy() == pytest.approx(theirs[theirs_wide], rel=0.2)


def test_the_effects_of_ishigami_are_the_known_ones():
    found = by_name(sensitivity(ishigami, ANGLES, draws=2**14, resamples=50))
    assert found["first"].to_numpy() == pytest.approx([0.314, 0.442, 0], abs=0.01)
    assert found["total"].to_numpy() == pytest.approx([0.558, 0.442, 0.244], abs=0.01)


def test_the_greatest_total_effect_stands_first_and_intervals_hold_the_estimate():
    table = sensitivity(ishigami, ANGLES, draws=256).table
    assert table["total"].is_monotonic_decreasing
    for name in ("first", "total"):
        assert (table[f"{name}_low"] <= table[name]).all()
        assert (table[name] <= table[f"{name}_high"]).all()


def test_a_difference_between_two_settings_is_taken_in_the_same_worlds():
    def model(slope, level, push):
        return {"y": level + slope * push, "other": level}

    ranges = {"slope": (0, 1), "level": (0, 100)}
    one = by_name(sensitivity(model, ranges, levers={"push": 1}, outcome="y"))
    both = by_name(
        sensitivity(model, ranges, levers=({"push": 0}, {"push": 1}), outcome="y")
    )
    assert one.loc["level", "total"] > 0.99
    assert both["total"].to_dict() == pytest.approx({"level": 0, "slope": 1}, abs=1e-6)


def test_a_model_of_the_kit_takes_what_it_knows_from_the_ledger():
    def strain(drain, recovery, half_point, load):
        path = strain_path(
            load,
            0.5,
            weeks=4,
            start=0.2,
            drain=drain,
            recovery=recovery,
            half_point=half_point,
        )
        return path.strain[-1]

    found = sensitivity(strain, ledger(), levers={"load": 0.8}, draws=64, resamples=20)
    assert sorted(found.titles) == ["drain", "half_point", "recovery"]
    assert found.stamp.fingerprint == ledger().fingerprint
    assert found.table["total"].sum() > 0.9


def test_at_the_status_quo_only_the_survey_and_the_shape_matter():
    model = scenario_model(years=10)
    found = by_name(sensitivity(model, ledger(), outcome="retention"))
    matter = found[found["total"] > 1e-6]
    assert set(matter.index) <= {
        "gone_in_one_year",
        "gone_in_five_years",
        "retention_family",
    }
    assert found.loc["retention_family", "total"] > 0.3


def test_a_quantity_among_the_levers_is_pinned():
    pins = {"effect_retention": 1.0}
    pinned = sensitivity(
        scenario_model(),
        ledger(),
        levers=(pins, {"home": 3, **pins}),
        outcome="retention",
        draws=64,
        resamples=20,
    )
    assert "effect_retention" not in pinned.titles


def test_too_few_draws_are_said_in_words():
    few = sensitivity(ishigami, ANGLES, draws=16, resamples=20, rng=1)
    enough = sensitivity(ishigami, ANGLES, draws=4096, resamples=20, rng=1)
    assert few.too_few
    assert not enough.too_few
    assert (
        "16 verdener er for få til at kende den fra ingenting. Tag 64"
        in few.summary("da")
    )
    assert "too few" not in enough.summary("en")


def test_the_summary_names_the_greatest_and_what_arises_together():
    product = sensitivity(lambda a, b: a * b, {"a": (-1, 1), "b": (-1, 1)}, rng=2)
    total = sensitivity(lambda a, b: 3 * a + b, {"a": (0, 1), "b": (0, 1)})
    assert "arises where they work together" in product.summary("en")
    assert "mostly from “a” 0.90" in total.summary("en")
    assert "next to nothing" in total.summary("en")
    named = sensitivity(
        scenario_model(), ledger(), levers=PAIR, outcome="community", draws=64
    ).summary("da")
    assert "forskellen i »Kollegialt fællesskab« kommer mest fra" in named
    assert "»Hvor meget kontakt kan flytte fællesskabet«" in named


def test_an_outcome_that_does_not_vary_is_said_to():
    still = sensitivity(lambda a: a * 0 + 1, {"a": (0, 1)}, draws=8)
    assert "no uncertainty about the result" in still.summary("en")
    assert (still.table["total"] == 0).all()


def test_the_same_seed_gives_the_same_table_and_the_stamp_remakes_it(tmp_path):
    one, same, other = (
        sensitivity(ishigami, ANGLES, draws=64, resamples=20, rng=seed)
        for seed in (1, 1, 2)
    )
    assert one.table.equals(same.table)
    assert not one.table.equals(other.table)
    one.to_csv(tmp_path / "effects.csv", decimal_comma=True)
    read = pd.read_csv(tmp_path / "effects.csv", sep=";", decimal=",")
    assert read["total"].to_numpy() == pytest.approx(one.table["total"].to_numpy())
    assert read["draws"].tolist() == [64] * 3
    assert one.stamp.seed == 1


def test_progress_is_told_and_ends_at_one():
    told = []
    sensitivity(ishigami, ANGLES, draws=4096, resamples=5, progress=told.append)
    assert told == pytest.approx([1 / 3, 2 / 3, 1.0])


@dataclass
class Path:
    strain: np.ndarray


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"draws": 1000}, "power of two, such as 512 or 1024; got 1000"),
        (
            {"draws": 10**9},
            "draws must lie between 2",
        ),
        ({"draws": float("nan")}, "draws must lie between 2 and 1.04858e"),
        ({"draws": "many"}, "draws must be a number"),
        ({"resamples": 1}, "resamples must lie between 2"),
        ({"level": 1.0}, "level must lie between 0.5"),
        ({"rng": -1}, "rng must be a generator or a seed"),
        ({"outcome": "y"}, "returns one array without a name; got outcome 'y'"),
        ({"levers": ({}, {}, {})}, r"one setting or a pair \(before, after\)"),
        ({"levers": {"x9": 1}}, "name in the model must be one of .* got 'x9'"),
        ({"quantities": {**ANGLES, "x4": (0, 1)}}, "one of x1, x2, x3; got 'x4'"),
        ({"quantities": {"x1": (0, 1), "x2": (0, 1)}}, "The model needs x3"),
        ({"quantities": {**ANGLES, "x3": (1, 0)}}, "run from low to high; got 1 to 0"),
        ({"quantities": {**ANGLES, "x3": (0, float("nan"))}}, "must be two numbers"),
        ({"quantities": {**ANGLES, "x3": 4}}, r"two numbers \(low, high\); got 4"),
        ({"quantities": {**ANGLES, "x3": "wide"}}, "must be a number or an array"),
        ({"quantities": dict.fromkeys(ANGLES, (1, 1))}, "hold one that varies"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(wrong, message):
    given = {"quantities": ANGLES, "draws": 8, **wrong}
    with pytest.raises(ValueError, match=message):
        sensitivity(ishigami, given.pop("quantities"), **given)


@pytest.mark.parametrize(
    ("model", "outcome", "message"),
    [
        (lambda a: {"y": a, "z": a}, "", "outcome must be one of y, z; got ''"),
        (lambda a: {"yes": a, "z": a}, "yess", "Nearest: 'yes'"),
        (lambda a: Path(strain=a), "stain", "Nearest: 'strain'"),
        (
            lambda a: np.stack([a, a]),
            "",
            r"got \(2, 24\): let the model",
        ),
        (lambda a: np.where(a > 0.5, np.nan, a), "", "12 of 24 are not"),
        (lambda a: ["text"] * len(a), "", "must be a number or an array"),
    ],
)
def test_an_outcome_that_is_none_is_refused_in_a_sentence(model, outcome, message):
    with pytest.raises(ValueError, match=message):
        sensitivity(model, {"a": (0, 1)}, outcome=outcome, draws=8)


def test_a_derived_quantity_is_never_an_input():
    book = ledger()
    with pytest.raises(ValueError, match="span_of_control is derived and never an inp"):
        sensitivity(lambda span_of_control, drain: span_of_control * drain, book)
    given = {"drain": book["drain"], "span_of_control": book["span_of_control"]}
    with pytest.raises(ValueError, match="never an input"):
        sensitivity(lambda **x: x["drain"], given)
    every = sensitivity(lambda **x: x["drain"], book, draws=8, resamples=5)
    assert "span_of_control" not in every.titles


def test_a_run_that_would_not_fit_says_so_before_the_model_is_called():
    ranges = {f"x{place}": (0, 1) for place in range(200)}
    called = []
    with pytest.raises(ValueError, match=r"200 × 1048576 would need 6 GB"):
        sensitivity(lambda **x: called.append(x), ranges, draws=2**20)
    assert not called


def outcomes(function, inputs, draws=2**14, seed=0):
    """Return the outcome in both samples and in the first with one input swapped."""
    a, b = np.random.default_rng(seed).normal(size=(2, inputs, draws))
    mixed = []
    for one in range(inputs):
        swapped = a.copy()
        swapped[one] = b[one]
        mixed.append(function(swapped))
    return function(a), function(b), np.array(mixed)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.floats(0.1, 3), min_size=1, max_size=5))
def test_in_a_sum_first_and_total_are_the_share_of_the_variance(sizes):
    found = outcomes(lambda x: np.tensordot(sizes, x, 1), len(sizes))
    squares = np.square(sizes) / np.square(sizes).sum()
    assert np.abs(sobol_effects(*found) - squares).max() < 0.06


def test_in_a_product_nothing_is_first_and_everything_is_total():
    first, total = sobol_effects(*outcomes(lambda x: x[0] * x[1], 2))
    assert np.abs(first).max() < 0.05
    assert total == pytest.approx([1, 1], abs=0.08)


@settings(max_examples=20, deadline=None)
@given(st.floats(-1e6, 1e6), st.floats(0.01, 1e4))
def test_a_shift_and_a_stretch_change_no_effect(shift, stretch):
    found = outcomes(lambda x: x[0] + x[0] * x[1], 2, draws=512)
    moved = tuple(shift + stretch * part for part in found)
    assert sobol_effects(*moved) == pytest.approx(sobol_effects(*found), abs=1e-6)


def test_an_outcome_that_never_varies_has_no_effects():
    still = np.ones(64), np.ones(64), np.ones((3, 64))
    rng = np.random.default_rng(0)
    assert (sobol_effects(*still) == 0).all()
    assert (resampled_effects(*still, resamples=5, rng=rng) == 0).all()


def test_resamples_spread_around_the_estimate_as_other_samples_do():
    def function(x):
        return x[0] + 2 * x[1] ** 2

    found = outcomes(function, 2, draws=1024)
    again = resampled_effects(*found, resamples=600, rng=np.random.default_rng(1))
    others = np.array(
        [
            sobol_effects(*outcomes(function, 2, draws=1024, seed=seed))
            for seed in range(1, 200)
        ]
    )
    assert again.shape == (2, 2, 600)
    assert again.mean(axis=2) == pytest.approx(sobol_effects(*found), abs=0.02)
    assert again.std(axis=2) == pytest.approx(others.std(axis=0), rel=0.4)


def test_blocks_of_resamples_are_what_one_block_would_be(monkeypatch):
    found = outcomes(lambda x: x[0] + x[1], 2, draws=256)
    whole = resampled_effects(*found, resamples=50, rng=np.random.default_rng(1))
    monkeypatch.setattr("lederlib.scenario.uncertainty.sensitivity._BLOCK", 256 * 7)
    parts = resampled_effects(*found, resamples=50, rng=np.random.default_rng(1))
    assert parts == pytest.approx(whole)
