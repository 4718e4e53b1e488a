"""Names without case, blanks and signs, so that spellings of one name are alike."""

import re
import unicodedata

_SPELLED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "&": " og "})
_AND = re.compile(r"\band\b")


def fold(text: str) -> str:
    """Return a name without case, blanks, signs and Danish letters; "and" is "og".

    Examples
    --------
    >>> fold("Omdømme: ") == fold("OMDOEMME")
    True
    >>> fold("Løn & goder") == fold("Løn og goder")
    True
    """
    lower = unicodedata.normalize("NFKC", text).casefold().translate(_SPELLED)
    plain = unicodedata.normalize("NFKD", _AND.sub("og", lower))
    return "".join(letter for letter in plain if letter.isalnum())
