import subprocess
import sys

import pytest

HEAVY = ("matplotlib", "ipywidgets", "statsmodels", "IPython", "anywidget")
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
