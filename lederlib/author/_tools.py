"""Fetch the tools that only an author needs."""

from importlib import import_module
from types import ModuleType
from typing import Literal

_SOURCE: dict[str, str] = {
    "jupytext": "run it with `uv run`, or `pip install jupytext`",
    "nbformat": "install the extra: pip install 'lederlib[lab]'",
    "nbclient": "install the extra: pip install 'lederlib[lab]'",
}


def tool(name: Literal["jupytext", "nbformat", "nbclient"]) -> ModuleType:
    """Return the module of that name, or say in one sentence how to get it.

    Raises
    ------
    ModuleNotFoundError
        If it is not installed.
    """
    try:
        return import_module(name)
    except ModuleNotFoundError:
        msg = f"Building pages needs {name}, which is missing: {_SOURCE[name]}."
        raise ModuleNotFoundError(msg, name=name) from None
