"""Read the answers and the plan of last time, beside which the new ones stand."""

from pathlib import Path

from lederlib.answers import Answers, AnswersError, profiles
from lederlib.answers.profile import factor_values
from lederlib.catalogue import FACTOR_KEYS, factor
from lederlib.report.change import Since, since
from lederlib.report.plan_filled import read_cards
from lederlib.text import both


def refuse_without_before(**options: object) -> None:
    """Raise if an option was given that means nothing without an earlier file."""
    for name, given in options.items():
        if given is not None:
            option = "--" + name.replace("_", "-")
            raise AnswersError(both("change.needs_before", option=option))


def refuse_same_file(
    answers: Path,
    before: Path,
    sheet: str | int | None,
    before_sheet: str | int | None,
) -> None:
    """Raise if the answers of last time are the new ones."""
    if not (answers.is_file() and before.is_file()):
        return
    if answers.samefile(before):
        if str(sheet) == str(before_sheet):
            raise AnswersError(both("change.same_file", file=before.name))
    elif (
        answers.stat().st_size == before.stat().st_size
        and answers.read_bytes() == before.read_bytes()
    ):
        names = {"file": answers.name, "before": before.name}
        raise AnswersError(both("change.same_answers", **names))


def read_since(
    now: Answers,
    before: Answers,
    *,
    plan: str | Path | None = None,
    focus: tuple[str, ...] = (),
    column: str | None = None,
    min_group: int = 5,
) -> Since:
    """Return what moved since last time, and what the plan of then predicted.

    Parameters
    ----------
    now, before : Answers
        What was answered, and last time.
    plan : str or Path, optional
        The plan of last time, filled in.
    focus : tuple of str
        Keys of the themes that were worked on.
    column : str, optional
        The groups that the report shows.
    min_group : int, default 5
        Fewest people about whom anything is told.

    Raises
    ------
    AnswersError
        If the two cannot be compared or the plan cannot be read.
    """
    cards = () if plan is None else read_cards(plan)
    for each in (before, now):
        _require_factors(each)
    _require_same_questions(now, before)
    by = column if column in before.background else None
    return since(
        now,
        before,
        profiles(before, by=by, min_group=min_group)[0],
        focus=focus,
        cards=cards,
        group=column,
        min_group=min_group,
    )


def _require_factors(answers: Answers) -> None:
    """Raise if a file has no answers on the factors."""
    asked = not (answers.factors.empty and answers.items.empty)
    if not asked or factor_values(answers).empty:
        raise AnswersError(both("change.no_factors", file=answers.source))


def _require_same_questions(now: Answers, before: Answers) -> None:
    """Raise if a factor was asked about otherwise at the two times."""
    asked = [_questions(each) for each in (now, before)]
    for key in (key for key in FACTOR_KEYS if all(key in each for each in asked)):
        one, other = asked[0][key], asked[1][key]
        if one == other:
            continue
        kind = "other_items" if one and other else "other_scale"
        names = {"file": now.source, "before": before.source}
        raise AnswersError(both(f"change.{kind}", factor=factor(key).name, **names))


def _questions(answers: Answers) -> dict[str, frozenset[str]]:
    """Return by which items each factor was asked about; none for colours."""
    scored: dict[str, set[str]] = {}
    for item in answers.scale.items if answers.scale else ():
        if item.key in answers.items:
            scored.setdefault(item.factor, set()).add(item.key)
    colours = dict.fromkeys(map(str, answers.factors), frozenset[str]())
    return {key: frozenset(items) for key, items in scored.items()} | colours
