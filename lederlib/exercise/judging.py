"""One judge for each kind of task: what was answered in, verdict and hint out."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from lederlib.exercise.attempts import (
    ROUNDING,
    WAY,
    Attempt,
    Judgement,
    Verdict,
    near,
    right,
    waiting,
    within,
    wrong,
)
from lederlib.exercise.reading import Reading, number_or_none, read_number
from lederlib.exercise.tasks import Kind, unseal
from lederlib.exercise.words import limit_words, shown
from lederlib.text import Phrase


def judge(attempt: Attempt) -> Judgement:
    """Judge an attempt; one that holds no answer yet is told what was kept."""
    if attempt.answer is None or attempt.answer is ...:
        return _recall(attempt)
    if attempt.task.prediction:
        return _judge_prediction(attempt)
    return _JUDGES[attempt.task.kind](attempt)


def _recall(attempt: Attempt) -> Judgement:
    task, kept = attempt.task, attempt.before.get("answer")
    if kept is None:
        name = "prediction" if task.prediction else task.kind
        return waiting(attempt, f"empty_{name}")
    came = _came(attempt)
    guess = number_or_none(kept)
    if task.prediction and came is not None and guess is not None:
        return Judgement(verdict="kept", message=_beside(attempt, guess, came))
    verdict: Verdict = "right" if attempt.before.get("correct") else "waiting"
    if task.prediction or task.kind == "text":
        verdict = "kept"
    message = attempt.words.say("again", answer=attempt.words.written(kept))
    return Judgement(verdict=verdict, message=message)


def _judge_number(attempt: Attempt) -> Judgement:
    number = _number(attempt)
    if isinstance(number, Judgement):
        return number
    asked = attempt.task
    answer = unseal(asked.key, asked.sealed)
    broken = asked.whole and number != round(number)
    if near(number, answer, asked.tolerance) and not broken:
        return right(attempt, number)
    name, mistake = _mistake(attempt, number)
    if broken and not mistake:
        return waiting(
            attempt, "not_whole", found=attempt.words.number(number, digits=2)
        )
    side = "too_low" if number < answer else "too_high"
    hint = mistake or getattr(asked, side) or attempt.words.phrase(side)
    return wrong(attempt, number, name or side, [hint], attempt.words.number(answer))


def _number(attempt: Attempt) -> float | Judgement:
    """Return the number that was meant, or what has to be asked first."""
    reading = read_number(attempt.answer, attempt.task)
    if reading.value is None:
        return _asked(attempt, reading)
    asked = attempt.task
    if not within(reading.value, asked.low, asked.high):
        ends = {
            "low": attempt.words.number(asked.low),
            "high": attempt.words.number(asked.high),
        }
        found = attempt.words.number(reading.value)
        return waiting(attempt, "out_of_range", found=found, **ends)
    return reading.value


def _asked(attempt: Attempt, reading: Reading) -> Judgement:
    if reading.ask == "no_number":
        example = attempt.words.number(42 if attempt.task.digits == 0 else 0.42)
        found = shown(attempt.answer)
        return waiting(attempt, "no_number", found=found, example=example)
    values = {
        "found": shown(attempt.answer),
        "unit": attempt.task.unit_words(attempt.lang),
        "same": attempt.words.number(reading.number, digits=2),
        "times": attempt.words.number(100 * reading.number, digits=0),
    }
    return waiting(attempt, reading.ask, **values)


def _mistake(attempt: Attempt, number: float) -> tuple[str, Phrase | None]:
    """Return the typical mistake that gives this number, and its name."""
    for place, each in enumerate(attempt.task.mistakes, start=1):
        if each.low <= number <= each.high:
            return f"mistake_{place}", each.hint
    return "", None


def _judge_prediction(attempt: Attempt) -> Judgement:
    """Keep a guess, and set beside it what came; the first guess stands."""
    came, guess = _came(attempt), number_or_none(attempt.before.get("answer"))
    if came is not None and guess is not None:
        stands = attempt.words.say(
            "prediction_stands", guess=attempt.words.number(guess)
        )
        message = f"{stands} {_beside(attempt, guess, came)}"
        return Judgement(verdict="kept", message=message)
    number = _number(attempt)
    if isinstance(number, Judgement):
        return number
    model = attempt.model({})
    (came,) = model.values()
    return Judgement(
        verdict="kept",
        message=_beside(attempt, number, came),
        record={"answer": number, "model": model},
    )


def _came(attempt: Attempt) -> float | None:
    """Return what the model said to a guess kept earlier, if it was shown."""
    model = attempt.before.get("model")
    values = list(model.values()) if isinstance(model, Mapping) else []
    if attempt.before.get("seen"):  # kept by an earlier version, without the outcome
        values = list(attempt.model({}).values())
    return number_or_none(values[0]) if len(values) == 1 else None


def _beside(attempt: Attempt, guess: float, came: float) -> str:
    """Say the guess, what came, and what moves it."""
    asked = attempt.task
    pair = {"guess": attempt.words.number(guess), "outcome": attempt.words.number(came)}
    if near(guess, came, asked.tolerance):
        moves = asked.right
    else:
        moves = (asked.too_low if guess < came else asked.too_high) or asked.hint
    return f"{attempt.words.say('prediction_shown', **pair)} {moves.to(attempt.lang)}"


def _judge_levers(attempt: Attempt) -> Judgement:
    levers = _levers(attempt)
    if isinstance(levers, Judgement):
        return levers
    if levers == attempt.task.start:
        return waiting(attempt, "empty_levers")
    try:
        model = attempt.model(levers)
    except ValueError:
        model = {}
    if not model or not all(math.isfinite(value) for value in model.values()):
        impossible = attempt.task.impossible or attempt.words.phrase("impossible")
        return Judgement(verdict="waiting", message=impossible.to(attempt.lang))
    gave = attempt.words.say("levers_gave", outcomes=attempt.words.outcomes(model))
    for name, goal in attempt.task.goal.items():
        if not within(model[name], goal.least, goal.most):
            solution = attempt.words.written(attempt.task.solution)
            hints: list[Phrase | str] = [gave, goal.hint]
            return wrong(attempt, levers, name, hints, solution, model=model)
    judged = right(attempt, levers, model=model)
    return Judgement(
        verdict="right", message=f"{gave} {judged.message}", record=judged.record
    )


def _levers(attempt: Attempt) -> dict[str, float] | Judgement:
    """Return every lever as a number inside its span, or say what is wrong with one."""
    spans, found = attempt.task.levers, attempt.answer
    if not isinstance(found, Mapping) or {*map(str, found)} != {*spans}:
        names = [lever.name.to(attempt.lang) for lever in spans.values()]
        return waiting(attempt, "levers", levers=attempt.words.joined(names))
    levers = {}
    for key, lever in spans.items():
        value = number_or_none(found[key])
        whole = lever.step == 1
        if value is None or not within(value, lever.low, lever.high):
            broken = "lever_range"
        elif whole and abs(value - round(value)) > ROUNDING:
            broken = "lever_whole"
        else:
            levers[key] = float(round(value)) if whole else value
            continue
        said = {"lever": lever.name.to(attempt.lang), "found": shown(found[key])}
        return waiting(attempt, broken, **said, **limit_words(lever, attempt.lang))
    return levers


def _judge_choice(attempt: Attempt) -> Judgement:
    """Judge one of several options, by its number; each wrong one has its own why."""
    options, asked = attempt.task.options, attempt.task
    number = number_or_none(attempt.answer)
    if number is None or number not in range(1, len(options) + 1):
        found = shown(attempt.answer)
        return waiting(attempt, "no_choice", found=found, count=len(options))
    chosen, answer = int(number), int(unseal(asked.key, asked.sealed))
    if chosen == answer:
        return right(attempt, chosen)
    why = options[chosen - 1].why or asked.hint
    return wrong(
        attempt, chosen, f"option_{chosen}", [why], attempt.words.written(answer)
    )


def _judge_order(attempt: Attempt) -> Judgement:
    """Judge an order of the options, given by their numbers from first to last."""
    asked = attempt.task
    count = len(asked.options)
    order = _order(attempt.answer)
    if sorted(order) != list(range(1, count + 1)):
        found = shown(attempt.answer)
        return waiting(attempt, "no_order", found=found, count=count)
    answer = [int(digit) for digit in str(int(unseal(asked.key, asked.sealed)))]
    if order == answer:
        return right(attempt, order)
    placed = sum(one == other for one, other in zip(order, answer, strict=True))
    first, second = next(
        pair
        for pair in pairwise(order)
        if answer.index(pair[0]) > answer.index(pair[1])
    )
    hints = [
        attempt.words.say("placed", placed=placed, count=count),
        attempt.words.say(
            "swapped",
            first=attempt.words.option(first),
            then=attempt.words.option(second),
        )
        if attempt.tries >= WAY
        else "",
    ]
    said = [hint for hint in hints if hint]
    return wrong(attempt, order, "order", said, attempt.words.written(answer))


def _order(answer: object) -> list[int]:
    """Return an order as numbers; nothing if it is none."""
    parts = re.split(r"[\s,;]+", answer.strip()) if isinstance(answer, str) else answer
    if not isinstance(parts, Sequence):
        return []
    numbers = [number_or_none(part) for part in parts]
    return [int(n) for n in numbers if n is not None and n == round(n)]


def _judge_text(attempt: Attempt) -> Judgement:
    """Thank for a text that is long enough, and judge nothing in it."""
    if not isinstance(attempt.answer, str) or not attempt.answer.strip():
        return _recall(attempt)
    text = attempt.answer.strip()
    words = text.split()
    least = attempt.task.words
    if len(words) < least or 2 * len({*map(str.casefold, words)}) < least:
        message = attempt.words.say("short_text", words=least)
        hint = attempt.task.hint.to(attempt.lang)
        return Judgement(verdict="waiting", message=f"{message} {hint}")
    message = f"{attempt.words.say('thanks')} {attempt.task.right.to(attempt.lang)}"
    return Judgement(verdict="kept", message=message, record={"answer": text})


_JUDGES: dict[Kind, Callable[[Attempt], Judgement]] = {
    "number": _judge_number,
    "slider": _judge_number,
    "choice": _judge_choice,
    "order": _judge_order,
    "levers": _judge_levers,
    "text": _judge_text,
}
