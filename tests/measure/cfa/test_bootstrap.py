from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lederlib.measure import Moments, cfa, sem
from lederlib.measure.resampling import interval_of

REFERENCE = Path(__file__).parents[2] / "reference"
DRAWS = pd.read_csv(REFERENCE / "sem_draws.csv")
INTERVALS = pd.read_csv(REFERENCE / "sem_intervals.csv")
FACTORS = "trust =~ t1 + t2 + t3 + t4\nbond =~ b1 + b2 + b3 + b4\n"
PATH = "strain ~ a*load + woman\nleave ~ b*strain + c*load\nindirect := a*b"


@pytest.mark.parametrize("kind", ["percentile", "bc"])
def test_intervals_of_lavaans_draws_are_lavaans(kind):
    indirect = DRAWS["a"] * DRAWS["b"]
    total = DRAWS["c"] + indirect
    draws = DRAWS.assign(indirect=indirect, total=total, share=indirect / total)
    theirs = INTERVALS[
        INTERVALS["interval"] == {"percentile": "perc", "bc": "bca.simple"}[kind]
    ]
    for row in theirs.to_dict("records"):
        found = interval_of(draws[row["name"]].to_numpy(), row["est"], kind)
        assert found == pytest.approx((row["ci.lower"], row["ci.upper"]), abs=1e-12)


@pytest.mark.parametrize(
    ("model", "options"),
    [
        (PATH, {}),
        (f"{PATH}\na == b + c", {}),
        (f"{FACTORS}bond ~ a*trust + load\nleave ~ b*bond", {"group": "unit"}),
    ],
)
def test_draws_fitted_at_once_are_those_fitted_one_by_one(table, model, options):
    data = table("structure")
    found = sem(model, data, **options)
    strapped = found.bootstrap(draws=8, rng=5)
    rng = np.random.default_rng(5)
    fits = []
    counts = []
    for part in found.people.parts:
        # The same chance as in the draws: all samples of a group at once.
        drawn = rng.integers(0, len(part.rows), (8, len(part.rows)), dtype=np.int32)
        counts.append(part.rows[drawn])
    for draw in range(8):
        rows = np.concatenate([count[draw] for count in counts])
        fits.append(sem(model, data.iloc[rows], **options).estimates["est"])
    spread = np.std(fits, axis=0, ddof=1)
    free = strapped.estimates["se"].to_numpy() > 0
    assert strapped.used == 8
    np.testing.assert_allclose(strapped.estimates["se"][free], spread[free], rtol=2e-5)


def test_intervals_hold_the_estimate_and_resemble_those_of_normal_answers(table):
    found = sem(PATH, table("structure"))
    strapped = found.bootstrap(draws=400, rng=1, interval="bc").estimates
    ours = found.estimates
    free = ours["se"] > 0
    assert (strapped["low"] <= strapped["est"])[free].all()
    assert (strapped["est"] <= strapped["high"])[free].all()
    np.testing.assert_allclose(strapped["se"][free], ours["se"][free], rtol=0.25)
    assert strapped.loc[~free, "se"].eq(0).all()


@pytest.mark.parametrize(
    ("model", "name", "options"),
    [
        (PATH, "structure_gaps", {"missing": "fiml"}),
        (f"{PATH}\na > 0.7", "structure", {}),
        (PATH, "structure", {"sampling_weights": "weight"}),
        (
            "bond =~ b1 + b2 + b3\nbond ~ load",
            "structure_ordered_gaps",
            {
                "estimator": "WLSMV",
                "ordered": ["b1", "b2", "b3"],
                "missing": "pairwise",
            },
        ),
    ],
)
def test_every_kind_of_fit_can_be_drawn_anew(table, model, name, options):
    found = sem(model, table(name), **options)
    first, second = (found.bootstrap(draws=3, rng=2) for _ in range(2))
    pd.testing.assert_frame_equal(first.estimates, second.estimates)
    assert first.used == 3
    assert (first.estimates["se"] > 0).any()


def test_samples_without_a_fit_are_counted(table):
    data = table("structure_ordered").head(60)
    data = data.assign(b1=np.where(np.arange(60) == 0, 2, 1) + (data["b1"] > 2))
    rare = {"b1": {3: 2}}
    data = data.replace(rare).assign(b1=lambda rows: rows["b1"].clip(1, 2))
    data.loc[:, "b2"] = np.where(np.arange(60) == 7, 2, 1)
    found = cfa("bond =~ b1 + b2 + b3 + b4", data[["b1", "b2", "b3", "b4"]], "WLSMV")
    strapped = found.bootstrap(draws=12, rng=3)
    assert 2 <= strapped.used < 12


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"interval": "bca"}, "interval must be one of percentile, bc"),
        ({"draws": 1}, "draws must lie between 2"),
        ({"rng": -1}, "rng must be a generator or a seed"),
    ],
)
def test_options_that_a_bootstrap_has_not_are_refused(table, options, message):
    with pytest.raises(ValueError, match=message):
        sem(PATH, table("structure")).bootstrap(**options)


def test_people_are_needed_and_may_not_sit_in_clusters(table):
    data = table("structure")[["load", "woman", "strain", "leave"]]
    with pytest.raises(ValueError, match="needs each person's answers"):
        sem(PATH, Moments.from_table(data)).bootstrap()
    climate = cfa(
        "climate =~ g1 + g2 + g3", table("forty_groups"), "MLR", cluster="unit"
    )
    with pytest.raises(ValueError, match="clusters do not allow"):
        climate.bootstrap()
