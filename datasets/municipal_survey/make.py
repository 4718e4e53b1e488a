"""Write municipal_survey.csv: synthetic, same bytes every run. Truth: card.toml."""

from pathlib import Path

import numpy as np
import pandas as pd

from lederlib.catalogue import FACTOR_KEYS

PEOPLE, MUNICIPALITIES, UNITS, SEED = 5234, 98, 400, 20260301
GONE_1, GONE_5, COULD_RETURN = 942, 2408, 3297  # 18, 46 and 63 %, in people
SHARES = {"municipality": 0.02, "unit": 0.12, "person": 0.86}  # of a factor's variance
GENERAL, BLOCK, OWN = 0.40, 0.20, 0.40  # of each level's variance
TYPICAL, LED = 0.9, 5  # share in the unit's own trade; people in a unit with a leader
CUTS = np.array([-1.7, -0.8, 0.1, 1.1])
EASE = np.array([0.15, 0.0, -0.15])  # items 1, 2 and 3 of every factor
CONFLICT = -0.8  # collegial community per step of a unit's own flexible work
# Block, mean and the three true loadings in hundredths.
FACTORS = {
    "reputation": ("outward", 10, (74, 66, 58)),
    "hiring": ("outward", 20, (72, 70, 60)),
    "onboarding": ("outward", -10, (78, 74, 64)),
    "values": ("culture", 20, (76, 72, 66)),
    "leadership_quality": ("culture", 5, (84, 80, 76)),
    "balanced_demands": ("conditions", -45, (80, 66, 72)),
    "physical_environment": ("conditions", -10, (70, 64, 60)),
    "psychological_safety": ("culture", 25, (78, 74, 68)),
    "competence_development": ("development", 0, (76, 74, 66)),
    "career_development": ("development", -35, (80, 74, 70)),
    "collegial_community": ("culture", 60, (82, 78, 70)),
    "flexible_work": ("conditions", -15, (82, 76, 72)),
    "meaning_influence": ("development", 65, (76, 64, 72)),
    "diversity_inclusion": ("culture", 30, (70, 68, 62)),
    "pay_benefits": ("conditions", -50, (78, 72, 60)),
}
REVERSED = [
    "onboarding_3",
    "balanced_demands_2",
    "psychological_safety_3",
    "collegial_community_3",
    "meaning_influence_2",
    "reputation_2",
]
# Share of units, and the shift of flexible work in hundredths.
OCCUPATIONS = {
    "care_health": (0.30, -18),
    "childcare": (0.20, -16),
    "teaching": (0.18, -10),
    "social_work": (0.10, 15),
    "technical": (0.09, 5),
    "administration": (0.13, 32),
}
AGES = {
    "under_30": (0.13, 1.2),
    "30_39": (0.20, 4),
    "40_49": (0.25, 7),
    "50_59": (0.27, 10),
    "60_plus": (0.15, 14),
}
LEAVES = dict.fromkeys(FACTOR_KEYS, -0.05) | {
    "leadership_quality": -0.70,
    "values": -0.35,
    "collegial_community": -0.35,
}
AGE_LEAVES = np.array([0.8, 0.4, 0.0, -0.3, 0.9])
ITEMS = [f"{key}_{number}" for key in FACTOR_KEYS for number in (1, 2, 3)]
FLEXIBLE = FACTOR_KEYS.index("flexible_work")
COMMUNITY = FACTOR_KEYS.index("collegial_community")


def make_table() -> pd.DataFrame:
    rng = np.random.default_rng(SEED)
    people, trade = make_people(rng)
    traits = make_traits(people, trade, rng)
    items = skip_some(make_items(traits, rng), people, rng)
    return pd.concat([people, items, make_intentions(traits, people, rng)], axis=1)


def make_people(rng: np.random.Generator) -> tuple[pd.DataFrame, np.ndarray]:
    """Return who answers and where, and the occupation that each unit is built on."""
    home = np.sort(np.r_[:MUNICIPALITIES, rng.integers(0, MUNICIPALITIES, 302)])
    unit = np.repeat(np.arange(UNITS), spread(np.exp(0.9 * rng.standard_normal(UNITS))))
    names, shares = np.array(list(OCCUPATIONS)), [s for s, _ in OCCUPATIONS.values()]
    trade = np.searchsorted(np.cumsum(shares)[:-1], rng.random(UNITS))
    own = np.searchsorted(np.cumsum(shares)[:-1], rng.random(PEOPLE))
    occupation = np.where(rng.random(PEOPLE) < TYPICAL, trade[unit], own)
    age_shares = np.cumsum([share for share, _ in AGES.values()])[:-1]
    age = np.searchsorted(age_shares, rng.random(PEOPLE))
    usual = np.array([years for _, years in AGES.values()])[age]
    longest = np.array([10, 20, 30, 40, 45])[age]
    tenure = np.minimum(usual * np.exp(0.9 * rng.standard_normal(PEOPLE)), longest)
    first = np.r_[True, unit[1:] != unit[:-1]] & (np.bincount(unit)[unit] >= LED)
    columns = {
        "respondent": np.arange(1, PEOPLE + 1),
        "municipality": home[unit] + 1,
        "unit": unit + 1,
        "occupation": names[occupation],
        "age_group": np.array(list(AGES))[age],
        "tenure": tenure.round(1),
        "leader": first.astype(int),
    }
    return pd.DataFrame(columns), trade


def spread(sizes: np.ndarray) -> np.ndarray:
    """Return whole sizes of at least 1 that sum to the number of people."""
    ends = np.cumsum(sizes) / sizes.sum() * (PEOPLE - UNITS)
    return 1 + np.diff(np.round(ends).astype(int), prepend=0)


def make_traits(
    people: pd.DataFrame, trade: np.ndarray, rng: np.random.Generator
) -> np.ndarray:
    """Return what people truly think of the 15 factors, variance about 1."""
    town, unit = people["municipality"].to_numpy() - 1, people["unit"].to_numpy() - 1
    shared, _ = level(MUNICIPALITIES, "municipality", rng)
    units, own = level(UNITS, "unit", rng)
    shift = np.array([shift for _, shift in OCCUPATIONS.values()])[trade] / 100
    units[:, FLEXIBLE] += shift
    units[:, COMMUNITY] += CONFLICT * (own[:, FLEXIBLE] + shift)
    traits = shared[town] + units[unit] + level(PEOPLE, "person", rng)[0]
    traits[:, FACTOR_KEYS.index("meaning_influence")] += 0.3 * people["leader"]
    return traits


def level(n: int, name: str, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Return the parts of all factors at one level, and each factor's own share."""
    blocks = [block for block, _, _ in FACTORS.values()]
    place = np.unique(blocks, return_inverse=True)[1]
    scale = np.sqrt(SHARES[name])
    common = np.sqrt(GENERAL) * rng.standard_normal((n, 1))
    common = common + np.sqrt(BLOCK) * rng.standard_normal((n, 4))[:, place]
    own = np.sqrt(OWN) * rng.standard_normal((n, len(FACTORS)))
    return scale * (common + own), scale * own


def make_items(traits: np.ndarray, rng: np.random.Generator) -> pd.DataFrame:
    loadings = np.array([values for _, _, values in FACTORS.values()]).ravel() / 100
    means = np.array([mean for _, mean, _ in FACTORS.values()]) / 100
    noise = rng.standard_normal((len(traits), len(ITEMS)))
    tendency = np.repeat(traits, 3, axis=1) * loadings + noise * np.sqrt(
        1 - loadings**2
    )
    tendency += np.repeat(means, 3) + np.tile(EASE, 15)
    items = pd.DataFrame(1 + np.searchsorted(CUTS, tendency), columns=ITEMS)
    items[REVERSED] = 6 - items[REVERSED]
    return items.astype("Int64")


def skip_some(
    items: pd.DataFrame, people: pd.DataFrame, rng: np.random.Generator
) -> pd.DataFrame:
    """Empty answers at random given tenure, age and one item that all answer."""
    trust = items["psychological_safety_1"]
    keys = np.repeat(np.array(FACTOR_KEYS), 3)
    early = np.isin(keys, ["hiring", "onboarding"])
    growth = np.isin(keys, ["competence_development", "career_development"])
    skip = np.full(items.shape, 0.01)
    skip[np.ix_(people["tenure"].ge(10), early)] += 0.30
    skip[np.ix_(people["age_group"].eq("60_plus"), growth)] += 0.20
    skip[np.ix_(trust.le(2), keys == "leadership_quality")] += 0.25
    skip[:, ITEMS.index("psychological_safety_1")] = 0
    return items.mask(rng.random(items.shape) < skip)


def make_intentions(
    traits: np.ndarray, people: pd.DataFrame, rng: np.random.Generator
) -> pd.DataFrame:
    age = people["age_group"].map({name: at for at, name in enumerate(AGES)}).to_numpy()
    chance = rng.random((2, PEOPLE))
    noise = np.log(chance / (1 - chance))
    leaves = traits @ np.array([LEAVES[key] for key in FACTOR_KEYS]) + AGE_LEAVES[age]
    leaves += 0.5 * people["tenure"].lt(2).to_numpy() + noise[0]
    returns = 0.4 * traits.mean(axis=1) - 0.15 * age + noise[1]
    tops = {
        "gone_1": top(leaves, GONE_1),
        "gone_5": top(leaves, GONE_5),
        "could_return": top(returns, COULD_RETURN),
    }
    return pd.DataFrame(tops)


def top(tendency: np.ndarray, count: int) -> np.ndarray:
    """Return 1 for the `count` people with the strongest tendency, else 0."""
    return (tendency >= np.sort(tendency)[-count]).astype(int)


if __name__ == "__main__":
    text = make_table().to_csv(index=False, lineterminator="\n", float_format="%.1f")
    Path(__file__).with_name("municipal_survey.csv").write_bytes(text.encode("utf-8"))
