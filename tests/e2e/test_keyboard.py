"""The whole walk once with the keyboard alone; where the focus is can always be seen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import expect

from assess import bundle, report
from tests.e2e.conftest import Visitor
from tests.e2e.visit import Visit
from tests.e2e.walk import LIBRARY, framework

# What has the focus, as a screen reader would say it: role and name, and whether it can be seen.
FOCUSED = """
() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  const labelled = (at.getAttribute("aria-labelledby") ?? "").split(" ")
    .map((id) => document.getElementById(id)?.textContent ?? "").join(" ").trim();
  const name = at.getAttribute("aria-label") || labelled
    || [...(at.labels ?? [])].map((label) => label.innerText).join(" ") || at.innerText || "";
  const rings = [at, at.closest("label"), at.parentElement, at.querySelector?.(".ring")]
    .filter(Boolean).map((each) => getComputedStyle(each));
  const seen = rings.some((style) =>
    (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
    || style.boxShadow !== "none" || (style.stroke && style.stroke !== "none"));
  const box = at.getBoundingClientRect();
  return {
    tag: at.tagName.toLowerCase(), type: at.type ?? "", value: at.value ?? "", name, seen,
    inView: box.bottom > 0 && box.top < innerHeight,
  };
}
"""


@dataclass
class Keyboard:
    """Hands on the keyboard, none on the mouse."""

    visit: Visit

    def at(self) -> dict[str, object]:
        """What has the focus."""
        found = self.visit.page.evaluate(FOCUSED)
        assert isinstance(found, dict)
        return found

    def key(self, *keys: str) -> None:
        for key in keys:
            self.visit.page.keyboard.press(key)

    def tab_to(self, name: str, tag: str = "", limit: int = 90) -> None:
        """Presses Tab until a thing with this name has the focus, which must show."""
        for _press in range(limit):
            self.key("Tab")
            at = self.at()
            if str(at["name"]).strip().startswith(name) and tag in ("", at["tag"]):
                assert at["seen"], f"the focus on {name!r} cannot be seen: {at}"
                assert at["inView"], f"the focus on {name!r} is out of view"
                return
        raise AssertionError(f"{limit} presses of Tab do not lead to {name!r}")

    def run(self, key: str) -> None:
        """Presses a key that makes the page answer."""
        with self.visit.run():
            self.key(key)

    def follow(self, name: str, heading: str | re.Pattern[str]) -> None:
        """Goes to a link or button and through it; the new heading then has the focus."""
        self.tab_to(name)
        self.key("Enter")
        self.visit.heading(heading)

    def write(self, label: str, text: str) -> None:
        self.tab_to(label)
        self.visit.page.keyboard.type(text)
        with self.visit.run():
            self.key("Tab")
        self.key("Shift+Tab")

    def choose(self, question: str, place: int) -> None:
        """Tab into a group of radio buttons, arrows to the one at this place (from 0)."""
        group = self.visit.page.get_by_role("radiogroup", name=question, exact=True)
        for _press in range(90):
            self.key("Tab")
            if group.locator("input:focus").count():
                break
        else:
            raise AssertionError(f"Tab does not lead to {question!r}")
        assert self.at()["seen"], f"the focus in {question!r} cannot be seen"
        self.run("Space")
        for _press in range(place):
            self.run("ArrowDown")
        expect(group.get_by_role("radio").nth(place)).to_be_checked()


def test_the_whole_walk_without_a_mouse(visit: Visitor, tmp_path: Path) -> None:
    reader = visit()
    hands = Keyboard(reader)
    reader.go("/")
    hands.key("Tab")
    assert str(hands.at()["name"]).startswith("Skip to main content")

    hands.follow("Start a new assessment", "What is proposed?")
    hands.write("Title of the proposal", "A law typed by hand")
    hands.choose("How far has it come?", 2)
    hands.tab_to("Add a provision")
    hands.run("Enter")
    hands.write("Text", "Operators keep logs.")

    hands.follow("Continue: screening questions", "Screening")
    hands.choose(framework().screening[0].text, 1)
    hands.follow("Continue: what your answers say", "What your answers say")
    group = reader.page.get_by_role("radiogroup", name="Depth of the assessment")
    while not group.locator("input:focus").count():
        hands.key("Tab")
    while not group.get_by_role("radio", name=re.compile("^Quick")).is_checked():
        hands.run("ArrowUp")

    hands.follow("Continue: pick what the law uses", "What does the law use?")
    hands.key("Tab")
    while hands.at()["tag"] != "summary":
        hands.key("Tab")
    hands.key("Enter", "Tab")
    hands.run("Space")
    expect(reader.page.get_by_role("checkbox").first).to_be_checked()

    hands.follow("Continue: questions on a topic", "Which topics does the law touch?")
    hands.follow("Continue: the task list", "Task list")
    hands.follow("Continue with the next open question", re.compile("^What would happen"))
    judge_all_five(hands)
    explore_the_findings(hands)
    take_the_brief(hands, tmp_path)


def judge_all_five(hands: Keyboard) -> None:
    nodes = framework().critical_properties
    for place, node in enumerate(nodes):
        hands.visit.heading(f"What would happen to “{node.name}”?")
        assert hands.at()["tag"] == "h1", "the new page's heading has the focus"
        if place == 0:
            hands.choose("What would the proposal do to it?", 0)
            hands.choose("Harm", 3)
            hands.choose("How likely is that, if it is adopted and enforced as drafted?", 1)
            hands.choose("How sure are you of the level?", 0)
        else:
            hands.choose("What would the proposal do to it?", 1)
        hands.write("Why? Say how it comes about, step by step", f"Reason {place}.")
        last = place == len(nodes) - 1
        onward = "Continue: check your answers" if last else "Continue to the next"
        heading = "Check your answers" if last else re.compile("^What would happen")
        hands.follow(onward, heading)


def explore_the_findings(hands: Keyboard) -> None:
    page = hands.visit.main
    expect(page.get_by_text("Every question is answered.")).to_be_visible()
    hands.follow("Continue: the findings", "Findings")
    first = framework().critical_properties[0]
    hands.tab_to(first.code)
    hands.run("Enter")
    box = page.get_by_role("button", name=first.name).first
    expect(box).to_have_attribute("aria-pressed", "true")
    hands.key("ArrowDown")
    below = str(hands.at()["name"])
    assert re.match(r"(CP|E|G)\d", below), "the arrows walk the picture"
    assert not below.startswith(first.code)
    hands.run("Space")
    box = page.get_by_role("button", name=below).first
    expect(box).to_have_attribute("aria-pressed", "true")
    hands.tab_to("major harm")
    hands.run("Enter")
    number = page.get_by_role("row", name=re.compile(f"^{first.code} ")).get_by_role("button")
    expect(number.first).to_have_attribute("aria-expanded", "true")


def take_the_brief(hands: Keyboard, folder: Path) -> None:
    hands.follow("Continue: the paper", "The paper")
    hands.tab_to("Word (DOCX)")
    with hands.visit.page.expect_download() as download:
        hands.key("Enter")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    inside = report.extract(path.read_bytes())
    assert inside
    taken = bundle.loads(inside, LIBRARY)
    assert taken.proposal.title == "A law typed by hand"
    assert taken.proposal.stage == "draft"
    assert taken.triage.depth == "quick"
    assert len(taken.triage.interventions) == 1
    assert [each.answer for each in taken.judgements].count("none") == 4
    (effect,) = (each for each in taken.judgements if each.answer == "effect")
    assert (effect.harm, effect.likelihood, effect.confidence) == ("major", "very likely", "high")
    assert effect.rationale == "Reason 0."


def test_single_letters_are_no_commands(visit: Visitor) -> None:
    reader = visit()
    reader.go("/")
    runs = reader.runs_ended
    reader.page.locator("h1").click()
    for letter in "rcRC":
        reader.page.keyboard.press(letter)
    reader.page.wait_for_timeout(600)
    assert reader.runs_ended == runs
    expect(reader.page.get_by_role("dialog")).to_have_count(0)

    reader.main.get_by_role("button", name="Start a new assessment").click()
    reader.heading("What is proposed?")
    reader.field("Title of the proposal").focus()
    reader.page.keyboard.type("rc Rc")
    expect(reader.field("Title of the proposal")).to_have_value("rc Rc")
