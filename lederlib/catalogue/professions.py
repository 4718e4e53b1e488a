"""Weights of a profession, where the magazine says that they differ."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import Any

from lederlib._checks import require_known
from lederlib.catalogue.files import read_toml
from lederlib.catalogue.ledger import Ledger
from lederlib.catalogue.ledger import ledger as default_ledger
from lederlib.text import Phrase


@cache
def professions() -> Mapping[str, Phrase]:
    """Return the professions of which the magazine tells an order, by key.

    Examples
    --------
    >>> {key: name.en for key, name in professions().items()}
    {'staff': 'Staff functions'}
    """
    facts = _facts()
    return MappingProxyType({key: Phrase(**one["name"]) for key, one in facts.items()})


def profession_ledger(profession: str, ledger: Ledger | None = None) -> Ledger:
    """Return a ledger with the weights of one profession; all else stays.

    Parameters
    ----------
    profession : str
        A key of `professions()`.
    ledger : Ledger, optional
        What to start from; ours by default.

    Returns
    -------
    Ledger
        For the `ledger=` of any scenario.

    Raises
    ------
    ValueError
        If there is no such profession; the message lists the known ones.

    Examples
    --------
    >>> profession_ledger("staff")["attraction_weights"].order[0]
    ('competence_development', 'career_development')
    """
    facts = _facts()
    one = facts[require_known(profession, facts, name="profession")]
    book = default_ledger() if ledger is None else ledger
    name = one["quantity"]
    weights = replace(
        book[name],
        order=tuple(tuple(keys) for keys in one["order"]),
        source=one["source"],
        note=Phrase(**one["note"]),
    )
    return Ledger(quantities=MappingProxyType({**book.quantities, name: weights}))


def _facts() -> dict[str, Any]:
    return read_toml("professions.toml")
