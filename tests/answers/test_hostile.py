"""A file that is made to harm is refused in a moment, and with little memory."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

resource = pytest.importorskip("resource")
pytestmark = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="needs Linux to tell the memory"
)
MOST = 1_000_000_000
READ = f"""
import json, resource, sys
from pathlib import Path
from lederlib.answers import AnswersError, read_answers
resource.setrlimit(resource.RLIMIT_AS, (3 * {MOST}, 3 * {MOST}))
try:
    found = str(len(read_answers(sys.argv[1]).respondents))
except AnswersError as error:
    found = error.phrase.da
# What getrusage tells is the most that the parent ever held, too.
lines = Path("/proc/self/status").read_text().splitlines()
used = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) * 1024
print(json.dumps([found, used]))
"""
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
FORMAT = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def workbook(path, rows, strings=()):
    link = '<Relationship Id="{0}" Type="' + KINDS + '/{1}" Target="{2}"/>'
    shared = "".join(f"<si><t>{text}</t></si>" for text in strings)
    files = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{FORMAT}.sheet.main+xml"/>'
        '<Override PartName="/xl/sharedStrings.xml" '
        f'ContentType="{FORMAT}.sharedStrings+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{LINKS}">'
        + link.format("r1", "officeDocument", "xl/workbook.xml")
        + "</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{KINDS}"><sheets>'
        '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{LINKS}">'
        + link.format("r1", "worksheet", "worksheets/sheet1.xml")
        + link.format("r2", "sharedStrings", "sharedStrings.xml")
        + "</Relationships>",
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{shared}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>'
        f"{rows}</sheetData></worksheet>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, text in files.items():
            parts.writestr(name, text)
    return path


def spent():
    """Return the seconds of processor that our children have had."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def cell(place, text):
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def shared(place):
    return f'<c r="{place}" t="s"><v>0</v></c>'


def far(path):
    rows = f'<row r="1">{cell("A1", "Onboarding")}</row>'
    rows += f'<row r="1048576">{cell("XFD1048576", "x")}</row>'
    return workbook(path, rows)


def one_string(path, *, columns, text):
    letters = "ABCDEFGHIJ"[:columns]
    rows = "".join(
        f'<row r="{row}">{"".join(shared(f"{name}{row}") for name in letters)}</row>'
        for row in range(1, 6_000 // columns + 1)
    )
    return workbook(path, rows, [text * (1_000_000 // len(text))])


def many(path):
    row = "<row>" + "<c><v>1</v></c>" * 1_000 + "</row>"
    return workbook(path, row * 19_000)


def repeated(path):
    space = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{space}:office:1.0" '
        f'xmlns:table="{space}:table:1.0" xmlns:text="{space}:text:1.0">'
        '<table:table table:name="a"><table:table-row '
        'table:number-rows-repeated="1048576"><table:table-cell '
        'table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>'
        "</table:table-row></table:table></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        parts.writestr("content.xml", content)
    return path


def entities(path):
    lines = ['<!ENTITY a0 "x">']
    lines += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)]
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE w [' + "".join(lines) + "]>"
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">&a11;'
        "</Workbook>",
        encoding="utf-8",
    )
    return path


FILES = {
    "a cell in the last corner": ("a.xlsx", far),
    "one string shared by 6,000 cells": (
        "a.xlsx",
        lambda path: one_string(path, columns=2, text="x"),
    ),
    "one header of many dashes": (
        "a.xlsx",
        lambda path: one_string(path, columns=10, text="Om - d "),
    ),
    "19 million cells": ("a.xlsx", many),
    "rows and columns repeated": ("a.ods", repeated),
    "words within words": ("a.xml", entities),
}


@pytest.mark.parametrize(("name", "make"), FILES.values(), ids=FILES)
def test_a_hostile_file_gets_one_sentence_in_a_moment(tmp_path, name, make):
    path = make(tmp_path / name)
    begun = spent()
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert spent() - begun < 5
    assert done.returncode == 0, done.stderr[-500:]
    sentence, used = json.loads(done.stdout)
    assert used < MOST
    assert sentence.endswith(".")
    assert sentence.count("\n") == 0
    assert name in sentence
