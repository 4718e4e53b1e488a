import tomllib

import pytest

from lederlib.catalogue import cards, dataset_path, read_card, sources
from lederlib.catalogue.cards import card_from, dataset_names


def documented_card():
    """Return the example that the module's own description shows."""
    example = cards.__doc__.split(".. code-block:: toml")[1]
    return tomllib.loads("\n".join(line.strip() for line in example.splitlines()))


def test_the_card_in_the_documentation_can_be_read():
    card = card_from(documented_card(), "leader_diary")
    assert card.name == "leader_diary"
    assert card.synthetic
    assert card.file.separator == ","
    assert [column.name for column in card.columns] == [
        "week",
        "load_1",
        "load_2",
        "role",
    ]
    assert [column.missing for column in card.columns] == [False, True, True, False]
    assert card.columns[-1].values == ("leder", "medarbejder")


@pytest.mark.parametrize("lost", ["truth", "file", "columns", "licence"])
def test_a_card_that_lacks_something_says_so(lost):
    facts = documented_card()
    del facts[lost]
    with pytest.raises(ValueError, match=rf"leader_diary is not complete.*{lost}"):
        card_from(facts, "leader_diary")


def test_a_card_that_names_something_unknown_says_so():
    with pytest.raises(ValueError, match="colour"):
        card_from(documented_card() | {"colour": "blue"}, "leader_diary")


@pytest.mark.parametrize("name", dataset_names())
def test_a_shipped_card_tells_what_a_reader_must_know(name):
    card = read_card(name)
    assert card.source in {one.key for one in sources()}
    assert card.licence
    assert card.rows > 0
    for phrase in (card.title, card.origin, card.truth):
        assert phrase.da.strip()
        assert phrase.en.strip()
    for column in card.columns:
        assert column.unit
        assert column.meaning.da.strip()
        assert column.meaning.en.strip()
        assert (column.low is None) == (column.high is None), column.name


@pytest.mark.parametrize("name", dataset_names())
def test_the_table_of_a_shipped_card_is_there_with_its_maker(name):
    assert dataset_path(name).is_file()
    assert (dataset_path(name).parent / "make.py").is_file()


def test_an_unknown_dataset_names_the_nearest():
    with pytest.raises(ValueError, match=r"Nearest: 'workshop'"):
        read_card("workshopp")
