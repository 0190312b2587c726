"""Two people, or two tabs, at the same answers: nothing is overwritten without a word."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from assess.assessment import Assessment, FrameworkRef, Judgement, Key
from tests.e2e.conftest import Visitor
from tests.e2e.server import Server
from tests.e2e.visit import Visit

NODE = "privacy"
PEOPLE = "What does it mean for people?"
SURE = "How sure are you of the level?"
TOLD = "Not saved: this answer was changed elsewhere."
DIFFERS = "Not saved: this page and what is saved differ."
FRAMEWORK = FrameworkRef(id="internet-way-of-networking", version="1.0.0")


@pytest.fixture
def token(server: Server) -> str:
    """An assessment with one answer, which says little yet."""
    answer = Judgement(node=NODE, answer="effect", harm="minor", people="First.")
    return server.keep(Assessment(framework=FRAMEWORK, judgements=(answer,)))


def kept(server: Server, token: str, node: str = NODE) -> Judgement:
    found = server.kept(token).judgement(Key("d1", "a1", node, 1))
    assert found
    return found


def two_tabs(visit: Visitor, token: str, nodes: tuple[str, str] = (NODE, NODE)) -> list[Visit]:
    tabs = [visit(), visit()]
    for tab, node in zip(tabs, nodes, strict=True):
        tab.go(f"/judge?a={token}&node={node}")
    return tabs


def test_the_second_is_told_and_keeps_its_own(server: Server, visit: Visitor, token: str) -> None:
    first, second = two_tabs(visit, token)
    first.write(PEOPLE, "The first tab's words.")
    second.write(PEOPLE, "The second tab's words.")
    expect(second.main.get_by_text(TOLD)).to_be_visible()
    for words in ("The first tab's words.", "The second tab's words."):
        expect(second.main.get_by_role("cell", name=words)).to_be_visible()
    assert kept(server, token).people == "The first tab's words."

    second.press("Keep mine")
    expect(second.main.get_by_text(TOLD)).to_have_count(0)
    expect(second.field(PEOPLE)).to_have_value("The second tab's words.")
    assert kept(server, token).people == "The second tab's words."


def test_the_second_is_told_and_takes_what_is_saved(
    server: Server, visit: Visitor, token: str
) -> None:
    first, second = two_tabs(visit, token)
    first.choose(SURE, "Low confidence")
    second.write(PEOPLE, "The second tab's words.")
    second.press("Take the saved one")
    expect(second.field(PEOPLE)).to_have_value("First.")
    expect(second.option(SURE, "Low confidence")).to_be_checked()
    assert kept(server, token).confidence == "low"
    assert kept(server, token).people == "First."

    second.write(PEOPLE, "Afterwards the second tab can go on.")
    assert kept(server, token).people == "Afterwards the second tab can go on."


def test_different_answers_from_two_tabs_both_stay(
    server: Server, visit: Visitor, token: str
) -> None:
    first, second = two_tabs(visit, token, (NODE, "integrity"))
    first.write(PEOPLE, "About privacy.")
    second.choose("What would the proposal do to it?", "Not applicable")
    first.choose(SURE, "High confidence")
    assert kept(server, token).people == "About privacy."
    assert kept(server, token).confidence == "high"
    assert kept(server, token, "integrity").answer == "not-applicable"


def test_a_tab_left_open_does_not_overwrite_after_a_restart(
    server: Server, visit: Visitor, token: str
) -> None:
    old, other = two_tabs(visit, token)
    old.write(PEOPLE, "What the old tab saved.")
    other.go(f"/judge?a={token}&node={NODE}")
    other.write(PEOPLE, "What was saved elsewhere since.")
    with old.without_server(), other.without_server():
        server.kill()
        server.start()
        old.settle()
    assert kept(server, token).people == "What was saved elsewhere since."

    old.choose(SURE, "Medium confidence")
    expect(old.main.get_by_text(DIFFERS)).to_be_visible()
    assert kept(server, token).people == "What was saved elsewhere since."
    assert kept(server, token).confidence is None

    old.press("Take the saved one")
    expect(old.field(PEOPLE)).to_have_value("What was saved elsewhere since.")
    assert kept(server, token).people == "What was saved elsewhere since."
