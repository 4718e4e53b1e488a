import pytest

from lederlib.catalogue import FACTOR_KEYS
from lederlib.catalogue.tables import read_toml


def test_the_files_of_the_catalogue_are_read_from_beside_its_code():
    assert set(read_toml("factors.toml")) == set(FACTOR_KEYS)


def test_a_file_that_is_not_there_is_named():
    with pytest.raises(FileNotFoundError, match=r"nothing\.toml"):
        read_toml("nothing.toml")
