"""Write leader_balance.csv: synthetic, same bytes every run. Truth: card.toml."""

from pathlib import Path

import numpy as np
import pandas as pd

from lederlib.catalogue.balance import balance_items

LEADERS, EMPLOYEES, SEED = 280, 8000, 20260302
GROUPS = [*range(4, 11)] * 5 + [5, 6, 7, 8, 9]  # sizes of 40 leader groups
GROUP, OWN, MOMENT, RATING = 0.4, 0.9, 0.5, 1.3  # standard deviations
LEVEL = {"load": 5.4, "resource": 5.6}  # usual rating, 0 to 10
HARDER_NOW = 0.4  # load now above, resources now below what is usual
ITEMS = [(item.key, item.side) for item in balance_items() if not item.open]
LEAVE_CUTS = np.array([-1.2, -0.2, 0.7, 1.7])


def make_table() -> pd.DataFrame:
    rng = np.random.default_rng(SEED)
    group = np.repeat(np.arange(len(GROUPS)), rng.permutation(GROUPS))
    span = make_spans(rng)
    usual = make_usual(group, rng)
    now = usual + MOMENT * rng.standard_normal((LEADERS, 2)) + [HARDER_NOW, -HARDER_NOW]
    ratings = pd.concat([rate(now, "now", rng), rate(usual, "general", rng)], axis=1)
    ratings = ratings[[f"{key}_{at}" for key, _ in ITEMS for at in ("now", "general")]]
    columns = {
        "respondent": np.arange(1, LEADERS + 1),
        "leader_group": group + 1,
        "span_of_control": span,
    }
    outcomes = make_outcomes(ratings, group, span, rng)
    gaps = rng.random(ratings.shape) < np.tile([0.02, 0.05], len(ITEMS))
    return pd.concat([pd.DataFrame(columns), ratings.mask(gaps), outcomes], axis=1)


def make_spans(rng: np.random.Generator) -> np.ndarray:
    """Return how many people each leader leads: at least 3, 8,000 in all."""
    sizes = np.exp(0.5 * rng.standard_normal(LEADERS))
    ends = np.cumsum(sizes) / sizes.sum() * (EMPLOYEES - 3 * LEADERS)
    return 3 + np.diff(np.round(ends).astype(int), prepend=0)


def make_usual(group: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Return each leader's usual load and resources, standardised."""
    usual = GROUP * rng.standard_normal((len(GROUPS), 2))[group]
    usual = usual + OWN * rng.standard_normal((LEADERS, 2))
    usual[:, 1] -= 0.3 * usual[:, 0]
    return usual


def rate(felt: np.ndarray, moment: str, rng: np.random.Generator) -> pd.DataFrame:
    """Return whole ratings from 0 to 10; some items are heavier than others."""
    side = np.array([("load", "resource").index(side) for _, side in ITEMS])
    usual = np.array([LEVEL[side] for _, side in ITEMS])
    heavier = np.resize([0.6, 0.2, -0.2, -0.6], len(ITEMS))
    noise = RATING * rng.standard_normal((LEADERS, len(ITEMS)))
    ratings = np.round(usual + heavier + 1.6 * felt[:, side] + noise).clip(0, 10)
    names = [f"{key}_{moment}" for key, _ in ITEMS]
    return pd.DataFrame(ratings.astype(int), columns=names).astype("Int64")


def make_outcomes(
    ratings: pd.DataFrame, group: np.ndarray, span: np.ndarray, rng: np.random.Generator
) -> pd.DataFrame:
    load, resources = (
        ratings[[f"{key}_now" for key, pan in ITEMS if pan == side]].mean(axis=1) / 10
        for side in ("load", "resource")
    )
    shared = rng.standard_normal((3, len(GROUPS)))[:, group]
    own = rng.standard_normal((3, LEADERS))
    tilt, level = (resources - load) / (resources + load), load + resources
    strain = 0.45 - 0.60 * tilt + 0.25 * (level - 1.1)
    strain = (strain + 0.04 * shared[0] + 0.06 * own[0]).clip(0, 1)
    leave = 6 * (strain - 0.45) + 0.5 * shared[1] + own[1]
    climate = 3.6 - 1.5 * (strain - 0.45) - 0.012 * (span - 28.6)
    climate = (climate + 0.10 * shared[2] + 0.25 * own[2]).clip(1, 5)
    columns = {
        "strain": strain.round(2).astype(float),
        "intention_to_leave": 1 + np.searchsorted(LEAVE_CUTS, leave),
        "team_climate": climate.round(2).astype(float),
    }
    return pd.DataFrame(columns)


if __name__ == "__main__":
    text = make_table().to_csv(index=False, lineterminator="\n", float_format="%.2f")
    Path(__file__).with_name("leader_balance.csv").write_bytes(text.encode("utf-8"))
