import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.plot import plot_provenance
from lederlib.plot.conclusion.provenance import CLASSES
from lederlib.text import format_share

_PICTURE = plot_provenance({"seed": 1.0})


@given(st.lists(st.floats(0, 1), min_size=5, max_size=5).filter(lambda w: sum(w) > 0.1))
def test_the_strip_is_as_long_as_the_shares(weights):
    shares = {key: w / sum(weights) for key, w in zip(CLASSES, weights, strict=True)}
    _PICTURE.update(shares=shares)
    for key, strip in zip(CLASSES, _PICTURE.moving[:5], strict=True):
        paths = strip.get_paths()
        length = paths[0].get_extents().width if paths else 0
        assert length == pytest.approx(shares[key], abs=1e-9)


def test_words_start_with_the_largest_share(lang):
    alt = plot_provenance({"seed": 0.25, "assumption": 0.75}, lang=lang).alt
    assert alt.index(format_share(0.75, lang)) < alt.index(format_share(0.25, lang))


@pytest.mark.parametrize(
    "shares",
    [
        pd.Series({"seed": 0.25, "assumption": 0.75}),
        pd.DataFrame({"share": {"seed": 0.25, "assumption": 0.75}}),
        pd.DataFrame({"provenance": ["seed", "assumption"], "share": [0.25, 0.75]}),
    ],
)
def test_shares_may_come_in_a_table(shares):
    assert (
        plot_provenance(shares).alt
        == plot_provenance({"seed": 0.25, "assumption": 0.75}).alt
    )


def test_an_unknown_class_is_refused():
    with pytest.raises(ValueError, match="provenance class must be one of seed"):
        plot_provenance({"guess": 1.0})


def test_nothing_uncertain_is_said_in_words():
    assert "no uncertainty" in plot_provenance({}, lang="en").alt
