"""The 15 factors of the attractive workplace, in our own words."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from lederlib._checks import require_known
from lederlib.catalogue.files import read_toml
from lederlib.text import Phrase

Side = Literal["attraction", "retention", "both"]

FACTOR_KEYS = (
    "reputation",
    "hiring",
    "onboarding",
    "values",
    "leadership_quality",
    "balanced_demands",
    "physical_environment",
    "psychological_safety",
    "competence_development",
    "career_development",
    "collegial_community",
    "flexible_work",
    "meaning_influence",
    "diversity_inclusion",
    "pay_benefits",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """One of the 15 factors.

    Attributes
    ----------
    key, number : str, int
        Name in code and place in the magazine's order, 1 to 15.
    name : Phrase
        Danish and English name.
    aliases : tuple of str
        Other names in use, in either language.
    covers : Phrase
        One sentence on what the factor is about.
    questions : tuple of Phrase
        Three questions that open a conversation.
    side : {"attraction", "retention", "both"}
        What it mostly serves. Our mapping, not the model's: see `side_note`.
    side_note : Phrase
        Why we placed it there.
    source : str
        Key of `sources()`.
    """

    key: str
    number: int
    name: Phrase
    aliases: tuple[str, ...]
    covers: Phrase
    questions: tuple[Phrase, ...]
    side: Side
    side_note: Phrase
    source: str


@cache
def factors() -> tuple[Factor, ...]:
    """Return the 15 factors in the magazine's order.

    Examples
    --------
    >>> len(factors()), factors()[4].name.da
    (15, 'Ledelseskvalitet')
    """
    facts = read_toml("factors.toml")
    return tuple(
        _factor(key, number, facts[key]) for number, key in enumerate(FACTOR_KEYS, 1)
    )


def factor(key: str) -> Factor:
    """Return the factor with that key.

    Raises
    ------
    ValueError
        If there is no such factor; the message lists the known ones.
    """
    return factors()[FACTOR_KEYS.index(require_known(key, FACTOR_KEYS, name="factor"))]


def _factor(key: str, number: int, facts: dict[str, Any]) -> Factor:
    return Factor(
        key=key,
        number=number,
        name=Phrase(**facts["name"]),
        aliases=tuple(facts["aliases"]),
        covers=Phrase(**facts["covers"]),
        questions=tuple(Phrase(**question) for question in facts["questions"]),
        side=facts["side"],
        side_note=Phrase(**facts["side_note"]),
        source=facts["source"],
    )
