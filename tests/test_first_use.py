import importlib
import inspect

import pytest

PACKAGES = ("lederlib.scenario", "lederlib.plot", "lederlib.widget", "lederlib.report")


@pytest.mark.parametrize("name", PACKAGES)
def test_every_name_of_a_public_list_is_there_and_is_no_module(name):
    package = importlib.import_module(name)
    for one in package.__all__:
        assert not inspect.ismodule(getattr(package, one)), one


@pytest.mark.parametrize("name", PACKAGES)
def test_a_name_is_the_same_thing_each_time(name):
    package = importlib.import_module(name)
    one = package.__all__[-1]
    assert getattr(package, one) is getattr(package, one)


@pytest.mark.parametrize("name", PACKAGES)
def test_completion_shows_the_public_list(name):
    package = importlib.import_module(name)
    assert dir(package) == sorted(package.__all__)


def test_a_name_that_is_not_there_is_refused_as_python_does():
    with pytest.raises(ImportError, match="cannot import name 'explore_nothing'"):
        from lederlib.widget import explore_nothing  # noqa: F401, PLC0415
    with pytest.raises(AttributeError, match=r"lederlib\.plot.*'plot_nothing'"):
        importlib.import_module("lederlib.plot").plot_nothing  # noqa: B018
