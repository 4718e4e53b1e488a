"""A table of numbers as read: headings, caption and decimals in one language."""

import csv
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from numbers import Real

import numpy as np
import pandas as pd

from lederlib.text import Lang, format_number, label
from lederlib.text.html import cell, table
from lederlib.text.latex import in_latex
from lederlib.text.phrases import phrases

_LOOK = (
    "<style>.lederlib-table caption { caption-side: top; text-align: left; }"
    " .lederlib-table :is(th:first-child, .words) { text-align: left; }</style>\n"
)
_WORDS = "words"
#: What is a chance of being led by chance, and the least that is written out.
CHANCES = ("p", "p_holm", "p_judged", "delta_p")
_LEAST = 0.001
#: What a spreadsheet takes for the beginning of a formula.
_OBEYED = tuple("=+-@")
#: Numbers whose thousands are parted.
_GROUPED = {
    "da": re.compile(r"-?\d{1,3}(\.\d{3})+(,\d+)?"),
    "en": re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?"),
}


@dataclass(frozen=True, slots=True)
class Table:
    """A table as read: its caption, its headings and its cells.

    `filed` are the cells of a file for further work, where they differ.
    """

    caption: str
    head: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    kinds: tuple[str, ...]
    filed: tuple[tuple[str, ...], ...] = ()

    def to_html(self) -> str:
        """Return the table as HTML, each row and column with its heading."""
        return _LOOK + table_html(self, kind="lederlib-table")

    def to_csv(self, lang: Lang = "da") -> str:
        """Return the table as a file that a spreadsheet in that language opens.

        Danish ones part cells by semicolons and write a decimal comma, English ones by
        commas and a decimal point. A cell without a number is empty.

        Examples
        --------
        >>> held = Table("Svar", ("år", "gennemsnit"), (("1", "−3,5"),), ("", ""))
        >>> held.to_csv().splitlines()
        ['år;gennemsnit', '1;-3,5']
        """
        lines = StringIO()
        writer = csv.writer(lines, delimiter=";" if lang == "da" else ",")
        for cells in (self.head, *(self.filed or self.cells)):
            writer.writerow([_plain(text, lang) for text in cells])
        return lines.getvalue()

    def to_latex(self) -> str:
        r"""Return the table in LaTeX, with the rules of the package booktabs.

        Examples
        --------
        >>> held = Table("Svar & år", ("år", "%"), (("1", "−3,5"),), ("", ""))
        >>> print(held.to_latex())
        \begin{table}
        \caption{Svar \& år}
        \begin{tabular}{lr}
        \toprule
        år & \% \\
        \midrule
        1 & $-$3,5 \\
        \bottomrule
        \end{tabular}
        \end{table}
        """
        sides = ["l" if kind == _WORDS else "r" for kind in self.kinds]
        lines = [" & ".join(map(in_latex, cells)) for cells in (self.head, *self.cells)]
        head, *rows = [f"{line} \\\\" for line in lines]
        return "\n".join(
            [
                "\\begin{table}",
                f"\\caption{{{in_latex(self.caption)}}}",
                f"\\begin{{tabular}}{{{''.join(['l', *sides[1:]])}}}",
                "\\toprule",
                head,
                "\\midrule",
                *rows,
                "\\bottomrule",
                "\\end{tabular}",
                "\\end{table}",
            ]
        )

    def __str__(self) -> str:
        lines = [self.head, *self.cells]
        return "\n".join([self.caption, *(" | ".join(line) for line in lines)])

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/html": self.to_html(), "text/plain": str(self)}


def table_html(held: Table, *, kind: str = "") -> str:
    """Return a table for a page; the first cell of a row names it."""
    rows = [
        [cell(first, row=True)]
        + [
            cell(text, kind=look)
            for text, look in zip(rest, held.kinds[1:], strict=True)
        ]
        for first, *rest in held.cells
    ]
    return table(held.head, rows, caption=held.caption, kind=kind, kinds=held.kinds)


def _plain(text: str, lang: Lang) -> str:
    """Return a cell as a spreadsheet reads it, and obeys nothing in it."""
    plain = "" if text == "–" else text.replace("−", "-").replace("\u00a0", " ")
    if _GROUPED[lang].fullmatch(plain):
        plain = plain.replace("." if lang == "da" else ",", "")
    number = plain.lstrip("-")[:1].isdigit() or plain.startswith("-.")
    return f"'{plain}" if plain.startswith(_OBEYED) and not number else plain


def show_table(
    table: pd.DataFrame | pd.Series,
    lang: Lang,
    *,
    caption: str,
    rows: str = "",
    digits: int | Mapping[str, int] = 2,
    missing: str = "–",
) -> Table:
    """Return a table as a reader expects it, in one language.

    Parameters
    ----------
    table : DataFrame or Series
        One row a case. Numbers are written with a decimal comma or point.
    lang : {"da", "en"}
        Language of headings, numbers and yes or no.
    caption : str
        What the table shows. Caption, headings and row names may be words of your own
        or names that lederlib knows in both languages, such as ``"item_rest"``.
    rows : str
        Heading of the index; without it the first column names the rows.
    digits : int or mapping
        Decimals, for all columns or by column (2 where it is silent).
    missing : str
        What stands where there is no number.

    Examples
    --------
    >>> import pandas as pd
    >>> gone = pd.DataFrame({"mean": [3.5, float("nan")]}, index=[1, 5])
    >>> print(show_table(gone, "da", caption="Svar", rows="years", digits=1))
    Svar
    år | gennemsnit
    1 | 3,5
    5 | –

    Raises
    ------
    ValueError
        If the rows have no heading, or rows or columns have more than one level.
    """
    frame = _with_names(table, rows, lang)
    return written_table(
        frame,
        lang,
        caption=_word(caption, lang),
        head=[_word(str(name), lang) for name in frame.columns],
        digits=digits,
        missing=missing,
    )


def written_table(
    frame: pd.DataFrame,
    lang: Lang,
    *,
    caption: str,
    head: Sequence[str],
    digits: int | Mapping[str, int] = 2,
    missing: str = "–",
    figures: Sequence[str] = (),
) -> Table:
    """Return a frame, whose first column names its rows, under headings as given.

    Its columns tell what each number is, or `figures` row by row. A chance below 0.001
    is read as that much, and is in a file the number that it is.
    """
    number = _numbers(lang, digits, missing)

    def written(small: Callable[[float, Lang], str]) -> tuple[tuple[str, ...], ...]:
        columns = [
            [
                small(float(value), lang)
                if what in CHANCES and _is_number(value) and 0 <= value < _LEAST
                else _text(value, lang, missing) or number(value, what)
                for value, what in zip(
                    column, figures or [str(name)] * len(frame), strict=True
                )
            ]
            for name, column in frame.items()
        ]
        return tuple(zip(*columns, strict=True))

    kinds = ["" if any(map(_is_number, frame[name])) else _WORDS for name in frame]
    cells, filed = written(_below), written(_exact)
    return Table(
        caption=caption,
        head=tuple(head),
        cells=cells,
        kinds=tuple(kinds),
        filed=() if filed == cells else filed,
    )


def _is_number(value: object) -> bool:
    return isinstance(value, Real) and not isinstance(value, bool)


def _below(_: float, lang: Lang) -> str:
    return f"< {format_number(_LEAST, lang, digits=3)}"


def _exact(value: float, lang: Lang) -> str:
    return f"{value:.3g}".replace(".", "," if lang == "da" else ".")


def _with_names(table: pd.DataFrame | pd.Series, rows: str, lang: Lang) -> pd.DataFrame:
    """Return the table with what names its rows as the first column."""
    frame = table.to_frame() if isinstance(table, pd.Series) else table
    if max(frame.index.nlevels, frame.columns.nlevels) > 1:
        msg = (
            f"the table has {frame.index.nlevels} levels of rows and "
            f"{frame.columns.nlevels} of columns, and one of each can be shown; "
            "use reset_index() or choose a part"
        )
        raise ValueError(msg)
    if rows:
        names = [_word(str(name), lang) for name in frame.index]
        return pd.concat([pd.Series(names, frame.index, name=rows), frame], axis=1)
    if not isinstance(frame.index, pd.RangeIndex):
        msg = (
            f"the rows {[str(name) for name in frame.index[:3]]} … have no heading; "
            "name them with rows="
        )
        raise ValueError(msg)
    return frame


def _numbers(
    lang: Lang, digits: int | Mapping[str, int], missing: str
) -> Callable[[object, str], str]:
    def number(value: object, column: str) -> str:
        if isinstance(value, int | np.integer):
            return format_number(int(value), lang, digits=0)
        many = digits if isinstance(digits, int) else digits.get(column, 2)
        text = format_number(float(value), lang, digits=many)  # type: ignore[arg-type]
        return missing if text == "–" else text

    return number


def _text(value: object, lang: Lang, missing: str) -> str:
    """Return a cell that is no number in words, else nothing."""
    if isinstance(value, bool | np.bool_):
        return label(f"table.{'yes' if value else 'no'}", lang)
    if isinstance(value, str):
        return value or missing
    return missing if value is None or value is pd.NA else ""


def _word(text: str, lang: Lang) -> str:
    """Return the phrase of that name in `table.toml`, or else the text itself."""
    known = phrases("table")
    return known[text].to(lang) if text in known else text
