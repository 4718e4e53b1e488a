import pytest

from lederlib.answers import read_answers
from lederlib.catalogue import dataset_path


@pytest.mark.parametrize("name", ["leader_balance", "municipal_survey", "workshop"])
def test_our_own_tables_are_known_as_made_up_wherever_they_lie(name, tmp_path):
    copy = tmp_path / "answers.csv"
    copy.write_bytes(dataset_path(name).read_bytes())
    assert read_answers(copy).synthetic


def test_a_strangers_file_is_not_called_made_up(tmp_path):
    own = tmp_path / "answers.csv"
    own.write_text("reputation\nred\ngreen\n", encoding="utf-8")
    assert not read_answers(own).synthetic
