import pytest

from lederlib.plot import plot_draft_whole
from lederlib.scenario import DRAFT_ITEMS, draft_answers, try_draft
from lederlib.text import format_number

EVERY = list(DRAFT_ITEMS)


def test_alpha_and_truth_stand_where_they_are(lang):
    trial = try_draft(draft_answers(60), EVERY)
    picture = plot_draft_whole(trial, lang=lang)
    bar, everyone, dot, truth, _ = picture.moving
    assert bar.get_xdata() == pytest.approx([trial.alpha_low, trial.alpha_high])
    assert everyone.get_xdata()[0] == trial.true_alpha
    assert (dot.get_xdata()[0], truth.get_xdata()[0]) == (trial.alpha, trial.truth)
    assert format_number(trial.truth, lang) in picture.alt


@pytest.mark.parametrize(
    ("kept", "covered"), [(EVERY[:2], 1), (EVERY[:4], 2), (EVERY[8:], 0), (EVERY, 3)]
)
def test_facets_that_are_covered_are_filled_and_the_others_said_to_be_missing(
    kept, covered
):
    picture = plot_draft_whole(try_draft(draft_answers(60), kept), lang="en")
    told = picture.moving[-1].get_text()
    assert (told.count("■"), told.count("(missing)")) == (covered, 3 - covered)
    assert f"{covered} of 3 sides" in picture.alt


def test_an_alpha_that_cannot_be_computed_is_not_drawn_but_said():
    answers = draft_answers(12).assign(matters=5.0, office=3.0)
    figure = plot_draft_whole(try_draft(answers, EVERY[8:]))
    assert "kan ikke regnes ud" in figure.alt
