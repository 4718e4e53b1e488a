import warnings

import numpy as np
import pytest

from lederlib.catalogue import ledger
from lederlib.model import crossover, strain_path
from lederlib.scenario.interop import ema_model


@pytest.fixture(scope="module")
def ema():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it misses a package that we do not use
        return pytest.importorskip("ema_workbench")


def end(path):
    return {"end": path.strain[-1], "worst": path.strain.max()}


QUANTITIES = {name: ledger()[name] for name in ("drain", "recovery", "half_point")}


@pytest.mark.usefixtures("ema")
def test_the_workbench_asks_the_model_itself(ema):
    model = ema_model(
        strain_path,
        QUANTITIES | {"power": (2.0, 6.0), "start": (0.3, 0.3)},
        levers={"load": (0.3, 1.2), "resources": [0.6, 0.9], "tipping": [True, False]},
        fixed={"weeks": 104},
        outputs=end,
    )
    experiments, outcomes = ema.perform_experiments(model, 8, 3)
    assert len(experiments) == 24
    names = ["drain", "recovery", "half_point", "power", "load", "resources", "tipping"]
    columns = {name: experiments[name].to_numpy() for name in names}
    columns = {name: column.astype(float) for name, column in columns.items()}
    path = strain_path(start=0.3, weeks=104, **columns)
    assert outcomes["end"] == pytest.approx(path.strain[-1], rel=1e-12)
    assert outcomes["worst"] == pytest.approx(path.strain.max(axis=0), rel=1e-12)


@pytest.mark.usefixtures("ema")
def test_a_model_of_chance_has_its_own_chance_in_each_experiment():
    model = ema_model(
        crossover,
        {"load": (0.8, 1.4)},
        fixed={"leaders": 3, "employees": 30, "weeks": 5},
        outputs=lambda path: path.employee_mean[-1],
    )
    first, again, other = (model.function(load=load) for load in (1.0, 1.0, 1.1))
    assert first == again != other


@pytest.mark.usefixtures("ema")
def test_whole_numbers_stay_whole():
    model = ema_model(
        strain_path,
        {"power": ledger()["tipping_power"]},
        fixed={"load": 1, "resources": 1},
        outputs=lambda path: path.strain[-1],
    )
    (power,) = model.uncertainties
    assert (power.lower_bound, power.upper_bound) == (2, 6)
    assert np.issubdtype(type(power.lower_bound), np.integer)


@pytest.mark.usefixtures("ema")
@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"quantities": {"laod": (0, 1)}}, "lever must be one of load, resources"),
        ({"quantities": {"load": (1, 0)}}, "range of load must run from low to high"),
        ({"quantities": {"load": (0, 1)}}, "resources must stand in grid or fixed"),
        (
            {"quantities": {"load": (0, 1)}, "fixed": {"resources": 1}},
            "say by outputs= what to keep of a result",
        ),
    ],
)
def test_bad_input_gets_one_sentence(given, words):
    with pytest.raises(ValueError, match=r".") as caught:
        ema_model(strain_path, **given)
    assert words in str(caught.value)
