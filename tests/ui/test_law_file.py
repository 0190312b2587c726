"""A draft law brought as a file: seen first, then taken over, and refused in words."""

from __future__ import annotations

from assess.assessment import Assessment
from assess.ui.parts.provisions import AT_ONCE
from tests.ui.conftest import Opened
from tests.ui.reader import Reader

LAW = """Gateway Act

Article 1
Scope
This Act applies to every operator of a network.

Article 2
Gateway
All traffic across the border passes the national gateway.

Article 3
Entry into force
This Act enters into force on the day after its publication.
"""


def brought(page: Reader, text: str, name: str = "law.txt") -> Reader:
    page.test.file_uploader[0].upload(name, text.encode(), "text/plain").run()
    return page


def test_the_provisions_are_shown_before_they_are_taken_over(
    reader: Opened, partial: Assessment
) -> None:
    page = brought(reader(partial).open("proposal"), LAW)
    assert "3 articles, 1 to 3, no gap" in page.text
    assert "All traffic across the border passes" in page.text
    assert "They take the place of the 2 provisions this draft has now." in page.text
    assert page.kept().drafts == partial.drafts


def test_taken_over_they_stand_in_the_draft(reader: Opened, empty: Assessment) -> None:
    page = brought(reader(empty).open("proposal"), LAW)
    page.press("Use these 3 provisions")
    kept = page.kept().drafts[0].provisions
    assert [(each.id, each.heading) for each in kept] == [
        ("1", "Scope"),
        ("2", "Gateway"),
        ("3", "Entry into force"),
    ]
    assert kept[1].text == "All traffic across the border passes the national gateway."
    assert "3 provisions, 1 to 3, no gap." in page.text
    assert "See what the words of this draft point to" in page.links


def test_the_language_of_the_file_is_that_of_the_draft(reader: Opened, empty: Assessment) -> None:
    german = "\n\n".join(
        f"Artikel {n}\nDer Betreiber ist von der Pflicht nach dem Gesetz frei, und die Daten sind"
        " den Behörden oder dem Ministerium mit dem Antrag zu geben."
        for n in range(1, 5)
    )
    page = brought(reader(empty).open("proposal"), german)
    page.press("Use these 4 provisions")
    assert page.kept().drafts[0].language == "de"


def test_a_file_that_cannot_be_read_says_why_and_changes_nothing(
    reader: Opened, partial: Assessment
) -> None:
    page = brought(reader(partial).open("proposal"), "%PDF-1.7 nothing more", "law.pdf")
    assert "This file was not read. Nothing that is saved was touched." in page.text
    assert page.kept().drafts == partial.drafts


def test_a_long_law_shows_one_provision_at_a_time(reader: Opened, empty: Assessment) -> None:
    many = "\n\n".join(f"Article {n}\nThe duty of number {n}." for n in range(1, AT_ONCE + 9))
    page = brought(reader(empty).open("proposal"), many)
    page.press(f"Use these {AT_ONCE + 8} provisions").open("proposal")
    assert f"This draft has {AT_ONCE + 8} provisions." in page.text
    assert page.asks("0.0.text")
    assert not page.asks("0.1.text")
    page.fill("which-provision.0", AT_ONCE + 2)
    page.fill(f"0.{AT_ONCE + 2}.heading", "Duty")
    kept = page.kept().drafts[0].provisions
    assert len(kept) == AT_ONCE + 8
    assert kept[AT_ONCE + 2].heading == "Duty"
    assert kept[0].text == "The duty of number 1."
