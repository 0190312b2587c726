"""A whole is put in the place of another: all at once, by its owner, over what was seen."""

from __future__ import annotations

import pytest

from assess.assessment import Archived, Assessment, FrameworkRef, Move
from assess.bundle import dumps
from assess.errors import AssessError, NotSaved
from assess.migration import back
from assess.panel import Note, Panel
from assess.store import Store, new_token
from tests.store.samples import Opener, Round, assessment, judgement

NEXT = FrameworkRef(id="internet-way-of-networking", version="1.1.0")


def moved(before: Assessment) -> Assessment:
    """As a move does: another version, one answer elsewhere, one archived, what was before."""
    left = Archived(what="answer", name="Privacy", judgement=judgement("privacy"))
    return before.replace(
        framework=NEXT,
        judgements=(judgement("accountability"),),
        notes=(),
        moved=Move(before=before, archived=(left,)),
    )


@pytest.fixture
def before() -> Assessment:
    said = (judgement(), judgement("privacy"))
    return assessment(*said, notes=(Note(node="privacy", text="Look."),))


def test_the_new_whole_is_kept_and_the_old_comes_back_to_the_byte(
    store: Store, before: Assessment
) -> None:
    token = new_token()
    seen = store.create(token, before)
    turned = store.turn(token, moved, seen.revisions)
    assert turned.assessment == moved(before) == store.load(token).assessment
    assert turned.assessment.framework == NEXT
    again = store.turn(token, back, turned.revisions)
    assert dumps(again.assessment) == dumps(before)
    assert store.load(token).assessment.moved is None


def test_answers_are_saved_after_a_move_as_before_it(store: Store, before: Assessment) -> None:
    token = new_token()
    turned = store.turn(token, moved, store.create(token, before).revisions)
    fresh = judgement("privacy", rationale="Anew.")
    store.save(token, fresh, turned.seen(fresh))
    found = store.load(token)
    assert {each.node for each in found.assessment.judgements} == {"accountability", "privacy"}
    assert found.assessment.moved
    assert found.assessment.moved.before == before


def test_what_was_changed_meanwhile_is_not_written_over(store: Store, before: Assessment) -> None:
    token = new_token()
    seen = store.create(token, before)
    other = judgement("integrity", rationale="Another tab.")
    store.save(token, other, seen.seen(other))
    with pytest.raises(NotSaved, match="changed elsewhere meanwhile"):
        store.turn(token, moved, seen.revisions)
    assert store.load(token).assessment.judgement(other.key) == other


def test_a_verb_that_refuses_leaves_all_as_it_was(store: Store, before: Assessment) -> None:
    token = new_token()
    seen = store.create(token, before)
    with pytest.raises(AssessError, match="was never moved"):
        store.turn(token, back, seen.revisions)
    assert store.load(token).assessment == before


def test_nobody_moves_a_private_round_and_only_its_owner_moves_one(people: Round) -> None:
    store, tokens = people.store, people.tokens
    owner = store.load(tokens["a1"])
    with pytest.raises(NotSaved, match="people are answering in private"):
        store.turn(tokens["a1"], moved, owner.revisions)
    assert people.all_ready("first") == "discussion"
    seat = store.load(tokens["a2"])
    with pytest.raises(NotSaved, match="only the person who opened the round"):
        store.turn(tokens["a2"], moved, seat.revisions)
    turned = store.turn(tokens["a1"], moved, store.load(tokens["a1"]).revisions)
    assert turned.assessment.moved
    assert turned.assessment.moved.before
    seat = store.load(tokens["a2"])
    assert seat.assessment.moved
    assert seat.assessment.moved.before is None
    assert [each.name for each in seat.assessment.archived] == ["Privacy"]


def test_one_does_not_go_back_past_the_opening_of_a_round(store: Store, before: Assessment) -> None:
    token = new_token()
    store.turn(token, moved, store.create(token, before).revisions)
    store.open_round(token, ["Bo"])
    store.next_phase(token, "first")
    seen = store.load(token)
    assert seen.assessment.panel
    assert seen.assessment.panel.phase == "discussion"
    with pytest.raises(NotSaved, match="a round with other people was opened since"):
        store.turn(token, back, seen.revisions)


def test_a_private_round_shows_its_owner_nothing_of_before(opened: Opener, tmp_path) -> None:
    store = opened(tmp_path / "work.sqlite3")
    token = new_token()
    theirs = judgement("privacy", rationale="theirs", assessor="a2")
    whole = moved(assessment(judgement(), theirs)).replace(panel=Panel(phase="first"))
    seen = store.create(token, whole)
    assert "theirs" not in repr(seen.assessment)
