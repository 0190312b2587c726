"""Legal XML cut at its tags: whatever XML allows is read as a parser reads it."""

from __future__ import annotations

import pytest
from lxml import etree

from assess.bill.reading import read, steps
from assess.errors import FileProblems

READ = {
    "a sign in an attribute": ('<law><p title="a>b">Open</p><p>nets</p></law>', "Open\nnets"),
    "one that seems to close itself": ('<law><p title="a/>b">Open</p></law>', "Open"),
    "a sign in the text": ("<law><p>a > b, it's so</p></law>", "a > b, it's so"),
    "the end of a tag in the text": ("<law><p>a /> b</p></law>", "a /> b"),
    "an element that closes itself": ("<law><p>a<br/>b</p><p/><p>c</p></law>", "a b\nc"),
    "one that does in its own kind": ("<law><p><p n='1'/>a</p></law>", "a"),
    "a break with words in it": ("<law><p>a<br>b</br>c</p></law>", "a bc"),
    "an element broken over lines": ('<law><p\n n="1"\n>Open</p\n></law\n>\n', "Open"),
    "a comment": ("<law><!-- <p>no</p> > --><p>Op<!-- - -->en</p></law>", "Open"),
    "an instruction": ("<?xml version='1.0'?><law><?x a > b?><p>Open</p></law>", "Open"),
    "literal text": ("<law><p><![CDATA[a <b> & c]]></p></law>", "a <b> & c"),
    "a document type": ('<!DOCTYPE law SYSTEM "law.dtd" [<!-- ] -->]><law><p>a</p></law>', "a"),
    "references": ("<law><p>a &lt;b&gt; &amp;lt; &#8364;&#x20ac;</p></law>", "a <b> &lt; €€"),
    "those of pages": ("<!DOCTYPE law SYSTEM 'x'><law><p>a&mdash;b</p></law>", "a—b"),
    "nothing but a space": ("<law><p>&#160;<q>Open</q></p></law>", "Open"),
    "prefixes": ("<x:law xmlns:x='x'><x:p>Open <x:b>nets</x:b></x:p></x:law>", "Open nets"),
    "comments behind the end": ("<law><p>Open</p></law><!-- </law> -->\n", "Open"),
}
DAMAGED = {
    "a tag that is not closed": "<law>\n<p>Open</law>",
    "a tag that was not opened": "<law>\n</p>Open</law>",
    "tags that cross": "<law>\n<p><q>Open</p></q></law>",
    "a text cut off": "<law>\n<p>Open",
    "a word cut off": "<law>\n<p>Open <b>nets</p></law>",
    "a note cut off at the end": "<akomaNtoso>\n<p>Open</p><meta><p>no</p></akomaNtoso>",
    "a comment cut off": "<law>\n<p>Open</p><!-- </law>",
    "a tag cut off": "<law>\n<p>Open</p><p </law>",
    "a note cut off": "<akomaNtoso>\n<meta><p>Open</p></akomaNtoso>",
    "more behind the end": "<law>\n<p>Open</p></law>nets",
}


@pytest.mark.parametrize("what", READ)
def test_what_xml_allows_is_read_as_a_parser_reads_it(what) -> None:
    law, told = READ[what]
    etree.fromstring(law.encode(), etree.XMLParser(resolve_entities=False))
    assert read(law.encode()).text == told


@pytest.mark.parametrize("what", DAMAGED)
def test_a_damaged_text_is_refused_and_the_line_said(what) -> None:
    with pytest.raises(FileProblems, match="the XML is damaged at line 2"):
        read(DAMAGED[what].encode())


def test_where_a_long_text_is_cut_makes_no_difference(monkeypatch) -> None:
    law = "<law>" + "<p>Open <b>nets</b> stay.</p><p/><q>free</q>\n" * 50 + "</law>"
    whole = read(law.encode()).lines
    for size in (1, 7, 50):
        monkeypatch.setattr(steps, "_PIECE", size)
        assert read(law.encode()).lines == whole


def test_what_a_bill_strikes_out_is_left_out() -> None:
    bill = (
        '<bill><p>Open</p><p id="1" changed="deleted">no <i>net</i></p>'
        '<p changed="deleted"/><p>nets<i changed="deleted">no</i>.</p></bill>'
    )
    assert read(bill.encode()).text == "Open\nnets."
