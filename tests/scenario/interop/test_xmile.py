import re

import numpy as np
import pytest

from lederlib.model import rest_points, strain_path
from lederlib.scenario.interop import strain_xmile

# Without a tipping point, with one passed, with one ahead, and with the reverse path.
WORLDS = [
    {"load": 0.6, "resources": 0.6, "start": 0.6},
    {"load": 0.95, "resources": 0.6},
    {"load": 0.9, "resources": 0.6, "tipping": False},
    {"load": 0.6, "resources": 0.8, "reverse": 0.5, "power": 3.0, "start": 0.7},
]


pytestmark = pytest.mark.filterwarnings("ignore:The inplace keyword")


@pytest.fixture
def simulated(tmp_path):
    """Return what PySD makes of the file that we write."""
    pysd = pytest.importorskip("pysd")

    def simulate(text, **options):
        file = tmp_path / "strain.xmile"
        file.write_text(text, encoding="utf-8")
        return pysd.read_xmile(str(file)).run(return_columns=["strain"], **options)

    return simulate


@pytest.mark.parametrize("world", WORLDS)
def test_the_path_is_that_of_the_model_at_a_fine_step(simulated, world):
    weeks = np.arange(53)
    theirs = simulated(strain_xmile(**world), return_timestamps=weeks)
    ours = strain_path(**world).strain
    assert theirs["strain"].to_numpy() == pytest.approx(ours, abs=1e-3)
    assert np.ptp(ours) > 0.05


@pytest.mark.parametrize("start", [0.0, 1.0])
def test_it_comes_to_rest_where_the_model_does(simulated, start):
    calm, _, worn = rest_points(0.75, 0.6)
    text = strain_xmile(0.75, 0.6, start=start, weeks=600, steps_per_week=4)
    rest = simulated(text, return_timestamps=[600])["strain"].iloc[0]
    assert rest == pytest.approx(worn if start else calm, abs=1e-6)


def test_strain_placed_on_the_ridge_stays_there_a_while(simulated):
    ridge = rest_points(0.75, 0.6)[1]
    text = strain_xmile(0.75, 0.6, start=ridge, steps_per_week=4)
    path = simulated(text, return_timestamps=[0, 10, 20])["strain"]
    assert path.to_numpy() == pytest.approx(ridge, abs=1e-6)


def test_every_number_can_be_changed_there_by_its_name(simulated):
    text = strain_xmile(0.6, 0.6)
    changed = simulated(text, params={"load": 0.95}, return_timestamps=[52])
    wanted = strain_path(0.95, 0.6).strain[-1]
    assert changed["strain"].iloc[0] == pytest.approx(wanted, abs=1e-3)


@pytest.mark.parametrize(("lang", "word"), [("da", "Belastning."), ("en", "Load.")])
def test_every_variable_is_described_and_has_a_unit(lang, word):
    text = strain_xmile(1, 1, lang=lang)
    names = re.findall(r'<(?:aux|stock|flow) name="(\w+)"', text)
    assert len(names) == len(set(names)) == 14
    assert len(re.findall(r"<doc>.+</doc>", text)) == len(names)
    assert text.count("<units>") == len(names)
    assert f"<doc>{word}</doc>" in text


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"load": -1}, "load must lie between 0 and 100; got -1"),
        ({"load": [1, 2]}, "load must be a single number; got shape"),
        ({"start": 2}, "start must lie between 0 and 1; got 2"),
        ({"power": float("nan")}, "power must lie between 1 and 20; got nan"),
        ({"weeks": 0}, "weeks must lie between 1 and 5200; got 0"),
        ({"steps_per_week": 0}, "steps_per_week must lie between 1 and 10000; got 0"),
        ({"tipping": 2}, "tipping must lie between 0 and 1; got 2"),
    ],
)
def test_bad_input_gets_one_sentence(given, words):
    with pytest.raises(ValueError, match=words):
        strain_xmile(**({"load": 1, "resources": 1} | given))
