"""A law as a printed file: uploaded, taken over, read, decided on, cited, and told in a brief."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.conftest import Visitor
from tests.e2e.server import Server
from tests.e2e.visit import Visit
from tests.e2e.walk import Walk

DSA = Path(__file__).resolve().parents[3] / "shared" / "bills" / "made" / "dsa_1col.pdf"
ARTICLES = 93


def bring(reader: Visit, path: Path) -> None:
    """Chooses the file of a law, and waits until its first provisions stand there."""
    reader.main.locator("input[type=file]").set_input_files(path)
    first = reader.main.get_by_role("table", name="The first provisions, as they were read")
    expect(first.get_by_role("row").nth(1)).to_be_visible()
    reader.settle()


def card(reader: Visit, number: str) -> Locator:
    """The card of a provision."""
    named = reader.page.locator(".assess-law-number", has_text=number)
    return reader.main.locator("[class*=st-key-law-card]", has=named).first


def decide(reader: Visit, shown: Locator, keys: str, decision: str) -> None:
    """Decides, by the keyboard, on the first intervention that the words of a provision hint at."""
    question = shown.get_by_role("radiogroup").first
    with reader.run():
        question.get_by_role("radio", name="Undecided").focus()
        reader.page.keyboard.press(keys)
    expect(question.get_by_role("radio", name=decision)).to_be_checked()
    expect(question.get_by_role("radio", name=decision)).to_be_focused()


def cite(reader: Visit, node: str) -> tuple[str, str]:
    """Answers for a node and cites the two provisions that stand first beside the question.

    A third is cited too, and taken back in the field of the form.
    """
    reader.go(f"/judge?a={reader.token}&node={node}")
    reader.choose("What would the proposal do to it?", "It has an effect")
    reader.choose("Harm", "Minor")
    names = reader.main.get_by_role("button", name=re.compile("^Cite provision")).all_inner_texts()
    for name in names[:3]:
        reader.press(name)
    field = reader.page.get_by_role("combobox", name="Which provisions of the draft do this?")
    with reader.run():
        field.press("Backspace")
    expect(reader.main.get_by_role("button", name=names[2], exact=True)).to_be_visible()
    first, second = (name.removeprefix("Cite provision ") for name in names[:2])
    for number in (first, second):
        taken_back = f"Do not cite provision {number}"
        expect(reader.main.get_by_role("button", name=taken_back, exact=True)).to_be_visible()
    return first, second


def matrix(brief: bytes) -> dict[str, list[str]]:
    """The first table of provisions in a Word file, by the number of the provision."""
    tables = docx.Document(io.BytesIO(brief)).tables
    found = next(each for each in tables if each.cell(0, 0).text == "Provision")
    rows = [[cell.text for cell in row.cells] for row in found.rows]
    return {row[0].split()[0]: row[1:] for row in rows}


@pytest.mark.skipif(not DSA.is_file(), reason="the laws beside the checkout are not here")
def test_from_a_printed_law_to_a_brief_that_cites_it(
    server: Server, visit: Visitor, tmp_path: Path
) -> None:
    reader = visit()
    walk = Walk(reader)
    walk.start()

    bring(reader, DSA)
    expect(reader.main).to_contain_text(f"{ARTICLES} articles, 1 to {ARTICLES}, no gap")
    reader.press(f"Use these {ARTICLES} provisions")
    expect(reader.main).to_contain_text(f"{ARTICLES} provisions, 1 to {ARTICLES}, no gap.")
    (draft,) = server.kept(reader.token).drafts
    assert (len(draft.provisions), draft.language) == (ARTICLES, "en")

    reader.follow("See what the words of this draft point to")
    reader.heading("What the law’s words point to")
    lists = reader.page.get_by_role("radiogroup", name="Which list do you want to read?")
    expect(lists.get_by_role("radio")).to_have_count(4)
    with reader.run():
        reader.field("Only with these words").fill("Trusted flaggers")
        reader.field("Only with these words").press("Enter")
    shown = card(reader, "22")
    expect(shown.locator("mark").first).to_be_visible()
    decide(reader, shown, "ArrowRight", "Accept")
    expect(shown).to_contain_text("You see in it what may touch")
    expect(shown).to_contain_text("Saved.")

    (mark,) = server.kept(reader.token).marks
    assert (mark.provision, mark.read, len(mark.accepted)) == ("22", True, 1)
    assert mark.wording == draft.provisions[21].wording
    reader.page.reload()
    reader.settle()
    expect(reader.main).to_contain_text(f"You have read 1 of {ARTICLES} provisions.")

    numbers = cite(reader, "open-architecture-building-blocks")
    (judgement,) = server.kept(reader.token).judgements
    assert (judgement.provisions, judgement.harm) == (numbers, "minor")
    reader.go(f"/brief?a={reader.token}")
    told = matrix(reader.download("Word (DOCX)", tmp_path))
    place = told["Provision"].index("CP2")
    assert [told[number][place] for number in numbers] == ["▼ Minor harm", "▼ Minor harm"]
