"""Looks into PDF files of ours: their objects are written out, only streams are packed."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from contextlib import closing

import pypdfium2


def objects(data):
    """The objects by number, streams unpacked; of one that was written anew, the last."""
    found = {}
    for each in re.finditer(rb"^(\d+) 0 obj\n(.*?)\nendobj", data, re.DOTALL | re.MULTILINE):
        body = each[2]
        head, stream, packed = body.partition(b"\nstream\n")
        if stream and b"FlateDecode" in head:
            body = head + zlib.decompressobj().decompress(packed)
        found[int(each[1])] = body
    return found


def elements(data):
    """The elements of the structure tree, from their kind on."""
    start = b"<</Type/StructElem/S"
    return {
        number: body.removeprefix(start)
        for number, body in objects(data).items()
        if body.startswith(start)
    }


def kinds(data):
    """How many elements of each kind there are."""
    return Counter(re.match(rb"/(\w+)", each)[1].decode() for each in elements(data).values())


def text_of(data):
    """The text of all pages."""
    with closing(pypdfium2.PdfDocument(data)) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
