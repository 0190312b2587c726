"""Bytes from outside as one JSON object, with everything said that is wrong with it as JSON."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from typing import Any, NoReturn

from assess.refusal import Loc, Refusal, shown
from assess.text import Words

FORMAT = "assess/1"
SIZE_LIMIT = 5 * 1024 * 1024  # bytes; about 2,500 pages of law
DEPTH_LIMIT = 32  # an assessment is 6 deep
DIGITS_LIMIT = 20


class Refused(Exception):
    """Everything a file is refused for; `line` where it is no JSON at all."""

    def __init__(self, *told: Refusal, line: int | None = None) -> None:
        super().__init__()
        self.told = told
        self.line = line


class Document:
    """A JSON object made safe to check, and what was wrong with it as JSON."""

    def __init__(self, content: dict[str, Any], told: list[Refusal]) -> None:
        self.content = content
        self.told = told


class _Twice(dict[str, Any]):
    """An object in which names were given more than once."""

    names: tuple[str, ...] = ()


class _Unusable:
    """A number no computer keeps exactly, or no number at all."""


class Reader:
    """Reads bytes from outside, saying what is wrong in the reader's words."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.told: list[Refusal] = []

    def document(self, data: bytes) -> Document:
        """The object in the file. Raises Refused where there is none of our format."""
        content = self._parsed(self._decoded(data))
        if not isinstance(content, dict):
            self._refuse(
                self.words.gettext("not an assessment file: it is not one JSON object in {braces}"),
                braces="{ }",
            )
        self._check_format(content.get("format"))
        return Document(self._clean(content, ()), self.told)

    def _refuse(
        self, message: str, loc: Loc = (), line: int | None = None, **values: Any
    ) -> NoReturn:
        raise Refused(Refusal(loc, message.format(**values)), line=line)

    def _decoded(self, data: bytes) -> str:
        _ = self.words.gettext
        if len(data) > SIZE_LIMIT:
            self._refuse(
                _("the file is {size} MB large; an assessment file has at most {limit} MB"),
                size=math.ceil(len(data) / 1024**2),
                limit=SIZE_LIMIT // 1024**2,
            )
        self._check_kind(data)
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            self._refuse(
                _("not UTF-8 text (byte {byte}); save the file as UTF-8 and open it again"),
                line=data.count(b"\n", 0, error.start) + 1,
                byte=error.start + 1,
            )

    def _check_kind(self, data: bytes) -> None:
        _ = self.words.gettext
        start = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()
        if not data.strip(b"\xef\xbb\xbf \t\r\n"):
            self._refuse(_("the file is empty; choose an assessment file (.json)"))
        for sign, message in (
            (b"PK\x03\x04", _("this is a DOCX or ZIP file, not an assessment file (.json)")),
            (b"%PDF", _("this is a PDF file, not an assessment file (.json)")),
            (b"<", _("this is an HTML or XML file, not an assessment file (.json)")),
        ):
            if start.startswith(sign):
                self._refuse(message)

    def _parsed(self, text: str) -> Any:
        try:
            return json.loads(
                text,
                object_pairs_hook=_object,
                parse_constant=lambda _name: _Unusable(),
                parse_int=lambda digits: (
                    int(digits) if len(digits) <= DIGITS_LIMIT else _Unusable()
                ),
                parse_float=_float,
            )
        except RecursionError:
            self._refuse(self.words.gettext("nested too deeply to be an assessment file"))
        except json.JSONDecodeError as error:
            self._refuse(
                self.words.gettext("not JSON at column {column}: {reason}"),
                line=error.lineno,
                column=error.colno,
                reason=_reason(error, self.words),
            )

    def _check_format(self, name: object) -> None:
        _ = self.words.gettext
        if name is None:
            self._refuse(
                _('not an assessment file: "format" is missing; it should be "{format}"'),
                format=FORMAT,
            )
        if name == FORMAT:
            return
        newer = re.fullmatch(r"assess/(\d{1,6})", name) if isinstance(name, str) else None
        if newer and int(newer[1]) > 1:
            message = _(
                'the file was made by a newer version of this program (format "{found}"); '
                "update the program and open it again; nothing was changed"
            )
        else:
            message = _('"{found}" is not a format this program reads; it reads "{format}"')
        self._refuse(message, ("format",), found=shown(name), format=FORMAT)

    def _clean(self, value: Any, loc: Loc) -> Any:
        """The value without what cannot be checked further; that is told."""
        _ = self.words.gettext
        if len(loc) > DEPTH_LIMIT:
            return self._tell(loc, _("nested too deeply; remove what is inside"))
        if isinstance(value, dict):
            for name in value.names if isinstance(value, _Twice) else ():
                self._tell((*loc, name), _("given twice; keep one of them"))
            return {name: self._clean(each, (*loc, name)) for name, each in value.items()}
        if isinstance(value, list):
            return [self._clean(each, (*loc, place)) for place, each in enumerate(value)]
        if isinstance(value, _Unusable):
            return self._tell(loc, _("not a usable number; write a smaller one, or null for none"))
        if isinstance(value, str) and _half_character(value):
            return self._tell(
                loc, _("holds half a character (a lone surrogate); type the text again")
            )
        return value

    def _tell(self, loc: Loc, message: str) -> None:
        self.told.append(Refusal(loc, message))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    named = [(shown(name), value) for name, value in pairs]
    found = _Twice(named)
    if len(found) < len(named):
        count = Counter(name for name, _value in named)
        found.names = tuple(name for name in found if count[name] > 1)
    return found


def _float(digits: str) -> float | _Unusable:
    number = float(digits)
    return number if math.isfinite(number) else _Unusable()


def _half_character(text: str) -> bool:
    return not text.isascii() and re.search(r"[\ud800-\udfff]", text) is not None


def _reason(error: json.JSONDecodeError, words: Words) -> str:
    _ = words.gettext
    if error.pos >= len(error.doc.rstrip()):
        return _("the file ends too early; download or copy it again")
    reasons = {
        "Expecting value": _("a value is missing"),
        "Expecting property name": _("a field name in double quotation marks is missing"),
        "Expecting ','": _("a comma or a closing bracket is missing"),
        "Expecting ':'": _("a colon is missing"),
        "Unterminated string": _("the text that begins here is not closed"),
        "Invalid control character": _("a control character stands in a text; remove it"),
        "Invalid \\": _("a backslash in a text must be written twice"),
        "Illegal trailing comma": _("a comma too many"),
        "Extra data": _("something follows the end of the document; remove it"),
    }
    return next((said for start, said in reasons.items() if error.msg.startswith(start)), error.msg)
