"""What remakes a result: the stamp, and tables that carry it."""

from pathlib import Path

import pandas as pd

Stamp = dict[str, str | int]


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
    stamp : dict
        Seed, draws, version and fingerprint.
    path : str or Path, optional
        Where to write; without it the text is returned.
    decimal_comma : bool, default False
        Decimal commas between semicolons, as a Danish spreadsheet reads them.
    """
    separator, decimal = (";", ",") if decimal_comma else (",", ".")
    stamped = table.assign(**stamp)
    text: str = stamped.to_csv(index=False, sep=separator, decimal=decimal)
    if path is None:
        return text
    # The mark at the start tells spreadsheets that æ, ø and å follow.
    Path(path).write_text(text, encoding="utf-8-sig", newline="")
    return None
