"""The brief as Markdown."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from assess import report
from assess.report import markdown
from assess.report.document import Mark, Marks, Paragraph, Section, Table
from tests.report.briefs import (
    assessed,
    brief,
    nasty,
)


def test_markdown_has_nothing_of_the_users_that_it_would_read_as_markup():
    text = report.write(brief(nasty()), "md").decode()
    lines = text.split("\n")
    assert [line for line in lines if line.startswith("# ")] == [lines[2]]
    assert not re.search(r"(?<!\\)<(?!https?://[^\s<>]+>|!-- assess-assessment)", text)
    quoted = [line[2:] for line in lines if line.startswith("> ")]
    assert not [line for line in quoted if re.match(r"[#>+=-]|\d+[.)]|\s", line)]


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("plain words, 12 of 15 (80%).", "plain words, 12 of 15 (80%)."),
        ("# head", "\\# head"),
        ("- item", "\\- item"),
        ("+ item", "\\+ item"),
        ("1. item", "1\\. item"),
        ("2) item", "2\\) item"),
        ("1.5 times", "1\\.5 times"),
        ("===", "\\==="),
        ("*a* _b_ `c` ~d~ $e$", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ \\$e\\$"),
        ("[a](b) ![c](d)", "\\[a\\](b) !\\[c\\](d)"),
        ("a | b", "a \\| b"),
        ("<b> &lt; \\", "\\<b\\> \\&lt; \\\\"),
        ("https://example.org", "https\\://example.org"),
        ("www.example.org", "www\\.example.org"),
        ("  spaces\tand\nbreaks ", "spaces and breaks"),
    ],
)
def test_markdown_escapes_a_line(text, escaped):
    assert markdown.escape(text) == escaped


def test_markdown_writes_every_block():
    made = brief(assessed())
    parts = (
        Marks((Mark("▼", "harm"), Mark("", "plain"))),
        Table("c", ("a", "b"), (), (1, 1)),
        Paragraph("text"),
    )
    svg = brief(assessed(), picture_svg="<svg></svg>")
    made = replace(made, sections=(Section("s", "S", parts), *svg.sections))
    text = report.write(made, "md").decode()
    assert "- ▼ harm\n- plain" in text
    assert "| a | b |\n| --- | --- |" in text
    assert "<svg" not in text
