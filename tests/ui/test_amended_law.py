"""A law read from a file, then its amended text read from another: what stays keeps its answers."""

from __future__ import annotations

import re

import pytest

from assess import airlock
from assess.assessment import Assessment, Judgement
from assess.bill import reading
from assess.bill.document import from_document, to_document
from assess.bill.law import Law
from assess.bill.splitting import split
from assess.mark import Mark
from assess.proposal import Draft
from tests.ui.conftest import OTHER, PROPERTY, Opened
from tests.ui.reader import Reader

FIRST = """Gateway Act

Article 1
Scope
This Act applies to every operator of a network.

Article 2
Gateway
All traffic across the border passes the national gateway.

Article 3
Blocking
Providers block the domain names listed.
"""
# Article 1 is new, so that the others move on; the gateway is narrowed; blocking stays.
SECOND = """Gateway Act

Article 1
Aim
This Act keeps networks reachable.

Article 2
Scope
This Act applies to every operator of a network.

Article 3
Gateway
Voice traffic across the border passes the national gateway.

Article 4
Blocking
Providers block the domain names listed.
"""


REMOVED = re.compile(r"<del><span[^>]*>[^<]*</span>(.*?)</del>")
ADDED = re.compile(r"<ins><span[^>]*>[^<]*</span>(.*?)</ins>")


def of(data: bytes) -> Law:
    """What the airlock gives of a plain text."""
    extract = reading.read(data, "law.txt")
    return from_document(to_document(extract, split(extract)))


def brought(page: Reader, text: str, place: int) -> Reader:
    page.test.file_uploader[place].upload("law.txt", text.encode(), "text/plain").run()
    return page


def answer(node: str, number: str) -> Judgement:
    fields = {"answer": "effect", "harm": "minor", "likelihood": "likely", "confidence": "low"}
    return Judgement(node=node, provisions=(number,), **fields)


def test_an_amended_file_keeps_what_its_text_leaves_alone(
    reader: Opened, empty: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []
    monkeypatch.setattr(airlock, "read_law_safely", lambda data, *_: read.append(data) or of(data))
    page = brought(reader(empty).open("proposal"), FIRST, 0).press("Use these 3 provisions")
    law = page.kept()
    seen = Mark(provision="3", wording=law.drafts[0].provisions[2].wording, read=True)
    spoken = Draft(**{**dict(law.drafts[0]), "language": "en"})
    judged = law.record(answer(PROPERTY, "2")).record(answer(OTHER, "3"))
    page = reader(judged.replace(drafts=(spoken,), marks=(seen,))).open("drafts")
    page.press("Add an amended text")
    assert page.kept().drafts[1].language == "en"
    page = brought(page.open("proposal"), SECOND, 1).again().press("Use these 4 provisions")
    assert len(read) == 2, "each file is read once, however often the page is drawn"

    second = page.kept().drafts[1]
    assert [each.id for each in second.provisions] == ["1", "2", "3", "4"]
    assert second.based_on == "d1"
    carried = page.kept().judgements_on(OTHER, "d2")
    assert [each.provisions for each in carried] == [("4",)]
    assert page.kept().judgements_on(PROPERTY, "d2") == (), "what it cites was narrowed"

    page.open("drafts")
    assert set(REMOVED.findall(page.html)) == {"All"}, "word by word"
    added = set(ADDED.findall(page.html))
    assert added == {"Voice", "Aim", "This Act keeps networks reachable."}
    assert "3 → 4" in page.text
    assert "1 answer is reopened on this draft" in page.text
    page.open("judge", node=OTHER, draft="d2")
    assert "Do not cite provision 4" in page.buttons
    page.open("judge", node=PROPERTY, draft="d2")
    assert not [each for each in page.buttons if each.startswith("Do not cite")]

    page = brought(page.open("proposal"), FIRST, 1).press("Use these 3 provisions")
    assert [each.provisions for each in page.kept().judgements_on(PROPERTY, "d2")] == [("2",)]
    assert [each.provisions for each in page.kept().judgements_on(OTHER, "d2")] == [("3",)]
