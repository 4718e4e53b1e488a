"""Where the catalogue's own files are, and what is shipped with it."""

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

from lederlib._checks import require_known

SHIPPED = ("datasets", "notebooks", "exercises")
_PACKAGE = Path(__file__).parents[1]


def shipped(name: str) -> Path:
    """Return the folder of that name, in an installed wheel or in the checkout.

    Raises
    ------
    ValueError
        If no such folder is shipped.

    Examples
    --------
    >>> shipped("datasets").is_dir()
    True
    """
    require_known(name, SHIPPED, name="shipped folder")
    installed = _PACKAGE / "_shipped" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def read_toml(name: str) -> dict[str, Any]:
    """Return the contents of one TOML file of the catalogue."""
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))
