import numpy as np
import pytest

from lederlib.catalogue import evidence, evidence_kind
from lederlib.plot import plot_evidence

REGISTER = evidence()
SEEN = np.asarray(REGISTER["verified"] == "seen")
PICTURE = plot_evidence()


def squares(patch):
    path = patch.get_path()
    return int((path.codes == 1).sum()) if path.codes is not None else 0


@pytest.mark.parametrize("share", [0, 0.3, 1])
def test_every_chosen_row_has_one_square_of_its_own(share):
    chosen = np.random.default_rng(0).random(len(REGISTER)) < share
    PICTURE.update(chosen=chosen)
    seen, recalled, crosses = PICTURE.moving
    assert squares(seen) == (chosen & SEEN).sum()
    assert squares(recalled) == squares(crosses) == (chosen & ~SEEN).sum()


def test_no_two_squares_lie_on_each_other():
    PICTURE.update()
    corners = [
        tuple(corner.round(3))
        for patch in PICTURE.moving[:2]
        for corner in patch.get_path().vertices[::5]
    ]
    assert len(corners) == len(set(corners)) == len(REGISTER)


def test_a_row_of_squares_is_of_one_kind_and_the_words_count_it(lang):
    kinds = REGISTER["estimate_type"].map(evidence_kind)
    chosen = np.asarray(kinds == "correlation")
    alt = plot_evidence(chosen=chosen, lang=lang).alt
    assert "19 set og 53 husket" in alt or "19 seen and 53 recalled" in alt
    assert f" {chosen.sum()}" in alt


def test_an_empty_selection_is_said():
    assert "By kind: none." in plot_evidence(chosen=False, lang="en").alt
