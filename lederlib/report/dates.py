"""Dates as the reader writes them, and until when answers are kept."""

from datetime import date, timedelta

from lederlib.answers import AnswersError
from lederlib.text import LANGS, Lang, Phrase, both

#: Half a year: a suggestion, to be agreed with the data protection officer.
KEPT_DAYS = 182


def day_in_words(day: date, lang: Lang) -> str:
    """Return a date as the reader writes it.

    Examples
    --------
    >>> day_in_words(date(2026, 3, 1), "da"), day_in_words(date(2026, 3, 1), "en")
    ('1.3.2026', '2026-03-01')
    """
    return f"{day.day}.{day.month}.{day.year}" if lang == "da" else day.isoformat()


def last_day(today: date, agreed: date | None = None) -> date:
    """Return when answers are deleted: on the day agreed, or half a year from today.

    Raises
    ------
    AnswersError
        If the day agreed is past.

    Examples
    --------
    >>> last_day(date(2026, 3, 1))
    datetime.date(2026, 8, 30)
    """
    if agreed is not None and agreed <= today:
        found, now = (
            Phrase(*(day_in_words(day, lang) for lang in LANGS))
            for day in (agreed, today)
        )
        raise AnswersError(both("forms.past", found=found, today=now))
    return agreed or today + timedelta(days=KEPT_DAYS)


def read_day(text: str) -> date:
    """Return a day written year-month-day.

    Raises
    ------
    AnswersError
        If it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        example = last_day(date.today()).isoformat()
        raise AnswersError(both("forms.no_date", found=text, example=example)) from None
