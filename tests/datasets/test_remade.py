import runpy
import shutil

import pytest

from lederlib.catalogue import shipped
from lederlib.catalogue.cards import dataset_path, read_card
from lederlib.catalogue.datasets import load_dataset

NAMES = [
    "leader_balance",
    "leader_calendar",
    "municipal_survey",
    "pilot_weeks",
    "workshop",
]
PERSONAL = r"@|\d{6}-?\d{4}|\b\d{2} ?\d{2} ?\d{2} ?\d{2}\b|https?:"


@pytest.mark.parametrize("name", NAMES)
def test_a_dataset_is_remade_byte_for_byte(name, tmp_path):
    maker = shutil.copy(shipped("datasets") / name / "make.py", tmp_path)
    runpy.run_path(str(maker), run_name="__main__")
    written = tmp_path / dataset_path(name).name
    assert written.read_bytes() == dataset_path(name).read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_lines_end_alike_on_every_platform(name):
    content = dataset_path(name).read_bytes()
    assert b"\r" not in content
    assert content.endswith(b"\n")


@pytest.mark.parametrize("name", NAMES)
def test_a_dataset_keeps_what_its_card_says(name):
    assert len(load_dataset(name)) == read_card(name).rows


@pytest.mark.parametrize("name", NAMES)
def test_the_card_says_that_the_data_is_synthetic_and_free(name):
    card = read_card(name)
    assert card.synthetic
    assert card.licence == "CC0-1.0"
    assert "syntetisk" in card.origin.da.lower()
    assert "synthetic" in card.origin.en.lower()
    assert card.truth.da != card.truth.en


@pytest.mark.parametrize("name", NAMES)
def test_nothing_in_a_table_points_at_a_person(name):
    words = load_dataset(name).astype("str").select_dtypes("str").melt()["value"]
    assert not words.drop_duplicates().str.contains(PERSONAL).any()
