"""HTML, Markdown and plain text."""

from __future__ import annotations

import pytest

from assess.bill import reading
from assess.bill.reading import limits, read
from assess.bill.reading import lines as lines_of
from assess.errors import FileProblems


def lines(text: str) -> list[str]:
    return [line.text for line in read(text.encode()).lines]


PAGES = [
    ("<p>One<p>Two<div>Three<br>Four</div>Five", ["One", "Two", "Three", "Four", "Five"]),
    ("<p>Net<b>work</b>s <i>are</i>\n   open.</p>", ["Networks are open."]),
    ("<p>A<!-- not --><script>no</script><style>no</style>B</p>", ["AB"]),
    (
        "<table><tr><td>(a)</td><td>open;</td></tr><tr><td>(b)<td>free.</table>",
        ["(a) open;", "(b) free."],
    ),
    ("<table><tr><td>1</td><td>Open</td></tr></table>", ["1 Open"]),
    ("<h3>2)</h3><div>free</div>", ["2) free"]),
    ("<p>1</p><p>Not a point</p>", ["1", "Not a point"]),
    ("<td>(a)</td>", ["(a)"]),
    ("<pre>Article 1\nOpen.\n\nArticle 2</pre>", ["Article 1", "Open.", "Article 2"]),
    ("<p>a&nbsp;b&#8203;c&shy;d &amp; e</p>", ["a bcd & e"]),
    ("<p>plain \u202etxet\u202c</p>", ["plain txet"]),
    ("<p>\u200bمی\u200cخواهم</p>", ["می\u200cخواهم"]),
]


@pytest.mark.parametrize(("page", "told"), PAGES, ids=range(len(PAGES)))
def test_what_stands_on_a_page_is_read_block_by_block(page, told) -> None:
    assert lines(f"<html>{page}") == told


def test_a_page_in_strict_form_may_close_its_scripts_at_once() -> None:
    root = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="fr">'
    page = f'{root}<head><script src="x"/></head><p>Un</p></html>'
    extract = read(page.encode())
    assert (extract.text, extract.language) == ("Un", "fr")
    assert lines(page.replace("</p>", "&nbsp;<br>deux")) == ["Un", "deux"]


def test_headings_and_cells_are_known() -> None:
    extract = read(b"<html lang=en><h2>Chapter</h2><p>Text</p><table><td>cell</td></table>")
    assert [(line.level, line.cell) for line in extract.lines] == [
        (2, False),
        (None, False),
        (None, True),
    ]
    assert [line.start for line in extract.lines] == [0, 8, 13]


def test_markdown_loses_its_marks_and_no_words() -> None:
    text = """---
title: Act
---
# The **Networks** Act #

<!-- a comment -->
Every network is *open*, says [the law](https://example.org "x"),
and so it \\* stays.

> 1. First
> 2. Second

* * *

| A | B |
|---|---|
| (a) | x |
snake_case_name <b>bold</b>
"""
    extract = read(text.encode())
    assert [line.text for line in extract.lines] == [
        "The Networks Act",
        "Every network is open, says the law, and so it * stays.",
        "1. First",
        "2. Second",
        "A",
        "B",
        "(a) x",
        "snake_case_name bold",
    ]
    assert extract.lines[0].level == 1


def test_a_comment_never_closed_is_text() -> None:
    assert lines("# Act\n<!-- one --> a <!-- two <!-- three") == ["Act", "a <!-- two <!-- three"]


def test_form_feeds_part_pages() -> None:
    extract = read(b"Article 1\nOpen.\f\fArticle 2\nFree.\f")
    assert (extract.pages, extract.pages_with_text) == (3, 2)
    assert [line.page for line in extract.lines] == [1, 1, 3, 3]
    assert extract.warnings == ("2 of 3 pages gave text.",)


def test_lines_and_texts_longer_than_any_are_refused(monkeypatch) -> None:
    with pytest.raises(FileProblems, match="one line of the file has 1,000,001 characters"):
        read(b"a" * 1_000_001)
    for module in (limits, lines_of, reading):
        monkeypatch.setattr(module, "CHARACTERS", 30)
    for law in (b"<html>" + b"<p>Article 1" * 4, b"Article 1\n\n" * 4):
        with pytest.raises(FileProblems, match="more than 30 characters of text"):
            read(law)


LANGUAGES = [
    (
        "Every provider of a network shall keep it open to the public and to any of its users. ",
        "en",
    ),
    ("Tout fournisseur est tenu de garder le réseau ouvert dans les conditions de la loi. ", "fr"),
    (
        "Jeder Anbieter ist verpflichtet, das Netz nach dem Gesetz für alle offen zu halten. ",
        "de",
    ),
    (
        "Todo proveedor de la red se mantendrá abierto para los usuarios y las empresas del país. ",
        "es",
    ),
    (
        "Todo o provedor deve manter a rede aberta para os usuários e as empresas, com a lei. ",
        "pt",
    ),
    (
        "Оператор связи обязан хранить сведения на территории и не передавать их в другие страны. ",
        "ru",
    ),
    ("على مقدم الخدمة أن يحتفظ في هذا السجل من أو إلى التي القانون ", "ar"),
    ("国家采取措施，监测、防御、处置来源于境内外的网络安全风险和威胁。", "zh"),
    (
        "Ogni fornitore è tenuto a mantenere aperta la rete per gli utenti e le imprese. ",
        "it",
    ),
    ("short", None),
    ("This Act applies to every network in the country and to all of its users.", None),
    ("de que " * 40, None),  # Spanish, Portuguese, Catalan and French in equal parts
]


@pytest.mark.parametrize(("text", "language"), LANGUAGES)
def test_the_language_is_guessed_by_script_and_common_words(text, language) -> None:
    assert read((text * (1 if language is None else 8)).encode()).language == language
