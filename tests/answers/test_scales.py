import pytest

from lederlib.answers import data_package
from lederlib.answers.scales import read_scale
from lederlib.catalogue import FACTOR_KEYS

GOOD = """
key = "mini"
title = { da = "Lille", en = "Small" }
origin = "own"
licence = "CC0-1.0"
options = { low = 1, high = 3, labels = { da = ["a", "b", "c"], en = ["d", "e", "f"] } }
missing = { min_answered = 1 }
[[items]]
key = "values_1"
factor = "values"
reversed = false
da = "Et"
en = "One"
[[items]]
key = "values_2"
factor = "values"
reversed = true
da = "To"
en = "Two"
"""


@pytest.fixture
def scale_file(tmp_path):
    def write(text):
        path = tmp_path / "mini.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_the_shipped_scale_asks_three_items_of_every_factor():
    scale = read_scale("workplace")
    assert scale.factors == FACTOR_KEYS
    assert [item.key for item in scale.items] == [
        f"{key}_{number}" for key in FACTOR_KEYS for number in (1, 2, 3)
    ]


def test_a_scale_of_ones_own_is_read(scale_file):
    scale = read_scale(scale_file(GOOD))
    assert scale.key == "mini"
    assert [item.reversed for item in scale.items] == [False, True]
    assert scale.labels[0].en == "d"


@pytest.mark.parametrize(
    ("change", "to", "told"),
    [
        ('key = "mini"', "", "mini.toml lacks 'key', which must be text"),
        ("low = 1", 'low = "1"', "'low' in mini.toml, options must be a whole number"),
        ('"values_2"', '"values_1"', "the item key 'values_1' stands twice"),
        ('factor = "values"\nreversed = true', 'factor = "value"', "Nearest: 'values'"),
        ("reversed = true", "reversed = 1", "must be true or false; got 1"),
        ('en = "Two"', "", "mini.toml, item 2 lacks 'en'"),
        ("high = 3", "high = 4", "3 labels cannot name the answers from 1 to 4"),
        ("high = 3", "high = 0", "low must be below high; got 1 and 0"),
        ('["d", "e", "f"]', '["d"]', "3 Danish labels but 1 English"),
        ("min_answered = 1", "min_answered = 3", "between 1 and 2"),
        ('key = "mini"', "key = ", "mini.toml is not valid TOML"),
    ],
)
def test_a_mistake_in_a_scale_is_named_in_one_sentence(scale_file, change, to, told):
    assert change in GOOD
    with pytest.raises(ValueError, match="mini") as caught:
        read_scale(scale_file(GOOD.replace(change, to, 1)))
    assert told in str(caught.value)


def test_a_missing_scale_names_the_shipped_ones():
    with pytest.raises(FileNotFoundError, match="one of workplace"):
        read_scale("workplaces")


DANISH = (
    GOOD.replace(', en = "Small"', "")
    .replace(', en = ["d", "e", "f"]', "")
    .replace('en = "One"\n', "")
    .replace('en = "Two"\n', "")
)


def test_a_scale_in_one_language_stands_for_both(scale_file):
    scale = read_scale(scale_file(DANISH))
    assert scale.languages == ("da",)
    assert {item.text.en for item in scale.items} == {"Et", "To"}
    assert (scale.title.en, scale.labels[0].en) == ("Lille", "a")


@pytest.mark.parametrize(
    ("added", "told"),
    [
        ('da = "To"\nen = "Two"', "mini.toml, item 1 lacks 'en'"),
        ('da = "To"\nda_ = "Two"', ""),
    ],
)
def test_one_forgotten_translation_is_no_scale_in_one_language(scale_file, added, told):
    text = DANISH.replace('da = "To"', added)
    if told:
        with pytest.raises(ValueError, match=told):
            read_scale(scale_file(text))
    else:
        assert read_scale(scale_file(text)).languages == ("da",)


def test_a_dictionary_holds_the_language_that_there_is(scale_file):
    fields = data_package(read_scale(scale_file(DANISH)), "en")["resources"][0]
    assert fields["schema"]["fields"][0]["text"] == {"da": "Et"}
