"""Whose file it is, by the names that learning platforms give what they hand out."""

import re
from pathlib import PurePosixPath

#: One pattern a platform; the first group is the person, the second a number of theirs.
_MOODLE = re.compile(r"^(?P<name>.+?)_(?P<number>\d+)_assignsubmission_")
_BRIGHTSPACE = re.compile(r"^(?P<number>\d+-\d+) - (?P<name>.+?) - ")
_CANVAS = re.compile(r"^(?P<name>[^\W\d_][^\W\d_-]*)(?:_LATE)?_(?P<number>\d+)_\d+_")


def whose(name: str) -> str:
    """Return the person that a file's path names, or the path where none is known.

    Examples
    --------
    >>> whose("Anna Holm_81234_assignsubmission_file_/answers.json")
    'Anna Holm (81234)'
    >>> whose("holmanna_LATE_4711_99_answers.json")
    'holmanna (4711)'
    >>> whose("1234-5678 - Anna Holm - Mar 1, 2026 1023 AM/handin.html")
    'Anna Holm (1234-5678)'
    >>> whose("hold 1/anna.json")
    'hold 1/anna.json'
    """
    for part in PurePosixPath(name).parts:
        for pattern in (_MOODLE, _BRIGHTSPACE, _CANVAS):
            found = pattern.match(part)
            if found:
                return f"{found['name']} ({found['number']})"
    return name
