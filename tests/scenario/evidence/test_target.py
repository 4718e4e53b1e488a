import numpy as np
import pytest
from scipy.stats import norm

from lederlib.scenario.evidence.target import Target, log_likelihood
from lederlib.text import Phrase

WORDS = Phrase(da="Noget", en="Something")


def target(**given):
    facts = {
        "key": "ours",
        "kind": "number",
        "title": WORDS,
        "unit": WORDS,
        "note": WORDS,
        "model": lambda drawn: drawn["contact_reach"],
        "quantities": ("contact_reach",),
        "value": 0.5,
        "low": 0.4,
        "high": 0.6,
    }
    return Target(**facts | given)


def test_a_plain_number_is_normal_around_its_value():
    drawn = {"contact_reach": np.array([0.3, 0.5, 0.52])}
    found = target().log_likelihood(drawn)
    law = norm(0.5, 0.1 / 1.959963984540054).logpdf(drawn["contact_reach"])
    assert np.diff(found) == pytest.approx(np.diff(law))


def test_a_ratio_is_normal_on_its_logarithm_and_a_transfer_widens_it():
    drawn = {
        "contact_reach": np.array([1.2, 1.65, 2.0]),
        "transfer_trial": np.array([0.0, 0.1, 0.3]),
    }
    ratio = target(
        scale="ratio", value=1.65, low=1.46, high=1.86, transfer="transfer_trial"
    )
    error = np.hypot(np.log(1.86 / 1.46) / 2 / 1.959963984540054, [0.0, 0.1, 0.3])
    law = norm(np.log(1.65), error).logpdf(np.log(drawn["contact_reach"]))
    assert np.diff(ratio.log_likelihood(drawn)) == pytest.approx(np.diff(law))
    assert ratio.touched == ("contact_reach", "transfer_trial")


def test_only_numbers_weigh():
    drawn = {"contact_reach": np.array([0.3, 0.5])}
    both = (target(), target(key="other", kind="sign"))
    assert log_likelihood(both, drawn) == pytest.approx(target().log_likelihood(drawn))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"kind": "guess"}, "kind of ours must be one of"),
        ({"scale": "odds"}, "scale of ours must be one of"),
        ({"low": 0.5}, "must have an interval around its value"),
        ({"high": float("nan")}, "must have an interval around its value"),
        ({"scale": "ratio", "low": -1.0}, "must lie above 0"),
    ],
)
def test_a_target_that_cannot_weigh_is_refused(given, told):
    with pytest.raises(ValueError, match=told):
        target(**given)


def test_a_model_that_is_no_number_somewhere_is_said_with_its_share():
    drawn = {"contact_reach": np.array([0.3, np.nan, 0.4, 0.5])}
    with pytest.raises(ValueError, match=r"ours must be a number .* 25.0% are not"):
        target().given(drawn)
