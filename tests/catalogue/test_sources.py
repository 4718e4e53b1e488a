import re

import pytest

from lederlib.catalogue import (
    balance_items,
    evidence,
    factors,
    ledger,
    source,
    sources,
)

#: Methods are no evidence: no row of the register names them. Their DOIs were seen
#: beside the same reference in other packages' public documentation.
METHODS = {
    "clark_1995",
    "cronbach_1951",
    "feldt_1965",
    "james_1984",
    "shrout_1979",
    "horn_1965",
    "rosseel_2012",
    "wu_2016",
    "edwards_1993",
    "meredith_1993",
    "cheung_2002",
}


def keys_in_use():
    yield from (one.source for one in factors())
    yield from (item.source for item in balance_items())
    yield from (quantity.source for quantity in ledger().values())
    yield from (key for key in evidence()["source"] if key)


def test_every_source_that_the_catalogue_names_exists():
    assert set(keys_in_use()) <= {one.key for one in sources()}


def test_a_doi_is_printed_only_if_the_register_has_it_as_seen():
    register = evidence()
    unseen = register["citation_unseen"].str.contains("DOI")
    seen = set(register.loc[~unseen, "doi"])
    printed = {one.doi for one in sources() if one.doi and one.key not in METHODS}
    assert printed <= seen


def test_no_evidence_rests_on_the_source_of_a_method():
    assert {one.key for one in sources() if one.doi} >= METHODS
    assert not METHODS & set(keys_in_use())


def test_a_row_and_its_source_agree_on_the_doi():
    doi = {one.key: one.doi for one in sources()}
    for row in evidence().itertuples():
        if row.source and doi[row.source]:
            assert row.doi == doi[row.source], row.key


def test_dois_and_addresses_have_their_form():
    for one in sources():
        assert re.fullmatch(r"(10\.\d{4,9}/\S+)?", one.doi), one.key
        assert re.fullmatch(r"(https://\S+)?", one.url), one.key


def test_a_citation_reads_as_a_line_of_references_in_either_language():
    poem = source("poem_2025")
    assert poem.citation("da") == (
        "Larsen, C. (2025). Aflysningernes psykologi. Offentlig Ledelse [digt]. "
        "https://www.mondays.dk"
    )
    assert "[poem]" in poem.citation("en")
    assert "(u.å.)" in source("arbejdstilsynet_ledere").citation("da")
    assert "(n.d.)" in source("arbejdstilsynet_ledere").citation("en")


def test_a_doi_becomes_an_address():
    assert source("jensen_2019").link == "https://doi.org/10.5271/sjweh.3766"
    assert source("lederlib").link == ""


def test_an_unknown_source_names_the_nearest():
    with pytest.raises(ValueError, match=r"Nearest: 'jensen_2019'"):
        source("jensen_2018")
