"""Make the synthetic tables that R and lederlib are both asked about.

Run from the project's folder: ``uv run python tests/reference/make_tables.py``.
All answers are made up: people are drawn from a known structure with a fixed seed.
"""

from pathlib import Path

import numpy as np
import pandas as pd

FOLDER = Path(__file__).parent / "tables"
ITEMS = [f"y{number}" for number in range(1, 13)]
FACTORS = 3
LOADINGS = np.tile([0.8, 0.7, 0.6, 0.75], FACTORS)
FIVE = [-1.3, -0.5, 0.4, 1.2]
THREE = [-0.6, 0.7]


def latent(rng, people, *, shift=0.0, correlation=0.4, loadings=LOADINGS):
    """Return continuous answers: three correlated factors of four items each."""
    between = np.full((FACTORS, FACTORS), correlation) + (1 - correlation) * np.eye(
        FACTORS
    )
    scores = rng.multivariate_normal([shift, 0, 0], between, size=people)
    noise = rng.standard_normal((people, len(ITEMS))) * np.sqrt(1 - loadings**2)
    return np.repeat(scores, 4, axis=1) * loadings + noise


def cut(values, thresholds):
    """Return answers from 1 up, by where the thresholds cut."""
    return np.digitize(values, thresholds) + 1


def continuous(rng):
    values = latent(rng, 500) * rng.uniform(0.8, 1.6, 12) + rng.uniform(2, 5, 12)
    return pd.DataFrame(values.round(4), columns=ITEMS)


def five_points(rng):
    return pd.DataFrame(cut(latent(rng, 600), FIVE), columns=ITEMS)


def three_points(rng):
    return pd.DataFrame(cut(latent(rng, 500), THREE), columns=ITEMS)


def missing_at_random(rng):
    """Leave out later answers more often where the first one is high."""
    table = continuous(rng)
    seen = 1 / (1 + np.exp(-(table["y1"] - table["y1"].mean()) + 1.5))
    gaps = rng.random((len(table), 8)) < seen.to_numpy()[:, None] * 0.6
    table[ITEMS[4:]] = table[ITEMS[4:]].mask(gaps)
    return table


def two_groups(rng):
    """Two professions; the second has one weaker loading and one higher intercept."""
    weaker = np.where(np.arange(12) == 2, 0.3, LOADINGS)
    second = latent(rng, 350, shift=0.4, loadings=weaker)
    second[:, 5] += 0.5
    values = np.vstack([latent(rng, 400), second]) + 3
    table = pd.DataFrame(values.round(4), columns=ITEMS)
    return table.assign(profession=["nurse"] * 400 + ["teacher"] * 350)


def two_groups_ordered(rng):
    """The same two professions on five points."""
    table = two_groups(rng)
    graded = pd.DataFrame(cut(table[ITEMS].to_numpy() - 3, FIVE), columns=ITEMS)
    return graded.assign(profession=table["profession"])


def forty_groups(rng):
    """Five items from 40 units of unequal size, one of them a single person."""
    sizes = np.concatenate([[1, 3], rng.integers(5, 16, 38)])
    unit = np.repeat(np.arange(1, 41), sizes)
    climate = rng.normal(0, 0.45, 40)[unit - 1]
    person = rng.normal(0, 0.6, unit.size)
    noise = rng.standard_normal((unit.size, 5)) * 0.7
    answers = cut((climate + person)[:, None] + noise, FIVE)
    table = pd.DataFrame(answers, columns=[f"g{number}" for number in range(1, 6)])
    names = [f"unit{number:02d}" for number in unit]
    return table.assign(unit=names).sample(frac=1, random_state=7)


def skewed(rng):
    """Five points where few agree: some pairs of answers never occur together."""
    return pd.DataFrame(cut(latent(rng, 400), [0.2, 0.9, 1.6, 2.2]), columns=ITEMS)


def balance(rng):
    """Load, resources and strain on 1 to 5; strain is a curved function of both."""
    load = np.clip(rng.normal(3.2, 0.9, 450), 1, 5)
    resources = np.clip(rng.normal(3.0, 0.8, 450) - 0.2 * (load - 3.2), 1, 5)
    gap = load - resources
    strain = (
        2.5 + 0.5 * gap + 0.15 * gap**2 + 0.1 * (load - 3) + rng.normal(0, 0.6, 450)
    )
    return pd.DataFrame({"load": load, "resources": resources, "strain": strain}).round(
        3
    )


def heavy_tails(_):
    """Two professions with such tails that the scale of a test of 2001 is negative."""
    rng = np.random.default_rng(942)
    trait = rng.standard_t(3, size=(120, 1))
    answers = 0.8 * trait + 0.5 * rng.standard_t(3, size=(120, 4))
    table = pd.DataFrame(answers.round(4), columns=ITEMS[:4])
    return table.assign(profession=["nurse"] * 60 + ["teacher"] * 60)


def structure(rng):
    """Predictors, a mediator and an outcome, and two factors of four items between."""
    people = 400
    age = rng.normal(45, 10, people)
    woman = (rng.random(people) < 0.6).astype(float)
    load = rng.normal(3, 0.8, people) + 0.2 * woman
    trust = 0.03 * (age - 45) - 0.3 * load + rng.normal(0, 0.8, people)
    strain = 0.5 * load - 0.3 * trust + rng.normal(2, 0.7, people)
    bond = 0.5 * trust - 0.2 * strain + 0.2 * woman + rng.normal(0, 0.7, people)
    leave = 0.4 * strain - 0.3 * bond + rng.standard_t(6, people) * 0.6 + 2
    weights = [1.0, 0.8, 0.9, 0.7]
    items = {
        f"{name}{number}": weight * factor + rng.normal(0, 0.7, people) + 3
        for name, factor in (("t", trust), ("b", bond))
        for number, weight in enumerate(weights, start=1)
    }
    items["t1"] = items["t1"] + 0.3 * woman
    unit = np.where(rng.random(people) < 0.45, "south", "north")
    unit[0] = "north"
    items["b2"] = items["b2"] + 0.4 * (unit == "south")
    weight = np.where(woman > 0, 0.7, 1.6) * rng.uniform(0.8, 1.2, people)
    numbers = {"age": age, "woman": woman, "load": load, "strain": strain}
    numbers |= {"leave": leave, **items, "weight": weight}
    return pd.DataFrame(numbers).round(3).assign(unit=unit)


def structure_gaps(rng):
    """The same with gaps that depend on the load; a few predictors miss too."""
    table = structure(rng)
    often = 1 / (1 + np.exp(2 - 0.8 * (table["load"] - 3)))
    for name in ("strain", "leave", "t2", "t3", "b1", "b4"):
        table[name] = table[name].mask(rng.random(len(table)) < often)
    return table.assign(age=table["age"].mask(rng.random(len(table)) < 0.02))


def structure_ordered(rng):
    """The same with answers on four points, and leaving on three."""
    table = structure(rng)
    for name in [f"{kind}{number}" for kind in "tb" for number in range(1, 5)]:
        ends = np.quantile(table[name], [0.2, 0.5, 0.8])
        table[name] = cut(table[name], ends)
    leave = cut(table["leave"], np.quantile(table["leave"], [0.4, 0.8]))
    # Predictors about nought, so that lavaan's thresholds there are exact enough.
    age, load = (table["age"] - 45) / 10, table["load"] - 3
    return table.assign(leave=leave, age=age.round(4), load=load.round(4))


def structure_ordered_gaps(rng):
    table = structure_ordered(rng)
    for name in ("leave", "t1", "t2", "b1", "b3"):
        table[name] = table[name].mask(rng.random(len(table)) < 0.1).astype("Int64")
    return table


def general(rng):
    """Twelve items: one factor behind all, and one beside it for each four."""
    own = np.repeat(rng.standard_normal((900, 3)), 4, axis=1)
    shared = rng.standard_normal((900, 1)) * np.tile([0.8, 0.5, 0.6, 0.7], 3)
    values = shared + own * np.tile([0.3, 0.7, 0.55, 0.4], 3)
    values = values + rng.standard_normal((900, 12)) * 0.5
    values = values * rng.uniform(0.8, 1.6, 12) + rng.uniform(2, 5, 12)
    return pd.DataFrame(values.round(4), columns=ITEMS)


def general_ordered(rng):
    """The same on four points, not alike for all items."""
    table = general(rng)
    standard = ((table - table.mean()) / table.std()).to_numpy()
    cuts = [[-1.2, -0.2, 0.9], [-0.5, 0.5, 1.5], [-1.8, -0.9, 0.3], [-1, 0, 1]] * 3
    columns = [cut(standard[:, place], own) for place, own in enumerate(cuts)]
    return pd.DataFrame(np.column_stack(columns), columns=ITEMS)


def levels(rng, sizes):
    """Six items in units: two factors within and one between, and a trait of units.

    `w1` differs only within units and `z1` and `z2` only between them.
    """
    unit = np.repeat(np.arange(len(sizes)), sizes)
    climate = rng.normal(0, 0.6, len(sizes))
    within = rng.multivariate_normal([0, 0], [[1, 0.4], [0.4, 1]], unit.size)
    loadings = np.array([1, 0.8, 0.9])
    values = np.repeat(within, 3, axis=1) * np.tile(loadings, 2)
    values += rng.standard_normal((unit.size, 6)) * 0.7
    between = climate[:, None] * np.tile(loadings, 2)
    between = between + rng.standard_normal((len(sizes), 6)) * 0.3
    table = pd.DataFrame(values + between[unit] + 3, columns=ITEMS[:6])
    own = 0.8 * within[:, 0] + rng.standard_normal(unit.size) * 0.6
    table["w1"] = own - pd.Series(own).groupby(unit).transform("mean")
    for place in (1, 2):
        trait = 0.7 * climate + rng.normal(0, 0.4, len(sizes)) + place
        table[f"z{place}"] = trait[unit].round(4)
    table = table.round(dict.fromkeys([*ITEMS[:6], "w1"], 4))
    return table.assign(unit=[f"unit{number + 1:03}" for number in unit])


def levels_balanced(rng):
    return levels(rng, np.full(80, 10))


def levels_unbalanced(rng):
    return levels(
        rng, np.concatenate([np.ones(6, dtype=int), rng.integers(2, 13, 114)])
    )


def levels_alike(rng):
    """Units that differ in one thing only: their covariances are at the edge."""
    unit = np.repeat(np.arange(50), rng.integers(3, 7, 50))
    climate = rng.normal(0, 0.5, 50)[unit, None]
    unique = rng.normal(0, 0.2, (50, 6))[unit]
    person = rng.standard_normal((unit.size, 1))
    values = climate + unique + person + rng.standard_normal((unit.size, 6)) * 0.8 + 3
    table = pd.DataFrame(values.round(4), columns=ITEMS[:6])
    return table.assign(unit=[f"unit{number + 1:02}" for number in unit])


MAKERS = {
    "continuous": continuous,
    "five_points": five_points,
    "three_points": three_points,
    "missing_at_random": missing_at_random,
    "two_groups": two_groups,
    "two_groups_ordered": two_groups_ordered,
    "forty_groups": forty_groups,
    "skewed": skewed,
    "balance": balance,
    "heavy_tails": heavy_tails,
}


SUMS_AND_LEVELS = {
    "general": general,
    "general_ordered": general_ordered,
    "levels_balanced": levels_balanced,
    "levels_unbalanced": levels_unbalanced,
    "levels_alike": levels_alike,
}
STRUCTURES = {
    "structure": structure,
    "structure_gaps": structure_gaps,
    "structure_ordered": structure_ordered,
    "structure_ordered_gaps": structure_ordered_gaps,
}


def main():
    chances = ((20261124, MAKERS), (20261133, SUMS_AND_LEVELS), (20261201, STRUCTURES))
    for first, makers in chances:
        for seed, (name, make) in enumerate(makers.items(), start=first):
            table = make(np.random.default_rng(seed))
            table.to_csv(FOLDER / f"{name}.csv", index=False, lineterminator="\n")


if __name__ == "__main__":
    main()
