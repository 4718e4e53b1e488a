"""Dates as the reader writes them, and until when answers are kept."""

from datetime import date, timedelta

from lederlib.answers import AnswersError
from lederlib.text import Lang, both

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


def last_day(today: date) -> date:
    """Return when answers are deleted unless another day is agreed.

    Examples
    --------
    >>> last_day(date(2026, 3, 1))
    datetime.date(2026, 8, 30)
    """
    return today + timedelta(days=KEPT_DAYS)


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
