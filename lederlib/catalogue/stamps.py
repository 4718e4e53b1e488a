"""What remakes a result: the stamp, and tables that carry it."""

from dataclasses import asdict, dataclass
from pathlib import Path

import pandas as pd

from lederlib import __version__


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What remakes a result; what plays no part in it is missing.

    Attributes
    ----------
    seed, draws : int, optional
        Where chance began, and the number of possible worlds or cases.
    version : str
        Of lederlib.
    fingerprint : str, optional
        Of the ledger.
    """

    seed: int | None = None
    draws: int | None = None
    version: str = __version__
    fingerprint: str | None = None

    def facts(self) -> dict[str, str | int]:
        """Return what is there, by name.

        Examples
        --------
        >>> Stamp(seed=1, version="0.1.0").facts()
        {'seed': 1, 'version': '0.1.0'}
        """
        return {name: fact for name, fact in asdict(self).items() if fact is not None}


def stamped_csv(
    table: pd.DataFrame,
    stamp: Stamp,
    path: str | Path | None = None,
    *,
    decimal_comma: bool = False,
) -> str | None:
    """Write a table with its stamp in columns, or return it as text.

    Parameters
    ----------
    table : pandas.DataFrame
        The table.
    stamp : Stamp
        What remakes it.
    path : str or Path, optional
        Where to write; without it the text is returned.
    decimal_comma : bool, default False
        Decimal commas between semicolons, as a Danish spreadsheet reads them.
    """
    separator, decimal = (";", ",") if decimal_comma else (",", ".")
    stamped = table.assign(**stamp.facts())
    text: str = stamped.to_csv(index=False, sep=separator, decimal=decimal)
    if path is None:
        return text
    # The mark at the start tells spreadsheets that æ, ø and å follow.
    Path(path).write_text(text, encoding="utf-8-sig", newline="")
    return None
