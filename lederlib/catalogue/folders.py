"""Find what is shipped beside the code: datasets, notebooks and exercises."""

from pathlib import Path

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
