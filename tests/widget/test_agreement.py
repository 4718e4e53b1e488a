import numpy as np
import pytest

from lederlib.widget import explore_agreement
from lederlib.widget.agreement import agreement_words, draw_groups

START = {"size": 8, "between": 0.3, "within": 0.9, "draw": 1}


@pytest.fixture(scope="module")
def explorer():
    return explore_agreement(lang="da")


def test_the_words_are_the_functions_own(explorer):
    explorer.move({"size": 20, "between": 0.6})
    drawn = draw_groups(START | {"size": 20, "between": 0.6}, 0)
    assert explorer.stage.frame["words"] == agreement_words(drawn, "da")


def test_the_same_people_stand_in_every_position():
    small, large = (draw_groups(START | {"size": n}, 0).answers for n in (8, 30))
    assert np.array_equal(small, large[:8])
    assert not np.array_equal(small, draw_groups(START | {"draw": 2}, 0).answers)


@pytest.mark.parametrize(
    ("levers", "words"),
    [
        ({"between": 0.0, "within": 0.3, "size": 5}, "Folk er enige inden for"),
        ({"between": 1.0, "within": 0.3}, "giver det mening at tale om gruppens svar"),
        ({"between": 1.0, "within": 1.6, "size": 30}, "Grupperne er forskellige. Om"),
        ({"between": 0.0, "within": 1.6}, "Svarene viser ingen gruppe"),
    ],
)
def test_the_verdict_tells_agreement_from_difference(levers, words):
    assert words in agreement_words(draw_groups(START | levers, 0), "da")


def test_groups_of_chance_alone_are_rarely_said_to_differ():
    told = [
        agreement_words(draw_groups(START | {"between": 0.0, "draw": draw}, 0), "en")
        for draw in range(1, 101)
    ]
    said = ("The groups differ", "and the groups differ")
    assert sum(any(part in words for part in said) for words in told) <= 7
