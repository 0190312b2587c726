"""The brief as HTML."""

from __future__ import annotations

import gettext
import io
import re
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

from assess import report
from assess.report.document import Item, Items, Section
from assess.text import Words
from tests.report.briefs import (
    CAMBODIA,
    NASTY,
    assessed,
    brief,
    case_brief,
    nasty,
)


class Page(HTMLParser):
    """What an HTML reader sees: tags, attributes and the text of the body."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.texts, self.hidden = [], [], [], 0
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        self.hidden += tag in ("script", "style")

    def handle_endtag(self, tag):
        self.hidden -= tag in ("script", "style")

    def handle_data(self, data):
        if not self.hidden:
            self.texts.append(data)

    def values(self, name):
        return [value for _, each, value in self.attributes if each == name]


def page(made):
    return Page(report.write(made, "html").decode())


def test_html_runs_nothing_and_asks_no_other_host():
    seen = page(brief(nasty()))
    assert [
        value for tag, name, value in seen.attributes if tag == "script" and name == "type"
    ] == ["application/json"]
    assert seen.tags.count("script") == 1
    assert not {"link", "iframe", "img", "object", "b"} & set(seen.tags)
    assert not seen.values("src")
    assert not [name for _, name, _ in seen.attributes if name.startswith("on")]
    assert "default-src 'none'" in " ".join(filter(None, seen.values("content")))


def test_html_shows_user_text_as_it_was_typed():
    text = "".join(page(brief(nasty())).texts)
    for line in NASTY.split("\n"):
        assert line in text


def test_html_names_its_language_and_that_of_the_assessor():
    seen = page(brief(nasty(), Words("fa", gettext.NullTranslations())))
    assert ("html", "lang", "fa") in seen.attributes
    assert ("html", "dir", "rtl") in seen.attributes
    assert ("blockquote", "lang", "ar") in seen.attributes


def test_html_hides_symbols_from_screen_readers_and_heads_rows_and_columns():
    html = report.write(case_brief(CAMBODIA), "html").decode()
    assert re.findall(r'<span class="sign" aria-hidden="true">▼+</span>', html)
    assert not re.search(r"(?<!true\">)▼", re.sub(r"▼+", "▼", html))
    assert 'role="rowheader" scope="row"' in html
    assert 'role="columnheader" scope="col"' in html


def test_html_headings_leave_no_step_out():
    seen = page(case_brief(CAMBODIA))
    depths = [int(tag[1]) for tag in seen.tags if re.fullmatch(r"h[1-6]", tag)]
    assert depths[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(depths))


def test_html_shows_a_picture_where_there_is_one():
    svg = '<svg xmlns="http://www.w3.org/2000/svg" role="img"><title>t</title></svg>'
    assert svg in report.write(brief(assessed(), picture_svg=svg), "html").decode()
    assert "figure" not in page(brief(assessed())).tags


def test_an_address_that_is_no_web_address_is_not_a_link():
    made = brief(assessed())
    odd = Items((Item("odd", url="javascript:alert(1)"), Item("plain", "detail")))
    made = replace(made, sections=(Section("s", "S", (odd,)),))
    assert "javascript:alert(1)" not in " ".join(filter(None, page(made).values("href")))
    assert "javascript:alert(1)" in "".join(page(made).texts)
    assert b"relationships/hyperlink" not in hyperlinks(report.write(made, "docx"))
    assert "<javascript" not in report.write(made, "md").decode()


def hyperlinks(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/_rels/document.xml.rels")
