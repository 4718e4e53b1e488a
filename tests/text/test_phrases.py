import pytest

from lederlib.text import LANGS, Phrase, join_words, label, phrase


def test_danish_comes_first():
    assert LANGS == ("da", "en")


def test_a_phrase_is_given_in_the_language_asked_for():
    both = Phrase(da="uge", en="week")
    assert (both.to("da"), both.to("en")) == ("uge", "week")


def test_a_language_that_we_do_not_teach_in_is_refused():
    with pytest.raises(ValueError, match=r"lang must be one of da, en; got 'de'"):
        Phrase(da="uge", en="week").to("de")


def test_an_unknown_phrase_names_the_nearest():
    with pytest.raises(ValueError, match=r"common\.toml .* Nearest: 'yellow'"):
        label("common.yelow", "da")


def test_an_unknown_area_of_words_is_refused():
    with pytest.raises(FileNotFoundError):
        phrase("nowhere.red")


@pytest.mark.parametrize(
    ("words", "danish", "english"),
    [
        ([], "", ""),
        (["tid"], "tid", "tid"),
        (["tid", "ro"], "tid og ro", "tid and ro"),
        (["tid", "ro", "tillid"], "tid, ro og tillid", "tid, ro and tillid"),
    ],
)
def test_words_are_joined_as_a_sentence_does(words, danish, english):
    assert join_words(words, "da") == danish
    assert join_words(words, "en") == english
