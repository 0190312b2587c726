"""axe-core on every screen, light and dark, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assess.store import Store
from tests.e2e.accessibility import looked_at
from tests.e2e.conftest import Visitor
from tests.e2e.server import Server
from tests.e2e.visit import Visit
from tests.e2e.walk import CAMBODIA, LIBRARY, cambodia

Screen = Callable[[Visit, str], None]
NIS2 = "2021-european-union-nis2-root-servers"
QUESTION = "What would the proposal do to it?"


def simply(path: str) -> Screen:
    def go(reader: Visit, token: str) -> None:
        joint = "&" if "?" in path else "?"
        reader.go(f"{path}{joint}a={token}" if token else path)

    return go


def proposal_with_two_drafts(reader: Visit, token: str) -> None:
    reader.go(f"/proposal?a={token}")
    reader.press("Add another draft of the same proposal")


def interventions_with_an_open_family(reader: Visit, token: str) -> None:
    reader.go(f"/interventions?a={token}")
    reader.main.locator("summary").first.click()
    reader.page.wait_for_timeout(200)


def every_guidance_open(reader: Visit, token: str) -> None:
    reader.go(f"/judge?a={token}&node=unrestricted-reachability")
    reader.open_all()


def answered(node: str, answer: str) -> Screen:
    def go(reader: Visit, token: str) -> None:
        reader.go(f"/judge?a={token}&node={node}")
        if not reader.option(QUESTION, answer).is_checked():
            reader.choose(QUESTION, answer)

    return go


def a_conflict(reader: Visit, token: str) -> None:
    reader.go(f"/judge?a={token}&node=integrity")
    other = Visit(reader.context, reader.address)
    other.go(f"/judge?a={token}&node=integrity")
    other.write("What does it mean for people?", f"Another tab: {other.page.viewport_size}")
    other.page.close()
    reader.write("What does it mean for people?", "This tab.")
    reader.page.get_by_role("button", name="Keep mine").wait_for()


def findings_explored(reader: Visit, token: str) -> None:
    reader.go(f"/findings?a={token}")
    with reader.run():
        reader.main.get_by_role("button", name="Privacy").first.click()
    with reader.run():
        reader.main.get_by_role("row", name="Data confidentiality").get_by_role(
            "button"
        ).first.click()


def publishing(reader: Visit, token: str) -> None:
    """A page by link is there already; another, for everybody, is about to be published."""
    reader.go(f"/publish?a={token}")
    for way in ("Whoever has the link", "Everybody"):
        reader.choose("Who may read it?", way)
        if way != "Everybody":
            with reader.run():
                reader.page.get_by_text("I have read the page").click()
            reader.press("Publish this page")


SCREENS: dict[str, Screen] = {
    "start": simply("/"),
    "proposal": simply("/proposal"),
    "proposal with two drafts": proposal_with_two_drafts,
    "provisions": simply("/provisions"),
    "screening": simply("/screening"),
    "reasons": simply("/reasons"),
    "interventions": interventions_with_an_open_family,
    "tasks": simply("/tasks"),
    "judge, all guidance open": every_guidance_open,
    "judge, not answered": simply("/judge?node=accountability"),
    "judge, an effect": answered("privacy", "It has an effect"),
    "judge, no effect": answered("common-global-identifiers", "No effect"),
    "judge, not applicable": answered("accountability", "Not applicable"),
    "judge, don't know": answered("data-confidentiality", "Don't know"),
    "judge, a conflict": a_conflict,
    "check": simply("/check"),
    "findings": findings_explored,
    "sure": simply("/sure"),
    "drafts, only one": simply("/drafts"),
    "assessors": simply("/assessors"),
    "advice": simply("/advice"),
    "paper": simply("/brief"),
    "paper, a submission": simply("/brief?audience=submission"),
    "publish": publishing,
    "contribute": simply("/contribute?step=claims"),
    "cases": simply("/cases"),
    "case": simply(f"/case?id={CAMBODIA}"),
    "framework": simply("/framework"),
    "method": simply("/method"),
    "about": simply("/about"),
}
WITHOUT = {
    "start, nothing open": "/",
    "no assessment": "/tasks?a=AAAAAAAAAAAAAAAAAAAAAA",
    "no such case": "/case?id=none",
    "no findings yet": "/findings",
}


@pytest.fixture
def token(server: Server) -> str:
    """An assessment of the Cambodia case, kept by the server that runs."""
    return server.keep(cambodia())


@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_nothing_on_the_screen(screen: str, visit: Visitor, token: str) -> None:
    reader = visit()
    SCREENS[screen](reader, token)
    assert looked_at(reader) == []


def test_axe_finds_nothing_on_two_drafts_side_by_side(visit: Visitor, server: Server) -> None:
    reader = visit()
    reader.go(f"/drafts?a={server.keep(LIBRARY.case(NIS2).assessment())}")
    assert looked_at(reader) == []


def test_axe_finds_nothing_where_somebody_joins_a_round(visit: Visitor, server: Server) -> None:
    owner = server.keep(cambodia())
    link = Store(server.database).open_round(owner, ["Amina", "Jun"])
    reader = visit()
    reader.go(f"/join?a={link}")
    assert looked_at(reader) == []


@pytest.mark.parametrize("screen", WITHOUT)
def test_axe_finds_nothing_where_no_assessment_is_open(screen: str, visit: Visitor) -> None:
    reader = visit()
    simply(WITHOUT[screen])(reader, "")
    assert looked_at(reader) == []


def test_axe_finds_nothing_on_the_page_for_an_unknown_address(visit: Visitor) -> None:
    reader = visit()
    answer = reader.page.goto(f"{reader.address}/nowhere")
    assert answer
    assert answer.status == 404
    assert looked_at(reader) == []
    (said,) = reader.complaints
    assert "404" in said
    reader.complaints.clear()
