import hashlib
import json

import pytest

from lederlib.catalogue import shipped
from lederlib.lab import make_working_copy

PAGE = "notebooks/da/00_welcome.ipynb"


def test_first_time_every_page_is_copied(tmp_path):
    done = make_working_copy(tmp_path / "work")
    assert PAGE in done.added
    assert not done.kept
    original = shipped("notebooks") / "da/00_welcome.ipynb"
    assert (done.folder / PAGE).read_bytes() == original.read_bytes()


def test_second_time_nothing_is_done(tmp_path):
    make_working_copy(tmp_path)
    done = make_working_copy(tmp_path)
    assert (done.added, done.updated, done.kept) == ((), (), ())


def test_a_changed_page_is_never_overwritten(tmp_path):
    page = make_working_copy(tmp_path).folder / PAGE
    page.write_text("my own words", encoding="utf-8")
    done = make_working_copy(tmp_path)
    assert done.kept == (PAGE,)
    assert page.read_text(encoding="utf-8") == "my own words"


def test_a_deleted_page_comes_back_fresh(tmp_path):
    page = make_working_copy(tmp_path).folder / PAGE
    page.unlink()
    assert make_working_copy(tmp_path).added == (PAGE,)


def test_an_untouched_page_follows_a_newer_kit(tmp_path):
    folder = make_working_copy(tmp_path).folder
    page, record = folder / PAGE, folder / ".lederlib/copied.json"
    fresh = page.read_bytes()
    page.write_text("an older edition", encoding="utf-8")
    copied = json.loads(record.read_text(encoding="utf-8"))
    copied[PAGE] = hashlib.sha256(page.read_bytes()).hexdigest()
    record.write_text(json.dumps(copied), encoding="utf-8")
    assert make_working_copy(tmp_path).updated == (PAGE,)
    assert page.read_bytes() == fresh


@pytest.mark.parametrize("broken", ["", "{", "[1, 2]", "null"])
def test_a_broken_record_loses_nobodys_work(tmp_path, broken):
    folder = make_working_copy(tmp_path).folder
    (folder / PAGE).write_text("my own words", encoding="utf-8")
    (folder / ".lederlib/copied.json").write_text(broken, encoding="utf-8")
    assert make_working_copy(tmp_path).kept == (PAGE,)


def test_the_shipped_pages_are_refused_as_working_copy():
    with pytest.raises(ValueError, match="choose another folder"):
        make_working_copy(shipped("notebooks").parent)


def test_a_file_is_refused_as_working_copy(tmp_path):
    (tmp_path / "notes.txt").touch()
    with pytest.raises(ValueError, match=r"notes\.txt is a file"):
        make_working_copy(tmp_path / "notes.txt")
