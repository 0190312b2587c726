"""What comes back through the pipe is checked, and compared with the file it came from."""

from __future__ import annotations

import json

import pytest

from assess.bill.extract import Extract, Line, Piece
from assess.bill.reading import doubts, read
from assess.bill.reading.document import from_document, to_document
from assess.text import words

ENGLISH = words()
LAW = Extract(
    "xml",
    (Line("Article 1", 0, None, 2), Line("Open.", 10, 3, None, True)),
    (Piece("provision", "1", "Article 1", "", 0, 15),),
    schema="Formex",
    language="en",
    warnings=("Check it.",),
)


def through(document: dict[str, object]) -> Extract:
    return from_document(json.loads(json.dumps(document)))


@pytest.mark.parametrize("extract", [LAW, read(b"# Act\n\nArticle 1\n"), Extract("pdf", ())])
def test_an_extract_comes_through_the_pipe_as_it_was(extract) -> None:
    assert through(to_document(extract)) == extract


WRONG = [
    {"kind": "exe"},
    {"lines": [["Article 1", "0", None, None, False]]},
    {"lines": [["Article 1", 4, None, None, False]]},
    {"lines": [["One", 0, None, None, False], ["Two", 9, None, None, False]]},
    {"pieces": [["provision", "1", "", "", 0, 99]]},
    {"pieces": [["provision", "1", "", "", 5, 2]]},
    {"pieces": [["verdict", "1", "", "", 0, 1]]},
    {"pages": "many"},
    {"lines": None},
]


@pytest.mark.parametrize("change", WRONG, ids=range(len(WRONG)))
def test_an_answer_that_is_no_extract_is_refused(change) -> None:
    with pytest.raises(ValueError, match=r"not an extract|outside the text|where it says"):
        through(to_document(LAW) | change)


def test_an_answer_that_lacks_something_is_refused() -> None:
    with pytest.raises(ValueError, match="not an extract"):
        from_document({"kind": "pdf"})
    with pytest.raises(ValueError, match="not an extract"):
        from_document([])


TEXT = (Line("Article 1", 0),)
DOUBTS = [
    (Extract("html", TEXT), 500, []),
    (Extract("html", TEXT), 500_000, ["has 500 kB and only 9 characters"]),
    (Extract("pdf", TEXT, pages=8, pages_with_text=8), 5_000_000, []),
    (Extract("pdf", TEXT, pages=8, pages_with_text=7), 500, ["7 of 8 pages gave text"]),
    (Extract("pdf", TEXT, pages=1, pages_with_text=0), 500, ["0 of 1 page gave text"]),
    (Extract("pdf", TEXT, pages=2, pages_with_text=2, scanned=True), 500, ["seems to be a scan"]),
    (Extract("pdf", TEXT, scanned=True, ocr=True), 500, ["was recognised from pictures"]),
    (Extract("docx", ()), 500, ["Nothing can be said about what this law does"]),
]


@pytest.mark.parametrize(("extract", "size", "told"), DOUBTS, ids=range(len(DOUBTS)))
def test_what_may_lack_is_said(extract, size, told) -> None:
    found = doubts(extract, size, ENGLISH)
    assert len(found) == len(told)
    assert all(part in sentence for part, sentence in zip(told, found, strict=True))
