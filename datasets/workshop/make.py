"""Write workshop.csv as a leader group would type it: synthetic. Truth: card.toml."""

from pathlib import Path

import numpy as np
import pandas as pd

from lederlib.catalogue.balance import BalanceItem, balance_items

SEED = 20260303
LEADERS = list("ABCDEFGHI")
COLOURS = {  # one letter a leader: red, yellow, green, or nothing typed
    "Omdømme": "GYGYGGYGG",
    "Ansættelse": "YYGYYYRYY",
    "onboarding": "YYRYYRYYR",
    "Værdier": "GYYGYGYY-",
    "Ledelseskvalitet": "GRGRGRYGR",
    "Balancerede jobkrav": "RRYRRYRRR",
    "Fysisk arbejdsmiljø": "YGYGYYGYG",
    "Psykologisk tryghed": "GGRGRGRYG",
    "Kompetenceudviklingsmuligheder": "YGYYGYYGY",
    "Karriereudviklingsmuligheder": "RYYRYRYYR",
    "Kollegialt fællesskab": "RYRRYRYRR",
    "Fleksible arbejdsformer": "GGGGYGGGG",
    "Mening og indflydelse": "GGYGGGYG-",
    "Diversitet og inklusion": "YYGYRYYGY",
    "Løn og goder": "YRYYYRYYR",
}
SPELLINGS = {
    "R": ["Rød", "rød", " rød", "RØD"],
    "Y": ["gul", "Gul", "gul ", "GUL"],
    "G": ["Grøn", " grøn ", "grøn", "GRØN"],
    "-": [""],
}
USUAL = {  # usual rating from 0 to 10, now and in general
    ("load", "now"): 7.5,
    ("load", "general"): 6.0,
    ("resource", "now"): 4.5,
    ("resource", "general"): 5.5,
}
APART = 1.5  # harder, right now, in what lies between the leaders of the group
REMARKS = {
    "A": "Vi ses for lidt på tværs af husene",
    "C": "Gode hjemmedage, men hvornår mødes vi?",
    "D": "Svært at svare samlet for hele området",
    "G": "Lad os tage den igen efter ferien",
}


def make_table() -> pd.DataFrame:
    rng = np.random.default_rng(SEED)
    pressed = 0.8 * rng.standard_normal(len(LEADERS))
    columns = {"respondent": LEADERS} | {
        name: type_colours(letters, at)
        for at, (name, letters) in enumerate(COLOURS.items())
    }
    for item in balance_items():
        for moment, word in (("now", "nu"), ("general", "generelt")):
            if not item.open:
                ratings = rate(item, moment, pressed, rng)
                columns[f"{item.name.da} {word}"] = type_ratings(ratings, rng)
    columns["Bemærkninger"] = [REMARKS.get(leader, "") for leader in LEADERS]
    return pd.DataFrame(columns)


def type_colours(letters: str, column: int) -> list[str]:
    return [
        SPELLINGS[letter][(column + leader) % len(SPELLINGS[letter])]
        for leader, letter in enumerate(letters)
    ]


def rate(
    item: BalanceItem, moment: str, pressed: np.ndarray, rng: np.random.Generator
) -> np.ndarray:
    """Return the nine ratings of one item, in halves."""
    sign = 1 if item.side == "load" else -1
    among_us = moment == "now" and item.relation == "leader_group"
    usual = USUAL[item.side, moment] + sign * APART * among_us
    ratings = usual + sign * pressed + 1.2 * rng.standard_normal(len(LEADERS))
    return np.clip(np.round(2 * ratings) / 2, 0, 10)


def type_ratings(ratings: np.ndarray, rng: np.random.Generator) -> list[str]:
    """Return ratings with decimal comma; one in thirty is forgotten."""
    typed = [f"{rating:g}".replace(".", ",") for rating in ratings]
    return list(np.where(rng.random(len(typed)) < 1 / 30, "", typed))


if __name__ == "__main__":
    text = make_table().to_csv(index=False, sep=";", lineterminator="\n")
    Path(__file__).with_name("workshop.csv").write_bytes(text.encode("cp1252"))
