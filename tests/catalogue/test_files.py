import pytest

from lederlib.catalogue import FACTOR_KEYS, shipped
from lederlib.catalogue.files import read_toml


@pytest.mark.parametrize("name", ["datasets", "notebooks", "exercises"])
def test_what_is_shipped_is_found(name):
    assert shipped(name).is_dir()
    assert shipped(name).name == name


def test_an_unknown_folder_lists_those_there_are():
    with pytest.raises(ValueError, match="datasets, notebooks, exercises"):
        shipped("pictures")


def test_the_files_of_the_catalogue_are_read_from_beside_its_code():
    assert set(read_toml("factors.toml")) == set(FACTOR_KEYS)


def test_a_file_that_is_not_there_is_named():
    with pytest.raises(FileNotFoundError, match=r"nothing\.toml"):
        read_toml("nothing.toml")
