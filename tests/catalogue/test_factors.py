import pytest

from lederlib.catalogue import FACTOR_KEYS, factor, factors

TRANSCRIBED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def plain(name):
    return "".join(
        letter for letter in name.casefold().translate(TRANSCRIBED) if letter.isalnum()
    )


def names_of(one):
    return {plain(name) for name in (one.key, one.name.da, one.name.en, *one.aliases)}


def test_the_15_factors_stand_in_the_order_of_the_magazine():
    assert tuple(one.key for one in factors()) == FACTOR_KEYS
    assert [one.number for one in factors()] == list(range(1, 16))


def test_no_name_or_alias_means_two_factors():
    owner = {}
    for one in factors():
        for name in names_of(one):
            assert owner.setdefault(name, one.key) == one.key, name


def test_an_alias_is_not_written_twice():
    for one in factors():
        aliases = [plain(alias) for alias in one.aliases]
        assert len(set(aliases)) == len(aliases), one.key
        assert not {plain(one.name.da), plain(one.name.en)} & set(aliases), one.key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Attraktive karriereveje", "career_development"),
        ("Karriereudviklingsmuligheder", "career_development"),
        ("Kompetenceudviklingsmuligheder", "competence_development"),
        ("Karriereudvikling", "career_development"),
        ("Kompetenceudvikling", "competence_development"),
        ("psykisk arbejdsmiljø", "psychological_safety"),
        ("Psykologisk arbejdsmiljø", "psychological_safety"),
        ("Fleksible arbejdsforhold", "flexible_work"),
    ],
)
def test_every_name_that_the_sources_use_leads_to_its_factor(name, key):
    assert plain(name) in names_of(factor(key))


def test_each_factor_opens_three_conversations_in_both_languages():
    for one in factors():
        assert len(one.questions) == 3
        for question in one.questions:
            assert question.da.endswith("?")
            assert question.en.endswith("?")
            assert not question.en.startswith(("Do ", "Does ", "Is ", "Are ", "Have "))


def test_only_the_stated_anchors_are_placed_on_one_side():
    sides = {one.key: one.side for one in factors()}
    retention = {key for key, side in sides.items() if side == "retention"}
    attraction = {key for key, side in sides.items() if side == "attraction"}
    assert retention == {
        "leadership_quality",
        "psychological_safety",
        "flexible_work",
        "values",
        "collegial_community",
    }
    assert attraction == {
        "meaning_influence",
        "competence_development",
        "career_development",
    }


def test_an_unknown_factor_names_the_nearest():
    with pytest.raises(ValueError, match=r"Nearest: 'onboarding'"):
        factor("onbording")
