"""Words that columns and cells are known by, whatever the scale."""

import tomllib
from functools import cache
from pathlib import Path

from lederlib.answers.intake.folding import fold

_FILE = Path(__file__).with_name("known_words.toml")
RESPONDENT = [
    "respondent",
    "respondentid",
    "respondentnr",
    "respondentnummer",
    "medarbejder",
    "medarbejdernr",
    "medarbejderid",
    "medarbejdernummer",
    "employee",
    "employeeid",
    "deltager",
    "deltagernr",
    "deltagerid",
    "participant",
    "participantid",
    "person",
    "personid",
    "responseid",
    "responsenumber",
    "svarnummer",
    "svarid",
    "besvarelsesid",
    "loebenummer",
    "id",
    "recordid",
    "navn",
    "name",
    "fuldenavn",
    "fullname",
    "initialer",
    "initials",
    "email",
    "mail",
    "emailaddress",
    "medarbejdernr",
    "medarbejdernummer",
]
GROUP = [
    "gruppe",
    "group",
    "groupid",
    "gruppenavn",
    "groupname",
    "enhed",
    "unit",
    "enhedsnavn",
    "unitname",
    "team",
    "teamnavn",
    "teamname",
    "afdeling",
    "department",
    "ledergruppe",
    "leadergroup",
    "arbejdsplads",
    "workplace",
    "institution",
]
BACKGROUND = [
    "kommune",
    "municipality",
    "region",
    "alder",
    "age",
    "aldersgruppe",
    "agegroup",
    "koen",
    "gender",
    "sex",
    "stilling",
    "position",
    "stillingsbetegnelse",
    "occupation",
    "occupationgroup",
    "faggruppe",
    "profession",
    "anciennitet",
    "tenure",
    "leder",
    "leader",
    "ledelsesspaend",
    "spanofcontrol",
    "gone1",
    "gone5",
    "couldreturn",
    "strain",
    "intentiontoleave",
    "teamclimate",
    "dato",
    "date",
    "tidsstempel",
    "timestamp",
]


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the folded words of one list in known_words.toml."""
    section = tomllib.loads(_FILE.read_text(encoding="utf-8"))[name]
    return frozenset(fold(word) for word in section["words"])


@cache
def words_for(name: str, part: str) -> frozenset[str]:
    """Return the folded words of one part of a table in known_words.toml."""
    facts = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return frozenset(fold(word) for word in facts[name][part])
