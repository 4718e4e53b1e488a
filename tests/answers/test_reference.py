import pandas as pd
import pytest

from lederlib.answers import AnswersError, read_reference

HEAD = "Faktor;Gennemsnit;Kilde;År;Skala\n"


def read(tmp_path, text, name="others.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_reference(path)


def test_means_are_turned_into_the_reports_scale(tmp_path):
    rows = (
        "Omdømme;3,4;Os;2025;1-5\nvalues;0,4;Os;2025;\nPay and benefits;62;A;2023;0–100"
    )
    table = read(tmp_path, f"{HEAD}{rows}\nFor lidt tid;6;A;2023;\n").table
    assert table.index.tolist() == [
        "reputation",
        "values",
        "pay_benefits",
        "limited_time",
    ]
    assert table["mean"].tolist() == pytest.approx([0.6, 0.4, 0.62, 0.6])
    assert table["year"].tolist() == [2025, 2025, 2023, 2023]
    assert table["scale"].tolist() == ["1–5", "0–1", "0–100", "0–10"]


@pytest.mark.parametrize("title", [0, 3])
def test_a_workbook_is_read_wherever_its_table_begins(tmp_path, title):
    pytest.importorskip("openpyxl")
    path = tmp_path / "others.xlsx"
    rows = [["values", 0.4, "National survey", 2020], ["hiring", 0.6, "Our own", 2024]]
    table = pd.DataFrame(rows, columns=["factor", "mean", "source", "year"])
    table.to_excel(path, index=False, startrow=title)
    found = read_reference(path).table
    assert found["source"].tolist() == ["National survey", "Our own"]
    assert found["year"].tolist() == [2020, 2024]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("Omdømme;3;;2025;1-5", "no source in row 2"),
        ("Omdømme;3;Os;;1-5", "as the year in row 2"),
        ("Omdømme;3;Os;25;1-5", "“25” as the year"),
        ("Omdømme;3;Os;2025;", "the scale is 0–1"),
        ("Omdømme;6;Os;2025;1-5", "the scale is 1–5"),
        ("Omdømme;mange;Os;2025;1-5", "“mange” as the mean"),
        ("Omdømme;3;Os;2025;fem", "the scale “fem”"),
        ("Omdømme;3;Os;2025;5-1", "the scale “5-1”"),
        ("Omdomm;3;Os;2025;1-5", "the nearest is Reputation"),
        ("Kaffe;3;Os;2025;1-5", "neither one of the 15 factors"),
        ("Omdømme;3;Os;2025;1-5\nreputation;3;Os;2025;1-5", "in row 2 and in row 3"),
        ("", "no means below"),
    ],
)
def test_what_is_wrong_is_said_with_its_row(tmp_path, rows, words):
    with pytest.raises(AnswersError, match=words) as stop:
        read(tmp_path, HEAD + rows)
    assert "others.csv" in stop.value.phrase.da


@pytest.mark.parametrize(
    ("head", "missing"),
    [("Faktor;Gennemsnit;År", "source"), ("Faktor;Gennemsnit;Kilde", "year")],
)
def test_without_source_or_year_nothing_is_shown(tmp_path, head, missing):
    with pytest.raises(AnswersError, match=f"column “{missing}”"):
        read(tmp_path, f"{head}\nOmdømme;0,5;2025\n")
