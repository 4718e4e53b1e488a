"""The same laws for the words in the files of the catalogue and the scale."""

import tomllib
from importlib.resources import files

import pytest

from lederlib.catalogue import (
    FACTOR_KEYS,
    balance_items,
    balance_names,
    balance_notice,
    factors,
    ledger,
    sources,
)
from lederlib.text import LANGS, Phrase

SCALE = tomllib.loads(
    files("lederlib")
    .joinpath("answers", "scales", "workplace.toml")
    .read_text(encoding="utf-8")
)
REVERSED = {
    "onboarding_3",
    "balanced_demands_2",
    "psychological_safety_3",
    "collegial_community_3",
    "meaning_influence_2",
    "reputation_2",
}


def catalogue_phrases():
    for one in factors():
        yield from (one.name, one.covers, one.side_note, *one.questions)
    for item in balance_items():
        yield from (item.name, item.text)
    for kind in ("sides", "moments", "themes", "relations"):
        yield from balance_names(kind).values()
    yield balance_notice()
    for quantity in ledger().values():
        yield from (quantity.title, quantity.note)
    yield from (one.form for one in sources() if one.form)


def scale_phrases():
    for item in SCALE["items"]:
        yield Phrase(da=item["da"], en=item["en"])


@pytest.mark.parametrize("lang", LANGS)
def test_no_phrase_of_the_catalogue_is_empty(lang):
    for both in (*catalogue_phrases(), *scale_phrases()):
        text = both.to(lang)
        assert text == text.strip()
        assert text, both
        assert "  " not in text, both


def test_sentences_end_as_sentences():
    sentences = [one.covers for one in factors()]
    sentences += [item.text for item in balance_items()]
    sentences += [quantity.note for quantity in ledger().values()]
    for both in (*sentences, *scale_phrases()):
        assert both.da.endswith((".", "?")), both
        assert both.en.endswith((".", "?")), both


def test_danish_sentences_are_not_left_in_english():
    for both in (*catalogue_phrases(), *scale_phrases()):
        if " " in both.da:
            assert both.da != both.en, both


def test_the_scale_has_three_statements_for_each_factor():
    keys = [item["key"] for item in SCALE["items"]]
    assert keys == [f"{key}_{number}" for key in FACTOR_KEYS for number in (1, 2, 3)]
    for item in SCALE["items"]:
        assert item["key"].startswith(item["factor"])


def test_the_reversed_statements_are_the_six_that_are_worded_negatively():
    assert {item["key"] for item in SCALE["items"] if item["reversed"]} == REVERSED


@pytest.mark.parametrize("lang", LANGS)
def test_no_two_statements_are_the_same(lang):
    texts = [item[lang].casefold() for item in SCALE["items"]]
    assert len(set(texts)) == 45


def test_the_scale_names_each_answer_and_says_that_it_is_a_prototype():
    labels = SCALE["options"]["labels"]
    assert len(labels["da"]) == len(labels["en"]) == 5
    assert (labels["da"][0], labels["da"][-1]) == ("helt uenig", "helt enig")
    assert "prototype" in SCALE["origin"]["da"]
    assert "not validated" in SCALE["origin"]["en"]
    assert SCALE["licence"] == "CC0-1.0"
