"""A class's hand-ins: counted, named where skipped, and never run or trusted."""

import io
import os
import random
import time
import zipfile
from collections import Counter
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.exercise import check, task
from lederlib.exercise.keeping import answers_text
from lederlib.exercise.records import read_given
from lederlib.report import write_class, write_handin
from lederlib.report.classroom.counting import joined_guesses, joined_mistakes
from lederlib.report.classroom.files import found_files
from lederlib.report.classroom.gather import gather
from lederlib.report.classroom.show_page import LEAST
from lederlib.report.handin.envelope import MOST_BYTES
from lederlib.text import LANGS

TODAY = date(2026, 3, 2)
TEXT = "vi holder onsdag fast i fire uger og tæller hvor ofte nogen venter på svar fra "
TEXT += "en kollega og stopper hvis borgere må vente længere end de plejer nummer {}"


def record(answer, *, minute=0, **more):
    when = f"2026-03-01T10:{minute:02d}:00+00:00"
    return {"answer": answer, "version": "0.1.0", "time": when, "tries": 1, **more}


def student(number, **more):
    """Return one student's kept answers, unlike any other's."""
    guess = 20 + 2 * number
    return {
        "04.1": record(guess, minute=number, model={"missed": 80.0}, correct=None),
        "04.2": record(2, minute=number, correct=True, missed=["mistake_1"]),
        "04.5": record(TEXT.format(number), minute=number, correct=None),
        **more,
    }


def put(folder, name, answers):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(answers_text(answers), "utf-8")
    return path


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "class"
    made.mkdir()
    return made


def test_the_names_of_three_platforms_are_read(folder):
    put(folder, "Anna Holm_81_assignsubmission_file_/answers.json", student(1))
    put(folder, "Bo Berg_82_assignsubmission_file_answers.json", student(2))
    put(folder, "dahlcarl_LATE_83_99_answers.json", student(3))
    put(folder, "1-84 - Dea Elm - Mar 1, 2026 1023 AM/answers.json", student(4))
    (folder / "index.html").write_text("<p>index</p>", "utf-8")
    found = gather(folder)
    whose = {each.who for each in found.handed_in}
    assert whose == {
        "Anna Holm (81)",
        "Bo Berg (82)",
        "dahlcarl (83)",
        "Dea Elm (1-84)",
    }
    assert [each.reason for each in found.skipped] == ["foreign"]


def test_page_document_and_file_are_read_alike_from_folder_and_archive(
    folder, tmp_path
):
    source = tmp_path / "answers.json"
    check("04.1", 60, file=source)
    check("04.2", 2, file=source)
    (folder / "a.json").write_bytes(source.read_bytes())
    read = []
    for name in ("b.html", "c.docx"):
        write_handin(source, tmp_path / name)
        own = tmp_path / f"only_{name}"
        own.mkdir()
        (own / name).write_bytes((tmp_path / name).read_bytes())
        read.append(gather(own).handed_in[0].given)
    archive = tmp_path / "all.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(folder / "a.json", "x/a.json")
    read.append(gather(archive).handed_in[0].given)
    assert all(one == gather(folder).handed_in[0].given for one in read)


def test_the_later_of_two_hand_ins_of_a_person_counts(folder):
    put(folder, "holmanna_4_1_answers.json", student(1))
    put(folder, "holmanna_4_2_answers-1.json", student(9))
    found = gather(folder)
    assert [each.file for each in found.handed_in] == ["holmanna_4_2_answers-1.json"]
    assert [each.reason for each in found.skipped] == ["earlier"]


@cache
def bomb():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("customXml/item1.xml", b"0" * (3 * MOST_BYTES))
    return stream.getvalue()


def lying_bomb():
    """An archive whose directory says that what unfolds to 15 MB is small."""
    whole = bytearray(bomb())
    size = (3 * MOST_BYTES).to_bytes(4, "little")
    return bytes(whole.replace(size, (10).to_bytes(4, "little")))


def hostile(folder):
    """Fill a folder with what nobody should hand in; return each with its reason."""
    plain = student(1)
    files = {
        "half.json": (b'{"answers": {"04.1"', "broken"),
        "deep.json": (b"[" * 100_000, "foreign"),
        "deep2.json": (b'{"answers":' + b"[" * 100_000, "broken"),
        "number.json": (b'{"answers": {"04.1": ' + b"9" * 9_999 + b"}}", "broken"),
        "huge.json": (b" " * (MOST_BYTES + 1), "huge"),
        "other.json": (b'{"answers": {"04.1": 1}}', "broken"),
        "list.json": (b"[1, 2]", "foreign"),
        "photo.jpg": (b"\xff\xd8\xff\xe0" + bytes(range(256)), "broken"),
        "evil.py": (b"import os; os.mkdir('pwned')", "foreign"),
        "evil.ipynb": (b'{"cells": [], "metadata": {}}', "broken"),
        "bomb.docx": (bomb(), "huge"),
        "lying.docx": (lying_bomb(), "broken"),
        "cut.docx": (bomb()[:500], "broken"),
        "empty.html": (b"", "foreign"),
        "later.json": (b'{"format": 99, "answers": {}}', "later"),
        "newer.json": (
            answers_text({"04.2": {"answer": 2, "version": "99.0.0"}}).encode(),
            "later",
        ),
        "strangers.json": (answers_text({"99.9": {"answer": 1}}).encode(), "foreign"),
    }
    for name, (content, _) in files.items():
        (folder / name).write_bytes(content)
    (folder / "link.json").symlink_to("/etc/hostname")
    script = "<script>document.title='pwned'</script>" + TEXT.format(1)
    put(folder, "script.json", {**plain, "04.5": record(script, minute=31)})
    put(folder, "long.json", student(2, **{"04.5": record("ord " * 30_000, minute=2)}))
    put(
        folder,
        '=cmd|"<img src=x onerror=alert(1)>"_7_assignsubmission_file_/answers.json'
        if os.name == "posix"
        else "x.json",
        student(3),
    )
    return {name: reason for name, (_, reason) in files.items()}


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("show", [False, True])
def test_a_hostile_folder_is_read_named_and_never_run(packed, show, folder, tmp_path):
    reasons = hostile(folder)
    for number in range(10, 20):
        put(folder, f"s{number}.json", student(number))
    source = folder
    if packed:
        source = tmp_path / "class.zip"
        with zipfile.ZipFile(source, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(folder.rglob("*.*")):
                if path.is_file() and not path.is_symlink():
                    archive.write(path, path.relative_to(folder))
            archive.writestr("../../outside.json", answers_text(student(4)))
    started = time.monotonic()
    write_class(source, tmp_path / "class.html", show=show, today=TODAY)
    assert time.monotonic() - started < 10
    found = gather(source)
    told = {each.name: each.reason for each in found.skipped}
    assert {name: told.get(name) for name in reasons} == reasons
    assert told["script.json · 04.5"] == "script"
    assert told["long.json · 04.5"] == "long"
    page = (tmp_path / "class.html").read_text("utf-8")
    assert "pwned" not in page
    assert "<img src=x" not in page
    assert not list(tmp_path.rglob("pwned"))
    assert not list(tmp_path.parent.glob("outside.json"))
    if not show:
        assert all(name in page for name in reasons)


def test_an_archive_locked_with_a_password_is_named(tmp_path):
    path = tmp_path / "class.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.json", answers_text(student(1)))
        archive.writestr("b.json", answers_text(student(2)))
    content = bytearray(path.read_bytes())
    second = content.rindex(b"PK\x01\x02")
    content[second + 8] |= 1
    path.write_bytes(content)
    assert [each.reason for each in found_files(path)] == ["", "locked"]


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text() | st.integers(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=8,
    ),
    st.sampled_from(["04.1", "04.2", "04.3", "04.5", "05.3", "13.2"]),
    st.sampled_from(
        ["answer", "model", "correct", "tries", "missed", "version", "time"]
    ),
)
def test_no_record_whatever_breaks_the_reading(value, key, part):
    whole = {"04.3": {"home": 1, "anchor": 1}, "05.3": [1, 2, 3], "04.5": "a"}
    record = {"answer": whole.get(key, 1), part: value}
    for each in read_given({key: record}).values():
        assert each.tries >= 1
        assert isinstance(each.missed, tuple)


@pytest.mark.parametrize("lang", LANGS)
def test_the_teachers_page_tells_mistakes_guesses_texts_and_who(lang, folder, tmp_path):
    for number in range(6):
        put(
            folder,
            f"Anna {number}_8{number}_assignsubmission_file_/a.json",
            student(number),
        )
    target = tmp_path / "class.html"
    write_class(folder, target, lang=lang, today=TODAY, delete_by=date(2026, 5, 1))
    page = target.read_text("utf-8")
    day = {"da": "1.5.2026", "en": "2026-05-01"}[lang]
    assert day in page
    assert task("04.2").mistakes[0].hint.to(lang) in page
    assert "Anna 3 (83)" in page
    assert "class.csv" in page
    texts = page[page.index('id="texts"') : page.index('id="who"')]
    assert "Anna" not in texts
    assert all(f"nummer {number}" in texts for number in range(6))


def test_texts_come_in_another_order_than_the_hand_ins(folder, tmp_path):
    for number in range(12):
        put(folder, f"{number:02d}.json", student(number))
    orders = set()
    for seed in (1, 2):
        target = tmp_path / f"{seed}.html"
        write_class(folder, target, rng=seed, today=TODAY)
        page = target.read_text("utf-8")
        orders.add(tuple(sorted(range(12), key=lambda k: page.index(f"nummer {k}<"))))
    assert len(orders | {tuple(range(12))}) == 3


def test_the_projector_names_nobody_and_shows_nothing_of_few(folder, tmp_path):
    for number in range(LEAST - 1):
        put(
            folder,
            f"Anna {number}_8{number}_assignsubmission_file_/a.json",
            student(number),
        )
    target = tmp_path / "show.html"
    write_class(folder, target, show=True, lang="en", today=TODAY)
    few = target.read_text("utf-8")
    assert "fewer than 5" in few
    assert "nummer" not in few
    for number in range(LEAST, 4 * LEAST):
        put(
            folder,
            f"Anna {number}_8{number}_assignsubmission_file_/a.json",
            student(number),
        )
    write_class(folder, target, show=True, lang="en", today=TODAY)
    many = target.read_text("utf-8")
    assert "Anna" not in many
    assert many.count("<li hidden>") == 4 * LEAST - 1


GUESSES = st.lists(st.integers(0, 100), min_size=1, max_size=60) | st.lists(
    st.integers(0, 100), min_size=10, max_size=24, unique=True
)


@given(GUESSES)
def test_no_bar_of_guesses_stands_for_fewer_than_five(guesses):
    people = [read_given({"04.1": {"answer": g}})["04.1"] for g in guesses]
    bars = joined_guesses(people, "en", least=LEAST)
    assert all(each.people >= LEAST for each in bars)
    assert sum(each.people for each in bars) in (0, len(guesses))
    ends = {str(min(guesses)), str(max(guesses))}
    if len(bars) > 1 and min(guesses) < sorted(guesses)[LEAST - 1]:
        assert not any(f"below {end}%" == bars[0].name for end in ends)


MISSED = ["mistake_1", "mistake_2", "mistake_3", "too_low", "too_high", None, "wrong"]


@given(st.lists(st.sampled_from(MISSED), min_size=1, max_size=60))
def test_no_bar_of_mistakes_stands_for_fewer_than_five_or_for_all(missed):
    people = [
        read_given(
            {
                "04.2": {
                    "answer": 2,
                    "correct": name != "wrong",
                    "missed": [] if name in (None, "wrong") else [name],
                }
            }
        )["04.2"]
        for name in missed
    ]
    bars = joined_mistakes(people, "da", least=LEAST)
    assert all(each.people >= LEAST for each in bars)
    assert len(bars) != 1
    assert sum(each.people for each in bars) in (0, len(missed))
    if len(Counter(missed)) == 1:
        assert not bars


@pytest.mark.parametrize("missing", ["nowhere", "file.txt"])
def test_what_is_no_folder_and_no_archive_gets_one_sentence(missing, tmp_path):
    (tmp_path / "file.txt").write_text("hej", "utf-8")
    with pytest.raises(ValueError, match=missing):
        write_class(tmp_path / missing, tmp_path / "class.html")


def test_a_folder_without_hand_ins_gets_one_sentence(folder, tmp_path):
    (folder / "notes.txt").write_text("hej", "utf-8")
    with pytest.raises(ValueError, match="class"):
        write_class(folder, tmp_path / "class.html")


def test_three_hundred_hand_ins_are_read_whole(folder, tmp_path):
    rng = random.Random(1)
    for number in range(300):
        own = student(number % 30)
        own["04.1"]["time"] = (
            f"2026-03-01T{number // 60:02d}:{number % 60:02d}:07+00:00"
        )
        own["04.1"]["answer"] = rng.randrange(101)
        put(folder, f"s{number}.json", own)
    said = write_class(folder, tmp_path / "class.html", lang="en", today=TODAY)
    assert "Hand-ins read: 300." in said
