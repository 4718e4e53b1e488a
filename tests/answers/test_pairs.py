import pandas as pd
import pytest

from lederlib.answers import read_answers
from lederlib.answers.pairs import pair_people


def read(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_answers(path)


def both(tmp_path, old, new):
    return pair_people(read(tmp_path, "new.csv", new), read(tmp_path, "old.csv", old))


def test_people_are_found_again_in_any_case_and_order(tmp_path):
    pairs = both(
        tmp_path,
        "Navn;Omdømme\nAnne Bo;rød\nOle;gul\nIda;grøn\n",
        "Omdømme;respondent\ngul; IDA\nrød;Per\ngul;anne  bo\n",
    )
    assert pairs.named
    assert list(zip(pairs.before, pairs.now, strict=True)) == [(2, 0), (0, 2)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Omdømme\nrød\ngul\n", "Omdømme\nrød\ngul\n"),
        ("Navn;Omdømme\nAnonym;rød\nAnonym;gul\n",) * 2,
        ("ID;Omdømme\n1;rød\n2;gul\n3;gul\n", "ID;Omdømme\n1;gul\n2;gul\n3;rød\n"),
        ("Faktor;rød;gul;grøn\nOmdømme;2;3;4\nVærdier;1;4;4\n",) * 2,
        ("Navn;Omdømme\nA;rød\nB;gul\n", "Navn;Omdømme\nC;rød\nD;gul\n"),
    ],
    ids=["rows", "anonymous", "a counter", "hands", "others"],
)
def test_nobody_is_found_again_by_anything_but_a_name(tmp_path, old, new):
    pairs = both(tmp_path, old, new)
    assert not len(pairs.now)
    assert not pairs.named


def test_numbers_that_people_were_given_are_names(tmp_path):
    text = "respondent;Omdømme\n1;rød\n2;gul\n"
    assert len(both(tmp_path, text, text).now) == 2


def test_a_table_names_its_people_too():
    table = pd.DataFrame({"respondent": ["a", None], "values": [0, 1]})
    assert pair_people(table, table).now.tolist() == [0]
