"""A group's answers, as read from a file, and what went wrong when they were not."""

from dataclasses import dataclass

import pandas as pd

from lederlib.answers.scales import Scale
from lederlib.catalogue import FACTOR_KEYS
from lederlib.text import Lang, Phrase, format_share, label


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Answers:
    """What a file of answers holds, and what was left out of it.

    Attributes
    ----------
    factors : pandas.DataFrame
        Person × factor key: red 0, yellow .5, green 1, NaN where not answered.
    items : pandas.DataFrame
        Person × item key, in the scale's units as answered: not yet reversed.
    balance : pandas.DataFrame
        Person × ``{key}_now`` and ``{key}_general``, 0 to 1; typed 0–10 in files.
    background : pandas.DataFrame
        All other columns, as text.
    respondents : pandas.Series
        The name or number of each person.
    source : str
        Name of the file.
    columns : pandas.DataFrame
        One row per column of the file: `found`, its `role`, the `key` it stands for,
        and the `nearest` known name of one that could not be placed.
    unplaced : tuple of str
        Columns that were not recognised; they stand in `background`.
    left_out : pandas.DataFrame
        Rows and answers left out: `reason`, `where`, `count`.
    notes : tuple of Phrase
        How the file was read: layout, encoding, and every choice made on the way.
    synthetic : bool
        Whether the answers are made up.
    scale : Scale or None
        The scale by which the items were read.
    counted : bool
        Whether hands were counted, factor by factor: then a row is no person, and
        answers stand together in it by chance only.
    """

    factors: pd.DataFrame
    items: pd.DataFrame
    balance: pd.DataFrame
    background: pd.DataFrame
    respondents: pd.Series
    source: str
    columns: pd.DataFrame
    unplaced: tuple[str, ...] = ()
    left_out: pd.DataFrame
    notes: tuple[Phrase, ...] = ()
    synthetic: bool = False
    scale: Scale | None = None
    counted: bool = False

    def summary(self, lang: Lang = "da") -> str:
        """Return what was read, in ten lines without anybody's words."""
        answered = pd.concat([self.items, self.factors, self.balance], axis=1)
        missing = float(answered.isna().to_numpy().mean()) if answered.size else 0.0
        scale, reasons = self.scale, self.left_out["reason"].nunique()
        told = "printed_kind" if reasons == 1 else "printed_kinds"
        left_out = told if reasons else "printed_nothing"
        lines: dict[str, dict[str, object]] = {
            "source_made_up" if self.synthetic else "source": {"file": self.source},
            "hands" if self.counted else "people": {"count": len(self.respondents)},
            "factors": {"count": len(self.factors.columns), "known": len(FACTOR_KEYS)},
            "items": {
                "count": len(self.items.columns),
                "known": len(scale.items) if scale else "–",
                "scale": scale.key if scale else "–",
            },
            "balance": {"count": len(self.balance.columns)},
            "background": {
                "count": len(self.background.columns),
                "unplaced": len(self.unplaced),
            },
            "missing": {"share": format_share(missing, lang)},
            "left_out": {"count": label(f"answers.{left_out}", lang, count=reasons)},
            "notes": {"count": len(self.notes)},
            "tables": {},
        }
        return "\n".join(
            label(f"answers.printed_{name}", lang, **held)
            for name, held in lines.items()
        )

    def __repr__(self) -> str:
        return self.summary()


class AnswersError(ValueError):
    """A file of answers could not be read; one sentence says why, in both languages.

    Examples
    --------
    >>> error = AnswersError(Phrase(da="Filen er tom.", en="The file is empty."))
    >>> str(error), error.phrase.to("da")
    ('The file is empty.', 'Filen er tom.')
    """

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(phrase.en)
        self.phrase = phrase

    def __reduce__(self) -> tuple[type["AnswersError"], tuple[Phrase]]:
        return type(self), (self.phrase,)

    def _render_traceback_(self) -> list[str]:
        """Show a notebook's reader the sentence in both languages and nothing more."""
        return [self.phrase.da, self.phrase.en]
