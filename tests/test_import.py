import subprocess
import sys

import pytest

HEAVY = ("matplotlib", "ipywidgets", "statsmodels", "IPython", "anywidget")
#: Loaded by what needs them, at the moment that it does.
SLOW = (
    "joblib",
    "scipy.fft",
    "scipy.integrate",
    "scipy.interpolate",
    "scipy.linalg",
    "scipy.ndimage",
    "scipy.optimize",
    "scipy.sparse",
    "scipy.spatial",
    "scipy.stats",
    "statsmodels",
)
REPORT = (
    "from lederlib.answers import read_answers; "
    "from lederlib.catalogue import dataset_path; "
    "from lederlib.report.write import report_html; "
    "report_html(read_answers(dataset_path('workshop')))"
)
CORE = (
    "lederlib",
    "lederlib.text",
    "lederlib.catalogue",
    "lederlib.measure",
    "lederlib.model",
    "lederlib.exercise",
    "lederlib.scenario",
)


def modules_after(code):
    """Return what a fresh Python has loaded after running `code`."""
    report = f"{code}; import sys; print(*sys.modules, sep=chr(10))"
    done = subprocess.run(
        [sys.executable, "-c", report], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("name", CORE)
def test_nothing_below_plot_loads_a_drawing_or_widget_library(name):
    assert not modules_after(f"import {name}") & set(HEAVY)


def test_knowing_and_drawing_loads_no_drawing_library():
    code = (
        "from lederlib.catalogue import evidence, ledger, list_datasets; "
        "evidence(); ledger().draw(10, rng=1); list_datasets()"
    )
    assert not modules_after(code) & set(HEAVY)


def test_importing_lederlib_alone_loads_not_even_pandas():
    assert not modules_after("import lederlib") & {"numpy", "pandas", "scipy"}


@pytest.mark.parametrize(
    "code",
    [
        "import lederlib.widget",
        "from lederlib.widget import explore_flexwork",
        "import lederlib.widget as w; [getattr(w, name) for name in w.__all__]",
        "import lederlib.plot as p; [getattr(p, name) for name in p.__all__]",
        "import lederlib.scenario as s; [getattr(s, name) for name in s.__all__]",
        REPORT,
    ],
)
def test_what_is_slow_to_load_waits_until_it_is_needed(code):
    assert not modules_after(code) & set(SLOW)


def test_an_explorer_loads_no_other():
    loaded = modules_after("from lederlib.widget import explore_flexwork")
    assert "lederlib.widget.flexwork" in loaded
    assert "lederlib.widget.bucket" not in loaded
    assert "lederlib.measure" not in loaded
