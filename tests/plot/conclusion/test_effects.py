import numpy as np
import pytest

from lederlib.catalogue import class_of_size, ledger
from lederlib.plot import plot_effects
from lederlib.plot.conclusion.effects import LEAST_SHOWN, MOST_ROWS
from lederlib.plot.conclusion.provenance import CLASSES
from lederlib.scenario import scenario_model, sensitivity


@pytest.fixture(scope="module")
def found():
    return sensitivity(
        scenario_model(),
        ledger(),
        levers=({"home": 0}, {"home": 2}),
        outcome="retention",
        draws=128,
        resamples=30,
    )


def test_a_bar_is_as_long_as_its_total_effect_and_bears_its_class(found):
    picture = plot_effects(found)
    rows = found.table[found.table["total"] >= LEAST_SHOWN].head(MOST_ROWS)
    for key, bar in zip(CLASSES, picture.moving, strict=False):
        mine = np.flatnonzero(rows["provenance"].map(class_of_size) == key)
        ends = bar.get_path().vertices
        lengths = [ends[ends[:, 1].round(6) == place, 0].max() for place in mine]
        assert lengths == pytest.approx(rows["total"].iloc[mine].clip(0, 1).tolist())


def test_six_rows_at_most_are_named_in_words(found, lang):
    texts = [text.get_text() for text in plot_effects(found, lang=lang).moving[-6:]]
    first = found.table["quantity"].iloc[0]
    assert texts[0].startswith(found.titles[first].to(lang))
    assert all(texts[: (found.table["total"] > 0.01).sum()])


def test_the_words_are_those_of_the_result(found, lang):
    assert plot_effects(found, lang=lang).alt == found.summary(lang)
