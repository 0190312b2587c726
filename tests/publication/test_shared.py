"""What goes along when an assessment is published, and what stays behind."""

from __future__ import annotations

import pytest

from assess.assessment import (
    Assessment,
    Assessor,
    FrameworkRef,
    Judgement,
    Move,
    Topics,
    Triage,
)
from assess.errors import AssessError
from assess.findings import analyse
from assess.mark import Mark
from assess.panel import Note, Panel
from assess.proposal import Draft, Proposal, Provision
from assess.publication.shared import shared
from assess.submission import Advice, Recommendations, Submission
from tests.chapter import overlay
from tests.shipped import LIBRARY

NIS2 = "2021-european-union-nis2-root-servers"
GOES_ALONG = {
    *("format", "framework", "proposal", "drafts", "assessors", "triage"),
    *("judgements", "choices", "variant", "topics", "overlay"),
}
ANSWER = Judgement(node="privacy", answer="none", rationale="For all to read")
THEIRS = Judgement(node="privacy", assessor="a2", answer="none", rationale="secret reason")
DRAFTS = (
    Draft(id="d1", provisions=(Provision(id="6", heading="Gateways", text="secret text"),)),
    Draft(
        id="d2",
        label="Amended",
        based_on="d1",
        mitigates="dns-filtering",
        provisions=(Provision(id="6", heading="Gateways", text="another secret text"),),
    ),
)


@pytest.fixture
def everything() -> Assessment:
    """Something in every part; what must stay behind is called secret."""
    return Assessment(
        framework=FrameworkRef(id="internet-way-of-networking", version="1.0.0"),
        proposal=Proposal(title="A law", audience="a secret minister"),
        drafts=DRAFTS,
        assessors=(Assessor(id="a1", name="secret Ada"), Assessor(id="a2", name="secret Bo")),
        triage=Triage(answers={"secret-question": "yes"}, depth="quick"),
        judgements=(ANSWER, THEIRS),
        panel=Panel(phase="closed", first=(THEIRS,)),
        notes=(Note(node="privacy", text="secret note"),),
        marks=(Mark(provision="6", added=("secret-kind",)),),
        recommendations=Recommendations(items=(Advice(text="secret advice"),)),
        submission=Submission(addressee="secret addressee"),
    )


def test_one_person_s_answers_go_along_and_nothing_secret(everything: Assessment) -> None:
    found = shared(everything, "a1", texts=False)
    assert found.judgements == (ANSWER,)
    assert found.triage == Triage(depth="quick")
    assert "secret" not in repr(found)
    assert "secret" in repr(everything)


def test_what_is_added_to_assessments_stays_behind_until_somebody_decides(
    everything: Assessment,
) -> None:
    found = shared(everything, "a1", texts=True)
    empty = Assessment(framework=everything.framework)
    for name in set(Assessment.model_fields) - GOES_ALONG:
        assert getattr(found, name) == getattr(empty, name), name


def test_the_texts_of_provisions_go_along_only_where_asked(everything: Assessment) -> None:
    assert shared(everything, "a1", texts=True).drafts == everything.drafts
    first, second = shared(everything, "a1", texts=False).drafts
    assert first.provisions == second.provisions == (Provision(id="6", heading="Gateways"),)
    assert (second.label, second.based_on, second.mitigates) == ("Amended", None, None), (
        "nobody could see what it changes"
    )


@pytest.mark.parametrize("answers", [(), (THEIRS,), (Judgement(node="privacy", answer="effect"),)])
def test_who_judged_nothing_has_nothing_to_publish(everything: Assessment, answers) -> None:
    with pytest.raises(AssessError, match="none of these answers is complete"):
        shared(everything.replace(judgements=answers), "a1", texts=True)


def test_the_findings_are_the_same_without_what_stays_behind() -> None:
    library = LIBRARY
    whole = library.case(NIS2).assessment()
    framework = library.framework_of(whole)
    less = shared(whole, "a1", texts=False)
    for draft in whole.drafts:
        before, after = (analyse(framework, each, draft=draft.id) for each in (whole, less))
        assert (after.harm, after.benefit) == (before.harm, before.benefit)
        assert after.nodes == before.nodes


def test_what_was_asked_goes_along_what_was_before_a_move_stays(everything: Assessment) -> None:
    """Findings rest on topics and on a chapter’s words; the answers of before are others’ too."""
    topics = Topics((FrameworkRef(id="encryption", version="1.0.0"),))
    whole = everything.replace(
        topics=topics, overlay=overlay(), moved=Move(before=everything, archived=())
    )
    found = shared(whole, "a1", texts=False)
    assert (found.topics, found.overlay, found.moved) == (topics, overlay(), None)
    framework = LIBRARY.framework_of(found)
    assert analyse(framework, found).overlay == overlay().ref
