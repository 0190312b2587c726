"""Rounds of several people: what each step keeps, and who may see what in it."""

from __future__ import annotations

import pytest

from assess.assessment import Assessment, FrameworkRef, Judgement
from assess.panel import PHASES, Note, Panel, in_order, noted

ANSWERS = (Judgement(node="x", assessor="a1"), Judgement(node="x", assessor="a2"))
LATER = tuple(each.model_copy(update={"rationale": "later"}) for each in ANSWERS)


def test_the_phases_follow_each_other_and_the_first_answers_stay() -> None:
    panel, phases = Panel().say("a1", True), ["first"]
    for answers in (ANSWERS, LATER, LATER):
        panel = panel.next(answers)
        phases.append(panel.phase)
        assert (panel.first, panel.ready) == (ANSWERS, ())
    assert tuple(phases) == PHASES
    with pytest.raises(ValueError, match="both rounds are over"):
        panel.next(LATER)


@pytest.mark.parametrize(
    ("phase", "answers_open", "notes_open"),
    [
        ("first", True, True),
        ("discussion", False, True),
        ("second", True, False),
        ("closed", False, False),
    ],
)
def test_what_is_open_in_each_phase(phase, answers_open, notes_open) -> None:
    panel = Panel(phase=phase)
    assert (panel.private, panel.notes_open) == (answers_open, notes_open)


def test_all_are_done_when_everybody_has_said_so() -> None:
    panel = Panel().say("a2", True).say("a1", True).say("a2", True)
    assert panel.ready == ("a1", "a2")
    assert panel.complete(["a1", "a2"])
    assert not panel.complete(["a1", "a2", "a3"])
    assert not panel.say("a1", False).complete(["a1", "a2"])


def test_a_note_takes_the_place_of_its_writers_last_and_a_blank_one_takes_it_away() -> None:
    mine, theirs = Note(node="x", text="mine"), Note(node="x", assessor="a2", text="theirs")
    notes = noted(noted((), theirs), mine)
    assert notes == (mine, theirs)
    changed = Note(node="x", text="changed")
    assert noted(notes, changed) == (changed, theirs)
    assert noted(notes, Note(node="x", text=" \n")) == (theirs,)
    assert in_order([theirs, Note(node="y", text="\t"), mine]) == (mine, theirs)


SEEN = {  # by a1: whose answers now, whose of the first round, whose notes
    "first": ({"a1"}, set(), {"a1"}),
    "discussion": ({"a1", "a2"}, {"a1", "a2"}, {"a1", "a2"}),
    "second": ({"a1"}, {"a1", "a2"}, {"a1", "a2"}),
    "closed": ({"a1", "a2"}, {"a1", "a2"}, {"a1", "a2"}),
}


@pytest.mark.parametrize("phase", PHASES)
def test_what_one_person_sees_in_each_phase(phase) -> None:
    panel = Panel(phase=phase, first=() if phase == "first" else ANSWERS)
    whole = Assessment(
        framework=FrameworkRef(id="f", version="1.0.0"),
        judgements=ANSWERS,
        panel=panel,
        notes=tuple(Note(node="x", assessor=who, text="why?") for who in ("a1", "a2")),
    )
    seen = whole.seen_by("a1")
    found = (seen.judgements, seen.panel.first, seen.notes)
    assert tuple({each.assessor for each in part} for part in found) == SEEN[phase]
