"""Read the catalogue's own files, which lie beside its code."""

import tomllib
from importlib.resources import files
from typing import Any


def read_toml(name: str) -> dict[str, Any]:
    """Return the contents of one TOML file of the catalogue."""
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))
