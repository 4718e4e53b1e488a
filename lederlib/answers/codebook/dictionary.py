"""Export what the columns of a table of answers mean."""

import json
from pathlib import Path
from typing import Any

from lederlib.answers.scale_facts import ScaleError, told
from lederlib.answers.scales import Item, Scale
from lederlib.text import Lang, label

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def data_dictionary(scale: Scale, lang: Lang = "da") -> str:
    """Return the scale as a data dictionary in Markdown.

    Parameters
    ----------
    scale : Scale
        From `read_scale`.
    lang : {"da", "en"}
        Language of the page; each item's text stands in it.

    Examples
    --------
    >>> from lederlib.answers import read_scale
    >>> print(data_dictionary(read_scale(), "en").splitlines()[0])
    # The attractive workplace: 45 statements (prototype)
    """
    facts = {
        "key": f"`{scale.key}`",
        "origin": _cell(scale.origin.to(lang)),
        "licence": _cell(scale.licence),
        "answers": "; ".join(
            f"{number} = {_cell(name.to(lang))}"
            for number, name in enumerate(scale.labels, scale.low)
        ),
        "missing": label("codebook.page_empty", lang),
        "scores": label("codebook.page_rule", lang, fewest=scale.min_answered),
    }
    heads = [
        label(f"codebook.page_{head}", lang)
        for head in ("column", "factor", "text", "turned")
    ]
    return "\n".join(
        [
            f"# {scale.title.to(lang)}",
            "",
            *(
                f"- **{label(f'codebook.page_{name}', lang)}:** {fact}"
                for name, fact in facts.items()
            ),
            "",
            _row(heads),
            _row(["---"] * len(heads)),
            *(_row(_cells(scale, item, lang)) for item in scale.items),
            "",
        ]
    )


def data_package(
    scale: Scale, lang: Lang = "da", *, data: str = "answers.csv"
) -> dict[str, Any]:
    """Return the scale as the descriptor of a Frictionless Data Package (version 2).

    Parameters
    ----------
    scale : Scale
        From `read_scale`.
    lang : {"da", "en"}
        Language of titles and labels; every item also has its text in each language
        under `text`.
    data : str
        The file of answers that the package describes, beside the descriptor.

    Returns
    -------
    dict
        Ready for ``json.dumps``: one field an item, with its range, its labels as
        ordered `categories`, its `factor` and whether it is `reversed`.

    Notes
    -----
    The standard: https://datapackage.org/standard/table-schema/.

    Examples
    --------
    >>> from lederlib.answers import read_scale
    >>> package = data_package(read_scale(), "en")
    >>> package["resources"][0]["schema"]["fields"][0]["constraints"]
    {'minimum': 1, 'maximum': 5}
    """
    return {
        "$schema": _PROFILE,
        "name": _plain(scale.key),
        "title": scale.title.to(lang),
        "description": scale.origin.to(lang),
        "licenses": [{"name": scale.licence}],
        "resources": [
            {
                "name": _plain(Path(data).stem),
                "path": data,
                "type": "table",
                "encoding": "utf-8",
                "schema": {
                    "fields": [_field(scale, item, lang) for item in scale.items],
                    "fieldsMatch": "partial",
                    "missingValues": [""],
                },
            }
        ],
        "scoring": {"min_answered": scale.min_answered},
    }


def write_dictionary(
    scale: Scale, output: str | Path, lang: Lang = "da", *, data: str = "answers.csv"
) -> Path:
    """Write a data dictionary: ``.md`` for Markdown, ``.json`` for a Data Package.

    Raises
    ------
    ScaleError
        If the file has another ending, or there is no such folder.
    """
    target = Path(output)
    if target.suffix not in {".md", ".json"}:
        raise ScaleError(told("bad_ending", file=target.name))
    if not target.parent.is_dir():
        raise ScaleError(told("no_folder", folder=target.parent))
    text = data_dictionary(scale, lang)
    if target.suffix == ".json":
        package = data_package(scale, lang, data=data)
        text = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
    target.write_text(text, encoding="utf-8", newline="\n")
    return target


def _plain(name: str) -> str:
    """Return a name in the small letters that the standard allows."""
    for letter, spelled in {"æ": "ae", "ø": "oe", "å": "aa"}.items():
        name = name.lower().replace(letter, spelled)
    return "".join(
        letter if letter.isascii() and (letter.isalnum() or letter in "-._") else "-"
        for letter in name
    )


def _cells(scale: Scale, item: Item, lang: Lang) -> list[str]:
    turned = label(f"codebook.page_{'yes' if item.reversed else 'no'}", lang)
    factor = _cell(scale.factor_name(item.factor).to(lang))
    return [f"`{item.key}`", factor, _cell(item.text.to(lang)), turned]


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _field(scale: Scale, item: Item, lang: Lang) -> dict[str, Any]:
    return {
        "name": item.key,
        "type": "integer",
        "title": item.text.to(lang),
        "constraints": {"minimum": scale.low, "maximum": scale.high},
        "categories": [
            {"value": number, "label": name.to(lang)}
            for number, name in enumerate(scale.labels, scale.low)
        ],
        "categoriesOrdered": True,
        "factor": item.factor,
        "reversed": item.reversed,
        "text": {written: item.text.to(written) for written in scale.languages},
    }
