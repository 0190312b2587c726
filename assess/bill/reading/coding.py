"""Bytes to text: what the file says of its encoding, what its bytes show, and what is likely."""

from __future__ import annotations

import codecs
import re

from assess.bill.reading.limits import Refused
from assess.text import Words

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:encoding|charset)\s*=\s*["']?\s*([\w.:-]{2,20})""")
_TEXTUAL = re.compile(
    r"utf-?8|utf-?16.*|iso-?8859-?\d+|latin-?\d+|us-ascii|ascii|windows-?\d+|cp\d+|koi8-?[ru]"
    r"|gb\w+|big5.*|euc[-_]\w+|shift[-_]?jis|iso-2022-jp|tis-620|mac\w*"
)
"""Encodings of text; others that Python knows unpack or compute."""
_WESTERN = {"ascii", "iso8859-1", "latin-1"}  # in practice these mean its superset
_CONTROLS = bytes([*range(9), *range(0x0E, 0x20), *range(0x7F, 0xA0)])
_NO_CHARACTERS = "\ufffd\ufffe\uffff"
_HIGH = re.compile("[\x80-\xff]")
_LETTER = re.compile(r"[^\W\d_]")
SHOWN = 20_000  # characters that are looked at to judge a text
GARBLED = 0.01  # share of characters that no text has
FOREIGN = 0.4  # share of letters beyond A to Z that no Western language reaches


def decode(data: bytes, words: Words) -> tuple[str, bool]:
    """The text of the bytes, and whether its encoding is a guess.

    Raises Refused for bytes that are no text.
    """
    _ = words.gettext
    text, guessed = _decoded(data)
    shown = text[:SHOWN]
    if _garbled(shown) > GARBLED * len(shown):
        raise Refused(
            _("the file is not text, and no document we know; save the law as DOCX, PDF or HTML")
        )
    if guessed and len(_HIGH.findall(shown)) > FOREIGN * max(1, len(_LETTER.findall(shown))):
        raise Refused(
            _("the file does not say which encoding it has; save it as UTF-8, or as DOCX or PDF")
        )
    return text, guessed


def _garbled(text: str) -> int:
    """How many characters no text has."""
    low = text.encode("latin-1", "ignore")
    controls = len(low) - len(low.translate(None, _CONTROLS))
    return controls + sum(map(text.count, _NO_CHARACTERS))


def _decoded(data: bytes) -> tuple[str, bool]:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data.decode(name, "replace"), False
    for encoding in filter(None, (_wide(data), _declared(data), "utf-8")):
        try:
            return data.decode(encoding), False
        except UnicodeDecodeError:
            continue
    almost = data.decode("utf-8", "replace")
    wrong, right = almost.count("\ufffd"), sum(map(len, re.findall("[^\x00-\x7f\ufffd]+", almost)))
    if wrong < 0.01 * right:  # a few broken characters, not another encoding
        return almost, False
    return data.decode("cp1252", "replace"), True


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Western text is empty."""
    sample = data[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < 0.2 * len(sample) or min(even, odd) > 0.02 * len(sample):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:2048])
    if not found:
        return None
    name = found[1].decode("ascii", "replace").lower()
    if not _TEXTUAL.fullmatch(name):
        return None
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return None
    return "cp1252" if known in _WESTERN else known
