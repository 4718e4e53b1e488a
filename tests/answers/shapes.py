"""Files in the shapes of real exports, with answers of their own.

Every shape is a function of the folder that writes one file and returns its path. The
answers are eleven people's; `COLOURS` and `ITEMS` say what every reader must find.
"""

import csv
import html
import json
import struct
import zipfile

import openpyxl
import pandas as pd
import pyreadstat
from openpyxl.styles import numbers

from lederlib.answers import read_scale

SCALE = read_scale()
FACTORS = {"values": "Værdier", "physical_environment": "Fysisk arbejdsmiljø"}
ENGLISH = {"values": "Values", "physical_environment": "Physical work environment"}
COLOURS = {
    "values": [0, 0.5, 0.5, 1, 1, 1, 0, 0.5, 1, 1, 0.5],
    "physical_environment": [1, 1, 0, 0, 0.5, 0.5, 0.5, 1, 0, 0, 0],
}
STATEMENTS = [item for item in SCALE.items if item.factor == "onboarding"]
ITEMS = {
    "onboarding_1": [1, 2, 3, 4, 5, 5, 4, 2, 2, 1, 3],
    "onboarding_2": [5, 4, 4, 3, 2, 1, 1, 2, 3, 5, 4],
    "onboarding_3": [2, 2, 1, 3, 4, 5, 3, 4, 1, 2, 5],
}
PEOPLE = [f"Person {number}" for number in range(11)]
DANISH = {0: "Rød", 0.5: "Gul", 1: "Grøn"}
AGREE = ["Helt uenig", "Uenig", "Hverken enig eller uenig", "Enig", "Helt enig"]


def colour_rows(names=FACTORS, words=DANISH, *, person="Deltager"):
    """Return a header and a row for each person, in the words given."""
    head = [person, *(names[key] for key in COLOURS)]
    cells = zip(*COLOURS.values(), strict=True)
    return [
        head,
        *([who, *map(words.get, row)] for who, row in zip(PEOPLE, cells, strict=True)),
    ]


def item_rows(texts=None, words=None):
    """Return a header and a row for each person with answers to three statements."""
    texts = texts or [item.text.da for item in STATEMENTS]
    say = words or {number: number for number in range(1, 6)}
    cells = zip(*ITEMS.values(), strict=True)
    return [
        ["Deltager", *texts],
        *([who, *map(say.get, row)] for who, row in zip(PEOPLE, cells, strict=True)),
    ]


def steps(words):
    """Return what the five answers are called."""
    return dict(enumerate(words, 1))


def as_csv(path, rows, *, encoding="utf-8", separator=";", quoting=csv.QUOTE_MINIMAL):
    with path.open("w", newline="", encoding=encoding) as stream:
        csv.writer(stream, delimiter=separator, quoting=quoting).writerows(rows)
    return path


def as_xlsx(path, *sheets, hidden=(), percent=False):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    page = book.worksheets[0]
    for row in hidden:
        page.row_dimensions[row].hidden = True
    if percent:
        for row in page.iter_rows(min_row=2, min_col=2):
            for cell in row:
                cell.number_format = numbers.FORMAT_PERCENTAGE
    book.save(path)
    return path


def as_sav(path, table, titles, labels, *, write=pyreadstat.write_sav):
    write(pd.DataFrame(table), path, column_labels=titles, variable_value_labels=labels)
    return path


def as_ods(path, rows, *, filtered=()):
    """Write the part of an OpenDocument spreadsheet that holds its cells."""
    lines = []
    for number, row in enumerate(rows, 1):
        look = ' table:visibility="filter"' if number in filtered else ""
        cells = "".join(
            '<table:table-cell office:value-type="string">'
            f"<text:p>{html.escape(str(cell))}</text:p></table:table-cell>"
            for cell in row
        )
        lines.append(f"<table:table-row{look}>{cells}</table:table-row>")
    lines.append('<table:table-row table:number-rows-repeated="1048000"/>')
    space = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{space}:office:1.0" '
        f'xmlns:table="{space}:table:1.0" xmlns:text="{space}:text:1.0"><office:body>'
        '<office:spreadsheet><table:table table:name="Svar">'
        + "".join(lines)
        + "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        parts.writestr("content.xml", content)
    return path


def as_xls(path, rows, *records):
    """Write a workbook in the oldest of Excel's formats, `records` before its cells."""
    data = struct.pack("<HHHH", 0x09, 4, 2, 0x10)
    for kind, body in records:
        data += struct.pack("<HH", kind, len(body)) + body
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            text = str(cell).encode("cp1252")
            body = struct.pack("<HHBBBB", number, place, 0, 0, 0, len(text)) + text
            data += struct.pack("<HH", 0x04, len(body)) + body
    path.write_bytes(data + struct.pack("<HH", 0x0A, 0))
    return path


def as_html(path, rows):
    lines = [
        "<tr>" + "".join(f"<td>{html.escape(str(cell))}</td>" for cell in row) + "</tr>"
        for row in rows
    ]
    path.write_text(
        f"<html><body><p>Udtræk</p><table>{''.join(lines)}</table></body></html>",
        encoding="utf-8",
    )
    return path


def sav_items(path, order, labels, **options):
    """Write statements in SPSS: `order` maps an answer 1–5 to its code."""
    table = {
        f"v{number}": [float(order(value)) for value in values]
        for number, values in enumerate(ITEMS.values())
    }
    titles = [f"Hvor enig er du? - {item.text.da}" for item in STATEMENTS]
    return as_sav(path, table, titles, dict.fromkeys(table, labels), **options)


def qualtrics(path):
    names = ["StartDate", "ResponseId", "Q5_1", "Q5_2", "Q5_2_TEXT"]
    heads = [
        "Start Date",
        "Response ID",
        "Værdier - Selected Choice",
        "Fysisk arbejdsmiljø - Selected Choice",
        "Værdier - Andet - Text",
    ]
    ids = [json.dumps({"ImportId": name}) for name in names]
    body = [
        ["2026-01-01", f"R_{n}", *row[1:], ""]
        for n, row in enumerate(colour_rows()[1:])
    ]
    return as_csv(path, [names, heads, ids, *body], separator=",")


def survey_workbook(path, order):
    """Write variables, labels and dataset as sheets in the order given."""
    names = [f"s_{number}" for number in (7, 8, 9)]
    sheets = {
        "Variables": [["Variable", "Description"], ["respondentid", "Respondent"]]
        + [
            [n, f"Hvor enig? - {i.text.da}"]
            for n, i in zip(names, STATEMENTS, strict=True)
        ],
        "Labels": [["Variable", "Value", "Label"]]
        + [[n, 6 - v, AGREE[v - 1]] for n in names for v in range(1, 6)],
        "Dataset": [["respondentid", *names]]
        + [
            [n, *(6 - value for value in row)]
            for n, row in enumerate(zip(*ITEMS.values(), strict=True))
        ],
    }
    return as_xlsx(path, *((name, sheets[name]) for name in order))


def turned(rows):
    return [list(row) for row in zip(*rows, strict=True)]


def with_prefix(prefix, suffix=""):
    return {key: f"{prefix}{name}{suffix}" for key, name in FACTORS.items()}


def numbered(pattern):
    return {
        key: pattern.format(number=number, name=name)
        for number, (key, name) in enumerate(FACTORS.items(), 1)
    }


def garbled(path):
    text = "\n".join(";".join(row) for row in colour_rows())
    return _written(path, text.encode("utf-8").decode("cp1252").encode("utf-8"))


def _written(path, data):
    path.write_bytes(data)
    return path


def lost(path):
    text = "\n".join(";".join(row) for row in colour_rows())
    return _written(
        path, text.encode("cp1252").decode("utf-8", "replace").encode("utf-8")
    )


def quoted_lines(path):
    lines = [";".join(row) for row in colour_rows()]
    return _written(path, "\n".join(f'"{line}"' for line in lines).encode())


def blocks(path):
    rows = colour_rows()
    area = ["", "Arbejdspladsen", ""]
    return as_xlsx(path, ("Svar", [["Måling 2026"], [], area, *rows]))


GRADE = [
    "I meget ringe grad",
    "I ringe grad",
    "I nogen grad",
    "I høj grad",
    "I meget høj grad",
]
OFTEN = ["Never", "Rarely", "Sometimes", "Often", "Always"]
PLEASED = [
    "Meget utilfreds",
    "Utilfreds",
    "Hverken eller",
    "Tilfreds",
    "Meget tilfreds",
]
QUALITY = {0: "Dårlig", 0.5: "Middel", 1: "God"}

#: name -> (writes the file, the words that must be told in English)
COLOUR_SHAPES = {
    "title above": (
        lambda f: as_xlsx(f / "a.xlsx", ("Ark1", [["Titel"], [], *colour_rows()])),
        ["row 3"],
    ),
    "title in a text": (
        lambda f: as_csv(f / "a.csv", [["Måling"], [], *colour_rows()]),
        ["row 3"],
    ),
    "areas above": (lambda f: blocks(f / "a.xlsx"), ["row 4"]),
    "second sheet": (
        lambda f: as_xlsx(
            f / "a.xlsx",
            ("Vejledning", [["Læs mig"], ["Udfyld"]]),
            ("Data", colour_rows()),
        ),
        ["“Data”", "“Vejledning”"],
    ),
    "people as columns": (
        lambda f: as_xlsx(f / "a.xlsx", ("Ark1", turned(colour_rows()))),
        ["People stand as columns"],
    ),
    "hidden by a filter": (
        lambda f: as_xlsx(
            f / "a.xlsx",
            ("Ark1", [*colour_rows(), ["X", "Rød", "Rød"], ["Y", "Rød", "Rød"]]),
            hidden=(13, 14),
        ),
        ["hides in the sheet: 2 (13, 14)"],
    ),
    "hidden in ods": (
        lambda f: as_ods(
            f / "a.ods", [*colour_rows(), ["X", "Rød", "Rød"]], filtered=(13,)
        ),
        ["hides in the sheet: 1 (13)"],
    ),
    "a footer": (
        lambda f: _written(
            f / "a.csv",
            as_csv(f / "a.csv", colour_rows()).read_bytes() + b"Antal svar: 11\n",
        ),
        ["no people: 1"],
    ),
    "sheet per team": (
        lambda f: as_xlsx(
            f / "a.xlsx",
            ("Øst", colour_rows()[:6]),
            ("Vest", [colour_rows()[0], *colour_rows()[6:]]),
        ),
        ["“Øst”, “Vest”", "groups"],
    ),
    "a copy of the sheet": (
        lambda f: as_xlsx(
            f / "a.xlsx", ("Svar", colour_rows()), ("Svar (2)", colour_rows())
        ),
        ["not counted: “Svar (2)”"],
    ),
    "below response": (
        lambda f: as_csv(
            f / "a.csv",
            [colour_rows()[0], ["", "Response", "Response"], *colour_rows()[1:]],
        ),
        [],
    ),
    "mac": (
        lambda f: as_csv(f / "a.csv", colour_rows(), encoding="mac_roman"),
        ["MacRoman"],
    ),
    "dos": (lambda f: as_csv(f / "a.csv", colour_rows(), encoding="cp850"), ["CP850"]),
    "utf-16 without mark": (
        lambda f: as_csv(f / "a.csv", colour_rows(), encoding="utf-16-le"),
        ["UTF-16"],
    ),
    "garbled": (lambda f: garbled(f / "a.csv"), ["garbled"]),
    "lost letters": (lambda f: lost(f / "a.csv"), ["are lost"]),
    "lines in quotes": (lambda f: quoted_lines(f / "a.csv"), ["quotation marks"]),
    "html called xls": (lambda f: as_html(f / "a.xls", colour_rows()), ["web page"]),
    "old xls": (lambda f: as_xls(f / "a.xls", colour_rows()), []),
    "ods": (lambda f: as_ods(f / "a.ods", colour_rows()), ["“Svar”"]),
    "qualtrics choice": (lambda f: qualtrics(f / "a.csv"), ["Qualtrics"]),
    "question number": (
        lambda f: as_csv(
            f / "a.csv", colour_rows(numbered("Spørgsmål {number}: {name}"))
        ),
        ["name that stands inside"],
    ),
    "letter": (lambda f: as_csv(f / "a.csv", colour_rows(with_prefix("C) "))), []),
    "zero number": (
        lambda f: as_csv(f / "a.csv", colour_rows(numbered("0{number} {name}"))),
        [],
    ),
    "range": (
        lambda f: as_csv(f / "a.csv", colour_rows(with_prefix("", " (1-3)"))),
        [],
    ),
    "factor": (lambda f: as_csv(f / "a.csv", colour_rows(with_prefix("Faktor: "))), []),
    "matrix": (
        lambda f: as_csv(
            f / "a.csv", colour_rows(with_prefix("Hvordan går det? [", "]"))
        ),
        [],
    ),
    "moodle": (
        lambda f: as_csv(f / "a.csv", colour_rows(numbered("Q0{number}_{name}"))),
        [],
    ),
    "tags": (
        lambda f: as_csv(
            f / "a.csv", colour_rows(with_prefix("<p><b>", "</b>&nbsp;</p>"))
        ),
        [],
    ),
    "line breaks": (
        lambda f: as_csv(f / "a.csv", colour_rows(with_prefix("Giv en farve\n\n"))),
        [],
    ),
    "english": (
        lambda f: as_csv(
            f / "a.csv",
            colour_rows(ENGLISH, {0: "red", 0.5: "yellow", 1: "green"}),
            separator=",",
        ),
        [],
    ),
    "good and bad": (
        lambda f: as_csv(f / "a.csv", colour_rows(words=QUALITY)),
        ["good and bad"],
    ),
    "unseen signs": (
        lambda f: as_csv(
            f / "a.csv",
            colour_rows(words={k: f"\u200b{v}\u00a0;" for k, v in DANISH.items()}),
            separator=",",
        ),
        [],
    ),
    "duplicate remarks": (
        lambda f: as_csv(
            f / "a.csv",
            [
                [*row, "Note" if n == 0 else "x", "Note" if n == 0 else ""]
                for n, row in enumerate(colour_rows())
            ],
        ),
        ["share a name"],
    ),
    "all anonymous": (
        lambda f: as_csv(
            f / "a.csv",
            [
                [row[0] if n == 0 else "Anonym", *row[1:]]
                for n, row in enumerate(colour_rows())
            ],
        ),
        ["every row is a person"],
    ),
    "codes turned": (
        lambda f: as_sav(
            f / "a.sav",
            {
                f"k{n}": [3.0 - 2 * v for v in values]
                for n, values in enumerate(COLOURS.values())
            },
            list(FACTORS.values()),
            {"k0": {1: "God", 2: "Middel", 3: "Dårlig"}, "k1": {1: "Grøn", 3: "Rød"}},
        ),
        ["lowest number means most"],
    ),
}
ITEM_SHAPES = {
    "mean row": (
        lambda f: as_xlsx(f / "a.xlsx", ("Ark1", [*item_rows(), ["Snit", 3, 3, 3]])),
        ["means, sums and the like, which are no people: 1 (13)"],
    ),
    "count row": (
        lambda f: as_csv(f / "a.csv", [*item_rows(), ["I alt", 5, 5, 5]]),
        ["no people: 1 (13)"],
    ),
    "formula row": (
        lambda f: as_xlsx(
            f / "a.xlsx",
            (
                "Ark1",
                [
                    *item_rows(),
                    ["", "=AVERAGE(B2:B12)", "=AVERAGE(C2:C12)", "=AVERAGE(D2:D12)"],
                ],
            ),
        ),
        ["no people: 1 (13)"],
    ),
    "degree": (
        lambda f: as_csv(f / "a.csv", item_rows(words=steps(GRADE))),
        ["degree with 5 steps"],
    ),
    "frequency": (
        lambda f: as_csv(f / "a.csv", item_rows(words=steps(OFTEN))),
        ["frequency with 5 steps"],
    ),
    "satisfaction": (
        lambda f: as_csv(f / "a.csv", item_rows(words=steps(PLEASED))),
        ["satisfaction"],
    ),
    "word (number)": (
        lambda f: as_csv(
            f / "a.csv",
            item_rows(words={n: f"{w} ({n})" for n, w in steps(AGREE).items()}),
        ),
        [],
    ),
    "word (number turned)": (
        lambda f: as_csv(
            f / "a.csv",
            item_rows(words={n: f"{w} ({6 - n})" for n, w in steps(AGREE).items()}),
        ),
        ["lowest number means most"],
    ),
    "number - word": (
        lambda f: as_csv(
            f / "a.csv",
            item_rows(words={n: f"{n} - {w}" for n, w in steps(AGREE).items()}),
        ),
        [],
    ),
    "spss turned degree": (
        lambda f: sav_items(
            f / "a.sav", lambda v: 6 - v, {6 - n: w for n, w in steps(GRADE).items()}
        ),
        ["lowest number means most"],
    ),
    "spss poles": (
        lambda f: sav_items(
            f / "a.sav", lambda v: v, {1: "Strongly disagree", 5: "Strongly agree"}
        ),
        [],
    ),
    "spss poles turned": (
        lambda f: sav_items(
            f / "a.sav", lambda v: 6 - v, {5: "Helt uenig", 1: "Helt enig"}
        ),
        ["lowest number means most"],
    ),
    "spss zero to four, poles": (
        lambda f: sav_items(
            f / "a.sav", lambda v: v - 1, {0: "Helt uenig", 4: "Helt enig"}
        ),
        [],
    ),
    "stata": (
        lambda f: sav_items(
            f / "a.dta",
            lambda v: v,
            steps(AGREE),
            write=lambda t, p, variable_value_labels, column_labels: (
                pyreadstat.write_dta(
                    t.astype(int),
                    p,
                    column_labels=[c[:80] for c in column_labels],
                    variable_value_labels=variable_value_labels,
                )
            ),
        ),
        ["Stata"],
    ),
    "limesurvey in R": (
        lambda f: as_csv(
            f / "a.csv", item_rows([f"onboarding_SQ00{n}" for n in (1, 2, 3)])
        ),
        [],
    ),
    "surveyxact": (
        lambda f: survey_workbook(f / "a.xlsx", ("Variables", "Labels", "Dataset")),
        ["SurveyXact"],
    ),
    "surveyxact, another order": (
        lambda f: survey_workbook(f / "a.xlsx", ("Dataset", "Labels", "Variables")),
        ["SurveyXact"],
    ),
}
