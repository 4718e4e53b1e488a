import pytest

from lederlib.cli import main


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("da", ("Før nogen tilpasning", "kan ikke gengive", "Samlet virkning på")),
        ("en", ("Before any fitting", "cannot reproduce", "Total effect on")),
    ],
)
def test_the_command_prints_what_was_seen_and_what_it_cannot_give(capsys, lang, told):
    assert main(["evidence", "--lang", lang, "--draws", "4000"]) == 0
    printed = capsys.readouterr().out
    for words in told:
        assert words in printed


def test_too_few_worlds_get_one_sentence(capsys):
    assert main(["evidence", "--draws", "10"]) == 2
    assert "draws must lie between 2000 and" in capsys.readouterr().err
