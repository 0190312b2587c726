"""Small laws of many languages and styles, cut where a reader would cut them."""

from __future__ import annotations

import pytest

from assess.bill.extract import Piece
from assess.bill.splitting import split
from tests.bill.splitting import laws
from tests.bill.splitting.laws import extract

NUMBERS = [
    ("Kenya, with a table of contents", laws.KENYA, "1 2 3 4"),
    ("India, headings in the line", laws.INDIA, "1 2 3 4"),
    ("Britain, bare numbers", laws.BRITAIN, "1 2 2A 3"),
    ("America, quoting new sections", laws.AMERICA, "1 2 3 4"),
    ("Germany, with a reference at the start of a line", laws.GERMANY, "1 2 2a 3 4"),
    ("Brazil, with ordinals", laws.BRAZIL, "1 2 3-A 4"),
    ("Egypt, numbers in words", laws.EGYPT, "1 2 3 4"),
    ("Egypt, Arabic-Indic digits in brackets", laws.EGYPT_DIGITS, "1 2 3"),
    ("China, with a reference at the start of a line", laws.CHINA, "1 2 3 4 5"),
    ("Korea, with an inserted article", laws.KOREA, "1 2 2-2 3"),
    ("Russia, with a superscript", laws.RUSSIA, "1 2 2¹ 3"),
    ("Finland, counting anew in each chapter", laws.FINLAND, "1:1 1:2 2:1 2:2"),
    ("Hindi digits", laws.HINDI, "1 2 3"),
    ("a treaty with roman numbers", laws.ROMAN, "I II III"),
    ("a Canadian bill that amends", laws.CANADA_BILL, "1 2 3 4 5"),
    ("a regulation of the Union", laws.UNION, "1 2 3"),
    ("Sweden, chapters in the line", laws.SWEDEN, "1:1 1:2 2:1 2:2_a 2:3"),
    ("Hungary, a letter behind a stroke", laws.HUNGARY, "1 2 2/A 3"),
    ("Turkey, headings above the number", laws.TURKEY, "1 2 3"),
    ("Texas, decimal numbers", laws.TEXAS, "521.001 521.002 521.051 521.052"),
    ("a memo without numbers", laws.MEMO, "1 2 3"),
]


def ids(text: str) -> list[str]:
    return [clause.id for clause in split(extract(text)).provisions]


@pytest.mark.parametrize(
    ("law", "numbers"), [row[1:] for row in NUMBERS], ids=[r[0] for r in NUMBERS]
)
def test_provisions_are_found_by_their_numbers(law: str, numbers: str) -> None:
    assert ids(law) == [number.replace("_", " ") for number in numbers.split()]


def test_french_articles_with_letters_stand_before_or_after_their_number() -> None:
    assert ids(laws.FRANCE) == ["1 A", "1", "1 bis", "2", "3"]


def test_transitional_articles_count_anew() -> None:
    assert ids(laws.SPAIN) == ["1", "2", "3", "4", "1 [2]", "2 [2]"]


HEADINGS = [
    (laws.INDIA, "2", "Definitions", "definitions"),
    (laws.INDIA, "4", "Penalty", "penalties"),
    (laws.BRITAIN, "2A", "Reports in Scotland", None),
    (laws.AMERICA, "2", "FINDINGS", None),
    (laws.AMERICA, "4", "EFFECTIVE DATE", "final"),
    (laws.GERMANY, "2", "Begriffsbestimmungen", "definitions"),
    (laws.GERMANY, "3", "Bußgeldvorschriften", "penalties"),
    (laws.GERMANY, "4", "Inkrafttreten", "final"),
    (laws.SPAIN, "1", "Objeto", None),
    (laws.SPAIN, "4", "Infracciones y sanciones", "penalties"),
    (laws.BRAZIL, "2", "", "definitions"),
    (laws.EGYPT, "1", "", "definitions"),
    (laws.CHINA, "5", "", "final"),
    (laws.KOREA, "2", "정의", "definitions"),
    (laws.KOREA, "3", "벌칙", "penalties"),
    (laws.RUSSIA, "3", "Ответственность", "penalties"),
    (laws.FINLAND, "1:1", "Soveltamisala", None),
    (laws.FINLAND, "2:2", "Seuraamukset", "penalties"),
    (laws.ROMAN, "III", "Entry into force", "final"),
    (laws.UNION, "1", "Subject matter", None),
    (laws.MEMO, "2", "Background", None),
    (laws.TURKEY, "3", "Yürürlük", "final"),
    (laws.TEXAS, "521.051", "PENALTY", "penalties"),
]


@pytest.mark.parametrize(("law", "number", "heading", "role"), HEADINGS)
def test_headings_and_what_they_tell(law: str, number: str, heading: str, role: str | None) -> None:
    (clause,) = [c for c in split(extract(law)).provisions if c.id == number]
    assert (clause.heading, clause.role) == (heading, role)


REFERENCES = [
    (laws.KENYA, "3", ("2",)),
    (laws.KENYA, "4", ("3",)),
    (laws.GERMANY, "2", ()),
    (laws.GERMANY, "3", ("2a",)),
    (laws.SPAIN, "4", ("3",)),
    (laws.CHINA, "4", ("3",)),
    (laws.RUSSIA, "2¹", ("2",)),
    (laws.UNION, "1", ()),
    (laws.UNION, "3", ("1",)),
    (laws.CANADA_BILL, "1", ()),
]


@pytest.mark.parametrize(("law", "number", "named"), REFERENCES)
def test_references_to_this_law_only(law: str, number: str, named: tuple[str, ...]) -> None:
    (clause,) = [c for c in split(extract(law)).provisions if c.id == number]
    assert clause.refers == named


QUOTED = [
    (laws.AMERICA, "3", ["4", "4A"]),
    (laws.FRANCE, "2", ["5", "5-1"]),
    (laws.UNION, "2", ["5", "5a"]),
    (laws.CANADA_BILL, "1", ["4.1", "4.2"]),
    (laws.CANADA_BILL, "2", ["5"]),
    (laws.CANADA_BILL, "4", ["11"]),
    (laws.CANADA_BILL, "5", []),
]


@pytest.mark.parametrize(("law", "number", "new"), QUOTED)
def test_new_text_of_another_act_is_nested(law: str, number: str, new: list[str]) -> None:
    text = extract(law).text
    (clause,) = [c for c in split(extract(law)).provisions if c.id == number]
    assert [each.id for each in clause.quoted] == new
    for each in clause.quoted:
        assert clause.start <= each.start < each.end <= clause.end
        assert text[each.start : each.end] == each.text


KINDS = [
    (laws.KENYA, "annex", ["FIRST SCHEDULE", "SECOND SCHEDULE"]),
    (laws.KENYA, "division", ["PART I", "PART II"]),
    (laws.BRITAIN, "annex", ["Schedule 1"]),
    (laws.GERMANY, "annex", ["Anlage 1"]),
    (laws.KOREA, "annex", ["부칙"]),
    (laws.CHINA, "division", ["第一章", "第二章", "第三章"]),
    (laws.UNION, "recital", ["(1)", "(2)"]),
    (laws.UNION, "annex", ["ANNEX I", "ANNEX II"]),
    (laws.UNION, "division", ["CHAPTER I", "CHAPTER II"]),
    (laws.UNION, "preamble", ["preamble"]),
    (laws.TURKEY, "division", ["BİRİNCİ BÖLÜM"]),
    (laws.TEXAS, "division", ["CHAPTER 521", "SUBCHAPTER B"]),
    (laws.MEMO, "preamble", []),
]


@pytest.mark.parametrize(("law", "kind", "names"), KINDS)
def test_what_is_no_provision_stands_apart(law: str, kind: str, names: list[str]) -> None:
    assert [c.id for c in split(extract(law)).clauses if c.kind == kind] == names


def test_the_chain_tells_what_it_lacks() -> None:
    law = "\n".join(f"Article {n}\nText number {n} of this law." for n in (1, 2, 5, 6, 20, 21, 22))
    chain = split(extract(law)).chain
    assert (chain.first, chain.last, chain.count) == ("1", "22", 7)
    assert chain.gaps == ("3", "4", "7–19")


def test_a_repealed_range_is_no_gap() -> None:
    law = (
        "1 First thing is this.\n2 Second thing is that.\n3 to 8 [Repealed]\n9 Ninth thing is last."
    )
    found = split(extract(law))
    assert [c.id for c in found.provisions] == ["1", "2", "3–8", "9"]
    assert found.chain.gaps == ()


def test_decimals_are_read_as_the_law_orders_them() -> None:
    numbers = ["1", "1.1", "1.2", "1.21", "1.3", "2", "3", "3.001", "3.01", "3.1", "4"]
    law = "\n".join(f"{n} The Commission may do the thing numbered so." for n in numbers)
    assert ids(law) == numbers


def test_the_mark_of_a_footnote_is_taken_off_a_number_on_pages_only() -> None:
    law = "\n".join(f"Art. {n} Titel\nEin Satz." for n in ("1", "2", "3", "412", "5a13", "6", "7"))
    on_pages = [c.id for c in split(extract(law, "pdf")).provisions]
    assert on_pages == ["1", "2", "3", "4", "5a", "6", "7"]
    assert "4" not in ids(law)


def test_a_memorandum_before_the_enacting_words_is_not_the_law() -> None:
    law = "\n".join(
        [
            f"{n}. Chapter of the memorandum\nIt explains at length what is meant."
            for n in range(1, 9)
        ]
        + ["HAS ADOPTED THIS DECISION:", "Article 1", "A thing.", "Article 2", "Another thing."]
    )
    assert [c.label for c in split(extract(law)).provisions] == ["Article 1", "Article 2"]


def test_paragraphs_are_counted_where_nothing_is_numbered() -> None:
    found = split(extract(laws.MEMO))
    assert found.scheme == ""
    assert (found.chain.first, found.chain.last, found.chain.count) == ("1", "3", 3)


def test_a_text_without_lines_has_no_clauses() -> None:
    found = split(extract(""))
    assert (found.clauses, found.chain.count) == ((), 0)


def test_what_a_format_marks_is_taken_as_it_is() -> None:
    made = extract(
        "Preface\nArticle 1 Aim\nText.\nCHAPTER II\nArticle 2 bis Means\nText.\nAnnex\nEnd."
    )
    text = made.text
    at = text.index
    pieces = (
        Piece("provision", "1", "Article 1", "Aim", at("Article 1"), at("\nCHAPTER")),
        Piece("provision", "2 bis", "Article 2 bis", "Means", at("Article 2"), at("\nAnnex")),
        Piece("annex", "", "Annex", "", at("Annex"), len(text)),
    )
    found = split(type(made)(made.kind, made.lines, pieces=pieces, schema="Akoma Ntoso"))
    assert [(c.kind, c.id) for c in found.clauses] == [
        ("preamble", "preamble"),
        ("provision", "1"),
        ("division", "division"),
        ("provision", "2 bis"),
        ("annex", "Annex"),
    ]
    assert found.scheme == "Akoma Ntoso"
    assert "\n".join(c.text for c in found.clauses) == text
