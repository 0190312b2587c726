"""What is wrong with the file of a paper for whoever opens it: in words, nothing where all is well.

A PDF is read as a screen reader reads it, by its structure tree; a DOCX as LibreOffice shows it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pypdfium2

from assess.report.document import Report, Section
from tests.report.pdfs import elements, objects, text_of

OFFICE = shutil.which("soffice")
MARKS = {
    b"<pdfuaid:part>1</pdfuaid:part>": "it does not say that it is PDF/UA-1",
    b"/MarkInfo<</Marked true": "it does not say that it is tagged",
    b"/DisplayDocTitle true": "a window shows the name of the file, not the title",
}
_HEADING = re.compile(r"H([1-6])$")
_KIDS = re.compile(rb"/K\[([^\]]*)\]")


def headings(made: Report) -> list[tuple[int, str]]:
    """Each heading with its depth, 1 the outermost, in the order they are read."""

    def within(sections: tuple[Section, ...], depth: int) -> Iterator[tuple[int, str]]:
        for each in sections:
            yield depth, each.title
            yield from within(each.sections, depth + 1)

    return list(within(made.sections, 1))


# --- PDF ------------------------------------------------------------------------------------------


def pdf_faults(data: bytes, made: Report) -> list[str]:
    """What a screen reader, or PDF/UA-1, would miss in it."""
    whole = b"".join(objects(data).values())
    found = [fault for mark, fault in MARKS.items() if mark not in whole]
    if b"/Lang(%s)" % made.words.language.encode() not in whole:
        found.append(f"its language is not {made.words.language}")
    with closing(pypdfium2.PdfDocument(data)) as document:
        if document.get_metadata_value("Title") != made.title:
            found.append("its title is not that of the paper")
        bookmarks = [(each.level + 1, each.get_title()) for each in document.get_toc()]
    tree = read(data)
    depths = [int(level[1]) for kind, _ in tree if (level := _HEADING.match(kind))]
    if bookmarks != headings(made):
        found.append("its bookmarks are not the headings in their order")
    if depths != [depth for depth, _ in headings(made)]:
        found.append("its headings are not tagged in their order")
    if any(after > before + 1 for before, after in pairwise([0, *depths])):
        found.append("a level of heading is left out")
    if [kind for kind, _ in tree].count("Title") != 1:
        found.append("it has not one title")
    return [*found, *_pictures(tree), *_tables(data)]


def read(data: bytes) -> list[tuple[str, bytes]]:
    """The elements of the structure tree in the order they are read: kind, and what is said."""
    known = elements(data)
    roots = (b for b in objects(data).values() if b.startswith(b"<</Type/StructTreeRoot"))

    def within(body: bytes) -> Iterator[tuple[str, bytes]]:
        for each in _inside(body, known):
            yield _kind(each), each
            yield from within(each)

    return list(within(next(roots)))


def _inside(body: bytes, known: Mapping[int, bytes]) -> list[bytes]:
    """The elements right below one; text and links stand there too, and are none."""
    kids = _KIDS.search(body)
    numbers = map(int, re.findall(rb"(\d+) 0 R", kids[1])) if kids else ()
    return [known[number] for number in numbers if number in known]


def _kind(element: bytes) -> str:
    return re.split(rb"[/<\[(\s]", element[1:], maxsplit=1)[0].decode()


def _pictures(tree: list[tuple[str, bytes]]) -> Iterator[str]:
    for kind, body in tree:
        if kind == "Figure" and not re.search(rb"/Alt ?[(<][^)>]", body):
            yield "a picture says nothing to whoever cannot see it"


def _tables(data: bytes) -> Iterator[str]:
    known = elements(data)
    for table in known.values():
        if _kind(table) == "Table":
            parts = _inside(table, known)
            for part in (each for each in parts if _kind(each) != "Caption"):
                rows = [part] if _kind(part) == "TR" else _inside(part, known)
                yield from _rows(rows, known, is_head=_kind(part) == "THead")


def _rows(rows: list[bytes], known: Mapping[int, bytes], *, is_head: bool) -> Iterator[str]:
    scope = b"/Scope/Column" if is_head else b"/Scope/Row"
    for row in rows:
        cells = _inside(row, known)
        heads = cells if is_head else cells[:1]
        if not heads or any(_kind(each) != "TH" or scope not in each for each in heads):
            yield "a table has a row or a column without a head"


# --- DOCX -----------------------------------------------------------------------------------------


def converted(folder: Path) -> Path:
    """All DOCX files of a folder as PDF, in the folder that is returned; LibreOffice makes them."""
    assert OFFICE
    out = folder / "office"
    subprocess.run(
        [
            *(OFFICE, f"-env:UserInstallation=file://{folder}/profile", "--headless"),
            *("--convert-to", "pdf", "--outdir", out, *sorted(folder.glob("*.docx"))),
        ],
        check=True,
        capture_output=True,
    )
    return out


def docx_faults(pdf: Path, made: Report) -> list[str]:
    """What is not there once LibreOffice has opened the DOCX and made this PDF of it."""
    if not pdf.exists():
        return ["LibreOffice did not open it"]
    shown = _bare(text_of(pdf.read_bytes()))
    wanted = [made.title, *(title for _, title in headings(made))]
    return [f"LibreOffice does not show “{each}”" for each in wanted if _bare(each) not in shown]


def _bare(text: str) -> str:
    """Without spaces, and without the hyphens and marks that lines are broken with."""
    return re.sub(r"[\s\u00ad\u200b\ufffe\x02-]+", "", text)
