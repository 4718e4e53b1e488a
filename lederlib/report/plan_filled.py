"""Read what a group predicted on the action cards of its plan."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from lederlib.answers import AnswersError
from lederlib.report.documents import require_documents
from lederlib.report.themes import theme_key
from lederlib.text import LANGS, both, phrase

_LARGEST = 20_000_000
_CELLS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What stands on one card; "" where nothing was filled in."""

    theme: str
    key: str | None
    prediction: str
    sign: str


def read_cards(path: str | Path) -> tuple[Card, ...]:
    """Return the action cards of a filled-in plan, in either language.

    Parameters
    ----------
    path : str or Path
        A plan that `lederlib.report.write_report` wrote as .docx.

    Raises
    ------
    AnswersError
        If there is no such file, it is no document, or it has no card of ours.
    """
    file = Path(path)
    require_documents(file.name)
    cards = tuple(_cards(_opened(file)))
    if not cards:
        field = phrase("plan.prediction")
        raise AnswersError(both("change.plan_no_cards", file=file.name, field=field))
    return cards


def _opened(file: Path) -> Any:  # noqa: ANN401 - python-docx is an extra
    from docx import Document  # noqa: PLC0415
    from docx.opc.exceptions import OpcError  # noqa: PLC0415

    if not file.exists():
        raise AnswersError(both("answers.no_file", file=file))
    unreadable = AnswersError(both("change.plan_unreadable", file=file.name))
    if not file.is_file() or file.stat().st_size > _LARGEST:
        raise unreadable
    try:
        return Document(str(file))
    except (OpcError, BadZipFile, SyntaxError, KeyError, ValueError, OSError):
        raise unreadable from None


def _cards(document: Any) -> Iterator[Card]:  # noqa: ANN401
    """Yield each card; the words last seen above its table are its theme."""
    above = ""
    for part in document.iter_inner_content():
        if not hasattr(part, "rows"):
            above = part.text.strip() or above
            continue
        rows = dict(_fields(part))
        if "prediction" in rows:
            theme = rows.get("theme_write") or above
            yield Card(
                theme=theme,
                key=theme_key(theme),
                prediction=rows["prediction"],
                sign=rows.get("sign", ""),
            )


def _fields(table: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    """Yield the fields of a card that are needed here, with what was filled in."""
    known = {
        phrase(f"plan.{key}").to(lang): key
        for key in ("prediction", "sign", "theme_write")
        for lang in LANGS
    }
    for row in table.rows:
        cells = [cell.text.strip() for cell in row.cells]
        name = cells[0].partition("\n")[0].strip() if len(cells) >= _CELLS else ""
        if name in known:
            yield known[name], _printable(cells[1])


def _printable(text: str) -> str:
    return "".join(sign for sign in text if sign.isprintable() or sign == "\n")
