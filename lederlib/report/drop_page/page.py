"""The page in the browser: it hands over files and choices, and shows what is seen."""

import gzip
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from lederlib._checks import require_known
from lederlib.answers import AnswersError
from lederlib.answers.intake.files import SIZE_LIMIT
from lederlib.catalogue import FACTOR_KEYS, factor
from lederlib.report.drop_page.dropped import look, refused
from lederlib.report.drop_page.hands import hands_table
from lederlib.report.drop_page.seen import Choices, File, Seen
from lederlib.text import COLOURS, LANGS, Lang, both, label
from lederlib.text.phrases import phrases

_HERE = Path(__file__).parent
_STEP = 0.05
#: What is saved, by what the report is on: the ends of its names in the texts.
_NAMES = {
    "map": {"report": "report", "document": "plan"},
    "scale": {"report": "scale_report", "document": "scale_document"},
}


def your_answers(lang: Lang = "da") -> "AnswersPage":
    """Return the page on which one drops a file of answers, without a line of code.

    It says how the file was read and what was left out, shows the report, and lets one
    save the report and the plan. Hands that were counted in a room can be typed. What
    was dropped lies in the memory of the kernel, and on its disk only while it is
    read; nothing of it is kept in the notebook.

    Parameters
    ----------
    lang : {"da", "en"}, default "da"
        Language of the page; that of the report is chosen on it.

    Raises
    ------
    ValueError
        If the language is unknown.

    Examples
    --------
    >>> your_answers("en")
    AnswersPage('en')
    """
    require_known(lang, LANGS, name="lang")
    return AnswersPage(lang)


class AnswersPage(anywidget.AnyWidget):  # type: ignore[misc]
    """A place for a file, and what is seen of it.

    What is found travels in messages and never in the widget's state, which Jupyter
    may keep in a notebook.

    Attributes
    ----------
    words : dict
        What stands on the page, by the keys of ``your_answers.toml``.
    factors, colours : list
        Keys and names of the factors, and names of the colours, for typed hands.
    look : str
        The look of the report.
    limit : int
        Most bytes of a file.
    files : dict of str to File
        What was handed over: answers, and perhaps a scale and a coding.
    choices : Choices
        How to read it and what to show.
    seen : Seen or None
        What is shown.
    """

    _esm = _HERE / "page.js"
    _css = _HERE / "page.css"

    words = traitlets.Dict().tag(sync=True)
    factors = traitlets.List().tag(sync=True)
    colours = traitlets.List().tag(sync=True)
    look = traitlets.Unicode().tag(sync=True)
    limit = traitlets.Int(SIZE_LIMIT).tag(sync=True)

    def __init__(self, lang: Lang = "da") -> None:
        self.lang = lang
        self.files: dict[str, File] = {}
        self.choices = Choices(lang=lang)
        self.seen: Seen | None = None
        self._parts: list[bytes] = []
        super().__init__(
            words={key: both.to(lang) for key, both in phrases("your_answers").items()},
            factors=[[key, factor(key).name.to(lang)] for key in FACTOR_KEYS],
            colours=[label(f"common.{colour}", lang) for colour in COLOURS],
            look=shadow_style(),
        )
        self.on_msg(lambda _, content, buffers: self._hear(content, buffers))

    def put(self, kind: str, file: File, *, more: bool = False) -> None:
        """Take answers, a scale or a coding, and show what is seen if no more comes."""
        if kind == "answers":
            kept = self.choices
            self.choices = Choices(lang=kept.lang, coarse=kept.coarse)
        self.files[kind] = file
        if not more:
            self._show()

    def remove(self, kind: str) -> None:
        """Forget a scale or a coding."""
        self.files.pop(kind, None)
        if self.files:
            self._show()
        else:
            self._tell(Seen())

    def choose(self, **chosen: Any) -> None:  # noqa: ANN401 - as in `Choices`
        """Change how the file is read and what is shown."""
        self.choices = replace(self.choices, **chosen)
        self._show()

    def type_hands(self, typed: Mapping[str, Sequence[str]]) -> None:
        """Take hands as they were counted, by factor: red, yellow and green."""
        try:
            data = hands_table(typed, self.lang)
        except AnswersError as mistake:
            self._tell(refused(mistake, self.lang))
        else:
            name = label("your_answers.hands_file", self.lang)
            self.put("answers", File(name=name, data=data))

    def _hear(self, content: Mapping[str, Any], buffers: Sequence[memoryview]) -> None:
        """Do what the browser asks for."""
        asked: dict[str, Callable[[], None]] = {
            "part": lambda: self._take(content, buffers),
            "too_large": lambda: self._refuse_size(content["name"], content["size"]),
            "remove": lambda: self.remove(content["role"]),
            "choose": lambda: self.choose(**_chosen(content["choices"])),
            "hands": lambda: self.type_hands(content["typed"]),
            "again": lambda: self._tell(self.seen) if self.seen else None,
        }
        if content.get("kind") in asked:
            asked[content["kind"]]()

    def _take(self, content: Mapping[str, Any], buffers: Sequence[memoryview]) -> None:
        """Take one part of a file, and the file with its last."""
        if content["part"] == 0:
            self._parts = []
        self._parts += [bytes(buffer) for buffer in buffers]
        if content["part"] + 1 == content["parts"]:
            data, self._parts = b"".join(self._parts), []
            file = File(name=content["name"], data=data)
            self.put(content["role"], file, more=content.get("more", False))

    def _refuse_size(self, name: str, size: int) -> None:
        found, limit = (round(number / 1e6) for number in (size, SIZE_LIMIT))
        words = both("answers.too_large", file=name, found=found, limit=limit)
        self._tell(refused(AnswersError(words), self.lang))

    def _show(self) -> None:
        """Look at what there is, and say so."""
        told = self._progress()
        self._tell(look(self.files, self.choices, lang=self.lang, progress=told))

    def _progress(self) -> Callable[[float], None]:
        """Return what tells the browser now and then how far a long file is."""
        said, on_scale = 0.0, "scale" in self.files and self.choices.about == "scale"

        def told(share: float) -> None:
            nonlocal said
            if share - said >= _STEP or share == 1.0:
                said = share
                self.send({"kind": "progress", "share": share, "scale": on_scale})

        return told

    def _tell(self, seen: Seen) -> None:
        """Send what is seen, packed, since a server lets only so much through."""
        self.seen = seen
        language = self.choices.lang
        facts = {
            "kind": "seen",
            "refusal": seen.refusal,
            "options": seen.options,
            "words": seen.words,
            "read": seen.read,
            "typed": seen.typed,
            "columns": seen.columns,
            "sheets": seen.sheets,
            "themes": seen.themes,
            "empty": not seen.report,
            "about": seen.about,
            "either": seen.either,
            "no_document": seen.no_document,
            "choices": {
                name: getattr(self.choices, name) for name in Choices.__slots__
            },
            "beside": {
                kind: file.name
                for kind, file in self.files.items()
                if kind != "answers"
            },
            "names": {
                kind: label(f"your_answers.file_{name}", language)
                for kind, name in _NAMES[seen.about].items()
            },
        }
        packed = gzip.compress(seen.report.encode(), mtime=0)
        self.send(facts, buffers=[packed, seen.document])

    def __repr__(self) -> str:
        return f"AnswersPage({self.lang!r})"

    def _repr_mimebundle_(self, **kwargs: object) -> Any:  # noqa: ANN401
        """Show the page; without a kernel one sentence, and never an answer."""
        still = escape(label("your_answers.still", self.lang))
        data, *rest = _pair(super()._repr_mimebundle_(**kwargs))
        return ({**data, "text/html": f"<p>{still}</p>"}, *rest)


def shadow_style() -> str:
    """Return the look of the report for a part of a page of its own."""
    style = files("lederlib.report").joinpath("style.css").read_text(encoding="utf-8")
    return style.replace(":root {", ":host {").replace("body {", ":host {")


def _chosen(choices: Mapping[str, Any]) -> dict[str, Any]:
    known = {name: choices[name] for name in Choices.__slots__ if name in choices}
    return {**known, **({"focus": tuple(known["focus"])} if "focus" in known else {})}


def _pair(bundle: Any) -> Any:  # noqa: ANN401 - one or two dicts
    return bundle if isinstance(bundle, tuple) else (bundle or {}, {})
