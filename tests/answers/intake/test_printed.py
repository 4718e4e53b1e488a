"""What is printed of answers: ten lines, and nobody's words."""

import pytest

from lederlib.answers import read_answers
from lederlib.catalogue import dataset_path


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    path = tmp_path_factory.mktemp("answers") / "svar.csv"
    rows = [
        "Navn;Omdømme;values_1;values_2;Dato;Hvad vil du sige?",
        *(f"Leder {n};rød;4;{n % 5 + 1};01-02-2026;Ord {n}" for n in range(30)),
        "Leder 31;gul;;;;",
        ";;;;;",
    ]
    path.write_text("\n".join(rows), encoding="utf-8")
    return read_answers(path)


@pytest.mark.parametrize("lang", ["da", "en"])
def test_ten_lines_hold_nobodys_words(answers, lang):
    text = answers.summary(lang)
    assert len(text.splitlines()) == 10
    assert not any(word in text for word in ("Leder", "Ord", "01-02", "rød", "Navn"))


def test_print_and_repr_show_the_summary(answers):
    assert str(answers) == repr(answers) == answers.summary("da")
    assert "personer: 31" in str(answers)
    assert "udsagn: 2 af 45 på skalaen workplace" in str(answers)


def test_made_up_answers_say_so():
    found = read_answers(dataset_path("workshop"))
    assert found.summary("en").startswith("Made-up answers from ")
