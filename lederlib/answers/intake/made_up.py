"""Recognise our own made-up answers, so that every figure of them can say so."""

from pathlib import Path

from lederlib.catalogue import dataset_path, list_datasets, read_card


def is_made_up(path: Path) -> bool:
    """Return whether a file is one of the shipped synthetic tables, wherever it lies.

    Examples
    --------
    >>> is_made_up(dataset_path("workshop"))
    True
    """
    size = path.stat().st_size
    ours = (dataset_path(name) for name in list_datasets().index if _synthetic(name))
    return any(
        table.stat().st_size == size and table.read_bytes() == path.read_bytes()
        for table in ours
    )


def _synthetic(name: object) -> bool:
    return read_card(str(name)).synthetic
