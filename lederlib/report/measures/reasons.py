"""Why a figure of the report is missing, in the report's language."""

import re

from lederlib.text import Lang, label

_GROUP = r"(?: in group '(?P<group>[^']*)')?"
#: What the sentences of measures begin with, by the words that tell it to a reader.
_KNOWN = {
    "people": rf"There must be more people than items{_GROUP}",
    "estimates": r"the model has more estimates than there are people",
    "search": r"the search for the model's estimates did not arrive",
    "constant": rf"Item '(?P<item>[^']*)' must vary{_GROUP}",
    "empty": r"Item '(?P<item>[^']*)' must have answers",
    "tied": r"The (?:items' covariances|correlations).* must be positive definite",
    "apart": r"Items '(?P<item>[^']*)' and '(?P<other>[^']*)' must have been answered",
    "whole": r"items must have someone who answered all",
    "groups": r"group must have at least|groups must be at least",
    "rows": r"items must have at least … rows",
}


def reason_words(reason: str, lang: Lang) -> str:
    """Return a reason in a language; one that is not known stays as it is.

    Examples
    --------
    >>> reason_words("Item 'ro_1' must vary; every answer is 3.", "da")
    'Alle har svaret det samme på ro_1, så der er ingen forskelle at regne på.'
    """
    for key, start in _KNOWN.items():
        if found := re.match(start, reason):
            values = found.groupdict()
            grouped = "_in_group" if values.get("group") else ""
            return label(f"measure.reason_{key}{grouped}", lang, **values)
    return reason
