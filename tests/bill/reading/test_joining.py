"""Printed lines become paragraphs again: heads dropped, hyphens and wrapped lines joined."""

from __future__ import annotations

import pytest

from assess.bill.reading.joining import HYPHEN, paragraphs

FULL = "Providers of networks shall keep every connection open to all, at all times, and"


def joined(*pages: str) -> list[str]:
    return [block.text.strip() for block in paragraphs(pages) if block.text.strip()]


WRAPPED = [
    ([FULL, "everywhere in the country."], True),
    ([FULL, "Arcadia Telecom is one of them."], True),
    (["Article 1", "Providers of networks shall keep every connection open."], False),
    (["Networks", "Open to all"], False),
    ([FULL, "", "everywhere"], False),
    ([FULL, "(a) everywhere;"], False),
    ([FULL, "a) everywhere;"], False),
    ([FULL, "— everywhere;"], False),
    ([FULL, "2. Everywhere."], False),  # "and" announces the next point
    ([FULL.removesuffix(", and") + ".", "2. Everywhere."], False),
    ([FULL.removesuffix("at all times, and") + "under Nr.", "2 of the list."], True),
    ([FULL, "Article 5 shall apply."], True),
    ([FULL, "Article 5"], False),
    ([FULL, "Article 5. Definitions"], False),
    ([FULL, "§ 5 Begriffe"], False),
    ([FULL, "第五条 网络"], False),
    ([FULL, "المادة 5"], False),
    (["It ends here.", "This is a new sentence."], False),
    (["It ends here.", "this goes on in small letters."], False),
    ([FULL + " ends here.", "This still belongs to the same paragraph."], True),
]


@pytest.mark.parametrize(("lines", "together"), WRAPPED, ids=range(len(WRAPPED)))
def test_a_line_broken_by_the_margin_is_joined_and_no_other(lines, together) -> None:
    page = "\n".join([*lines, *["", FULL] * 9])  # enough full lines to tell the width
    found = joined(page)[: len(joined(page)) - 9]
    whole = " ".join(line for line in lines if line)
    assert found == ([whole] if together else [line for line in lines if line])


def test_chinese_lines_are_joined_without_a_space() -> None:
    line = "国家坚持网络安全与信息化发展并重遵循积极利用科学发展依法管理确保安全的方针推进网络基础"
    assert joined(f"{line}\n设施建设和互联互通。") == [line + "设施建设和互联互通。"]


def test_a_text_whose_lines_are_paragraphs_is_left_as_it_is() -> None:
    lines = [f"{FULL} {FULL} {FULL} so on.", "And so are these words."] * 3
    assert joined("\n".join(lines)) == lines


def test_hyphens_of_line_ends_go_and_those_of_words_stay() -> None:
    assert joined("connec-\ntions") == ["connections"]
    assert joined(f"connec{HYPHEN}tions") == ["connections"]
    assert joined(f"a well-known name, a well{HYPHEN}known one") == [
        "a well-known name, a well-known one"
    ]
    assert joined("Article 3-\nBis") == ["Article 3-", "Bis"]


def test_a_marker_stuck_to_its_text_is_set_apart() -> None:
    assert joined("(a)does not open;") == ["(a) does not open;"]


def test_running_heads_and_page_numbers_go() -> None:
    pages = [f"Official Gazette {n}\n\nClause {n} of the law ends.\n{n}/9" for n in range(1, 10)]
    assert joined(*pages) == [f"Clause {n} of the law ends." for n in range(1, 10)]


def test_a_line_on_few_pages_is_no_running_head() -> None:
    pages = [f"Page {'x' * n}:" for n in range(8)]
    assert joined(*pages, "Same line:", "Same line:").count("Same line:") == 2


def test_the_number_of_an_article_is_never_a_running_head() -> None:
    pages = [f"Article {n}\n{FULL} so on, {'x' * n}." for n in range(1, 10)]
    assert [line for line in joined(*pages) if line.startswith("Article")] == [
        f"Article {n}" for n in range(1, 10)
    ]


def test_a_paragraph_that_runs_over_a_page_stands_on_its_first() -> None:
    blocks = list(paragraphs([FULL, "everywhere.", "", "Article 2"]))
    told = [(block.text, block.page) for block in blocks if block.text]
    assert told == [(f"{FULL} everywhere.", 1), ("Article 2", 4)]


def test_a_long_word_takes_no_longer_than_a_long_text() -> None:
    assert len(joined("a" * 300_000 + HYPHEN + "b")[0]) == 300_001
