import pytest

from lederlib.widget import progress_bar


@pytest.mark.parametrize(
    ("lang", "words"),
    [("da", "25\N{NO-BREAK SPACE}% er regnet"), ("en", "25% is computed")],
)
def test_the_bar_moves_and_says_how_far_the_run_is(lang, words, capsys):
    told = progress_bar(lang=lang)
    assert "FloatProgress" in capsys.readouterr().out
    told(0.25)
    assert told.bar.value == 0.25
    assert told.bar.description == words
    assert told.bar.bar_style == ""
    told(1.0)
    assert told.bar.bar_style == "success"
