"""What is wrong with a template, all of it at once, before anything is filled in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from docx.exceptions import PythonDocxError
from docx.oxml.ns import qn

from assess.errors import FileProblems, Place, Problem
from assess.refusal import did_you_mean
from assess.report.template.fields import FIELDS, PARTS
from assess.report.template.markers import Lines, lines
from assess.report.template.package import opened, parts
from assess.text import Words

_READ = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_SHOWN = 80  # characters of a paragraph that are repeated
_TOLD = 50  # problems named one by one


def check(data: bytes, words: Words) -> None:
    """Raises FileProblems with everything for which this file is not used as a template."""
    found = parts(data, words)
    told: list[Problem] = []
    names: Counter[str] = Counter()
    for name, root in found.items():
        if match := _READ.fullmatch(name):
            where = match[1].rstrip("0123456789")
            for each in lines(root):
                told += _of_paragraph(each, where, words)
                names.update(marker.name for marker in each.markers)
    told += _of_whole(names, words)
    if told:
        raise FileProblems(tuple(told[:_TOLD]))
    _opens(data, words)


def _of_paragraph(given: Lines, where: str, words: Words) -> Iterator[Problem]:
    for message in _complaints(given, where, words):
        yield Problem(Place(path=_place(words, where, given.text)), message)


def _complaints(given: Lines, where: str, words: Words) -> Iterator[str]:
    _ = words.gettext
    if given.has_commands:
        yield _("commands between {% and %} are not understood; only names of fields are")
    if given.is_unclosed:
        yield _("braces are left over; a field is a name in double braces, as {{ title }}")
    for marker in given.markers:
        if marker.name not in FIELDS:
            yield _("unknown field {name}; {question}").format(
                name=given.text[marker.start : marker.end][:_SHOWN],
                question=did_you_mean(marker.name, FIELDS, words),
            )
        elif where in ("footnotes", "endnotes"):
            yield _("fields cannot stand in notes; put it into the text")
        elif marker.name in PARTS and not _alone(given, where):
            yield _(
                "the field {name} stands for whole paragraphs; give it a paragraph of its own"
                " in the text, outside tables, boxes, headers and footers"
            ).format(name=marker.name)


def _alone(given: Lines, where: str) -> bool:
    """Whether paragraphs and tables can be put where this paragraph is."""
    around = {qn("w:tc"), qn("w:txbxContent")}
    boxed = any(each.tag in around for each in given.paragraph.iterancestors())
    text = given.text.strip()
    return (
        where == "document"
        and not boxed
        and text.startswith("{{")
        and text.count("{{") == 1
        and text.endswith("}}")
    )


def _of_whole(names: Counter[str], words: Words) -> Iterator[Problem]:
    _ = words.gettext
    for name in PARTS:
        if names[name] > 1:
            message = _("the field {name} stands there twice; once is enough").format(name=name)
            yield Problem(Place(), message)
    if not names:
        message = _("the file has no field; write {{ everything }} where the paper is to stand")
        yield Problem(Place(), message)


def _place(words: Words, where: str, text: str) -> str:
    _ = words.gettext
    shown = " ".join(text.split())
    shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    return {
        "document": _("in the text, paragraph “{text}”"),
        "header": _("in a header, paragraph “{text}”"),
        "footer": _("in a footer, paragraph “{text}”"),
        "footnotes": _("in a footnote, paragraph “{text}”"),
        "endnotes": _("in an endnote, paragraph “{text}”"),
    }[where].format(text=shown)


def _opens(data: bytes, words: Words) -> None:
    """Whether the file opens as a whole: its parts may each be sound and not fit together."""
    try:
        document = opened(data)
        sound = bool(len(document.sections)) and document.styles is not None
    except (PythonDocxError, LookupError, ValueError, TypeError, AttributeError):
        sound = False
    if not sound:
        message = words.gettext(
            "the file is no Word file (DOCX), or is damaged; open it in Word and save it as DOCX"
        )
        raise FileProblems((Problem(Place(), message),)) from None
