"""A Word template as a packed file from a stranger: what must not be in it.

Sizes are looked at before anything is unpacked, and no entity of XML is ever resolved. What is
refused here could run, fetch something, or show what the reader does not see.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Final

import docx
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree
from lxml.etree import _Element

from assess.errors import FileProblems, Place, Problem
from assess.packed import DAMAGED, LOCKED, unpacked
from assess.text import Words

SIZE_LIMIT: Final = 10 * 1024**2  # bytes as it is
UNPACKED: Final = 60 * 1024**2  # bytes of all its parts
_ENTRIES = 2_000
_MAIN = "word/document.xml"
_TYPES = "[Content_Types].xml"
_TEMPLATE = b"wordprocessingml.template.main+xml"
_DOCUMENT = b"wordprocessingml.document.main+xml"
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_RUNS = re.compile(
    r"macroenabled|vbaproject|vbadata|activex|ms-word\.attachedtoolbars", re.IGNORECASE
)
_WEB = re.compile(r"(?:https?://|mailto:|#)", re.IGNORECASE)
# Fields of Word that fetch or run something when the file is opened or printed.
_FETCHES = frozenset(
    [
        "DATABASE",
        "DDE",
        "DDEAUTO",
        "IMPORT",
        "INCLUDE",
        "INCLUDEPICTURE",
        "INCLUDETEXT",
        "LINK",
        "MACROBUTTON",
        "RD",
    ]
)


class Refused(Exception):
    """Why a template is not used, in the reader's words."""


def opened(data: bytes) -> Document:
    """A template that was checked, as a document; one that Word calls a template (DOTX) too."""
    return docx.Document(BytesIO(_as_document(data)))


def _as_document(data: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as old:
        types = old.read(_TYPES)
        if _TEMPLATE not in types:
            return data
        made = BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
            new.writestr(_TYPES, types.replace(_TEMPLATE, _DOCUMENT))
            for name in old.namelist():
                if name != _TYPES:
                    new.writestr(name, old.read(name))
    return made.getvalue()


def parts(data: bytes, words: Words) -> dict[str, _Element]:
    """The XML parts of a template, by name. Raises FileProblems with all that must not be in it."""
    try:
        found = dict(_parsed(data, words))
    except Refused as refused:
        raise FileProblems((Problem(Place(), str(refused)),)) from None
    told = tuple(dict.fromkeys(_unwanted(found, words)))
    if told:
        raise FileProblems(tuple(Problem(Place(), message) for message in told))
    return found


def _parsed(data: bytes, words: Words) -> Iterator[tuple[str, _Element]]:
    _ = words.gettext
    if len(data) > SIZE_LIMIT:
        raise Refused(
            _("the template is larger than {limit} MB; make its pictures smaller").format(
                limit=SIZE_LIMIT // 1024**2
            )
        )
    if data.startswith(_OLD_OR_LOCKED):
        raise Refused(
            _(
                "the file is an old Word file (DOC) or locked with a password;"
                " save it as DOCX without one"
            )
        )
    damaged = _(
        "the file is no Word file (DOCX), or is damaged; open it in Word and save it as DOCX"
    )
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            yield from _unpacked(archive, words)
    except (*DAMAGED, etree.XMLSyntaxError):
        raise Refused(damaged) from None
    except LOCKED:
        raise Refused(_("the file is locked with a password; save a copy without one")) from None


def _unpacked(archive: zipfile.ZipFile, words: Words) -> Iterator[tuple[str, _Element]]:
    _ = words.gettext
    entries = archive.infolist()
    if len(entries) > _ENTRIES or sum(entry.file_size for entry in entries) > UNPACKED:
        raise Refused(_("the file unpacks to far more than any template; save it anew in Word"))
    names = Counter(entry.filename.lower() for entry in entries)
    if max(names.values(), default=0) > 1 or _MAIN not in names:
        raise zipfile.BadZipFile
    for entry in entries:
        content = unpacked(archive, entry, entry.file_size)  # also tells a damaged part
        if content is None:
            raise zipfile.BadZipFile
        if entry.filename.lower().endswith((".xml", ".rels")):
            yield entry.filename, _root(content)
        else:
            yield entry.filename, etree.Element("binary")


def _root(content: bytes) -> _Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(content, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise zipfile.BadZipFile  # entities could be hidden in it; Word writes none
    return root


def _unwanted(found: dict[str, _Element], words: Words) -> Iterator[str]:
    _ = words.gettext
    types = etree.tostring(found[_TYPES], encoding="unicode") if _TYPES in found else ""
    if _RUNS.search(types) or any(_RUNS.search(name) for name in found):
        yield _("the file has macros or controls that run; save it in Word as DOCX, which has none")
    elif not any(kind.decode() in types for kind in (_DOCUMENT, _TEMPLATE)):
        yield _("the file is no Word text; open it in Word and save it as DOCX")
    if any("/embeddings/" in name.lower() for name in found):
        yield _("the file holds another file inside; take it out, or put it in as a picture")
    for name, root in found.items():
        if name.endswith(".rels"):
            yield from _links(root, words)
        if root.find(f".//{qn('w:altChunk')}") is not None:
            yield _("the file holds another text inside; copy that text in")
        for field in set(_instructions(root)) & _FETCHES:
            yield _(
                "the file has a field {name} of Word, which fetches or runs something; remove it"
            ).format(name=field)


def _links(root: _Element, words: Words) -> Iterator[str]:
    _ = words.gettext
    for relation in root.iter(_RELATION):
        kind, target = relation.get("Type", "").rpartition("/")[2], relation.get("Target", "")
        if kind in ("aFChunk", "oleObject", "package"):
            yield _("the file holds another file inside; take it out, or put it in as a picture")
        if relation.get("TargetMode", "").lower() != "external":
            continue
        if kind == "attachedTemplate":
            yield _(
                "the file is tied to another template ({target}); in Word choose Developer,"
                " Document Template, put Normal in its place and save"
            ).format(target=target[:120])
        elif kind != "hyperlink":
            yield _(
                "the file fetches a part of itself from elsewhere ({target}); put it in"
            ).format(target=target[:120])
        elif not _WEB.match(target):
            yield _("the file has a link that leads to no web page ({target}); remove it").format(
                target=target[:120]
            )


def _instructions(root: _Element) -> Iterator[str]:
    """The names of the fields of Word in a part; a name may be cut over several runs."""
    for simple in root.iter(qn("w:fldSimple")):
        yield _first(simple.get(qn("w:instr"), ""))
    begun: list[str] = []
    for element in root.iter(qn("w:fldChar"), qn("w:instrText")):
        if element.tag == qn("w:instrText"):
            if begun:
                begun[-1] += element.text or ""
        elif element.get(qn("w:fldCharType")) == "begin":
            begun.append("")
        elif begun and element.get(qn("w:fldCharType")) == "end":
            yield _first(begun.pop())
    yield from map(_first, begun)


def _first(instruction: str) -> str:
    return (instruction.split() or [""])[0].upper()
