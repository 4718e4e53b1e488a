import pandas as pd
import pytest

from lederlib.catalogue import FACTOR_KEYS, factors
from lederlib.catalogue.balance import balance_items
from lederlib.catalogue.cards import dataset_path
from lederlib.catalogue.datasets import load_dataset

VALUES = {"rød": 0.0, "gul": 0.5, "grøn": 1.0}
KNOWN = {
    name.casefold(): factor.key
    for factor in factors()
    for name in (factor.name.da, *factor.aliases)
}
LOADS, RESOURCES = (
    [item.name.da for item in balance_items() if item.side == side and not item.open]
    for side in ("load", "resource")
)


@pytest.fixture(scope="module")
def typed():
    return load_dataset("workshop")


@pytest.fixture(scope="module")
def colours(typed):
    """Return red-yellow-green as 0, 0.5 and 1 by factor key."""
    placed = {name: KNOWN.get(name.casefold()) for name in typed.columns}
    named = {name: key for name, key in placed.items() if key}
    words = typed[list(named)].rename(columns=named)
    return words.apply(lambda cells: cells.str.strip().str.lower().map(VALUES))


def ratings(typed, names, word):
    """Return all ratings of one moment as numbers."""
    cells = typed[[f"{name} {word}" for name in names]].melt()["value"]
    return pd.to_numeric(cells.str.replace(",", "."))


def test_it_is_written_in_the_letters_of_windows():
    content = dataset_path("workshop").read_bytes()
    assert "Rød" in content.decode("cp1252")
    with pytest.raises(UnicodeDecodeError):
        content.decode("utf-8")


def test_nine_leaders_typed_every_factor_under_some_name(typed, colours):
    assert len(typed) == 9
    assert set(colours.columns) == set(FACTOR_KEYS)


def test_some_factors_go_by_another_name(typed):
    names = {factor.name.da for factor in factors()}
    assert "Karriereudviklingsmuligheder" in typed.columns
    assert len(names & set(typed.columns)) < len(FACTOR_KEYS)


def test_every_balance_item_stands_under_its_short_name(typed):
    names = {
        f"{name} {word}" for name in LOADS + RESOURCES for word in ("nu", "generelt")
    }
    assert names <= set(typed.columns)


def test_one_column_can_be_placed_by_nobody(typed):
    assert typed.columns[-1] == "Bemærkninger"
    assert typed["Bemærkninger"].count() > 1


def test_words_are_typed_in_mixed_case_with_stray_blanks(typed):
    words = set(typed["Omdømme"]) | set(typed["Løn og goder"])
    assert any(word != word.strip() for word in words)
    assert any(word.isupper() for word in words)
    assert any(word.islower() for word in words)


def test_ratings_have_decimal_commas_and_a_few_are_forgotten(typed):
    cells = typed[
        [name for name in typed.columns if name.endswith((" nu", "generelt"))]
    ]
    texts = cells.melt()["value"].dropna()
    assert texts.str.contains(",").sum() > 100
    assert not texts.str.contains(".", regex=False).any()
    assert 3 <= cells.isna().to_numpy().sum() <= 20


def test_flexible_work_is_praised_and_community_is_missed(colours):
    assert (colours["flexible_work"] == 1).sum() == 8
    assert colours["collegial_community"].mean() < 1 / 3
    assert colours["collegial_community"].std() < 0.3


def test_leadership_splits_the_group(colours):
    assert set(colours["leadership_quality"]) == {0, 0.5, 1}
    assert colours["leadership_quality"].std() > 0.4
    assert colours["psychological_safety"].std() > 0.4


def test_load_is_high_right_now(typed):
    now = ratings(typed, LOADS, "nu").mean()
    general = ratings(typed, LOADS, "generelt").mean()
    assert now > 7
    assert now > general + 1
    assert ratings(typed, RESOURCES, "nu").mean() < 5
