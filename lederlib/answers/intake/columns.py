"""Find out what each column of a file stands for."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

import pandas as pd

from lederlib.answers.intake.answers import AnswersError
from lederlib.answers.intake.folding import fold
from lederlib.answers.intake.headers import plain_header, unwrap
from lederlib.answers.intake.known_words import BACKGROUND, GROUP, RESPONDENT
from lederlib.answers.intake.moments import open_slot
from lederlib.answers.intake.names import Meaning, known_names, meaning_of
from lederlib.answers.intake.sentences import listed, say, shown
from lederlib.answers.intake.sheets import Column, Sheet, is_empty
from lederlib.answers.scales import Scale
from lederlib.catalogue import balance_items
from lederlib.text import Phrase

_MOST_TOLD = 5
_LONGEST_NEAR = 300
ANSWERED = ("factor", "item", "balance")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A column and what it stands for.

    `wrapped` says that its header holds more than the name that is meant.
    """

    column: Column
    meaning: Meaning
    nearest: str = ""
    wrapped: bool = False

    @property
    def role(self) -> str:
        """What the column is used as."""
        return self.meaning.role


def place_columns(sheet: Sheet, scale: Scale, group: str | None) -> tuple[Placed, ...]:
    """Return every column with what it stands for.

    Raises
    ------
    AnswersError
        If two columns have the same name or mean the same, if none is known, or if
        `group` is not among them.
    """
    slots = _open_slots(sheet)
    chosen = _group_column(sheet, group) if group is not None else None
    placed = tuple(
        _place(column, scale, slots, chosen, sheet.layout) for column in sheet.columns
    )
    placed = _settled(_one_respondent(placed))
    _require_clear(placed, sheet, scale)
    _require_named_once(placed, sheet)
    _require_meant_once(placed, sheet)
    if not any(each.role in ANSWERED for each in placed):
        raise _nothing_known(placed, sheet)
    return placed


def columns_table(placed: Sequence[Placed]) -> pd.DataFrame:
    """Return one row per column: its name, its role, its key and the nearest name."""
    rows = [
        (each.column.name, each.role, each.meaning.key, each.nearest) for each in placed
    ]
    return pd.DataFrame(rows, columns=["found", "role", "key", "nearest"], dtype="str")


def wrapped_notes(placed: Sequence[Placed]) -> tuple[Phrase, ...]:
    """Return which headers were known by a name inside them, and which share one."""
    pairs = [
        (shown(each.column.name), each.meaning.key) for each in placed if each.wrapped
    ]
    first = ", ".join(f"{name} = {key}" for name, key in pairs[:_MOST_TOLD])
    more = ", …" if len(pairs) > _MOST_TOLD else ""
    notes = [say("note_wrapped", names=first + more)] if pairs else []
    twice = [
        name
        for name, count in Counter(
            each.column.name for each in placed if each.role not in ANSWERED
        ).items()
        if name and count > 1
    ]
    if twice:
        notes.append(say("note_same_name", columns=listed(twice)))
    return tuple(notes)


def open_notes(sheet: Sheet) -> tuple[Phrase, ...]:
    """Return what a group called the balance items that it named itself."""
    return tuple(
        say("note_open" if key else "note_no_slot", slot=key, name=shown(name))
        for (_, name), key in _open_keys(sheet).items()
    )


def _place(
    column: Column,
    scale: Scale,
    slots: dict[str, str],
    chosen: Column | None,
    layout: str,
) -> Placed:
    if column is chosen:
        return Placed(column=column, meaning=Meaning(role="group", key=column.name))
    found, wrapped = _known_meaning(column, scale, slots, layout)
    if found:
        return Placed(column=column, meaning=found, wrapped=wrapped)
    other = _other_role(column, chosen)
    close = _nearest(column, scale) if other == "unplaced" else ""
    return Placed(column=column, meaning=Meaning(role=other), nearest=close)


def _known_meaning(
    column: Column, scale: Scale, slots: dict[str, str], layout: str
) -> tuple[Meaning | None, bool]:
    """Return what a column means, and whether its header holds more than that."""
    if column.metadata:
        return None, False
    if column.name in slots:
        return Meaning(role="balance", key=slots[column.name]), False
    names = (column.name, *column.readings)
    # An export's short name may look like a key; the question's text decides.
    ordered = (*names[1:], names[0]) if layout == "qualtrics" else names
    plain = (meaning_of(plain_header(name), scale) for name in ordered)
    found = next((meaning for meaning in plain if meaning), None)
    if found:
        return found, False
    bare = (unwrap(name, scale).meaning for name in ordered)
    return next((meaning for meaning in bare if meaning), None), True


def _settled(placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """Let a plain name count before a wrapped one, and answers before none."""
    meant: dict[tuple[str, str], list[Placed]] = {}
    for each in placed:
        if each.role in ANSWERED:
            meant.setdefault((each.role, each.meaning.key), []).append(each)
    losing: list[Placed] = []
    for rivals in meant.values():
        for worse in (
            lambda each: is_empty(each.column).all(),
            lambda each: each.wrapped,
        ):
            left = [each for each in rivals if each not in losing]
            weak = [each for each in left if worse(each)]
            losing += weak if len(weak) < len(left) else []
    return tuple(
        replace(each, meaning=Meaning(role="unplaced"), wrapped=False)
        if each in losing
        else each
        for each in placed
    )


def _other_role(column: Column, chosen: Column | None) -> str:
    if column.metadata:
        return column.metadata
    names = {fold(name) for name in (column.name, *column.readings)}
    if names & set(RESPONDENT):
        return "respondent"
    if names & set(GROUP):
        return "background" if chosen else "group"
    return "background" if names & set(BACKGROUND) else "unplaced"


def _nearest(column: Column, scale: Scale) -> str:
    known = known_names(scale)
    texts = [
        fold(text)
        for text in (column.name, *column.readings)
        if 0 < len(text) < _LONGEST_NEAR
    ]
    close = [get_close_matches(text, known, n=1, cutoff=0.7) for text in texts]
    return next((known[match[0]] for match in close if match), "")


def _group_column(sheet: Sheet, group: str) -> Column:
    for column in sheet.columns:
        if group == column.name:
            return column
    for column in sheet.columns:
        if fold(group) in {fold(name) for name in (column.name, *column.readings)}:
            return column
    names = [column.name for column in sheet.columns]
    close = get_close_matches(group, names, n=1, cutoff=0) or [""]
    raise AnswersError(
        say(
            "no_group",
            file=sheet.source,
            row=sheet.header,
            group=shown(group),
            nearest=shown(close[0]),
        )
    )


def _open_keys(sheet: Sheet) -> dict[tuple[str, str], str]:
    free = {
        side: [each.key for each in balance_items() if each.open and each.side == side]
        for side in ("load", "resource")
    }
    taken: dict[tuple[str, str], str] = {}
    for column in sheet.columns:
        slot = open_slot(column.name)
        if slot is None or _is_known_balance(slot[1]):
            continue
        side, name, _ = slot
        if (side, name) not in taken:
            taken[side, name] = free[side].pop(0) if free[side] else ""
    return taken


def _is_known_balance(name: str) -> bool:
    known = {
        fold(text)
        for each in balance_items()
        for text in (each.key, each.name.da, each.name.en, each.text.da, each.text.en)
    }
    return fold(name) in known


def _open_slots(sheet: Sheet) -> dict[str, str]:
    keys = _open_keys(sheet)
    named = ((column.name, open_slot(column.name)) for column in sheet.columns)
    return {
        column: f"{keys[slot[0], slot[1]]}_{slot[2]}"
        for column, slot in named
        if slot and keys.get((slot[0], slot[1]))
    }


def _one_respondent(placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """Let the first column that names people do so; any other is background."""
    first = next((each for each in placed if each.role == "respondent"), None)
    return tuple(
        replace(each, meaning=Meaning(role="background"))
        if each.role == "respondent" and each is not first
        else each
        for each in placed
    )


def _require_clear(placed: Sequence[Placed], sheet: Sheet, scale: Scale) -> None:
    """Refuse a header in which several known names stand, over cells with something."""
    for each in placed:
        if each.role != "unplaced" or is_empty(each.column).all():
            continue
        several = unwrap(each.column.name, scale).several
        if several:
            raise AnswersError(
                say(
                    "ambiguous_header",
                    file=sheet.source,
                    row=sheet.header,
                    column=shown(each.column.name),
                    names=listed(several),
                )
            )


def _require_named_once(placed: Sequence[Placed], sheet: Sheet) -> None:
    seen: dict[tuple[str, str], Column] = {}
    for each in placed:
        if each.role not in ANSWERED:
            continue
        column = each.column
        first = seen.setdefault((column.name, each.meaning.key), column)
        if column.name and first is not column:
            raise AnswersError(
                say(
                    "same_name",
                    file=sheet.source,
                    row=sheet.header,
                    column=shown(column.name),
                    first=first.place,
                    second=column.place,
                )
            )


def _require_meant_once(placed: Sequence[Placed], sheet: Sheet) -> None:
    seen: dict[tuple[str, str], Placed] = {}
    for each in placed:
        if each.role not in ANSWERED:
            continue
        first = seen.setdefault((each.role, each.meaning.key), each)
        if first is not each:
            raise AnswersError(
                say(
                    "same_meaning",
                    file=sheet.source,
                    row=sheet.header,
                    first=shown(first.column.name),
                    first_place=first.column.place,
                    second=shown(each.column.name),
                    second_place=each.column.place,
                    meaning=each.meaning.key,
                )
            )


def _nothing_known(placed: Sequence[Placed], sheet: Sheet) -> AnswersError:
    for each in placed:
        if each.nearest:
            return AnswersError(
                say(
                    "unknown_columns_near",
                    file=sheet.source,
                    row=sheet.header,
                    column=shown(each.column.name),
                    nearest=shown(each.nearest),
                )
            )
    names = listed([each.column.name for each in placed if each.column.name])
    return AnswersError(
        say("unknown_columns", file=sheet.source, row=sheet.header, columns=names)
    )
