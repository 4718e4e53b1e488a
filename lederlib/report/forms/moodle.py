"""A form as the questions of a Moodle activity of the kind Feedback.

The format is the one that Moodle's own `mod/feedback/export.php` writes and its
`import.php` reads.
"""

from html import escape

from lederlib.report.forms.content import Form, Question

# Moodle looks for the encoding in double quotes and for something after it.
_HEAD = '<?xml version="1.0" encoding="UTF-8" ?>'
_OPEN = '<FEEDBACK VERSION="200701" COMMENT="XML-Importfile for mod/feedback">'
_ONE_ANSWER = "r>>>>>"


def moodle_xml(form: Form) -> str:
    """Return the opening text as a label and every question as one multiple choice.

    No question has a label of its own, since Moodle would put it before the question's
    text in the headings of its export.
    """
    options = "|".join(_plain(option.words) for option in form.options)
    items = [
        _item(1, "label", presentation=_opening(form)),
        *(
            _item(number, "multichoice", text=_text(each), presentation=options)
            for number, each in enumerate(form.questions, 2)
        ),
    ]
    return "\n".join([_HEAD, _OPEN, "<ITEMS>", *items, "</ITEMS>", "</FEEDBACK>", ""])


def _item(number: int, kind: str, *, presentation: str, text: str = "") -> str:
    shown = _ONE_ANSWER + presentation if kind == "multichoice" else presentation
    parts = {
        "ITEMID": str(number),
        "ITEMTEXT": text,
        "ITEMLABEL": "",
        "PRESENTATION": shown,
        "OPTIONS": "",
        "DEPENDITEM": "0",
        "DEPENDVALUE": "",
    }
    inside = "\n".join(f"<{tag}>{_data(words)}</{tag}>" for tag, words in parts.items())
    return f'<ITEM TYPE="{kind}" REQUIRED="0">\n{inside}\n</ITEM>'


def _text(question: Question) -> str:
    return escape(question.asked, quote=False)


def _plain(words: str) -> str:
    """Return an answer without the signs that Moodle parts answers by."""
    plain = words.replace("|", "/").replace(">>>>>", "").replace("<<<<<", "")
    return escape(plain, quote=False)


def _data(words: str) -> str:
    return f"<![CDATA[{words.replace(']]>', ']]]]><![CDATA[>')}]]>"


def _opening(form: Form) -> str:
    notes = [(each.asked, each.note) for each in form.questions if _is_news(each)]
    lines = [*form.opening, ("", form.instruction), *notes]
    return "".join(_line(heading, text) for heading, text in lines)


def _line(heading: str, text: str) -> str:
    bold = f"<strong>{escape(heading, quote=False)}:</strong> " if heading else ""
    return f"<p>{bold}{escape(text, quote=False)}</p>"


def _is_news(question: Question) -> bool:
    return bool(question.note) and not question.asked.startswith(
        question.note.rstrip(".")
    )
