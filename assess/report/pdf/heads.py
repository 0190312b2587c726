"""Marks the first cell of each row as the head of its row, which Typst cannot do yet.

A PDF may be changed by what is written after its end: the elements anew, and where they stand.
"""

from __future__ import annotations

import re

_ELEMENT = re.compile(rb"\d+ 0 obj\n<</Type/StructElem/S/(\w+)/P (\d+) 0 R")
_FIRST = re.compile(rb"/K\[(\d+) 0 R")
_TABLE = b"<</O/Table"


def mark_row_heads(pdf: bytes) -> bytes:
    """The same PDF, its tables with heads of rows. `pdf` is one that Typst has just made."""
    places = _places(pdf)
    kinds = {number: found for number, at in places.items() if (found := _ELEMENT.match(pdf, at))}
    cells = []
    for number, element in kinds.items():
        if element[1] == b"TR" and kinds[int(element[2])][1] != b"THead":
            first = _FIRST.search(pdf, places[number])
            if first and kinds[int(first[1])][1] == b"TD":
                cells.append(int(first[1]))
    return _changed(pdf, {cell: _head(_object(pdf, places[cell])) for cell in sorted(cells)})


def _places(pdf: bytes) -> dict[int, int]:
    """Where each object begins, by its number, as the list at the end of the file says."""
    start = int(pdf[pdf.rindex(b"startxref") :].split()[1])
    _, counts, *lines = pdf[start : pdf.index(b"trailer", start)].splitlines()
    count = int(counts.split()[1])
    return {
        number: int(line[:10]) for number, line in enumerate(lines[:count]) if line[17:18] == b"n"
    }


def _object(pdf: bytes, place: int) -> bytes:
    return pdf[place : pdf.index(b"endobj", place) + len(b"endobj\n")]


def _head(cell: bytes) -> bytes:
    head = cell.replace(b"/S/TD", b"/S/TH", 1)
    if _TABLE in head:
        return head.replace(_TABLE, _TABLE + b"/Scope/Row", 1)
    return head.replace(b"/A[", b"/A[" + _TABLE + b"/Scope/Row>>", 1)


def _changed(pdf: bytes, objects: dict[int, bytes]) -> bytes:
    if not objects:
        return pdf
    end = pdf.rindex(b"startxref")
    before = int(pdf[end:].split()[1])
    trailer = pdf[pdf.rindex(b"trailer", 0, end) : end].rstrip()
    pdf += b"\n"  # Typst ends without one; the first of ours would stand in that last line
    parts, sections, at = [pdf], [b"xref\n"], len(pdf)
    for number, body in objects.items():
        sections.append(b"%d 1\n%010d 00000 n \n" % (number, at))
        parts.append(body)
        at += len(body)
    last = trailer.removesuffix(b">>") + b"/Prev %d>>" % before
    return b"".join((*parts, *sections, last, b"\nstartxref\n%d\n%%%%EOF\n" % at))
