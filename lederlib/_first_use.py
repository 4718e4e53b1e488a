"""Public lists whose names are loaded where they are first used."""

import ast
import sys
from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any


def on_first_use(
    package: str, names: Sequence[str]
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Return `__getattr__` and `__dir__` of a package that loads what is asked for.

    Where a name comes from is what the package itself imports ``if TYPE_CHECKING``,
    so that editors and type checkers read the same list.

    Parameters
    ----------
    package : str
        The package's `__name__`.
    names : sequence of str
        Its `__all__`.
    """

    def load(name: str) -> Any:  # noqa: ANN401 - whatever stands there
        home = _homes(package).get(name)
        if home is None:
            msg = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(msg)
        found = getattr(import_module(home), name)
        setattr(sys.modules[package], name, found)
        return found

    return load, lambda: sorted(names)


@cache
def _homes(package: str) -> dict[str, str]:
    """Return the module that each name of a package is imported from."""
    source = Path(str(sys.modules[package].__file__)).read_text(encoding="utf-8")
    return {
        one.name: str(node.module)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ImportFrom)
        for one in node.names
    }
