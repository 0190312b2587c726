"""The first round and the second: what may be told, and what changed."""

from __future__ import annotations

import pytest

from assess.agreement import agreement, moved
from assess.errors import AssessError
from tests.agreement.people import assessed, by, in_rounds
from tests.small import SMALL, effect, said

FIRST = (*by("a1", effect("a", "major")), *by("a2", said("a", "none"), said("b", "none")))
NOW = (*by("a1", effect("a", "major")), *by("a2", effect("a", "material"), said("b", "none")))


def test_both_rounds_can_be_told_once_they_are_over():
    told = in_rounds(FIRST, NOW)
    now, first = agreement(SMALL, told), agreement(SMALL, told, round="first")
    assert (now.round, first.round) == ("now", "first")
    assert now.items[0].levels == (3, 2)
    assert first.items[0].levels == (3, 0)
    assert now.dissents == ()
    assert [each.node for each in first.dissents] == ["a"]
    assert now.before == first
    assert first.before is None
    assert first.moves == ()


OPEN = [
    ("first", "now", "the first round is open: nobody sees the others' answers before it ends"),
    ("first", "first", "the first round is open: nobody sees the others' answers before it ends"),
    ("second", "now", "the second round is open: nobody sees the others' new answers before"),
]


@pytest.mark.parametrize(("phase", "which", "sentence"), OPEN)
def test_nothing_is_told_of_a_round_that_is_open(phase, which, sentence):
    told = in_rounds(FIRST, NOW, phase)
    with pytest.raises(AssessError, match=sentence):
        agreement(SMALL, told, round=which)


@pytest.mark.parametrize("phase", ["first", "second"])
def test_nor_what_changed(phase):
    with pytest.raises(AssessError, match="round is open"):
        moved(SMALL, in_rounds(FIRST, NOW, phase))


@pytest.mark.parametrize("phase", ["discussion", "second", "closed"])
def test_the_first_round_is_told_once_it_is_over(phase):
    found = agreement(SMALL, in_rounds(FIRST, NOW, phase), round="first")
    assert found.items[0].levels == (3, 0)


def test_answers_given_without_rounds_have_no_first_one():
    with pytest.raises(AssessError, match="not given in rounds; ask for those there are now"):
        agreement(SMALL, assessed(FIRST), round="first")


def test_who_changed_what_node_by_node_then_person_by_person():
    later = (
        *by("a1", effect("a", "major", likelihood="likely", confidence="low"), said("b", "none")),
        *by("a2", said("a", "not-applicable")),
    )
    found = moved(SMALL, in_rounds(FIRST, later))
    told = [(move.node, move.assessor, move.changed) for move in found]
    assert told == [
        ("a", "a1", ("likelihood", "confidence")),
        ("a", "a2", ("answer",)),
        ("b", "a1", ("answer", "level", "likelihood", "confidence", "evidence", "text")),
        ("b", "a2", ("answer", "level", "likelihood", "confidence", "evidence", "text")),
    ]
    assert (found[2].before, len(found[2].after)) == ((), 1)
    assert (len(found[3].before), found[3].after) == (1, ())


CHANGES = [
    ({"harm": "minor"}, ("level",)),
    ({"benefit": "minor"}, ("level",)),
    ({"evidence": "strong"}, ("evidence",)),
    ({"rationale": "Read again."}, ("text",)),
    ({"provisions": ("6",)}, ("text",)),
    ({"condition": "if enforced"}, ("text",)),
    ({}, ()),
]


@pytest.mark.parametrize(("update", "changed"), CHANGES)
def test_every_change_of_an_answer_is_noticed(update, changed):
    later = (FIRST[0].model_copy(update=update), *FIRST[1:])
    found = moved(SMALL, in_rounds(FIRST, later))
    assert [move.changed for move in found] == ([changed] if changed else [])


def test_nothing_moves_in_a_discussion_or_without_rounds():
    assert moved(SMALL, in_rounds(FIRST, FIRST, "discussion")) == ()
    assert moved(SMALL, assessed(FIRST)) == ()
    assert agreement(SMALL, in_rounds(FIRST, FIRST, "discussion")).before is None


def test_who_answers_in_one_round_only_is_somebody_in_both():
    told = in_rounds(FIRST, (*NOW, *by("a3", effect("b", "minor"))))
    assert agreement(SMALL, told, round="first").silent == ("a3",)
    assert agreement(SMALL, told).silent == ()
