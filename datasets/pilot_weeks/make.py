"""Write pilot_weeks.csv: synthetic, same bytes every run. Truth: card.toml."""

from pathlib import Path

import numpy as np
import pandas as pd

SEED = 20260304
TEAMS, TREATED, WEEKS, START = 16, 8, 24, 13  # teams of a theme, first treated week
THEMES = {  # change of strain (share) and contact (days a week), weeks to set in
    "leadership_quality": (-0.08, 0.0, 4),
    "flexible_work": (-0.02, 0.4, 1),
    "psychological_safety": (0.0, 0.0, 1),
}
STRAIN, CONTACT = 0.42, 2.6
HOLIDAY = 6  # week in which everybody meets less
ANSWERING, LEAVING = 0.7, 0.0035  # share a week
FEWEST = 5  # answers below which a week is not shown


def make_table() -> pd.DataFrame:
    rng = np.random.default_rng(SEED)
    return pd.concat(
        [follow(theme, number, rng) for number, theme in enumerate(THEMES)],
        ignore_index=True,
    )


def follow(theme: str, number: int, rng: np.random.Generator) -> pd.DataFrame:
    """Return the 24 weeks of the sixteen teams of one theme."""
    strain_change, contact_change, weeks_to_set_in = THEMES[theme]
    weeks = np.arange(1, WEEKS + 1)
    treated = rng.permutation(np.arange(TEAMS) < TREATED)
    size = rng.integers(8, 36, TEAMS)
    reached = ((weeks - START + 1) / weeks_to_set_in).clip(0, 1) * treated[:, None]
    season = 0.05 * np.cos(np.pi * (weeks - 1) / (WEEKS - 1))
    holiday = -0.8 * (weeks == HOLIDAY)
    answers = rng.binomial(size[:, None], ANSWERING, (TEAMS, WEEKS))
    sampled = 1 / np.sqrt(answers.clip(1))
    strain = STRAIN + levels(0.06, 0.025, rng) + season + strain_change * reached
    contact = CONTACT + levels(0.40, 0.10, rng) + holiday + contact_change * reached
    strain += 0.15 * sampled * rng.standard_normal(sampled.shape)
    contact += 0.90 * sampled * rng.standard_normal(sampled.shape)
    shown = answers >= FEWEST
    columns = {
        "theme": np.full(shown.size, theme),
        "team": np.repeat(TEAMS * number + np.arange(1, TEAMS + 1), WEEKS),
        "treated": np.repeat(treated.astype(int), WEEKS),
        "team_size": np.repeat(size, WEEKS),
        "week": np.tile(weeks, TEAMS),
        "answers": answers.ravel(),
        "strain": np.where(shown, strain.clip(0, 1), np.nan).ravel(),
        "contact": np.where(shown, contact.clip(0, 5), np.nan).ravel(),
        "left": rng.binomial(size[:, None], LEAVING, (TEAMS, WEEKS)).ravel(),
    }
    return pd.DataFrame(columns)


def levels(apart: float, drift: float, rng: np.random.Generator) -> np.ndarray:
    """Return how teams differ, and how each shifts when the second half begins."""
    usual = apart * rng.standard_normal((TEAMS, 1))
    shift = drift * rng.standard_normal((TEAMS, 1))
    return usual + shift * (np.arange(1, WEEKS + 1) >= START)


if __name__ == "__main__":
    text = make_table().to_csv(index=False, lineterminator="\n", float_format="%.3f")
    Path(__file__).with_name("pilot_weeks.csv").write_bytes(text.encode("utf-8"))
