"""A law that comes back through the pipe is checked: it is one, and a draft can hold it."""

from __future__ import annotations

import json

import pytest

from assess.bill.clause import Chain, Split
from assess.bill.document import from_document, to_document
from assess.bill.extract import Extract
from assess.bill.law import Law
from assess.bill.reading import read
from assess.bill.splitting import split
from assess.proposal import Provision

EXTRACT = read(b"Act\n\nArticle 1\n\nOpen.\n\nArticle 2\n\nSafe.\n\nArticle 4\n\nDone.\n")
LAW = Law(
    provisions=(
        Provision(id="1", text="Open."),
        Provision(id="2", text="Safe."),
        Provision(id="4", text="Done."),
    ),
    chain=Chain("1", "4", 3, ("3",)),
    scheme="Article 1",
    length=51,
)


def told() -> dict[str, object]:
    """The law as it is told on the pipe."""
    document = to_document(EXTRACT, split(EXTRACT))
    passed: dict[str, object] = json.loads(json.dumps(document))
    return passed


def test_a_law_comes_through_the_pipe_as_a_draft_takes_it_over() -> None:
    assert from_document(told()) == LAW


def test_what_is_known_of_the_reading_comes_with_it() -> None:
    scan = Extract("pdf", (), (), "", "fr", 3, 0, scanned=True, warnings=("Check it.",))
    law = from_document(json.loads(json.dumps(to_document(scan, split(scan)))))
    assert law == Law(
        *((), Chain("", "", 0), "", 0),
        language="fr",
        pages=3,
        pages_with_text=0,
        scanned=True,
        warnings=("Check it.",),
    )


def test_the_lines_stay_behind() -> None:
    extract = read(b"A preamble that no draft takes over.\n\nArticle 1\n\nOpen.\n" * 2)
    assert "preamble" not in json.dumps(to_document(extract, Split((), Chain("", "", 0), "")))


WRONG = [
    {"provisions": [{"id": "1", "heading": "", "text": "a" * 200_001}]},
    {"provisions": [{"id": "1", "heading": "One\nTwo", "text": ""}]},
    {"provisions": [{"id": "1", "heading": "", "text": "\0"}]},
    {"provisions": [{"id": "", "heading": "", "text": "Open."}]},
    {"provisions": [{"id": "1", "text": "Open."}, {"id": "1", "text": "Closed."}]},
    {"provisions": [{"id": str(n)} for n in range(2_001)]},
    {"provisions": [{"id": "1", "verdict": "good"}]},
    {"provisions": None},
    {"chain": {"first": "1", "last": "4"}},
    {"chain": {"first": "1", "last": "2", "count": "many", "gaps": []}},
    {"scheme": None},
    {"length": "long"},
    {"pages": "many"},
    {"warnings": "none"},
]


@pytest.mark.parametrize("change", WRONG, ids=range(len(WRONG)))
def test_an_answer_that_is_no_law_is_refused(change) -> None:
    with pytest.raises(ValueError, match="not a law: 1 fault"):
        from_document(told() | change)


@pytest.mark.parametrize("answer", [{}, {"kind": "pdf"}, [], None, "law"])
def test_an_answer_that_lacks_something_is_refused(answer) -> None:
    with pytest.raises(ValueError, match="not a law"):
        from_document(answer)
