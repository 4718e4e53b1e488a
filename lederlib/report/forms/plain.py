"""A form as plain text, and how to use the files of a form."""

from collections.abc import Mapping

from lederlib.report.dates import day_in_words
from lederlib.report.forms.content import Form, Question
from lederlib.text import label


def plain_text(form: Form) -> str:
    """Return the form as text: a number before each question, an answer a line."""
    options = [option.words for option in form.options]
    opening = [f"{heading}: {text}" for heading, text in form.opening]
    blocks = [
        form.title,
        "\n".join(opening),
        form.instruction,
        *(
            "\n".join([f"{number}. {each.asked}", *options])
            for number, each in enumerate(form.questions, 1)
        ),
    ]
    notes = [f"{each.asked}: {each.note}" for each in form.questions if _explains(each)]
    about = ["\n".join([label("forms.about", form.lang), *notes])] if notes else []
    return "\n\n".join([*blocks[:3], *about, *blocks[3:], ""])


def guide_text(form: Form, files: Mapping[str, str]) -> str:
    """Return what to do with each file, given their names by kind."""
    lang = form.lang
    day = form.delete_by
    lines = [
        label("forms.guide_title", lang, title=form.title),
        label("forms.guide_fill", lang),
        *(
            label(f"forms.guide_{kind}", lang, file=name)
            for kind, name in files.items()
        ),
        label("forms.guide_tried", lang),
        label("forms.guide_read", lang, iso=day.isoformat()),
        label("forms.delete_by", lang, day=day_in_words(day, lang)),
    ]
    return "\n\n".join([*lines, ""])


def _explains(question: Question) -> bool:
    return bool(question.note) and question.asked == question.heading
