"""Three people judge blind, in three browsers, to a dissent that is printed with their reasons."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from assess.assessment import Judgement
from tests.e2e.conftest import Visitor
from tests.e2e.visit import Visit
from tests.e2e.walk import DOWNLOADS, Walk, framework

NODE = "unrestricted-reachability"
WHY = {
    "Ada": "One gate decides who is reachable.",
    "Bo": "Operators may still peer abroad.",
    "Cy": "A gate funds lines to villages.",
}
NOTE = "Article 6 leaves no peering outside the gate."
SECOND = "Article 6 convinced me."


def said(who: str) -> Judgement:
    """What each of them thinks of it at first."""
    if who == "Bo":
        return Judgement(node=NODE, answer="none", rationale=WHY[who])
    level = {"harm": "major"} if who == "Ada" else {"benefit": "material"}
    return Judgement(
        node=NODE, answer="effect", likelihood="likely", confidence="medium",
        rationale=WHY[who], **level,
    )  # fmt: skip


@dataclass
class Person:
    """One of the three, in a browser of their own."""

    name: str
    visit: Visit
    folder: Path

    def judge(self, judgement: Judgement) -> None:
        self.visit.go(f"/judge?a={self.visit.token}&node={judgement.node}")
        Walk(self.visit).judge(judgement)

    def at_the_rounds(self) -> Visit:
        if "/assessors?" in self.visit.page.url:
            self.visit.press("Look again")
        else:
            self.visit.go(f"/assessors?a={self.visit.token}")
            self.visit.heading("Several people")
        return self.visit

    def done(self, then: str) -> None:
        self.at_the_rounds().press("I am done")
        expect(self.visit.main.get_by_text(then)).to_be_visible()

    def brief(self) -> str:
        self.visit.go(f"/brief?a={self.visit.token}")
        return self.visit.download(DOWNLOADS["html"], self.folder).decode("utf-8")

    def sees(self) -> set[str]:
        """Whose reasons are on the page of the rounds or in the brief."""
        told = self.brief() + self.at_the_rounds().page.content()
        return {who for who, why in WHY.items() if why in told}


@pytest.fixture
def people(visit: Visitor, tmp_path: Path) -> list[Person]:
    """Ada opened a round for Bo and Cy, who came by its link."""
    owner = visit()
    walk = Walk(owner)
    walk.start()
    owner.write("Title of the proposal", "Gateway Act")
    found = [Person("Ada", owner, tmp_path)]
    found[0].at_the_rounds().write("Your name", "Ada")
    owner.write("Names of the others, one on each line", "Bo\nCy")
    owner.press("Open the first round")
    link = owner.main.get_by_text(re.compile(r"/join\?a=[\w-]{22}$")).inner_text()
    for name in ("Bo", "Cy"):
        guest = visit()
        guest.go(link.removeprefix(guest.address))
        guest.heading("You are asked to judge with others")
        guest.choose("Your name", name)
        guest.press("Go on under this name")
        guest.heading("Task list")
        found.append(Person(name, guest, tmp_path))
    assert len({link, *(each.visit.token for each in found)}) == 4
    return found


def test_three_judge_blind_and_their_dissent_is_printed(people: list[Person]) -> None:
    ada, bo, cy = people
    for person in people:
        person.judge(said(person.name))
    assert [person.sees() for person in people] == [{"Ada"}, {"Bo"}, {"Cy"}]
    for person in people[:2]:
        person.done("You said that you are done.")
    cy.done("The first round is over.")

    ada.at_the_rounds()
    for why in WHY.values():
        expect(ada.visit.main.get_by_text(why, exact=True)).to_be_visible()
    ada.visit.write("Your note on this", NOTE)
    expect(bo.at_the_rounds().main.get_by_text(NOTE)).to_be_visible()
    ada.visit.press("Start the second round")

    bo.visit.go(f"/judge?a={bo.visit.token}&node={NODE}")
    bo.visit.write("Why? Say how it comes about, step by step", SECOND)
    expect(cy.at_the_rounds().main.get_by_text(WHY["Bo"], exact=True)).to_be_visible()
    assert SECOND not in cy.visit.page.content() + cy.brief()
    for person in people:
        person.done("Both rounds are over." if person is cy else "You said that you are done.")

    printed = ada.brief()
    dissent = printed[printed.index("Where people disagree") :]
    name = framework().node(NODE).name
    for part in (name, "From no harm stated to major harm.", WHY["Ada"], WHY["Cy"], SECOND, NOTE):
        assert part in dissent
