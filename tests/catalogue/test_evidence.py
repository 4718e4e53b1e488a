import numpy as np
import pandas as pd
import pytest
from scipy.linalg import expm
from scipy.stats import t

from lederlib.catalogue import (
    EVIDENCE_KINDS,
    FACTOR_KEYS,
    evidence,
    evidence_kind,
    ledger,
)

TYPES = sorted(set(evidence()["estimate_type"]))


def test_203_figures_are_registered_of_which_142_were_seen():
    register = evidence()
    assert len(register) == 203
    assert register["key"].is_unique
    assert register["verified"].value_counts().to_dict() == {
        "seen": 142,
        "not seen": 61,
    }


def test_a_seen_figure_says_where_and_a_recollection_says_that_it_is_one():
    register = evidence()
    seen = register["verified"] == "seen"
    assert (register.loc[seen, "seen_in"] != "").all()
    assert (register.loc[~seen, "seen_in"] == "").all()
    assert register.loc[~seen, "note"].str.startswith("Recalled, not seen").all()


def test_nothing_unverified_feeds_a_model():
    register = evidence()
    backed = set(register.loc[register["verified"] == "seen", "source"])
    for quantity in ledger().values():
        assert quantity.provenance != "unverified"
        if quantity.provenance in ("published", "direction"):
            assert quantity.source in backed, quantity.name


@pytest.mark.parametrize(
    ("name", "key", "scale"),
    [
        ("gone_in_one_year", "komponent_exit_1y", 100),
        ("gone_in_five_years", "komponent_exit_5y", 100),
        ("could_return", "komponent_boomerang", 100),
        ("hospital_turnover", "whale_turnover_base", 100),
        ("social_capital_hazard_ratio", "whale_soccap_exit", 1),
    ],
)
def test_a_quantity_repeats_the_figure_that_it_cites(name, key, scale):
    figure = evidence().set_index("key").loc[key]
    quantity = ledger()[name]
    assert quantity.value * scale == pytest.approx(figure["estimate"])
    assert quantity.source == figure["source"]
    if pd.notna(figure["low"]):
        assert (quantity.low, quantity.high) == (figure["low"], figure["high"])


def test_bounds_hold_their_estimate_and_say_what_they_are():
    register = evidence()
    bounded = register.dropna(subset=["estimate", "low", "high"])
    assert (bounded["low"] <= bounded["estimate"]).all()
    assert (bounded["estimate"] <= bounded["high"]).all()
    some = register["low"].notna() | register["high"].notna()
    assert set(register.loc[some, "interval"]) == {"95% CI", "range of studies"}
    assert (register.loc[~some, "interval"] == "").all()


def test_ranges_of_studies_are_not_passed_off_as_confidence_intervals():
    register = evidence()
    kuoppala = register["source"] == "kuoppala_2008"
    assert kuoppala.sum() == 5
    assert (register.loc[kuoppala, "interval"] == "range of studies").all()


def test_a_mapping_to_a_factor_names_one_of_the_15():
    assert set(evidence()["factor"]) <= {*FACTOR_KEYS, ""}


def test_the_register_holds_no_private_remarks():
    text = evidence().to_csv(index=False).casefold()
    for word in ("seed 000", "unverified-memory", "my own", ".txt", "mem_", "todo"):
        assert word not in text, word


def test_a_reader_cannot_change_the_register_for_others():
    mine = evidence()
    mine.loc[0, "verified"] = "changed"
    assert "changed" not in set(evidence()["verified"])


@pytest.mark.parametrize("name", TYPES)
def test_a_type_is_of_a_kind_that_its_own_letters_say(name):
    kind = evidence_kind(name)
    assert kind in EVIDENCE_KINDS
    assert ("direction" in name) <= (kind == "direction")
    assert name.startswith(("rho", "r (", "multiple R")) <= (kind == "correlation")
    assert (name in ("HR", "OR", "RR")) <= (kind == "ratio")
    assert (name in ("d", "g", "d (delta)")) <= (kind == "difference")


@pytest.mark.parametrize("name", ["%", "count", "hours/week", "alpha", "rule"])
def test_what_is_counted_or_timed_keeps_its_own_unit(name):
    assert evidence_kind(name) == "own_unit"


def test_where_only_a_direction_was_seen_no_row_has_a_size():
    register = evidence()
    kinds = register["estimate_type"].map(evidence_kind)
    assert register.loc[kinds == "direction", "low"].isna().all()


def test_the_counts_that_a_note_reckons_give_the_published_interval_of_the_trial():
    row = evidence().set_index("key").loc["bloom24_rates"]
    assert "59 of 820" in row["note"]
    assert "38 of 792" in row["note"]
    quits, people = np.array([59, 38]), np.array([820, 792])
    share = quits / people
    assert people.sum() == row["n"]
    within = (people * share * (1 - share)).sum() / (people.sum() - 2)
    error = np.sqrt(within * (1 / people).sum())
    reach = t.ppf(0.975, people.sum() - 2) * error
    change = share[1] - share[0]
    published = [row["estimate"], row["low"], row["high"]]
    assert 100 * np.array([change, change - reach, change + reach]) == pytest.approx(
        published, abs=0.006
    )


def test_the_drifts_give_the_effect_after_a_year_that_their_notes_tell():
    rows = evidence().set_index("key")
    drift = rows["estimate"].filter(like="guthier_drift")
    matrix = [
        [drift["guthier_drift_stressor_stays"], drift["guthier_drift_strain"]],
        [drift["guthier_drift_stressor"], drift["guthier_drift_strain_stays"]],
    ]
    year = expm(12 * np.array(matrix))
    for key, effect in (("stressor", year[1, 0]), ("strain", year[0, 1])):
        note = rows.loc[f"guthier_drift_{key}", "note"]
        assert f"{effect:.2f} of a standard deviation after 12 months" in note


def test_the_trials_hazard_ratio_is_the_one_of_its_counts():
    quits, people = np.array([38, 59]), np.array([792, 820])
    hazards = -np.log1p(-quits / people)
    ratio = hazards[0] / hazards[1]
    # Delta method: the variance of the log of a hazard from a share p of n.
    shares = quits / people
    variances = shares / (people * (1 - shares) * hazards**2)
    error = np.sqrt(variances.sum())
    row = evidence().set_index("key").loc["bloom24_ratio"]
    assert row["estimate"] == pytest.approx(ratio, abs=0.005)
    ends = ratio * np.exp(np.array([-1.96, 1.96]) * error)
    assert [row["low"], row["high"]] == pytest.approx(ends, abs=0.005)
