"""Files made to harm, and what becomes of each: `python -m tests.bill.reading.hostile` measures.

It writes docs/hostile-files.md anew. Each file is read as an upload is, in a limited child, from a
process of its own; memory is the most that child or a program it started ever held. Linux only.
"""

from __future__ import annotations

import datetime
import json
import multiprocessing
import os
import random
import resource
import shutil
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from assess import airlock
from assess.bill.reading import SIZE_LIMIT
from assess.errors import FileProblems
from assess.text import words
from tests.bill.reading.made import docx, packed, paragraph, written

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT.parent / "shared" / "bills" / "hostile"
TABLE = ROOT / "docs" / "hostile-files.md"
SECONDS, MEGABYTES = 30, 1.2 * 1024  # within which each must end

FOUND = {
    "zipbomb.docx": "Word file of 1.2 MB that unpacks to 522 MB",
    "laughs.docx": "Word file whose XML is an entity bomb",
    "traversal.docx": "Word file with a part named ../../evil",
    "billion_laughs.xml": "entities of entities, a thousand million in the end",
    "quadratic.xml": "one long entity, named over and over",
    "xxe.xml": "entity that names a file of this machine (XXE)",
    "flatebomb.pdf": "PDF of 2.6 kB with a stream of 480 MB",
    "selfref.pdf": "PDF whose page tree holds itself",
    "truncated.pdf": "PDF cut off in the middle",
    "no_xref.pdf": "PDF without its table of objects",
    "encrypted_user.pdf": "PDF locked with a password",
    "encrypted_owner_only.pdf": "PDF that opens without a password, but forbids copying",
    "malformed_pdfplumber_932.pdf": "broken PDF from another project's tests",
    "password_pdfplumber.pdf": "PDF with a password from another project's tests",
    "utf16.txt": "text in UTF-16",
    "rtl.txt": "text with controls that turn its direction",
}


class Made(NamedTuple):
    """A file that is made: what it is, how, and words of what the reader is told or shown."""

    about: str
    make: Callable[[], bytes]
    told: str


def many_pages(count: int) -> bytes:
    """A PDF whose page tree says it has this many pages, all the same empty one."""
    kids = "3 0 R " * count
    return written(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            f"<</Type/Pages/Kids[{kids}]/Count {count}>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        ]
    )


def picture_bomb(side: int) -> bytes:
    """A scan of one page: a picture of so many dots a side, all of them black."""
    squeezed = zlib.compress(bytes(side * side), 9).decode("latin-1")
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 5 0 R>>>>"
        "/Contents 4 0 R>>",
        "<</Length 30>>stream\n595 0 0 842 0 0 cm /I Do      \nendstream",
        f"<</Type/XObject/Subtype/Image/Width {side}/Height {side}/ColorSpace/DeviceGray"
        f"/BitsPerComponent 8/Filter/FlateDecode/Length {len(squeezed)}>>stream\n{squeezed}\n"
        "endstream",
    ]
    return written(objects, "latin-1")


def upto(size: int, written: Callable[[int], str]) -> bytes:
    """What is written of 1, 2, 3 and so on, until there are so many bytes of it."""
    made: list[str] = []
    while size > 0:
        made.append(written(len(made) + 1))
        size -= len(made[-1].encode())
    return "".join(made).encode()


REFERENCES = "Articles 1 to 30, 5 to 9 and 7. " * 15_000
LONG_LINE = b"a " * 20_000_000
MADE = {
    "pages.pdf": Made(
        "PDF of 200,000 pages in 1.2 MB",
        lambda: many_pages(200_000),
        "has 200,000 pages, more than 5,000",
    ),
    "empty-pages.pdf": Made(
        "PDF of 5,000 empty pages", lambda: many_pages(5_000), "No text was found"
    ),
    "picture.pdf": Made(
        "PDF of one picture, 20,000 dots wide and high", lambda: picture_bomb(20_000), "seems to be"
    ),
    "random.pdf": Made(
        "random bytes that begin as a PDF does",
        lambda: b"%PDF-1.7\n" + random.Random(1).randbytes(50_000),
        "PDF is damaged",
    ),
    "named.pdf": Made(
        "random bytes with the name of a PDF",
        lambda: random.Random(1).randbytes(50_000),
        "is not text",
    ),
    "nul.txt": Made("text, then NULs", lambda: b"Article 1" + bytes(50_000), "is not text"),
    "divs.html": Made(
        "page of 200,000 parts inside one another",
        lambda: b"<html>" + b"<div>" * 200_000 + b"x",
        "more than 2,000 deep",
    ),
    "paragraphs.html": Made(
        "page of 400,000 paragraphs, none closed",
        lambda: b"<html>" + b"<p>a" * 400_000,
        "a\na\na",
    ),
    "nested.xml": Made(
        "XML of 200,000 parts inside one another",
        lambda: b"<part>" * 200_000 + b"x" + b"</part>" * 200_000,
        "more than 250 deep",
    ),
    "comments.xml": Made(
        "XML of 1,000,000 comments begun, none closed",
        lambda: b"<law>" + b"<!--" * 1_000_000 + b"</law>",
        "is damaged",
    ),
    "tags.xml": Made(
        "XML of 1,000,000 tags begun, none ended",
        lambda: b"<law>>" + b"<a '" * 1_000_000 + b"</law>",
        "is damaged",
    ),
    "words.xml": Made(
        "XML of 300,000 words inside one another",
        lambda: b"<law>" + b"<i>" * 300_000 + b"x" + b"</i>" * 300_000 + b"</law>",
        "x",
    ),
    "attributes.xml": Made(
        "XML of 1 MB whose only tag has 100,000 attributes",
        lambda: b"<law " + b" ".join(b'a%d=""' % n for n in range(100_000)) + b">x</law>",
        "x",
    ),
    "nested.docx": Made(
        "Word file of paragraphs inside one another",
        lambda: docx("<w:p>" * 300 + "</w:p>" * 300),
        "more than 250 deep",
    ),
    "bomb.docx": Made(
        "Word file of 9 kB that unpacks to 3 MB",
        lambda: docx(paragraph("a" * 3_000_000)),
        "unpacks to far more than any law",
    ),
    "parts.docx": Made(
        "packed file of 20,000 parts",
        lambda: packed({f"{n}": "" for n in range(20_000)}),
        "unpacks to far more than any law",
    ),
    "line.txt": Made("one line of 40 MB", lambda: LONG_LINE, "more than 20,000,000 characters"),
    "line.html": Made(
        "page of one line, 40 MB", lambda: b"<html><p>" + LONG_LINE, "one line of the file has"
    ),
    "lines.txt": Made(
        "3,000,000 lines that all begin an article",
        lambda: b"Article 1\n\n" * 3_000_000,
        "more than 20,000,000 characters",
    ),
    "markers.txt": Made(
        "4 MB of lines that all begin an article",
        lambda: b"Article 1\n\n" * 350_000,
        "Article 1\nArticle 1",
    ),
    "comments.md": Made(
        "200,000 comments begun, none closed", lambda: b"# x\n" + b"<!--" * 200_000, "x"
    ),
    "brackets.md": Made(
        "links and emphasis begun, none closed",
        lambda: b"# x\n" + b"[" * 300_000 + b"*_" * 100_000,
        "x",
    ),
    "prolog.xml": Made("a thousand instructions", lambda: b"<??>" * 1_000 + b"<", "<??>"),
    "hyphens.txt": Made("a word of 400,000 letters, broken", lambda: b"a" * 400_000 + b"-\nb", "a"),
    "numbers.txt": Made(
        "17 MB of short lines, all of them numbered",
        lambda: upto(17_000_000, "{}. a\n\n".format),
        "1. a\n2. a",
    ),
    "references.txt": Made(
        "17 MB of long lines that name other articles",
        lambda: upto(17_000_000, lambda n: f"Article {n}\n\n{REFERENCES}\n\n"),
        "Articles 1 to 30",
    ),
    "replaced.txt": Made(
        "17 MB of articles that replace one another, none to its end",
        lambda: upto(
            17_000_000,
            lambda n: f"Article {n} is replaced by the following:\n\n“Article {n}\n\n",
        ),
        "Article 1 is replaced",
    ),
    "large.txt": Made("more than 50 MB", lambda: bytes(SIZE_LIMIT + 1), "larger than 50 MB"),
}
LARGE = {"large.txt", "picture.pdf", "numbers.txt", "references.txt", "replaced.txt"}
"""Those that take too long for a test; what splits them is tested on less of the same."""


class Outcome(NamedTuple):
    """What became of a file: what is told, seconds on the clock, megabytes at most."""

    told: str
    seconds: float
    megabytes: float


def files() -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Name, what it is, and how its bytes are had; those beside the project first."""
    for name, about in FOUND.items():
        if (FOLDER / name).is_file():
            yield name, about, (FOLDER / name).read_bytes
    for name, made in MADE.items():
        yield name, made.about, made.make


def outcome(name: str, make: Callable[[], bytes]) -> Outcome:
    """Reads one file as an upload is read, in a process that has read no other."""
    ours, theirs = multiprocessing.get_context("fork").Pipe()
    process = os.fork()
    if not process:
        theirs.send(_outcome(name, make()))
        os._exit(0)
    os.waitpid(process, 0)
    return Outcome(*ours.recv())


def _outcome(name: str, data: bytes) -> Outcome:
    begun = time.monotonic()
    try:
        law = airlock.read_law_safely(data, name, words())
        from assess import wording  # not before: what is loaded here is counted as the child's

        counted = wording.opening(wording.numbering(words(), law.chain, law.scheme))
        told = " ".join([f"{counted}.", *law.warnings])
    except FileProblems as refused:
        told = str(refused)
    spent = time.monotonic() - begun
    return Outcome(told, spent, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)


def row(name: str, about: str, found: Outcome) -> str:
    """One line of the table."""
    told = found.told.replace("|", "\\|").replace("\n", " ")
    return f"| {name} | {about} | {told} | {found.seconds:.1f} | {found.megabytes:,.0f} |"


ABOUT = f"""# Files made to harm

What becomes of each of them as an upload: what the reader is told, seconds on the clock, and the
most memory, in MB, that the process which read it (or a program it started) held. Each must end
within {SECONDS} s and 1.2 GiB, in a plain sentence; only that process ends, and the app goes on as
before. The files named first stand beside the project, in `../shared/bills/hostile`; the others
are made. Written by `python -m tests.bill.reading.hostile`, which fails where one ends otherwise.
A law is split into its provisions by the process that reads it, so both are counted.
Two to four files are read at once in one server; who brings another waits for a turn, 30 s at most.
"""


def page(rows: list[str], measured: str) -> str:
    """The whole document."""
    head = (
        "| file | what it is | what the reader is told | s | MB |\n| --- | --- | --- | --- | --- |"
    )
    return "\n".join([ABOUT, measured, "", head, *rows, ""])


def main() -> int:
    """1 where a file takes too much; the table is written in any case."""
    from benchmarks.figure import machine

    rows, missed = [], []
    for name, about, make in files():
        found = outcome(name, make)
        rows.append(row(name, about, found))
        print(rows[-1], flush=True)
        if found.seconds > SECONDS or found.megabytes > MEGABYTES or "Traceback" in found.told:
            missed.append(name)
    ocr = "installed" if shutil.which("tesseract") else "not installed"
    day = datetime.datetime.now(tz=datetime.UTC)
    measured = f"{day:%-d %B %Y}; {machine()}; Tesseract {ocr}."
    TABLE.write_text(page(rows, measured), encoding="utf-8")
    print(json.dumps({"missed": missed}))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
