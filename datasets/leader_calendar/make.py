"""Write leader_calendar.csv: synthetic, same bytes every run. Truth: card.toml."""

from pathlib import Path

import numpy as np
import pandas as pd

SEED = 20260305
LEADERS, WEEKS, DAYS, FIRST_HOUR, HOURS = 24, 8, 5, 8, 8
UTILISATION = [0.50, 0.65, 0.80]  # share of hours booked: eight leaders of each
DOORS = {"open": 1.5, "agreed": 0.5}  # interruptions an hour: every second leader
CANCELLED = 0.07  # chance that something urgent takes a booked hour
DISPLACEMENT = 0.75  # chance that a meeting gives way to one that seeks a new time
USES = {"urgent": 0.35, "important": 0.40, "other": 0.25}  # of hours without meeting


def make_table() -> pd.DataFrame:
    rng = np.random.default_rng(SEED)
    weeks = [
        make_week(leader, week, rng)
        for leader in range(LEADERS)
        for week in range(1, WEEKS + 1)
    ]
    table = pd.concat(weeks, ignore_index=True)
    chains = table.groupby(["leader", "week", "chain"]).ngroup() + 1
    table["chain"] = chains.astype("Int64").where(table["chain"].notna())
    return table


def make_week(leader: int, week: int, rng: np.random.Generator) -> pd.DataFrame:
    hours = DAYS * HOURS
    booked = rng.random(hours) < UTILISATION[leader * len(UTILISATION) // LEADERS]
    struck = np.flatnonzero(booked & (rng.random(hours) < CANCELLED))
    moves = plan_again(booked, struck, rng)
    use = use_hours(booked, moves, rng)
    door = list(DOORS)[leader % len(DOORS)]
    noticed = pd.Series(rng.poisson(DOORS[door], hours), dtype="Int64")
    untouched = moves["outcome"].isna() & booked
    columns = {
        "leader": leader + 1,
        "door": door,
        "week": week,
        "day": 1 + np.arange(hours) // HOURS,
        "hour": FIRST_HOUR + np.arange(hours) % HOURS,
        "booked": booked.astype(int),
        "outcome": moves["outcome"].mask(untouched, "held"),
        "chain": moves["chain"],
        "step": moves["step"],
        "moved_day": 1 + moves["to"] // HOURS,
        "moved_hour": FIRST_HOUR + moves["to"] % HOURS,
        "use": use,
        "interruptions": noticed.mask(use == "meeting"),
    }
    return pd.DataFrame(columns)


def plan_again(
    booked: np.ndarray, struck: np.ndarray, rng: np.random.Generator
) -> pd.DataFrame:
    """Return what becomes of each meeting that loses its hour, and who pushed it.

    A meeting tries one hour of the week in which nobody has moved anything: it takes a
    free one, and a booked one too where the meeting there gives way and has to look
    for an hour itself; else it is cancelled.
    """
    untouched = np.ones(len(booked), dtype=bool)
    untouched[struck] = False
    found = {}
    for chain, first in enumerate(struck):
        seeking, step = first, 1
        while seeking is not None:
            hour = rng.choice(np.flatnonzero(untouched))
            pushed = booked[hour] and rng.random() < DISPLACEMENT
            moved = pushed or not booked[hour]
            found[seeking] = (chain, step, hour if moved else None)
            untouched[hour] &= not moved
            seeking, step = (hour if pushed else None), step + 1
    moves = pd.DataFrame.from_dict(found, "index", columns=["chain", "step", "to"])
    moves = moves.reindex(range(len(booked))).astype("Int64")
    fate = np.where(moves["to"].notna(), "moved", "cancelled")
    return moves.assign(
        outcome=pd.Series(fate, dtype="str").where(moves["step"].notna())
    )


def use_hours(
    booked: np.ndarray, moves: pd.DataFrame, rng: np.random.Generator
) -> np.ndarray:
    """Return what each hour went to in the end."""
    use = rng.choice(list(USES), len(booked), p=list(USES.values()))
    use[booked | np.isin(np.arange(len(booked)), moves["to"].dropna())] = "meeting"
    use[moves.index[moves["step"] == 1]] = "urgent"
    return use


if __name__ == "__main__":
    text = make_table().to_csv(index=False, lineterminator="\n")
    Path(__file__).with_name("leader_calendar.csv").write_bytes(text.encode("utf-8"))
