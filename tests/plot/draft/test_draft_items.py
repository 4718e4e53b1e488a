import numpy as np
import pytest

from lederlib.plot import plot_draft_items
from lederlib.scenario import DRAFT_ITEMS, draft_answers, try_draft
from lederlib.text import format_share

EVERY = list(DRAFT_ITEMS)


def test_each_row_is_as_long_as_all_its_answers():
    trial = try_draft(draft_answers(60), EVERY)
    bands = plot_draft_items(trial).moving[:5]
    widths = [[np.ptp(path.vertices[:, 0]) for path in b.get_paths()] for b in bands]
    assert pytest.approx(trial.shares) == np.array(widths).T


def test_an_item_left_out_is_pale_and_has_an_empty_dot():
    trial = try_draft(draft_answers(60), EVERY[:8])
    picture = plot_draft_items(trial)
    strength = picture.moving[0].get_facecolor()[:, 3]
    assert (strength == 1).tolist() == trial.items["kept"].tolist()
    left, kept = picture.moving[-2:]
    assert (len(left.get_xdata()), len(kept.get_xdata())) == (2, 8)
    assert left.get_markerfacecolor() == "white"


def test_the_words_name_the_weakest_and_the_most_crowded_item(lang):
    trial = try_draft(draft_answers(600), EVERY)
    alt = plot_draft_items(trial, lang=lang).alt
    assert {"da": "10 lyst kontor", "en": "10 bright office"}[lang] in alt
    assert format_share(float(trial.items["ceiling"].max()), lang) in alt


def test_where_nothing_can_be_computed_the_words_say_so(lang):
    answers = draft_answers(12).assign(matters=5.0, office=3.0)
    alt = plot_draft_items(try_draft(answers, EVERY[8:]), lang=lang).alt
    assert {"da": "ingen sammenhæng", "en": "no relation"}[lang] in alt
