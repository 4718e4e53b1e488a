import io

import pandas as pd

import lederlib
from lederlib.catalogue import Stamp, stamped_csv

TABLE = pd.DataFrame({"share": [0.25, 0.5]})


def test_a_stamp_tells_what_is_there_and_always_the_version():
    assert Stamp().facts() == {"version": lederlib.__version__}
    full = Stamp(seed=0, draws=5, version="1.0", fingerprint="ab12")
    assert list(full.facts().items()) == [
        ("seed", 0),
        ("draws", 5),
        ("version", "1.0"),
        ("fingerprint", "ab12"),
    ]


def test_a_table_repeats_its_stamp_in_every_row():
    read = pd.read_csv(io.StringIO(stamped_csv(TABLE, Stamp(seed=3, draws=9))))
    assert list(read) == ["share", "seed", "draws", "version"]
    assert read["seed"].tolist() == [3, 3]


def test_a_file_for_a_danish_spreadsheet_has_semicolons_and_decimal_commas(tmp_path):
    place = tmp_path / "andel.csv"
    assert stamped_csv(TABLE, Stamp(seed=3), place, decimal_comma=True) is None
    assert place.read_text(encoding="utf-8-sig").splitlines()[1][:6] == "0,25;3"
