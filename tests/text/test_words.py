"""Laws for all words: both languages, nothing empty, the same places to fill."""

import re
import string
import tomllib
from importlib.resources import files

import pytest

from lederlib.text import LANGS, phrase

FOLDER = files("lederlib.text")
AREAS = sorted(
    entry.name.removesuffix(".toml")
    for entry in FOLDER.iterdir()
    if entry.name.endswith(".toml")
)
WORDS = {
    f"{area}.{key}": both
    for area in AREAS
    for key, both in tomllib.loads(
        FOLDER.joinpath(f"{area}.toml").read_text(encoding="utf-8")
    ).items()
}


def places(text):
    """Return the names to fill in, as `str.format` would look for them."""
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)


def test_there_are_areas_of_words():
    assert {"catalogue", "common"} <= set(AREAS)


@pytest.mark.parametrize("key", WORDS)
def test_a_phrase_stands_in_both_languages_and_in_no_other(key):
    assert set(WORDS[key]) == set(LANGS)
    empty = {not WORDS[key][lang].strip() for lang in LANGS}
    assert empty == {key.endswith(".unit_none")}


@pytest.mark.parametrize("key", WORDS)
def test_both_languages_fill_in_the_same_values(key):
    assert set(places(WORDS[key]["da"])) == set(places(WORDS[key]["en"]))


@pytest.mark.parametrize("key", WORDS)
def test_a_phrase_has_no_stray_blanks(key):
    for lang in LANGS:
        text = WORDS[key][lang]
        assert "  " not in text, lang
        assert not re.search(r" [.,;:](\s|$)", text), lang


@pytest.mark.parametrize("key", WORDS)
def test_a_phrase_can_be_looked_up(key):
    assert phrase(key).da == WORDS[key]["da"]
