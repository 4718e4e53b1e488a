import pytest

from lederlib.catalogue import shipped


@pytest.mark.parametrize("name", ["datasets", "notebooks", "exercises"])
def test_what_is_shipped_is_found(name):
    assert shipped(name).is_dir()
    assert shipped(name).name == name


def test_an_unknown_folder_lists_those_there_are():
    with pytest.raises(ValueError, match="datasets, notebooks, exercises"):
        shipped("pictures")
