"""The assessment file inside a report: put in, found again, refused where it is not ours."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assess import bundle, report
from assess.proposal import Proposal
from assess.report import carrier
from tests.report.briefs import (
    CP4,
    LIBRARY,
    assessed,
    brief,
    judged,
    nasty,
)


@pytest.mark.parametrize("kind", report.KINDS)
def test_hostile_text_comes_back_unchanged(kind):
    again = bundle.loads(report.extract(report.write(brief(nasty()), kind)), LIBRARY)
    assert again == nasty()


@pytest.mark.parametrize("kind", report.KINDS)
def test_the_same_report_gives_the_same_bytes(kind):
    made = brief(nasty())
    assert report.write(made, kind) == report.write(brief(nasty()), kind)
    assert kind in report.MEDIA_TYPES


ANY_TEXT = st.text(
    st.characters(exclude_categories=("Cc", "Cs")) | st.sampled_from("<>&\\`*_[]|#-=\n"),
    max_size=200,
)


@settings(max_examples=6, deadline=None)
@given(why=ANY_TEXT, people=ANY_TEXT, aim=ANY_TEXT)
@pytest.mark.parametrize("kind", report.KINDS)
def test_any_text_survives_any_format(kind, why, people, aim):
    said = judged(CP4, harm="major", rationale=why, people=people)
    assessment = assessed(said, proposal=Proposal(purpose=aim))
    again = bundle.loads(report.extract(report.write(brief(assessment), kind)), LIBRARY)
    assert again == assessment


def docx_with(parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><a>&b;</a>'


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"<html><body>no report</body></html>",
        b"PK\x03\x04 not a zip",
        b"<!-- assess-assessment base64 !!! -->",
        b"<!-- assess-assessment base64\nabc\n-->",
        docx_with({"word/document.xml": "<a/>"}),
        docx_with({"customXml/item1.xml": "<a>not ours</a>"}),
        docx_with({"customXml/item1.xml": "<not closed"}),
        docx_with({"customXml/item1.xml": BOMB}),
        docx_with({f"{number}": "" for number in range(2_001)}),
        docx_with({"customXml/item1.xml": b" " * (carrier.LIMIT + 1)}),
        docx_with({"customXml/item1.xml": "<a/>"})[:-10],
    ],
    ids=range(13),
)
def test_what_is_no_report_of_ours_holds_no_assessment(data):
    assert report.extract(data) is None


def test_a_part_packed_to_burst_is_not_unpacked():
    data = docx_with({"customXml/item1.xml": b"\0" * (200 * 1024 * 1024)})
    assert len(data) < 1024 * 1024
    assert report.extract(data) is None


def test_an_encrypted_part_is_passed_over():
    data = bytearray(docx_with({"customXml/item1.xml": "<a/>"}))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + flags] |= 1
    assert report.extract(bytes(data)) is None


def test_other_parts_beside_ours_do_no_harm():
    ours = carrier.xml_part(b'{"format": "assess/1"}')
    data = docx_with({"customXml/item1.xml": "<other/>", "customXml/item2.xml": ours})
    assert report.extract(data) == b'{"format":"assess/1"}'


def test_the_file_at_the_end_counts_not_one_quoted_before_it():
    quoted = carrier.markdown_comment(b'{"false": true}').encode()
    ours = carrier.markdown_comment(b'{"format": "assess/1"}').encode()
    assert report.extract(quoted + b"\n" + ours) == b'{"format": "assess/1"}'


def test_a_file_too_large_is_not_looked_at():
    coded = b"A" * (2 * carrier.LIMIT + 4)
    assert report.extract(b"<!-- assess-assessment base64\n" + coded + b"-->") is None
