"""What the columns of a table of answers mean, as a page and as a Data Package."""

import json

import pytest

from lederlib.answers import data_dictionary, data_package, read_scale, write_dictionary
from lederlib.answers.scale_facts import ScaleError

SCALE = read_scale()


@pytest.mark.parametrize("lang", ["da", "en"])
def test_the_page_has_a_row_for_every_item(lang):
    page = data_dictionary(SCALE, lang)
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    assert len(rows) == len(SCALE.items)
    for row, item in zip(rows, SCALE.items, strict=True):
        assert row.startswith(f"| `{item.key}` |")
        assert item.text.to(lang) in row
    assert SCALE.origin.to(lang) in page
    assert SCALE.licence in page
    assert all(name.to(lang) in page for name in SCALE.labels)


def test_the_page_says_which_items_are_turned():
    page = data_dictionary(SCALE, "da")
    turned = sum(line.endswith("| ja |") for line in page.splitlines())
    assert turned == sum(item.reversed for item in SCALE.items)


def test_a_bar_in_an_item_does_not_break_the_table(tmp_path):
    path = tmp_path / "streg.toml"
    path.write_text(
        'key = "streg"\ntitle = "t"\norigin = "o"\nlicence = "CC0-1.0"\n'
        "missing = { min_answered = 1 }\n"
        "options.low = 1\noptions.high = 2\n"
        'options.labels = { da = ["a", "b"], en = ["a", "b"] }\n'
        '[[items]]\nkey = "k"\nfactor = "values"\nda = "ja | nej"\nen = "yes | no"\n',
        encoding="utf-8",
    )
    row = data_dictionary(read_scale(path), "en").splitlines()[-1]
    assert "yes \\| no" in row


def test_the_package_describes_every_column():
    package = data_package(SCALE, "da", data="svar/Måling 1.csv")
    (resource,) = package["resources"]
    assert resource["path"] == "svar/Måling 1.csv"
    assert resource["name"] == "maaling-1"
    fields = resource["schema"]["fields"]
    assert [field["name"] for field in fields] == [item.key for item in SCALE.items]
    for field, item in zip(fields, SCALE.items, strict=True):
        assert field["constraints"] == {"minimum": SCALE.low, "maximum": SCALE.high}
        labels = [each["label"] for each in field["categories"]]
        assert labels == [name.da for name in SCALE.labels]
        assert field["reversed"] == item.reversed
        assert field["text"]["en"] == item.text.en


def test_the_ending_decides_what_is_written(tmp_path):
    page = write_dictionary(SCALE, tmp_path / "ord.md", "en")
    assert page.read_text(encoding="utf-8") == data_dictionary(SCALE, "en")
    package = write_dictionary(SCALE, tmp_path / "ord.json", "en", data="a.csv")
    told = json.loads(package.read_text(encoding="utf-8"))
    assert told == data_package(SCALE, "en", data="a.csv")


def test_other_endings_and_folders_are_refused(tmp_path):
    with pytest.raises(ScaleError, match=r"must end in \.md .* or \.json"):
        write_dictionary(SCALE, tmp_path / "ord.docx")
    with pytest.raises(ScaleError, match="no folder named"):
        write_dictionary(SCALE, tmp_path / "væk" / "ord.md")
