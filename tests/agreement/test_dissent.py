"""Where people disagree, sorted by how much it matters, with everybody's answer."""

from __future__ import annotations

import pytest

from assess.agreement import agreement
from assess.panel import Note
from tests.agreement.people import TEN, agreed, assessed, by
from tests.small import effect, said

CASES = [
    ("two levels apart", [effect("a", "major")], [effect("a", "minor")], ("harm",), False, 2),
    ("an effect and none", [effect("a", "material")], [said("a", "none")], ("harm",), False, 2),
    ("opposite, though minor", [effect("a", "minor")], [effect("a", None, "minor")], (), True, 1),
    (
        "apart in both",
        [effect("a", "major")],
        [effect("a", None, "material")],
        ("harm", "benefit"),
        True,
        3,
    ),
    (
        "the highest of two parts",
        [effect("a", "minor"), effect("a", "major", part=2)],
        [effect("a", "minor")],
        ("harm",),
        False,
        2,
    ),
]
NONE = [
    ("one level apart", [effect("a", "major")], [effect("a", "material")]),
    ("the same", [effect("a", "major")], [effect("a", "major")]),
    ("both say both", [effect("a", "minor", "minor")], [effect("a", None, "minor")]),
    ("not known", [effect("a", "major")], [said("a", "dont-know")]),
    ("not applicable", [effect("a", "major")], [said("a", "not-applicable")]),
    ("not answered", [effect("a", "major")], []),
    ("unfinished", [effect("a", "major")], [effect("a", "minor", likelihood=None)]),
]


@pytest.mark.parametrize(
    ("one", "other", "channels", "opposite", "spread"),
    [c[1:] for c in CASES],
    ids=[c[0] for c in CASES],
)
def test_a_dissent(one, other, channels, opposite, spread):
    (found,) = agreed(by("a1", *one), by("a2", *other), frame=TEN).dissents
    assert (found.node, found.critical) == ("a", True)
    assert (found.channels, found.opposite, found.spread) == (channels, opposite, spread)


@pytest.mark.parametrize(("one", "other"), [c[1:] for c in NONE], ids=[c[0] for c in NONE])
def test_no_dissent(one, other):
    assert agreed(by("a1", *one), by("a2", *other), frame=TEN).dissents == ()


def test_critical_properties_come_first_then_the_wider_spread_then_the_framework():
    found = agreed(
        by(
            "a1",
            *(effect(node, "major") for node in "fbd"),
            *(effect(node, "material") for node in "ca"),
        ),
        by("a2", *(said(node, "none") for node in "abcdf")),
        frame=TEN,
    )
    told = [(each.node, each.spread) for each in found.dissents]
    assert told == [("b", 3), ("d", 3), ("a", 2), ("c", 2), ("f", 3)]


def test_everybody_is_heard_on_it_also_who_has_no_level():
    people = assessed(
        by("a1", effect("a", "major").model_copy(update={"rationale": "It breaks."})),
        by("a2", said("a", "none"), said("a", "dont-know", part=2)),
        by("a3", said("a", "dont-know")),
        by("a4", said("b", "none")),
        frame=TEN,
    )
    (found,) = agreement(TEN, people).dissents
    told = [(s.assessor, s.said, s.harm, s.benefit, len(s.judgements)) for s in found.stances]
    assert told == [
        ("a1", "effect", 3, 0, 1),
        ("a2", "none", 0, 0, 2),
        ("a3", "dont-know", None, None, 1),
        ("a4", "not-answered", None, None, 0),
    ]
    assert found.stances[0].judgements[0].rationale == "It breaks."


def test_only_answers_on_this_draft_are_heard():
    other = effect("a", "major").model_copy(update={"draft": "d2"})
    drafts = [{"id": "d1"}, {"id": "d2"}]
    found = agreed(by("a1", other), by("a2", said("a", "none")), frame=TEN, drafts=drafts)
    assert found.dissents == ()
    assert found.silent == ("a1",)


def test_answers_on_another_draft_do_not_stand_beside_those_on_this_one():
    other = said("a", "none").model_copy(update={"draft": "d2"})
    drafts = [{"id": "d1"}, {"id": "d2"}]
    mine = by("a1", effect("a", "major"), other)
    (found,) = agreed(mine, by("a2", said("a", "none")), frame=TEN, drafts=drafts).dissents
    assert [len(each.judgements) for each in found.stances] == [1, 1]


UNSETTLED = [
    ("not known", [said("a", "dont-know")], ("harm",)),
    ("not applicable", [said("a", "not-applicable")], ("harm",)),
    ("not answered", [], ()),
]


@pytest.mark.parametrize(
    ("other", "channels"), [case[1:] for case in UNSETTLED], ids=[c[0] for c in UNSETTLED]
)
def test_a_major_effect_that_others_do_not_know_of(other, channels):
    found = agreed(by("a1", effect("a", "major")), by("a2", *other), frame=TEN)
    assert [each.channels for each in found.unsettled] == ([channels] if channels else [])


def test_what_is_told_as_a_dissent_is_not_told_again():
    found = agreed(
        by("a1", effect("a", "major")),
        by("a2", said("a", "none")),
        by("a3", said("a", "dont-know")),
        frame=TEN,
    )
    assert [each.node for each in found.dissents] == ["a"]
    assert found.unsettled == ()


def test_a_lesser_effect_that_others_do_not_know_of_is_passed_over():
    found = agreed(by("a1", effect("a", "material")), by("a2", said("a", "dont-know")), frame=TEN)
    assert found.unsettled == ()


def test_notes_stand_beside_the_node_and_the_draft_they_are_on():
    drafts = [{"id": "d1"}, {"id": "d2"}]
    notes = (
        Note(node="a", assessor="a1", text="Why?"),
        Note(node="b", assessor="a1", text="Hm."),
        Note(node="a", assessor="a2", text="Of another draft.", draft="d2"),
        Note(node="a", assessor="a2", text=" \n"),
    )
    found = agreed(by("a1", said("a", "none")), frame=TEN, notes=notes, drafts=drafts)
    assert [note.text for note in found.notes] == ["Why?", "Hm."]
    assert [note.text for note in found.notes_on("a")] == ["Why?"]
