"""A law as a printed file: uploaded, its first provisions seen, taken over, read and decided on."""

from __future__ import annotations

from pathlib import Path

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


def decide(reader: Visit, shown: Locator, intervention: str, decision: str) -> None:
    """Decides on one of the interventions that the words of a provision hint at."""
    question = shown.get_by_role("radiogroup", name=intervention)
    with reader.run():
        question.get_by_text(decision, exact=True).click()


@pytest.mark.skipif(not DSA.is_file(), reason="the laws beside the checkout are not here")
def test_from_a_printed_law_to_a_decision_on_a_provision(server: Server, visit: Visitor) -> None:
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
    question = shown.get_by_role("radiogroup").first
    intervention = question.get_attribute("aria-label") or ""
    decide(reader, shown, intervention, "Accept")
    expect(shown).to_contain_text("You see in it what may touch")
    expect(shown).to_contain_text("Saved.")

    (mark,) = server.kept(reader.token).marks
    assert (mark.provision, mark.read, len(mark.accepted)) == ("22", True, 1)
    assert mark.wording == draft.provisions[21].wording
    reader.page.reload()
    reader.settle()
    expect(reader.main).to_contain_text(f"You have read 1 of {ARTICLES} provisions.")
