"""What a file is, its content says; what cannot be read is refused with how to mend it."""

from __future__ import annotations

import json

import pytest

from assess.bill.reading import read
from assess.errors import FileProblems
from tests.bill.reading.made import docx, odt, packed, paragraph, pdf

LAW = "Article 1\nNobody may close a network."
OLE = bytes.fromhex("D0CF11E0A1B11AE1")

KINDS = [
    (LAW.encode(), "law.pdf", "text"),
    (b"# Networks Act\n\n" + LAW.encode(), "law.xml", "markdown"),
    (b"<!DOCTYPE html><p>Article 1</p>", "law.txt", "html"),
    (b"\n<!-- made by hand --><html><p>Article 1</p></html>", "law.doc", "html"),
    (b'<?xml version="1.0"?><html xmlns="x"><p>Article 1</p></html>', "law.xml", "html"),
    (b"<akomaNtoso><act><p>Article 1</p></act></akomaNtoso>", "law.html", "xml"),
    (docx(paragraph("Article 1")), "law.doc", "docx"),
    (odt("<text:p>Article 1</text:p>"), "law.docx", "odt"),
    (pdf([LAW.splitlines() * 3]), "law", "pdf"),
    (b"\n\n" + pdf([LAW.splitlines() * 3]), "law.txt", "pdf"),
]


@pytest.mark.parametrize(("data", "name", "kind"), KINDS)
def test_the_content_says_what_a_file_is(data, name, kind) -> None:
    extract = read(data, name)
    assert extract.kind == kind
    assert "Article 1" in extract.text


REFUSED = [
    (b"", "holds no text"),
    (b" \n\t\n", "holds no text"),
    (b"<html><script>Article 1</script></html>", "holds no text"),
    (json.dumps({"articles": [LAW]}).encode(), "data file (JSON); bring the law as DOCX"),
    (b"[1, 2]", "data file (JSON)"),
    (rb"{\rtf1 Article 1}", "RTF file; open it and save it as DOCX or PDF"),
    (OLE + b"Article 1" * 100, "old kind (.doc); open it and save it as DOCX or PDF"),
    (OLE + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
    (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "this is a picture"),
    (packed({"mimetype": "application/epub+zip"}), "without a text document"),
    (packed({"content.xml": "<x/>"}), "without a text document"),
    (b"PK\x03\x04 no more", "damaged or cut off"),
    (docx(paragraph("Article 1"))[:150], "damaged or cut off"),
    (pdf([["Article 1"]])[:60], "PDF is damaged or cut off"),
    (b"%PDF-1.4" + bytes(range(256)) * 20, "PDF is damaged or cut off"),
    (b"Article 1\0\0\0" * 100, "not text, and no document we know"),
    (bytes(range(256)) * 20, "not text, and no document we know"),
    (b'<?xml version="1.0"?><act><p>Article 1</act>', "damaged at line 1"),
    (b'<!DOCTYPE a [<!ENTITY b "c">]><act>&b;</act>', "declares entities"),
    ('<!doctype html [<!Entity b "c">]><html>&b;'.encode("utf-16"), "declares entities"),
    (b"%!PS-Adobe-3.0\n" + b"\x01\x02" * 50, "not text"),
]


@pytest.mark.parametrize(("data", "why"), REFUSED, ids=[why[:30] for _, why in REFUSED])
def test_what_cannot_be_read_is_refused_in_plain_words(data, why) -> None:
    with pytest.raises(FileProblems) as refused:
        read(data, "law.pdf")
    assert why in str(refused.value)
    assert str(refused.value).startswith("law.pdf: ")


def test_a_file_too_large_is_refused_before_it_is_looked_at() -> None:
    with pytest.raises(FileProblems, match="larger than 50 MB"):
        read(bytes(50 * 1024**2 + 1))


def test_a_refusal_speaks_the_readers_language() -> None:
    from assess.text import words

    class Shouting:
        def __getattr__(self, name):
            return getattr(words(), name)

        def gettext(self, message):
            return message.upper()

    with pytest.raises(FileProblems, match="HOLDS NO TEXT"):
        read(b" ", words=Shouting())
