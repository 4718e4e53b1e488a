import numpy as np

from lederlib.measure import parallel_analysis
from lederlib.plot import plot_scree
from lederlib.text import format_number

RNG = np.random.default_rng(4)
TWO = parallel_analysis(
    np.repeat(RNG.normal(size=(300, 2)), 3, axis=1) + RNG.normal(size=(300, 6))
)
ONE = parallel_analysis(RNG.normal(size=(300, 1)) + RNG.normal(size=(300, 6)))


def test_filled_marks_are_the_factors_above_chance():
    picture = plot_scree(TWO)
    kept = picture.axes[0].lines[-1]
    assert len(kept.get_xdata()) == TWO.suggested == 2
    picture.update(found=ONE)
    assert len(kept.get_xdata()) == 1


def test_the_words_give_the_first_eigenvalues_and_the_number(lang):
    alt = plot_scree(TWO, lang=lang).alt
    assert format_number(float(TWO.table["observed"].iloc[0]), lang) in alt
    assert "2 fak" in alt or "2 factors" in alt
    assert {"da": "én faktor", "en": "one factor"}[lang] in plot_scree(
        ONE, lang=lang
    ).alt


def test_what_lies_above_a_given_axis_is_told_in_numbers():
    first = float(TWO.table["observed"].iloc[0])
    beyond = plot_scree(TWO, top=first / 2).moving[-1].get_text()
    assert format_number(first, "da", digits=1) in beyond
    assert not plot_scree(TWO, top=2 * first).moving[-1].get_text()


def test_reduced_eigenvalues_below_nought_are_inside_the_picture():
    answers = np.random.default_rng(1).normal(size=(100, 6))
    found = parallel_analysis(answers, kind="factors", draws=50)
    low = plot_scree(found).axes[0].get_ylim()[0]
    assert low < found.table["observed"].min() < 0
