"""Recognise the export of a survey system by what stands in it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from lederlib._checks import Bools
from lederlib.answers.intake.folding import fold
from lederlib.answers.intake.sentences import say
from lederlib.answers.intake.sheets import Column, Sheet, keep_rows, where

#: No fewer people are counted here, since a report may set its limit as high as this.
_MANY = 10
_MOST_PARTS = 6
_IMPORT_ID = re.compile(r'^\{\s*"+ImportId')
_CODED = re.compile(r"^(\w+)\[(\w+)\](?:\.\s*(.*))?$", re.S)
_SPOKEN = re.compile(r"^(.*?)\s*\[([^\[\]]+)\]\s*$", re.S)
_TITLED = re.compile(r"^\w+\.\s+(.+)$", re.S)
_QUALTRICS = {
    "respondent": {"responseid"},
    "background": {
        "startdate",
        "enddate",
        "status",
        "ipaddress",
        "progress",
        "durationinseconds",
        "finished",
        "recordeddate",
        "recipientlastname",
        "recipientfirstname",
        "recipientemail",
        "externalreference",
        "externaldatareference",
        "locationlatitude",
        "locationlongitude",
        "distributionchannel",
        "userlanguage",
        "qrecaptchascore",
    },
}
_LIMESURVEY = {
    "respondent": {"id", "responseid", "svarid", "besvarelsesid"},
    "background": {
        "submitdate",
        "datesubmitted",
        "datoforindsendelse",
        "afleveringsdato",
        "lastpage",
        "sidsteside",
        "startlanguage",
        "startsprog",
        "seed",
        "startdate",
        "datestarted",
        "startdato",
        "datestamp",
        "datelastaction",
        "datoforsidstehandling",
        "ipaddr",
        "ipaddress",
        "ipadresse",
        "refurl",
        "referrerurl",
        "token",
        "accesscode",
        "adgangskode",
    },
}
_SURVEYXACT = {
    "respondent": {"respondent", "respondentid", "respondentnr"},
    "background": {
        "status",
        "samletstatus",
        "stato",
        "statoverall",
        "statoverall1",
        "statoverall2",
        "statoverall3",
        "statoverall4",
        "statoverall5",
        "oprettet",
        "created",
        "modified",
        "aendret",
        "sidstaendret",
        "afsluttet",
        "closed",
        "closedtime",
        "completed",
        "email",
        "navn",
        "name",
        "organisation",
        "organization",
        "sprog",
        "language",
        "collect",
        "distributionsstatus",
        "digitalpost",
        "startet",
        "started",
        "svartid",
    },
}
_TELLING = {
    "limesurvey": {"lastpage", "sidsteside", "startlanguage", "startsprog"},
    "surveyxact": {"status", "samletstatus", "stato", "statoverall", "statoverall1"},
}
_TRIALS = {"survey preview", "survey test", "spam", "1", "2", "8"}
_UNFINISHED = ("nogen svar", "ufuldstaendig", "partial", "some answers", "incomplete")


def recognise(sheet: Sheet) -> Sheet:
    """Return the sheet as its survey system means it: names, texts and rows."""
    if sheet.layout == "hands":
        return sheet
    if sheet.layout == "surveyxact":
        return _noted(_mark(sheet, _SURVEYXACT), "surveyxact")
    qualtrics = _qualtrics(sheet)
    if qualtrics is not None:
        return qualtrics
    names = {fold(column.name) for column in sheet.columns}
    coded = sum(bool(_CODED.match(column.name)) for column in sheet.columns) > 1
    # The VV export writes the names below the questions.
    below = {fold(name) for column in sheet.columns for name in column.readings}
    if coded or any(len(each & _TELLING["limesurvey"]) > 1 for each in (names, below)):
        return _limesurvey(sheet)
    grids = sum(" - " in column.name for column in sheet.columns) > 1
    if "respondent" in names and (names & _TELLING["surveyxact"]) and grids:
        return _surveyxact(sheet)
    return _with_readings(sheet, _grid_readings(sheet.columns))


def _qualtrics(sheet: Sheet) -> Sheet | None:
    names = [fold(column.name) for column in sheet.columns]
    telling = {"startdate", "responseid"} <= set(names)
    ids = len(sheet.rows) > 1 and _share_of_ids(sheet) > 1 / 2
    titled = telling and _is_title(sheet, names.index("startdate"))
    if not (ids or titled):
        return None
    heads = 2 if ids else 1
    columns = tuple(
        replace(column, readings=_dashed(str(column.cells[0])))
        for column in sheet.columns
    )
    data = np.arange(len(sheet.rows)) >= heads
    marked = _mark(replace(sheet, columns=columns), _QUALTRICS)
    rest = keep_rows(marked, data)
    rest = keep_rows(rest, ~_trials(rest), "trial_row")
    return _noted(rest, "qualtrics", heads=heads + 1)


def _share_of_ids(sheet: Sheet) -> float:
    third = [str(column.cells[1]) for column in sheet.columns]
    return sum(bool(_IMPORT_ID.match(cell)) for cell in third) / len(third)


def _is_title(sheet: Sheet, place: int) -> bool:
    if not len(sheet.rows):
        return False
    return fold(str(sheet.columns[place].cells[0])) == "startdate"


def _trials(sheet: Sheet) -> Bools:
    for column in sheet.columns:
        if fold(column.name) == "status":
            return where(column, lambda word: word.casefold() in _TRIALS)
    return np.zeros(len(sheet.rows), dtype=bool)


def _limesurvey(sheet: Sheet) -> Sheet:
    readings = [_bracketed(column.name) for column in sheet.columns]
    marked = _mark(_with_readings(sheet, readings), _LIMESURVEY)
    return _noted(marked, "limesurvey")


def _bracketed(name: str) -> tuple[str, ...]:
    coded, spoken, titled = (shape.match(name) for shape in (_CODED, _SPOKEN, _TITLED))
    if coded:
        question, part, text = coded.groups()
        inner = _SPOKEN.match(text or "")
        texts = [inner[2], text] if inner else [text] if text else []
        number = re.sub(r"^[A-Za-z]+0*", "", part)
        return (part, *texts, f"{question}_{part}", f"{question}_{number}")
    if spoken:
        return (spoken[2], f"{spoken[1]} {spoken[2]}")
    return (titled[1],) if titled else ()


def _surveyxact(sheet: Sheet) -> Sheet:
    readings = [_dashed(column.name)[1:] for column in sheet.columns]
    marked = _mark(_with_readings(sheet, readings), _SURVEYXACT)
    unfinished = _unfinished(marked)
    noted = _noted(marked, "surveyxact")
    if not unfinished:
        return noted
    few = unfinished < _MANY
    note = say("note_unfinished_some" if few else "note_unfinished", count=unfinished)
    return replace(noted, notes=(*noted.notes, note))


def _unfinished(sheet: Sheet) -> int:
    count = 0
    for column in sheet.columns:
        if fold(column.name) in {"status", "samletstatus"}:
            begun = where(
                column, lambda word: fold(word).startswith(_UNFINISHED_FOLDED)
            )
            count += int(begun.sum())
    return count


_UNFINISHED_FOLDED = tuple(fold(word) for word in _UNFINISHED)


def _dashed(name: str) -> tuple[str, ...]:
    """Return the text of a question and every part of it that a dash leads in."""
    parts = name.split(" - ")
    last = range(max(1, len(parts) - _MOST_PARTS), len(parts))
    return (name, *(" - ".join(parts[start:]) for start in last))


def _grid_readings(columns: Sequence[Column]) -> list[tuple[str, ...]]:
    """Return the item's text of columns that share the text of their question."""
    heads = Counter(column.name.split(" - ")[0] for column in columns)
    asked = Counter(_asked(column.name) for column in columns)
    return [
        column.readings
        + tuple(reading for text in column.readings for reading in _dashed(text)[1:])
        + (_dashed(column.name)[1:] if heads[column.name.split(" - ")[0]] > 1 else ())
        + (_bracketed(column.name) if asked[_asked(column.name)] > 1 else ())
        for column in columns
    ]


def _asked(name: str) -> str:
    spoken = _SPOKEN.match(name)
    return spoken[1] if spoken else name


def _with_readings(sheet: Sheet, readings: Sequence[tuple[str, ...]]) -> Sheet:
    columns = tuple(
        replace(column, readings=tuple(dict.fromkeys((*texts, *column.readings))))
        for column, texts in zip(sheet.columns, readings, strict=True)
    )
    return replace(sheet, columns=columns)


def _mark(sheet: Sheet, metadata: dict[str, set[str]]) -> Sheet:
    def role(column: Column) -> str:
        called = {fold(name) for name in (column.name, *column.readings)}
        return next((kind for kind, names in metadata.items() if called & names), "")

    columns = tuple(replace(column, metadata=role(column)) for column in sheet.columns)
    return replace(sheet, columns=columns)


def _noted(sheet: Sheet, layout: str, **values: object) -> Sheet:
    note = say(f"note_{layout}", **values)
    return replace(sheet, layout=layout, notes=(*sheet.notes, note))
