import numpy as np
import pytest

from lederlib.measure import null_variance


@pytest.mark.parametrize(
    ("null", "variance"),
    [
        ("uniform", 2.0),
        ("slight", 1.34),
        ("moderate", 0.90),
        ("heavy", 0.44),
        (1.5, 1.5),
    ],
)
def test_the_variances_of_five_options_are_the_published_ones(null, variance):
    assert null_variance(null) == pytest.approx(variance, abs=1e-12)


@pytest.mark.parametrize("options", [2, 3, 7, 11])
def test_equal_shares_are_the_uniform_null(options):
    shares = np.full(options, 1 / options)
    given = null_variance(shares, options=options)
    assert given == pytest.approx(null_variance(options=options))


@pytest.mark.parametrize(
    ("null", "options", "sentence"),
    [
        ("heavy", 7, "'heavy' is known for 5 options only; with 7"),
        ([0.5, 0.5], 5, "each of the 5 options; got 2"),
        ([0.5, 0.6], 2, "sum to 1; they sum to 1.1"),
        ([1, 0], 2, "at least two options"),
        (0, 5, "null, a variance, must lie between"),
        ("uniform", 1, "options must lie between 2 and 101; got 1"),
    ],
)
def test_one_sentence_says_what_is_wrong(null, options, sentence):
    with pytest.raises(ValueError, match=sentence):
        null_variance(null, options=options)
