"""One assessment as one file, and back: the JSON of format `assess/1` in `docs/`.

A file comes from outside. It is read whole or refused whole, with everything that is wrong in it.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any, NoReturn, Protocol

from pydantic import ValidationError

from assess.assessment import Assessment, FrameworkRef
from assess.errors import FileProblems, Place, Problem, UnknownFramework
from assess.framework import Framework
from assess.intervention import Interventions
from assess.refusal import ENGLISH, Loc, Refusal, did_you_mean, path, refusals, shown
from assess.text import Words

FORMAT = "assess/1"
SIZE_LIMIT = 5 * 1024 * 1024  # bytes; about 2,500 pages of law
DEPTH_LIMIT = 32  # an assessment is 6 deep
DIGITS_LIMIT = 20
JUDGEMENTS_LIMIT = 5_000  # as in the model; what follows is not looked at one by one
TOLD = 100  # problems named one by one; a file of nothing else must not keep the server busy


class Frameworks(Protocol):
    """Where frameworks are looked up: assess.library.Library."""

    def framework(self, framework_id: str, version: str, /) -> Framework:
        """One version of a framework. Raises UnknownFramework, FileProblems."""

    def interventions(self, framework_id: str, version: str, /) -> Interventions | None:
        """The interventions that come with it, if any."""


def dumps(assessment: Assessment) -> str:
    """The assessment as text, the same for the same assessment: every field written, in order.

    Judgements stand by draft, assessor, node and part, so that two files can be laid side by side.
    """
    document = assessment.model_dump(mode="json")
    keys = ("draft", "assessor", "node", "part")
    document["judgements"].sort(key=lambda judgement: [judgement[key] for key in keys])
    document["triage"]["answers"] = dict(sorted(document["triage"]["answers"].items()))
    return json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def loads(data: bytes, library: Frameworks, file: str = "", words: Words = ENGLISH) -> Assessment:
    """The assessment in a file, judgements in order. Raises FileProblems with all that is wrong.

    `file` is the name to say in the problems.
    """
    try:
        document = _Reader(words).document(data)
        return _assessment(document, library, words)
    except _Refused as refused:
        raise FileProblems(tuple(_problems(refused, file, words))) from None


class _Refused(Exception):
    """Everything a file is refused for; `line` where it is no JSON at all."""

    def __init__(self, *told: Refusal, line: int | None = None) -> None:
        super().__init__()
        self.told = told
        self.line = line


def _problems(refused: _Refused, file: str, words: Words) -> Iterator[Problem]:
    for loc, message in refused.told[:TOLD]:
        yield Problem(Place(file, refused.line, path(loc)), message)
    if len(refused.told) > TOLD:
        message = words.gettext("there are more problems; mend these and open the file again")
        yield Problem(Place(file), message)


def _assessment(document: _Document, library: Frameworks, words: Words) -> Assessment:
    places = {refusal.loc for refusal in document.told}
    told = [*document.told, *islice(_dangling(document.content, library, words), TOLD + 1)]
    try:
        found = Assessment.model_validate_json(json.dumps(document.content), strict=True)
    except ValidationError as error:
        for refusal in refusals(error, Assessment, words):
            # Not what was taken out, nor what is said of the whole where a part of it was named.
            if refusal.loc not in places and (refusal.loc or not told):
                told.append(refusal)
    if told:
        raise _Refused(*sorted(told, key=_reading_order))
    return found.replace(judgements=tuple(sorted(found.judgements, key=lambda each: each.key)))


def _reading_order(refusal: Refusal) -> tuple[int, tuple[str, ...]]:
    """Part by part as an assessment is written, so that mistakes are met in the order of a file."""
    parts = list(Assessment.model_fields)
    first = refusal.loc[0] if refusal.loc else ""
    place = parts.index(first) if first in parts else -1
    return place, tuple(f"{step:08}" if isinstance(step, int) else step for step in refusal.loc)


# --- bytes to a document -------------------------------------------------------------------


class _Document:
    """A JSON object made safe to check, and what was wrong with it as JSON."""

    def __init__(self, content: dict[str, Any], told: list[Refusal]) -> None:
        self.content = content
        self.told = told


class _Twice(dict[str, Any]):
    """An object in which names were given more than once."""

    names: tuple[str, ...] = ()


class _Unusable:
    """A number no computer keeps exactly, or no number at all."""


class _Reader:
    """Reads bytes from outside, saying what is wrong in the reader's words."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.told: list[Refusal] = []

    def document(self, data: bytes) -> _Document:
        """The object in the file. Raises _Refused where there is none of our format."""
        content = self._parsed(self._decoded(data))
        if not isinstance(content, dict):
            self._refuse(
                self.words.gettext("not an assessment file: it is not one JSON object in {braces}"),
                braces="{ }",
            )
        self._check_format(content.get("format"))
        return _Document(self._clean(content, ()), self.told)

    def _refuse(
        self, message: str, loc: Loc = (), line: int | None = None, **values: Any
    ) -> NoReturn:
        raise _Refused(Refusal(loc, message.format(**values)), line=line)

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


# --- ids that must lead somewhere ----------------------------------------------------------


def _dangling(content: dict[str, Any], library: Frameworks, words: Words) -> Iterator[Refusal]:
    yield from _twice(content, words)
    ref = _framework_ref(content.get("framework"))
    if ref is None:
        return  # the model says what is wrong with it
    try:
        framework = library.framework(ref.id, ref.version)
        interventions = library.interventions(ref.id, ref.version)
    except UnknownFramework as error:
        yield Refusal(("framework",), str(error))
    except FileProblems:
        yield Refusal(("framework",), words.gettext("this framework is here, but it has mistakes"))
    else:
        yield from _unknown(content, _Known(framework, interventions), words)


def _framework_ref(written: object) -> FrameworkRef | None:
    try:
        return FrameworkRef.model_validate(written)
    except ValidationError:
        return None


class _Known:
    """The ids of a framework version that an assessment may name."""

    def __init__(self, framework: Framework, interventions: Interventions | None) -> None:
        self.goals = {goal.id for goal in framework.goals}
        self.nodes = [node.id for node in framework.judged]
        self.questions = [question.id for question in framework.screening]
        self.interventions = (
            [kind.id for kind in interventions.interventions] if interventions else None
        )


def _unknown(content: dict[str, Any], known: _Known, words: Words) -> Iterator[Refusal]:
    _ = words.gettext
    triage = _group(content.get("triage"))
    for name in _group(triage.get("answers")):
        if name not in known.questions:
            hint = did_you_mean(name, known.questions, words)
            message = _("there is no such screening question; {hint}").format(hint=hint)
            yield Refusal(("triage", "answers", name), message)
    chosen = _items(triage.get("interventions"))
    named: list[tuple[Loc, Any]] = [(("triage", "interventions", n), x) for n, x in chosen]
    for place, judgement in _judgements(content):
        named.append((("judgements", place, "mechanism"), judgement.get("mechanism")))
        yield from _unknown_node(place, judgement.get("node"), known, words)
    for loc, name in named:
        if known.interventions and isinstance(name, str) and name not in known.interventions:
            hint = did_you_mean(name, known.interventions, words)
            yield Refusal(loc, _("there is no such intervention; {hint}").format(hint=hint))


def _unknown_node(place: int, name: object, known: _Known, words: Words) -> Iterator[Refusal]:
    _ = words.gettext
    if not isinstance(name, str) or name in known.nodes:
        return
    if name in known.goals:
        message = _("{name} is a goal; judge the enablers under it instead").format(name=name)
    else:
        hint = did_you_mean(name, known.nodes, words)
        message = _("there is no {name} in this framework; {hint}").format(
            name=shown(name), hint=hint
        )
    yield Refusal(("judgements", place, "node"), message)


def _twice(content: dict[str, Any], words: Words) -> Iterator[Refusal]:
    """Drafts with the same id, answers on no draft, and second answers to the same question."""
    _ = words.gettext
    drafts: set[object] = set()
    for place, draft in _items(content.get("drafts", [{"id": "d1"}])):
        name = _group(draft).get("id")
        if isinstance(name, str) and name in drafts:
            message = _("two drafts have this id; give each its own")
            yield Refusal(("drafts", place, "id"), message)
        drafts.add(name if isinstance(name, str) else None)
    seen: dict[tuple[str, ...], int] = {}
    for place, judgement in _judgements(content):
        draft = judgement.get("draft", "d1")
        if isinstance(draft, str) and draft not in drafts:
            hint = did_you_mean(draft, sorted(filter(None, map(str, drafts))), words)
            message = _("there is no such draft in this file; {hint}").format(hint=hint)
            yield Refusal(("judgements", place, "draft"), message)
        key = (draft, judgement.get("assessor", "a1"), judgement.get("node"))
        whole = (*map(str, key), str(judgement.get("part", 1)))
        if whole in seen:
            message = _(
                "the same person judges the same node on the same draft twice, first in {first}; "
                "give this one another part number"
            ).format(first=path(("judgements", seen[whole])))
            yield Refusal(("judgements", place, "part"), message)
        seen.setdefault(whole, place)


def _judgements(content: dict[str, Any]) -> Iterator[tuple[int, dict[str, Any]]]:
    return ((place, _group(each)) for place, each in _items(content.get("judgements")))


def _group(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _items(value: object) -> Iterator[tuple[int, Any]]:
    return islice(enumerate(value if isinstance(value, list) else ()), JUDGEMENTS_LIMIT)
