"""The walk from *Start* to the brief: clicks and types what an assessment says, by the labels."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from playwright.sync_api import expect

from assess import bundle, wording
from assess.assessment import Assessment, Judgement
from assess.framework import Framework
from assess.intervention import Interventions
from assess.library import Library
from assess.proposal import Draft, Proposal
from assess.text import words
from assess.ui.views.interventions import families
from tests.e2e.visit import Visit

WORDS = words("en")
LEVELS = {None: "None", "minor": "Minor", "material": "Material", "major": "Major"}
LIBRARY = Library()
CAMBODIA = "2022-cambodia-national-internet-gateway"
DOWNLOADS = {
    "docx": "Word (DOCX)",
    "html": "Web page (HTML)",
    "md": "Plain text (Markdown)",
    "json": "Answers only (JSON)",
}


@cache
def framework() -> Framework:
    """The framework the app uses."""
    latest = LIBRARY.latest("internet-way-of-networking")
    return LIBRARY.framework(latest.id, latest.version)


@cache
def interventions() -> Interventions:
    """The kinds of intervention the app offers."""
    latest = LIBRARY.latest("internet-way-of-networking")
    found = LIBRARY.interventions(latest.id, latest.version)
    assert found is not None
    return found


def cambodia() -> Assessment:
    """The shipped case that tells of everything."""
    return LIBRARY.case(CAMBODIA).assessment()


@dataclass
class Walk:
    """One reader on the way."""

    visit: Visit

    # --- before judging --------------------------------------------------------------------------

    def start(self) -> None:
        """Begins an assessment."""
        self.visit.go("/")
        self.visit.main.get_by_role("button", name="Start a new assessment", exact=True).click()
        self.visit.heading("What is proposed?")
        expect(self.visit.page).to_have_url(re.compile("[?&]a="))

    def describe(self, proposal: Proposal) -> None:
        """Fills the proposal."""
        self.visit.write("Title of the proposal", proposal.title)
        self.visit.write("Country or jurisdiction", proposal.jurisdiction)
        if proposal.stage:
            self.visit.choose("How far has it come?", wording.stage(WORDS, proposal.stage))
        self.visit.write("What does it do, in one or two sentences?", proposal.summary)
        self.visit.write("What does it want to achieve?", proposal.purpose)
        self.visit.write("Who must be convinced, and what matters to them?", proposal.audience)

    def draft(self, draft: Draft) -> None:
        """Fills the first draft and its provisions."""
        self.visit.write("Name of this draft", draft.label)
        if draft.date:
            self._date(draft.date.isoformat())
        for place, provision in enumerate(draft.provisions):
            self.visit.press("Add a provision")
            self.visit.write("Number", provision.id, place)
            self.visit.write("Heading", provision.heading, place)
            self.visit.write("Text", provision.text, place)

    def _date(self, iso: str) -> None:
        year = self.visit.page.get_by_role("spinbutton", name="year, Its date")
        with self.visit.run():
            year.click()
            self.visit.page.keyboard.type(iso.replace("-", ""))
            self.visit.page.keyboard.press("Escape")  # closes the calendar, which keeps the date

    def screen(self, assessment: Assessment) -> None:
        """Answers the screening questions."""
        for question in framework().screening:
            answer = assessment.triage.answers.get(question.id)
            if answer:
                self.visit.choose(question.text, wording.triage_answer(WORDS, answer))

    def deepen(self, assessment: Assessment) -> None:
        """Chooses how deep to go, on the page of reasons."""
        depth = wording.depth(WORDS, assessment.triage.depth)
        option = self.visit.option("Depth of the assessment", depth)
        if not option.is_checked():
            self.visit.choose("Depth of the assessment", depth)

    def pick(self, assessment: Assessment) -> None:
        """Picks what the law uses."""
        known = interventions()
        for name in assessment.triage.interventions:
            kind = known.get(name)
            assert kind is not None
            box = self.visit.page.get_by_role("checkbox", name=kind.name, exact=True)
            if not box.is_visible():
                family = families(WORDS)[kind.family]
                self.visit.main.locator("summary", has_text=family).click()
                expect(box).to_be_attached()
            with self.visit.run():
                box.locator("xpath=ancestor::label").click()

    # --- judging ---------------------------------------------------------------------------------

    def judge(self, judgement: Judgement) -> None:
        """Gives one answer on the page of its node."""
        node = framework().node(judgement.node)
        self.visit.heading(f"What would happen to “{node.name}”?")
        assert judgement.answer
        self.visit.choose(
            "What would the proposal do to it?", wording.answer(WORDS, judgement.answer)
        )
        self._effect(judgement)
        if judgement.reason:
            reason = wording.dont_know_reason(WORDS, judgement.reason)
            self.visit.choose("Why is it not known?", reason)
        if judgement.evidence:
            evidence = wording.evidence(WORDS, judgement.evidence)
            self.visit.choose("How good is the evidence?", evidence)
        self._provisions(judgement.provisions)
        if judgement.mechanism:
            kind = interventions().get(judgement.mechanism)
            assert kind is not None
            self.select("Which intervention brings it about?", kind.name)
        self._reasons(judgement)

    def _effect(self, judgement: Judgement) -> None:
        if judgement.harm:
            self.visit.choose("Harm", LEVELS[judgement.harm])
        if judgement.benefit:
            self.visit.choose("Benefit", LEVELS[judgement.benefit])
        if judgement.likelihood:
            likely = wording.likelihood(WORDS, judgement.likelihood)
            question = "How likely is that, if it is adopted and enforced as drafted?"
            self.visit.choose(question, likely)
        if judgement.confidence:
            sure = wording.confidence(WORDS, judgement.confidence)
            self.visit.choose("How sure are you of the level?", sure)

    def _provisions(self, numbers: Iterable[str]) -> None:
        for number in numbers:
            named = re.compile(rf"^{re.escape(number)}\b")
            self.select("Which provisions of the draft do this?", number, named)
            self.visit.page.keyboard.press("Escape")  # this list stays open for more

    def _reasons(self, judgement: Judgement) -> None:
        self.visit.write("Why? Say how it comes about, step by step", judgement.rationale)
        self.visit.write("What does it mean for people?", judgement.people)
        self.visit.write("Does it hold only under a condition?", judgement.condition or "")

    def select(self, question: str, option: str, named: re.Pattern[str] | None = None) -> None:
        """Chooses from a list that opens; `named` is for an option that says more than that."""
        field = self.visit.page.get_by_role("combobox", name=question)
        with self.visit.run():
            field.scroll_into_view_if_needed()
            self.visit.page.wait_for_timeout(100)  # scrolling would close the list again
            field.fill(option)
            self.visit.page.get_by_role("option", name=named or option, exact=True).click()

    # --- taking it along -------------------------------------------------------------------------

    def saved(self, folder: Path) -> Assessment:
        """What the JSON download holds."""
        self.visit.go(f"/brief?a={self.visit.token}")
        return bundle.loads(self.visit.download(DOWNLOADS["json"], folder), LIBRARY)
