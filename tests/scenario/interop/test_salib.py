import numpy as np
import pandas as pd
import pytest

from lederlib.catalogue import ledger
from lederlib.model import strain_path
from lederlib.scenario import sweep
from lederlib.scenario.interop import salib_problem

RANGES = {"load": (0.3, 1.2), "resources": (0.5, 1.0)}


def test_a_sample_of_salib_goes_through_a_sweep_and_back_to_its_analysis():
    sobol, sample = (
        pytest.importorskip(f"SALib.{part}.sobol") for part in ("analyze", "sample")
    )
    problem = salib_problem(RANGES)
    points = pd.DataFrame(sample.sample(problem, 64, seed=1), columns=problem["names"])
    table = sweep(
        strain_path, points, outputs=lambda path: path.strain[-1], together=100
    )
    effects = sobol.analyze(problem, table["value"].to_numpy(), seed=1)
    assert effects["ST"][0] > effects["ST"][1] > 0.02


def test_each_law_of_the_ledger_has_the_quantiles_that_we_draw():
    sample = pytest.importorskip("SALib.sample.latin")
    names = ("drain", "recovery", "gone_in_one_year")
    problem = salib_problem({name: ledger()[name] for name in names})
    assert problem["dists"] == ["unif", "logunif", "truncnorm"]
    theirs = sample.sample(problem, 20_000, seed=2)
    ours = ledger().draw(20_000, rng=1)
    for column, name in enumerate(problem["names"]):
        shares = [0.01, 0.25, 0.5, 0.75, 0.99]
        assert np.quantile(theirs[:, column], shares) == pytest.approx(
            np.quantile(ours[name], shares), rel=0.02
        )


def test_what_is_fixed_is_no_part_of_the_problem():
    problem = salib_problem({"load": (0, 1), "resources": (0.5, 0.5)})
    assert problem["num_vars"] == 1


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"load": (1, 1)}, "quantities must hold one that varies"),
        ({"load": (2, 1)}, "range of load must run from low to high"),
        (
            {"power": ledger()["tipping_power"]},
            "power must be uniform, loguniform or normal for SALib; got choice",
        ),
    ],
)
def test_bad_input_gets_one_sentence(given, words):
    with pytest.raises(ValueError, match=words):
        salib_problem(given)
